import { describe, expect, it } from "vitest";
import type { PrintOutcome } from "../../../server/print/port.ts";
import { usualDeadlines } from "../../../server/print/printer-link.ts";
import { LinkedPrinter } from "../../../server/print/printer-session.ts";
import { ModelPrinter } from "./model-printer.ts";

const printed = { printed: true, condition: "ready" } as const;
/** Nobody knows whether the slip is on paper. */
const unsure = { printed: false, problem: "timeout", bytesSent: true } as const;
/** Not a byte of the slip has left. */
const heldBack = { printed: false, problem: "timeout", bytesSent: false } as const;

function open(more: Partial<ModelPrinter> = {}) {
  const printer = Object.assign(new ModelPrinter(), more);
  const transport = new LinkedPrinter(printer.connect, usualDeadlines);
  const print = async (): Promise<PrintOutcome> => {
    const session = await transport.open();
    if ("problem" in session) return { printed: false, problem: session.problem, bytesSent: false };
    return session.send(Buffer.from("slip"));
  };
  /** What became of so many attempts. */
  const prints = async (times: number): Promise<PrintOutcome[]> => {
    const outcomes: PrintOutcome[] = [];
    for (let count = 0; count < times; count += 1) outcomes.push(await print());
    return outcomes;
  };
  return { printer, transport, print, prints };
}

describe("a printer that answers only once the slip is out", () => {
  it("four seconds later is waited for, and nobody gets a copy", async () => {
    const { printer, prints } = open({ answers: (_, hasSlip) => (hasSlip ? 4000 : 0) });
    expect(await prints(3)).toEqual([printed, printed, printed]);
    expect(printer.slips).toBe(3);
  });

  it("eight seconds later gives one copy the first time, and is waited for from then on", async () => {
    const { printer, prints } = open({ answers: (_, hasSlip) => (hasSlip ? 8000 : 0) });
    expect(await prints(4)).toEqual([unsure, printed, printed, printed]);
    expect(printer.slips).toBe(4);
  });
});

describe("a printer that answers before a slip", () => {
  it("and never after it is believed at the third slip, and asked only before it from then on", async () => {
    const { printer, prints } = open({ answers: (_, hasSlip) => (hasSlip ? null : 0) });
    expect(await prints(3)).toMatchObject([unsure, unsure, { printed: true }]);
    printer.asked.length = 0;
    expect(await prints(2)).toEqual([printed, printed]);
    expect(printer.asked).toEqual([1, 2, 4, 1, 2, 4]);
    expect(printer.slips).toBe(5);
  });

  it("and never after it, nor ever closes, is believed at the third slip too", async () => {
    const { printer, prints } = open({ answers: (_, hasSlip) => (hasSlip ? null : 0), closes: null });
    expect(await prints(4)).toMatchObject([unsure, unsure, { printed: true }, { printed: true }]);
    expect(printer.slips).toBe(4);
  });

  it("and has once answered after one is never believed without", async () => {
    const { printer, print, prints } = open();
    await print();
    printer.answers = (_, hasSlip) => (hasSlip ? null : 0);
    expect(await prints(5)).toEqual([unsure, unsure, unsure, unsure, unsure]);
  });

  it("and dies when it has confirmed the slip once has not printed it, however often", async () => {
    let answersLeft = 0;
    const { prints } = open({ answers: (_, hasSlip) => (!hasSlip || answersLeft-- > 0 ? 0 : null) });
    for (let times = 0; times < 4; times += 1) {
      answersLeft = 3;
      expect(await prints(1)).toEqual([unsure]);
    }
  });

  it("and breaks off when it has confirmed the slip once has not printed it", async () => {
    const { print } = open({ breaksOffAfterSlip: true });
    expect(await print()).toEqual({ printed: false, problem: "closed-early", bytesSent: true });
  });
});

describe("a printer that answered before and is silent now", () => {
  it("gets no slip as long as it stays silent, if it has confirmed slips", async () => {
    const { printer, print, prints } = open();
    await print();
    printer.answers = () => null;
    expect(await prints(20)).toEqual(Array.from({ length: 20 }, () => heldBack));
    printer.answers = () => 0;
    expect(await print()).toEqual(printed);
    expect(printer.slips).toBe(2);
  });

  it("counts as another one after it was away and a minute of silence", async () => {
    const { printer, print, prints } = open();
    await print();
    printer.isAway = true;
    await print();
    printer.isAway = false;
    printer.answers = () => null;
    expect(await prints(11)).toEqual(Array.from({ length: 11 }, () => heldBack));
    expect(await print()).toEqual({ printed: true, condition: "unknown" });
  });

  it("and does not close either gives two copies at most, and is believed, if it never confirmed a slip", async () => {
    const { printer, transport, print, prints } = open({ closes: null });
    await transport.probe();
    printer.answers = () => null;
    expect(await prints(4)).toEqual([heldBack, heldBack, unsure, unsure]);
    expect(await prints(2)).toMatchObject([{ printed: true }, { printed: true }]);
    expect(printer.slips).toBe(4);
    expect(await print()).toMatchObject({ printed: true });
  });

  it("is given longer to answer each time, up to three times as long", async () => {
    const { printer, prints, print } = open();
    await print();
    printer.answers = (_, hasSlip) => (hasSlip ? 0 : 2900);
    expect(await prints(4)).toEqual([heldBack, heldBack, printed, printed]);
  });
});

describe("a question that stays without answer", () => {
  /** Of the paper sensors: the paper is near its end. Said of the printer it would mean that it is offline. */
  const paperLow = (question: number): number => (question === 4 ? 0x1e : 0x12);

  it("once is asked again at the next look, and heard", async () => {
    const { printer, transport } = open({ answers: (question) => (question === 4 ? 1300 : 0), byte: paperLow });
    expect(await transport.probe()).toBe("ready");
    printer.answers = () => 0;
    expect(await transport.probe()).toBe("paper-low");
  });

  it("once is asked again before the next slip where it had been answered before", async () => {
    const { printer, print } = open({ byte: paperLow });
    await print();
    printer.answers = (question) => (question === 4 ? 1300 : 0);
    expect(await print()).toEqual(printed);
    printer.answers = () => 0;
    expect(await print()).toEqual({ printed: true, condition: "paper-low" });
  });

  it("three times in a row is given up for slips, and still asked by every look at an idle printer", async () => {
    const { printer, transport, print, prints } = open();
    await print();
    printer.answers = (question) => (question === 2 ? null : 0);
    await prints(3);
    printer.asked.length = 0;
    await print();
    expect(printer.asked).toEqual([1, 4, 1, 4, 1, 4]);
    printer.answers = () => 0;
    await transport.probe();
    printer.asked.length = 0;
    await print();
    expect(printer.asked.slice(0, 3)).toEqual([1, 2, 4]);
  });

  it("holds no slip back, and its late answer is not taken for that to another one", async () => {
    const { printer, print } = open({
      answers: (question, hasSlip) => (hasSlip ? 500 : question === 4 ? 1300 : 0),
      byte: paperLow,
    });
    expect(await print()).toEqual(printed);
    expect(printer.slips).toBe(1);
  });
});

it("does not wait for a mute printer to close that is believed not to, for others wait for their slips", async () => {
  const { printer, print, prints } = open({ answers: () => null, closes: null });
  await prints(3);
  printer.closeDeadlines.length = 0;
  expect(await print()).toMatchObject({ printed: true });
  expect(printer.closeDeadlines).toEqual([usualDeadlines.linger]);
});

describe("a printer that never answers and failed with a slip", () => {
  it("by not closing as it used to gets no other one until it closes an empty line", async () => {
    const { printer, transport, print, prints } = open({ answers: () => null });
    await print();
    printer.closes = null;
    expect(await prints(5)).toEqual([unsure, heldBack, heldBack, heldBack, heldBack]);
    expect(await transport.probe()).toBe("offline");
    printer.closes = 0;
    expect(await print()).toMatchObject({ printed: true });
    expect(printer.slips).toBe(3);
  });

  it("by not closing counts as another one after it was away and a minute of that", async () => {
    const { printer, print, prints } = open({ answers: () => null });
    await print();
    printer.closes = null;
    await print();
    printer.isAway = true;
    await print();
    printer.isAway = false;
    expect(await prints(11)).toEqual(Array.from({ length: 11 }, () => heldBack));
    expect(await prints(3)).toMatchObject([unsure, unsure, { printed: true }]);
  });

  it("by hanging up gets no other one until it takes an empty line in peace", async () => {
    const { printer, print, prints } = open({ answers: () => null });
    await print();
    printer.hangsUp = true;
    const hungUp = { printed: false, problem: "closed-early" };
    expect(await prints(4)).toMatchObject([
      { ...hungUp, bytesSent: true },
      { ...hungUp, bytesSent: false },
      { ...hungUp, bytesSent: false },
      { ...hungUp, bytesSent: false },
    ]);
    printer.hangsUp = false;
    expect(await print()).toMatchObject({ printed: true });
    expect(printer.slips).toBe(3);
  });

  it("by closing later than it used to is given longer to close", async () => {
    const { printer, print, prints } = open({ answers: () => null });
    await print();
    printer.closes = 8000;
    expect(await prints(3)).toMatchObject([unsure, { printed: true }, { printed: true }]);
  });
});
