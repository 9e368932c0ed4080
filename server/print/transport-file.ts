/**
 * Printers at a device file: USB (/dev/usb/lp0), parallel or serial ports, and plain files for demonstrations and tests.
 * Devices are opened so that no call can hang; one that can also be read is asked how it stands, as on the network.
 * A serial port must have been set raw and to the printer's speed by the system.
 */
import { constants } from "node:fs";
import { open } from "node:fs/promises";
import type { Millis } from "../../shared/domain/vocabulary.ts";
import type { PrinterTransport, TransportProblem } from "./port.ts";
import { printTarget, type PrintTarget } from "./printer-path.ts";
import {
  usualDeadlines,
  type Farewell,
  type PrintDeadlines,
  type PrinterLink,
  type Unreached,
} from "./printer-link.ts";
import { LinkedPrinter } from "./printer-session.ts";
import { isStatusByte } from "./printer-status.ts";

/** What is used of an open file. */
export interface OpenFile {
  read(
    buffer: Buffer,
    offset: number,
    length: number,
    position: number | null,
  ): Promise<{ readonly bytesRead: number }>;
  write(buffer: Buffer, offset: number): Promise<{ readonly bytesWritten: number }>;
  stat(): Promise<{ isFile(): boolean; isFIFO(): boolean; isCharacterDevice(): boolean; readonly size: number }>;
  sync(): Promise<void>;
  close(): Promise<void>;
}

export interface FilePrinterOptions {
  readonly path: string;
  /** Folders beside /dev in which plain files may be printed to. */
  readonly folders: readonly string[];
  readonly deadlines?: Partial<PrintDeadlines>;
  /** Opens a file; tests put devices in its place. */
  readonly openFile?: (path: string, flags: number) => Promise<OpenFile>;
  /** What a path really is; null where it may not be printed to. */
  readonly resolve?: (path: string, folders: readonly string[]) => Promise<PrintTarget | null>;
}

/** Between two looks at a device that is busy or has nothing to say. */
const POLL_MILLIS = 20;
/** How every slip begins (`ESC @`), and with it every file of slips. */
const slipStart = Buffer.from([0x1b, 0x40]);

const deviceFlags = constants.O_NONBLOCK | constants.O_NOCTTY | constants.O_NOFOLLOW;
const fileFlags =
  constants.O_RDWR | constants.O_APPEND | constants.O_CREAT | constants.O_NONBLOCK | constants.O_NOFOLLOW;

/** The printer at a path. `not-allowed` where that is neither a printer nor a file of slips. */
export function filePrinter(options: FilePrinterOptions): PrinterTransport {
  const deadlines = { ...usualDeadlines, ...options.deadlines };
  return new LinkedPrinter(() => reach(options, deadlines.connect), deadlines);
}

async function reach(options: FilePrinterOptions, deadline: Millis): Promise<FileLink | Unreached> {
  const opening = openTarget(options);
  const opened = await within(opening, deadline);
  if (opened !== null) return opened;
  // Too late to be of use; when it does open, it must not stay so.
  void opening.then((late) => {
    if (!("problem" in late)) late.drop();
  });
  return { problem: "offline" };
}

async function openTarget({
  path,
  folders,
  openFile = (target, flags) => open(target, flags, 0o600),
  resolve = printTarget,
}: FilePrinterOptions): Promise<FileLink | Unreached> {
  try {
    const target = await resolve(path, folders);
    if (target === null) return { problem: "not-allowed" };
    return target.kind === "device" ? await openDevice(target.path, openFile) : await openPlain(target.path, openFile);
  } catch (error) {
    return { problem: codeOf(error) === "ELOOP" ? "not-allowed" : "offline" };
  }
}

type OpenWith = (path: string, flags: number) => Promise<OpenFile>;

/** For reading too where the device lets itself be read. */
async function openDevice(path: string, openFile: OpenWith): Promise<FileLink | Unreached> {
  const both = await openFile(path, constants.O_RDWR | deviceFlags).catch(() => null);
  const file = both ?? (await openFile(path, constants.O_WRONLY | deviceFlags));
  const found = await file.stat();
  if (found.isCharacterDevice()) return new FileLink(file, { canAnswer: both !== null, isKept: false });
  await file.close();
  return { problem: "not-allowed" };
}

/** A pipe, or a file that is new, empty or begins as a slip does: nothing else is written into. */
async function openPlain(path: string, openFile: OpenWith): Promise<FileLink | Unreached> {
  // A pipe opened for reading too would print to itself.
  const pipe = await openFile(path, constants.O_WRONLY | constants.O_NONBLOCK | constants.O_NOFOLLOW).catch(
    (error: unknown) => {
      if (codeOf(error) === "ENOENT") return null;
      throw error;
    },
  );
  if (pipe !== null && (await pipe.stat()).isFIFO()) return new FileLink(pipe, { canAnswer: false, isKept: false });
  await pipe?.close();
  const file = await openFile(path, fileFlags);
  const found = await file.stat();
  if (found.isFile() && (found.size === 0 || (await beginsAsSlip(file)))) {
    return new FileLink(file, { canAnswer: false, isKept: true });
  }
  await file.close();
  return { problem: "not-allowed" };
}

async function beginsAsSlip(file: OpenFile): Promise<boolean> {
  const start = Buffer.alloc(slipStart.length);
  const { bytesRead } = await file.read(start, 0, start.length, 0);
  return bytesRead === start.length && start.equals(slipStart);
}

class FileLink implements PrinterLink {
  readonly canAnswer: boolean;
  /** Whether what is written stays there, and can be made sure of. */
  readonly #isKept: boolean;
  #failure: TransportProblem | null = null;
  #asked: Promise<unknown> = Promise.resolve();

  constructor(
    private readonly file: OpenFile,
    { canAnswer, isKept }: { readonly canAnswer: boolean; readonly isKept: boolean },
  ) {
    this.canAnswer = canAnswer;
    this.#isKept = isKept;
  }

  get failure(): TransportProblem | null {
    return this.#failure;
  }

  ask(question: Buffer): void {
    this.#asked = this.#drain().then(() => this.write(question, POLL_MILLIS * 10));
  }

  async nextStatus(deadline: Millis): Promise<number | null> {
    await this.#asked;
    const end = performance.now() + deadline;
    while (this.#failure === null) {
      const byte = await this.#readStatus();
      if (byte !== null) return byte;
      if (performance.now() >= end) return null;
      await pause(POLL_MILLIS);
    }
    return null;
  }

  async write(bytes: Buffer, deadline: Millis): Promise<TransportProblem | null> {
    const end = performance.now() + deadline;
    let written = 0;
    while (written < bytes.length && this.#failure === null) {
      const count = await this.#writeSome(bytes, written);
      written += count;
      if (count > 0) continue;
      if (performance.now() >= end) return "timeout";
      await pause(POLL_MILLIS);
    }
    if (this.#isKept) await this.file.sync().catch(() => this.#fail());
    return this.#failure;
  }

  async quiet(millis: Millis): Promise<void> {
    if (this.canAnswer) await pause(millis);
  }

  /** Closing a device waits for nobody: what the driver has taken, it has taken. */
  async finish(): Promise<Farewell> {
    await this.file.close().catch(() => this.#fail());
    return this.#failure === null ? "closed" : "broken";
  }

  drop(): void {
    this.#fail();
    void this.file.close().catch(() => undefined);
  }

  #fail(): void {
    this.#failure ??= "offline";
  }

  /** Answers that came too late belong to no question of now. */
  async #drain(): Promise<void> {
    while ((await this.#readStatus()) !== null);
  }

  async #readStatus(): Promise<number | null> {
    const buffer = Buffer.alloc(16);
    try {
      const { bytesRead } = await this.file.read(buffer, 0, buffer.length, null);
      return buffer.subarray(0, bytesRead).find(isStatusByte) ?? null;
    } catch (error) {
      if (!isBusy(error)) this.#fail();
      return null;
    }
  }

  async #writeSome(bytes: Buffer, from: number): Promise<number> {
    try {
      return (await this.file.write(bytes, from)).bytesWritten;
    } catch (error) {
      if (!isBusy(error)) this.#failure ??= codeOf(error) === "EPIPE" ? "closed-early" : "offline";
      return 0;
    }
  }
}

function codeOf(error: unknown): string {
  return error instanceof Error && "code" in error ? String(error.code) : "";
}

/** The device takes or gives nothing right now. */
function isBusy(error: unknown): boolean {
  return ["EAGAIN", "EWOULDBLOCK", "EBUSY"].includes(codeOf(error));
}

function pause(millis: Millis): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, millis));
}

/** What a promise comes to, or null after so long; it must not reject. */
async function within<T>(promise: Promise<T>, millis: Millis): Promise<T | null> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<null>((resolve) => {
    timer = setTimeout(() => {
      resolve(null);
    }, millis);
  });
  try {
    return await Promise.race([promise, late]);
  } finally {
    clearTimeout(timer);
  }
}
