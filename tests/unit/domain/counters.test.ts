import { describe, expect, it } from "vitest";
import { atCounter, inHand, instant, Story } from "./story.ts";

const at = (counter: number, clerk: string) => ({ counter, clerk }) as const;

describe("a counter", () => {
  it("is taken by one clerk, and a clerk takes one counter", () => {
    const hall = new Story({ counters: { 1: [["a"]], 2: [["a"]] } });
    expect(hall.refuses({ type: "open", ...at(1, "clerk-9") })).toBe("counter-taken");
    hall.closes(2);
    expect(hall.refuses({ type: "open", ...at(2, "clerk-1") })).toBe("clerk-busy");
    expect(hall.does({ type: "open", ...at(2, "clerk-9") })).toEqual(["counter-opened"]);
  });

  it("that is open already is opened again without an event", () => {
    const hall = new Story({ counters: { 1: [["a"]] } });
    expect(hall.does({ type: "open", ...atCounter(1) })).toEqual([]);
  });

  it("that does not exist is not found, whatever is asked of it", () => {
    const hall = new Story({ counters: { 1: [["a"]] } });
    expect(hall.refuses({ type: "open", ...at(7, "clerk-9") })).toBe("not-found");
    expect(hall.refuses({ type: "take-over", ...at(7, "clerk-9") })).toBe("not-found");
    expect(hall.refuses({ type: "call-next", ...at(7, "clerk-9"), service: null, silent: false })).toBe("not-found");
  });

  it("obeys the clerk who has taken it and nobody else", () => {
    const hall = new Story({ counters: { 1: [["a"]] } });
    hall.issues("anna", "a");
    expect(hall.refuses({ type: "call-next", ...at(1, "clerk-9"), service: null, silent: false })).toBe("not-allowed");
    hall.callsNext(1);
    expect(hall.refuses({ type: "start", ...at(1, "clerk-9"), ticket: null })).toBe("not-allowed");
    expect(hall.refuses({ type: "close", ...at(1, "clerk-9") })).toBe("not-allowed");
    expect(hall.refuses({ type: "pause", ...at(1, "clerk-9"), returnAt: null, note: "note" })).toBe("not-allowed");
  });

  it("that is closed does nothing", () => {
    const hall = new Story({ counters: { 1: [["a"]] } });
    hall.closes(1);
    expect(hall.refuses({ type: "call-next", ...atCounter(1), service: null, silent: false })).toBe("counter-closed");
    expect(hall.refuses({ type: "recall", ...inHand(1) })).toBe("counter-closed");
    expect(hall.refuses({ type: "close", ...atCounter(1) })).toBe("counter-closed");
    expect(hall.refuses({ type: "take-over", ...at(1, "clerk-9") })).toBe("counter-closed");
  });

  it("cannot close with a ticket in hand", () => {
    const hall = new Story({ counters: { 1: [["a"]] } });
    hall.issues("anna", "a");
    hall.callsNext(1);
    expect(hall.refuses({ type: "close", ...atCounter(1) })).toBe("counter-busy");
    hall.finishes(1);
    expect(hall.does({ type: "close", ...atCounter(1) })).toEqual(["counter-closed"]);
    expect(hall.counter(1)).toMatchObject({ state: "closed", clerk: null });
  });

  it("tells of those it sends back when it closes, each by an event of their own, before the close", () => {
    const hall = new Story({ counters: { 1: [["a"]], 2: [["a"]] } });
    hall.issuesAll("a", "first", "second");
    for (const _ of [1, 2]) {
      hall.callsNext(1);
      hall.transfers(1, { counter: 2 });
    }
    expect(hall.does({ type: "close", ...atCounter(2) })).toEqual([
      "ticket-returned",
      "ticket-returned",
      "counter-closed",
    ]);
  });

  it("calls nobody in a pause, but ends what it has in hand", () => {
    const hall = new Story({ counters: { 1: [["a"]] } });
    hall.issuesAll("a", "anna", "alf");
    hall.callsNext(1);
    hall.does({ type: "pause", ...atCounter(1), returnAt: hall.now + 600_000, note: "note" });
    expect(hall.counter(1)).toMatchObject({ state: "paused", returnAt: hall.now + 600_000 });
    hall.finishes(1);
    expect(hall.refuses({ type: "call-next", ...atCounter(1), service: null, silent: false })).toBe("counter-paused");
    expect(hall.refuses({ type: "call", ...atCounter(1), ticket: "alf", note: "note" })).toBe("counter-paused");
    hall.opens(1);
    expect(hall.counter(1)).toMatchObject({ state: "open", returnAt: null, pauseNote: null });
    expect(hall.callsNext(1)).toBe("alf");
  });

  it("know since when they are as they are, or in whose hands", () => {
    const hall = new Story({ counters: { 1: [["a"]] } }, "09:00");
    const since = () => hall.counter(1).since;
    expect(since()).toBe(instant("09:00"));
    hall.at("09:10").does({ type: "pause", ...atCounter(1), returnAt: null, note: "note" });
    expect(since()).toBe(instant("09:10"));
    hall.at("09:20").does({ type: "open", ...atCounter(1) });
    expect(since()).toBe(instant("09:20"));
    hall.at("09:30").does({ type: "take-over", counter: 1, clerk: "clerk-9" });
    expect(since()).toBe(instant("09:30"));
    hall.at("09:40").does({ type: "close", counter: 1, clerk: "clerk-9" });
    expect(since()).toBe(instant("09:40"));
  });
});

describe("the end of a pause", () => {
  const pauseUntil = (returnAt: number) => ({ type: "pause", ...atCounter(1), returnAt, note: "note" }) as const;

  it("is not told where it has passed", () => {
    const hall = new Story({ counters: { 1: [["a"]] } });
    expect(hall.refuses(pauseUntil(hall.now - 2 * 60_000 - 1))).toBe("invalid-request");
    expect(hall.counter(1).state).toBe("open");
  });

  it("may be this very minute, by a clock that is a little behind", () => {
    const hall = new Story({ counters: { 1: [["a"]] } });
    expect(hall.does(pauseUntil(hall.now - 2 * 60_000))).toEqual(["counter-paused"]);
  });
});

describe("taking a counter over", () => {
  it("takes its ticket in hand too, and the one before is rid of it", () => {
    const hall = new Story({ counters: { 1: [["a"]] } });
    hall.issues("anna", "a");
    hall.callsNext(1);
    expect(hall.does({ type: "take-over", ...at(1, "clerk-9") })).toEqual(["counter-taken-over"]);
    expect(hall.refuses({ type: "start", ...inHand(1) })).toBe("not-allowed");
    expect(hall.does({ type: "start", ...at(1, "clerk-9"), ticket: "anna" })).toEqual(["ticket-started"]);
  });

  it("leaves the one before free to take another counter", () => {
    const hall = new Story({ counters: { 1: [["a"]], 2: [["a"]] } });
    hall.closes(2);
    hall.does({ type: "take-over", ...at(1, "clerk-9") });
    expect(hall.does({ type: "open", ...at(2, "clerk-1") })).toEqual(["counter-opened"]);
  });

  it("is refused to somebody who has a counter, and nothing to whom it is already", () => {
    const hall = new Story({ counters: { 1: [["a"]], 2: [["a"]] } });
    expect(hall.refuses({ type: "take-over", ...at(1, "clerk-2") })).toBe("clerk-busy");
    expect(hall.does({ type: "take-over", ...atCounter(1) })).toEqual([]);
  });
});
