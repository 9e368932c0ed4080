import { afterEach, describe, expect, it } from "vitest";
import type { PrintOutcome } from "../../../server/print/port.ts";
import type { PrintDeadlines } from "../../../server/print/printer-link.ts";
import { encodeSlip } from "../../../server/print/slip-bytes.ts";
import { tcpPrinter } from "../../../server/print/transport-tcp.ts";
import { FakePrinter, type FakePrinterSwitches } from "../../support/fake-printer.ts";
import { sampleSlip } from "../../support/slips.ts";

const slip = encodeSlip(sampleSlip(), { columns: 48, copy: false });
/** Long where the printer is to answer, short where a deadline is to pass. */
const patient: PrintDeadlines = {
  connect: 5000,
  status: 5000,
  write: 5000,
  confirm: 5000,
  settle: 5,
  linger: 5,
  close: 5000,
};

const printers: FakePrinter[] = [];

async function printerThat(switches: Partial<FakePrinterSwitches> = {}, deadlines: Partial<PrintDeadlines> = {}) {
  const fake = await FakePrinter.start(switches);
  printers.push(fake);
  return { fake, transport: tcpPrinter(fake.address, { ...patient, ...deadlines }) };
}

/** One slip, from the call to the end of it. */
async function print(transport: ReturnType<typeof tcpPrinter>): Promise<PrintOutcome> {
  const session = await transport.open();
  return "problem" in session ? { printed: false, problem: session.problem, bytesSent: false } : session.send(slip);
}

afterEach(async () => {
  await Promise.all(printers.splice(0).map((printer) => printer.turnOff()));
});

describe("a printer that answers", () => {
  it("gets the slip whole on one connection, asked before and after, and the connection is closed", async () => {
    const { fake, transport } = await printerThat();
    expect(await print(transport)).toEqual({ printed: true, condition: "ready" });
    await fake.until(({ deliveries }) => deliveries[0]?.isComplete === true);
    expect(fake.connections).toBe(1);
    expect(fake.deliveries[0]?.slip).toEqual(slip);
    expect(fake.deliveries[0]?.askedBefore).toEqual([1, 2, 4]);
    expect(fake.deliveries[0]?.askedAfter).toEqual([1, 2, 4, 1, 2, 4]);
  });

  it("takes a connection for each slip", async () => {
    const { fake, transport } = await printerThat();
    await print(transport);
    await print(transport);
    expect(fake.slips).toHaveLength(2);
    expect(fake.connections).toBe(2);
  });

  it("prints while its paper runs low, and says so", async () => {
    const { transport } = await printerThat({ paper: "low" });
    expect(await print(transport)).toEqual({ printed: true, condition: "paper-low" });
  });

  it.each([
    ["is out of paper", { paper: "out" }, "paper-out"],
    ["has its cover open", { isCoverOpen: true }, "cover-open"],
  ] as const)("gets no byte of the slip while it %s", async (_, switches, problem) => {
    const { fake, transport } = await printerThat(switches);
    expect(await print(transport)).toEqual({ printed: false, problem, bytesSent: false });
    expect(fake.deliveries).toEqual([]);
  });

  it("that runs out of paper in the middle of the slip has not printed it, and may have begun", async () => {
    const { transport } = await printerThat({ paperEndsAfterBytes: 100 });
    expect(await print(transport)).toEqual({ printed: false, problem: "paper-out", bytesSent: true });
  });

  it("that falls silent in the middle of the slip has not confirmed it", async () => {
    const { transport } = await printerThat({ fallsSilentAfterBytes: 100 }, { confirm: 30 });
    expect(await print(transport)).toEqual({ printed: false, problem: "timeout", bytesSent: true });
  });

  it.each(["hangsUpAfterBytes", "breaksOffAfterBytes"] as const)("that %s has not printed the slip", async (fault) => {
    const { transport } = await printerThat({ [fault]: 100 });
    expect(await print(transport)).toEqual({ printed: false, problem: "closed-early", bytesSent: true });
  });

  it("that falls silent once it has confirmed the slip has not printed it: its plug may be pulled", async () => {
    const { transport } = await printerThat({ answersAfterSlip: 3 }, { confirm: 300 });
    expect(await print(transport)).toEqual({ printed: false, problem: "timeout", bytesSent: true });
  });

  it("that breaks off once it has confirmed the slip has not printed it", async () => {
    const { fake, transport } = await printerThat({ answersAfterSlip: 3 });
    const outcome = print(transport);
    await fake.until(({ deliveries }) => deliveries[0]?.askedAfter.length === 4);
    await fake.turnOff();
    expect(await outcome).toEqual({ printed: false, problem: "closed-early", bytesSent: true });
  });

  it("is not sent a slip while it does not answer", async () => {
    const { fake, transport } = await printerThat({}, { status: 300 });
    await print(transport);
    fake.switches.answersStatus = false;
    expect(await print(transport)).toEqual({ printed: false, problem: "timeout", bytesSent: false });
    fake.switches.answersStatus = true;
    expect(await print(transport)).toEqual({ printed: true, condition: "ready" });
    expect(fake.slips).toHaveLength(2);
  });
});

describe("a printer that never answers", () => {
  it("has printed when it keeps the line open until the slip is through and then closes too", async () => {
    const { fake, transport } = await printerThat({ answersStatus: false }, { status: 30 });
    expect(await print(transport)).toEqual({ printed: true, condition: "unknown" });
    expect(fake.slips).toEqual([slip]);
  });

  it("is asked once and not before every slip", async () => {
    const { fake, transport } = await printerThat({ answersStatus: false }, { status: 30 });
    await print(transport);
    await print(transport);
    expect(fake.deliveries.map(({ askedBefore }) => askedBefore)).toEqual([[1], []]);
  });

  it("is asked again when it is looked after, and believed when it answers", async () => {
    const { fake, transport } = await printerThat({ answersStatus: false }, { status: 300 });
    expect(await transport.probe()).toBe("unknown");
    fake.switches.answersStatus = true;
    fake.switches.paper = "out";
    expect(await transport.probe()).toBe("paper-out");
  });

  it.each(["hangsUpAfterBytes", "breaksOffAfterBytes"] as const)("and %s has not printed the slip", async (fault) => {
    const { transport } = await printerThat({ answersStatus: false, [fault]: 100 }, { status: 30, linger: 2000 });
    expect(await print(transport)).toEqual({ printed: false, problem: "closed-early", bytesSent: true });
  });

  it("and stalls has not printed the slip, which may have begun", async () => {
    const { transport } = await printerThat({ isStalled: true }, { status: 30, close: 30 });
    expect(await print(transport)).toEqual({ printed: false, problem: "timeout", bytesSent: true });
  });

  it("stalls for ever after it has once closed as it should, and is never taken to have printed", async () => {
    const { fake, transport } = await printerThat({ answersStatus: false }, { status: 30, close: 500 });
    await print(transport);
    fake.switches.isStalled = true;
    for (let times = 0; times < 3; times += 1) {
      expect(await print(transport)).toMatchObject({ printed: false, problem: "timeout" });
    }
  });

  it("nor ever closes is believed at the third slip, so that it does not print copies without end", async () => {
    const { transport } = await printerThat({ answersStatus: false, neverCloses: true }, { status: 30, close: 30 });
    expect(await print(transport)).toMatchObject({ printed: false, problem: "timeout", bytesSent: true });
    expect(await print(transport)).toMatchObject({ printed: false, problem: "timeout", bytesSent: true });
    expect(await print(transport)).toEqual({ printed: true, condition: "unknown" });
  });
});

describe("a printer that cannot be reached", () => {
  it("refuses the connection and is offline", async () => {
    const { fake, transport } = await printerThat();
    await fake.turnOff();
    expect(await print(transport)).toEqual({ printed: false, problem: "offline", bytesSent: false });
    expect(await transport.probe()).toBe("offline");
  });

  it("has a name that nobody knows and is offline", async () => {
    expect(await tcpPrinter({ host: "printer.invalid", port: 9100 }, patient).probe()).toBe("offline");
  });

  it("closes its side at once and gets nothing", async () => {
    const { fake, transport } = await printerThat({ isHalfClosed: true });
    expect(await print(transport)).toEqual({ printed: false, problem: "closed-early", bytesSent: false });
    expect(fake.deliveries).toEqual([]);
  });

  it("hangs up between the question and the slip, and has not printed it", async () => {
    const { fake, transport } = await printerThat();
    const session = await transport.open();
    if ("problem" in session) throw new Error(session.problem);
    await fake.turnOff();
    await fake.until(({ connections }) => connections === 1);
    const outcome = await session.send(slip);
    expect(outcome).toMatchObject({ printed: false, problem: "closed-early" });
  });
});

describe("looking after an idle printer", () => {
  it.each([
    [{}, "ready"],
    [{ paper: "low" }, "paper-low"],
    [{ paper: "out" }, "paper-out"],
    [{ isCoverOpen: true }, "cover-open"],
  ] as const)("finds %o to be %s and prints nothing", async (switches, condition) => {
    const { fake, transport } = await printerThat(switches);
    expect(await transport.probe()).toBe(condition);
    expect(fake.deliveries).toEqual([]);
  });
});

describe("giving up", () => {
  it("ends at once when the hub must go", async () => {
    const { fake, transport } = await printerThat({ fallsSilentAfterBytes: 1 });
    const outcome = print(transport);
    await fake.until(({ slips }) => slips.length === 1);
    transport.abort();
    expect(await outcome).toEqual({ printed: false, problem: "closed-early", bytesSent: true });
  });
});
