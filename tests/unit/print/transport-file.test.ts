import { spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, realpathSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { open } from "node:fs/promises";
import { constants } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import type { PrinterTransport, PrintOutcome } from "../../../server/print/port.ts";
import { encodeSlip } from "../../../server/print/slip-bytes.ts";
import { filePrinter, type OpenFile } from "../../../server/print/transport-file.ts";
import { sampleSlip } from "../../support/slips.ts";

const slip = encodeSlip(sampleSlip(), { columns: 48, copy: false });
const quick = { status: 60, write: 60, confirm: 60, settle: 5, linger: 5, close: 60 };

let folder = "";

beforeEach(() => {
  folder = realpathSync(mkdtempSync(join(tmpdir(), "lundao-file-")));
});

afterEach(() => {
  rmSync(folder, { recursive: true, force: true });
});

function printerAt(name: string): PrinterTransport {
  return filePrinter({ path: join(folder, name), folders: [folder], deadlines: quick });
}

async function print(transport: PrinterTransport): Promise<PrintOutcome> {
  const session = await transport.open();
  return "problem" in session ? { printed: false, problem: session.problem, bytesSent: false } : session.send(slip);
}

describe("a plain file", () => {
  it("gets one slip after the other", async () => {
    expect(await print(printerAt("slips.bin"))).toEqual({ printed: true, condition: "unknown" });
    expect(await print(printerAt("slips.bin"))).toEqual({ printed: true, condition: "unknown" });
    expect(readFileSync(join(folder, "slips.bin"))).toEqual(Buffer.concat([slip, slip]));
  });

  it("that holds something else is left as it is", async () => {
    writeFileSync(join(folder, "notes.txt"), "keep me");
    expect(await print(printerAt("notes.txt"))).toEqual({ printed: false, problem: "not-allowed", bytesSent: false });
    expect(readFileSync(join(folder, "notes.txt"), "utf8")).toBe("keep me");
  });

  it("that is a link is not followed", async () => {
    symlinkSync(join(folder, "elsewhere"), join(folder, "link.bin"));
    expect(await print(printerAt("link.bin"))).toMatchObject({ printed: false, problem: "not-allowed" });
  });

  it("in a folder the hub does not name is not written", async () => {
    const transport = filePrinter({ path: join(folder, "slips.bin"), folders: ["/nowhere"], deadlines: quick });
    expect(await print(transport)).toMatchObject({ printed: false, problem: "not-allowed" });
  });

  it("in a folder that is gone is offline", async () => {
    const path = join(folder, "gone", "slips.bin");
    expect(await filePrinter({ path, folders: [folder], deadlines: quick }).probe()).toBe("offline");
  });
});

describe("a pipe", () => {
  it("is offline while nobody reads it, and does not hold the hub up", async () => {
    spawnSync("mkfifo", [join(folder, "pipe")]);
    expect(await print(printerAt("pipe"))).toEqual({ printed: false, problem: "offline", bytesSent: false });
  });

  it("gets the slip when somebody reads", async () => {
    const path = join(folder, "pipe");
    spawnSync("mkfifo", [path]);
    const reader = await open(path, constants.O_RDONLY | constants.O_NONBLOCK);
    expect(await print(printerAt("pipe"))).toMatchObject({ printed: true });
    const read = Buffer.alloc(slip.length + 1);
    const { bytesRead } = await reader.read(read, 0, read.length, null);
    expect(read.subarray(0, bytesRead)).toEqual(slip);
    await reader.close();
  });
});

/** A USB printer as its driver shows it to programs. */
class FakeDevice implements OpenFile {
  readonly written: Buffer[] = [];
  answers = true;
  isReadable = true;
  isPaperOut = false;
  /** Takes no more than so many bytes of anything. */
  takes = Number.POSITIVE_INFINITY;
  isUnplugged = false;
  isClosed = false;
  #said: number[] = [];

  async read(buffer: Buffer): Promise<{ bytesRead: number }> {
    if (this.isUnplugged) throw problem("ENODEV");
    if (this.#said.length === 0) throw problem("EAGAIN");
    const said = this.#said.splice(0, buffer.length);
    buffer.set(said);
    return { bytesRead: said.length };
  }

  async write(buffer: Buffer, offset: number): Promise<{ bytesWritten: number }> {
    if (this.isUnplugged) throw problem("ENODEV");
    const part = buffer.subarray(offset, offset + Math.min(64, this.takes));
    if (part.length === 0) throw problem("EAGAIN");
    this.takes -= part.length;
    this.written.push(Buffer.from(part));
    if (this.answers && part[0] === 0x10 && part[1] === 0x04) this.#said.push(this.isPaperOut ? 0x7e : 0x12);
    return { bytesWritten: part.length };
  }

  async stat() {
    return { isFile: () => false, isFIFO: () => false, isCharacterDevice: () => true, size: 0 };
  }

  async sync(): Promise<void> {
    throw problem("EINVAL");
  }

  async close(): Promise<void> {
    this.isClosed = true;
  }

  /** What was printed: everything but questions. */
  get slip(): Buffer {
    return Buffer.concat(this.written.filter((part) => !(part[0] === 0x10 && part[1] === 0x04)));
  }
}

function problem(code: string): Error {
  return Object.assign(new Error(code), { code });
}

function printerOn(device: FakeDevice): PrinterTransport {
  return filePrinter({
    path: "/dev/usb/lp0",
    folders: [],
    deadlines: quick,
    resolve: async (path) => ({ kind: "device", path }),
    openFile: async (_, flags) => {
      if (device.isUnplugged) throw problem("ENOENT");
      if ((flags & constants.O_RDWR) !== 0 && !device.isReadable) throw problem("EACCES");
      return device;
    },
  });
}

describe("a USB printer", () => {
  it("that can be read is asked before and after, like one on the network", async () => {
    const device = new FakeDevice();
    expect(await print(printerOn(device))).toEqual({ printed: true, condition: "ready" });
    expect(device.slip).toEqual(slip);
    expect(device.written.filter((part) => part[0] === 0x10)).toHaveLength(9);
    expect(device.isClosed).toBe(true);
  });

  it("that is out of paper gets no byte of the slip", async () => {
    const device = new FakeDevice();
    device.isPaperOut = true;
    expect(await print(printerOn(device))).toMatchObject({ printed: false, bytesSent: false });
    expect(device.slip).toHaveLength(0);
  });

  it("that can only be written has printed what its driver took", async () => {
    const device = new FakeDevice();
    device.isReadable = false;
    expect(await print(printerOn(device))).toEqual({ printed: true, condition: "unknown" });
    expect(device.slip).toEqual(slip);
  });

  it("that takes no more in the middle of the slip has not printed it", async () => {
    const device = new FakeDevice();
    device.isReadable = false;
    device.takes = 200;
    expect(await print(printerOn(device))).toEqual({ printed: false, problem: "timeout", bytesSent: true });
  });

  it("that is pulled out is offline", async () => {
    const device = new FakeDevice();
    device.isUnplugged = true;
    expect(await printerOn(device).probe()).toBe("offline");
  });

  it("that is pulled out in the middle of the slip has not printed it", async () => {
    const device = new FakeDevice();
    const session = await printerOn(device).open();
    if ("problem" in session) throw new Error(session.problem);
    device.isUnplugged = true;
    expect(await session.send(slip)).toEqual({ printed: false, problem: "offline", bytesSent: true });
  });
});
