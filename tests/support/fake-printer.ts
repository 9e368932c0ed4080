/**
 * A network printer for tests: it takes connections as real ones do, answers status as the command reference says, and
 * has a switch for everything that goes wrong with printers. What it was sent is kept, a connection at a time.
 */
import { createServer, type AddressInfo, type Server, type Socket } from "node:net";

export interface FakePrinterSwitches {
  /** Answers `DLE EOT`. */
  answersStatus: boolean;
  paper: "enough" | "low" | "out";
  isCoverOpen: boolean;
  /** Reads nothing, answers nothing, closes nothing. */
  isStalled: boolean;
  /** Closes its own side as soon as somebody connects, and goes on reading. */
  isHalfClosed: boolean;
  /** Hangs up once it has read so many bytes of a slip. */
  hangsUpAfterBytes: number | null;
  /** Breaks the connection off once it has read so many bytes of a slip. */
  breaksOffAfterBytes: number | null;
  /** The paper ends once it has read so many bytes of a slip. */
  paperEndsAfterBytes: number | null;
  /** Its power fails once it has printed so many bytes of a slip: the rest never reaches the paper, nor does it answer. */
  losesPowerAfterBytes: number | null;
  /** Answers no more questions once it has read so many bytes of a slip. */
  fallsSilentAfterBytes: number | null;
  /** Answers so many questions after a slip's first byte and no more. */
  answersAfterSlip: number | null;
  /** Keeps its side open after the other has closed. */
  neverCloses: boolean;
}

const good: FakePrinterSwitches = {
  answersStatus: true,
  paper: "enough",
  isCoverOpen: false,
  isStalled: false,
  isHalfClosed: false,
  hangsUpAfterBytes: null,
  breaksOffAfterBytes: null,
  paperEndsAfterBytes: null,
  losesPowerAfterBytes: null,
  fallsSilentAfterBytes: null,
  answersAfterSlip: null,
  neverCloses: false,
};

/** What one connection brought. */
export interface Delivery {
  /** The slip's bytes, status questions taken out. */
  readonly slip: Buffer;
  /** `n` of every status question before the slip's first byte, and after it. */
  readonly askedBefore: readonly number[];
  readonly askedAfter: readonly number[];
  /** The hub closed its side in order. */
  readonly isComplete: boolean;
}

export class FakePrinter {
  readonly switches: FakePrinterSwitches;
  readonly #deliveries: Line[] = [];
  readonly #watchers = new Set<() => void>();
  #server: Server | null = null;
  #port = 0;
  /** The most connections that were open at once. */
  mostAtOnce = 0;
  #open = 0;

  private constructor(switches: Partial<FakePrinterSwitches>) {
    this.switches = { ...good, ...switches };
  }

  /** Listens on the loopback address, at a port of the system's choice. */
  static async start(switches: Partial<FakePrinterSwitches> = {}): Promise<FakePrinter> {
    const printer = new FakePrinter(switches);
    await printer.turnOn();
    return printer;
  }

  get address(): { readonly host: string; readonly port: number } {
    return { host: "127.0.0.1", port: this.#port };
  }

  /** Connections that brought at least a byte of a slip, in order. */
  get deliveries(): readonly Delivery[] {
    return this.#deliveries.filter((line) => line.slip.length > 0);
  }

  /** Every connection, those that only asked included. */
  get connections(): number {
    return this.#deliveries.length;
  }

  /** Slips that came whole, to their cut. */
  get slips(): readonly Buffer[] {
    return this.deliveries.map(({ slip }) => slip).filter((slip) => slip.includes(Buffer.from([0x1d, 0x56])));
  }

  /** Takes connections again, at the same port as before. */
  turnOn(): Promise<void> {
    const server = createServer({ allowHalfOpen: true, pauseOnConnect: true }, (socket) => {
      this.#take(socket);
    });
    this.#server = server;
    return new Promise((resolve, reject) => {
      server.once("error", reject);
      server.listen(this.#port, "127.0.0.1", () => {
        // A listening server on TCP has an address of this shape.
        this.#port = (server.address() as AddressInfo).port;
        resolve();
      });
    });
  }

  /** Refuses connections, and breaks off those that are open. */
  turnOff(): Promise<void> {
    const server = this.#server;
    this.#server = null;
    for (const line of this.#deliveries) line.breakOff();
    return new Promise((resolve) => {
      if (server === null) resolve();
      else
        server.close(() => {
          resolve();
        });
    });
  }

  /** Resolves once something holds; looked at whenever anything arrives or ends. */
  until(holds: (printer: this) => boolean): Promise<void> {
    return new Promise((resolve) => {
      const look = (): void => {
        if (!holds(this)) return;
        this.#watchers.delete(look);
        resolve();
      };
      this.#watchers.add(look);
      look();
    });
  }

  #take(socket: Socket): void {
    this.#open += 1;
    this.mostAtOnce = Math.max(this.mostAtOnce, this.#open);
    socket.once("close", () => {
      this.#open -= 1;
      this.#changed();
    });
    const line = new Line(socket, this.switches, () => {
      this.#changed();
    });
    this.#deliveries.push(line);
    this.#changed();
  }

  #changed(): void {
    for (const look of [...this.#watchers]) look();
  }
}

/** One connection. */
class Line implements Delivery {
  slip: Buffer = Buffer.alloc(0);
  readonly askedBefore: number[] = [];
  readonly askedAfter: number[] = [];
  isComplete = false;
  /** The beginning of a question whose rest is still on its way. */
  #held: Buffer = Buffer.alloc(0);

  constructor(
    private readonly socket: Socket,
    private readonly switches: FakePrinterSwitches,
    private readonly changed: () => void,
  ) {
    // A printer notices that the hub is gone by the close that follows.
    socket.on("error", () => undefined);
    if (switches.isStalled) return;
    socket.on("data", (bytes: Buffer) => {
      this.#read(bytes);
    });
    socket.on("end", () => {
      this.isComplete = true;
      if (!switches.neverCloses) socket.end();
      this.changed();
    });
    if (switches.isHalfClosed) socket.end();
    socket.resume();
  }

  breakOff(): void {
    this.socket.destroy();
  }

  #read(bytes: Buffer): void {
    let rest = Buffer.concat([this.#held, bytes]);
    this.#held = Buffer.alloc(0);
    while (rest.length > 0 && !this.#isDark) {
      const question = rest.indexOf(Buffer.from([0x10, 0x04]));
      const isWhole = question >= 0 && question + 2 < rest.length;
      const upTo = question >= 0 ? question : rest.at(-1) === 0x10 ? rest.length - 1 : rest.length;
      this.slip = Buffer.concat([this.slip, rest.subarray(0, upTo)]);
      if (isWhole) this.#answer(rest[question + 2] ?? 0);
      else this.#held = rest.subarray(upTo);
      rest = isWhole ? rest.subarray(question + 3) : Buffer.alloc(0);
    }
    this.#misbehave();
    this.changed();
  }

  get #isDark(): boolean {
    const { losesPowerAfterBytes } = this.switches;
    return losesPowerAfterBytes !== null && this.slip.length >= losesPowerAfterBytes;
  }

  #misbehave(): void {
    const { switches, socket } = this;
    if (this.#isDark) {
      this.slip = this.slip.subarray(0, switches.losesPowerAfterBytes ?? 0);
      socket.pause();
      return;
    }
    const hasRead = (limit: number | null): boolean => limit !== null && this.slip.length >= limit;
    if (hasRead(switches.paperEndsAfterBytes)) switches.paper = "out";
    if (hasRead(switches.hangsUpAfterBytes)) socket.end();
    if (hasRead(switches.breaksOffAfterBytes)) socket.resetAndDestroy();
  }

  #answer(n: number): void {
    (this.slip.length === 0 ? this.askedBefore : this.askedAfter).push(n);
    const { answersStatus, fallsSilentAfterBytes, answersAfterSlip } = this.switches;
    const isSilent =
      !answersStatus ||
      (fallsSilentAfterBytes !== null && this.slip.length >= fallsSilentAfterBytes) ||
      (answersAfterSlip !== null && this.askedAfter.length > answersAfterSlip);
    if (!isSilent && this.socket.writable) this.socket.write(Buffer.from([this.#status(n)]));
  }

  /** The status bytes of the command reference. */
  #status(n: number): number {
    const { paper, isCoverOpen } = this.switches;
    const isOffline = paper === "out" || isCoverOpen;
    switch (n) {
      case 1:
        return 0x12 | (isOffline ? 0x08 : 0);
      case 2:
        return 0x12 | (isCoverOpen ? 0x04 : 0) | (paper === "out" ? 0x20 : 0);
      case 4:
        return 0x12 | (paper === "enough" ? 0 : 0x0c) | (paper === "out" ? 0x60 : 0);
      default:
        return 0x12;
    }
  }
}
