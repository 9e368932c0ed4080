import { describe, expect, it } from "vitest";
import { atCounter, inHand, instant, Story } from "./story.ts";

const finish = (more: { arrived?: boolean; next?: boolean } = {}) =>
  ({ type: "finish", ...inHand(1), arrived: false, outcome: "done", quantity: 2, next: false, ...more }) as const;
const recall = { type: "recall", ...inHand(1) } as const;
const start = { type: "start", ...inHand(1) } as const;

function called(rules: { autoStart?: boolean } = {}): Story {
  const hall = new Story({ counters: { 1: [["a"]], 2: [["a"]] }, rules });
  hall.issues("anna", "a");
  hall.passes(4);
  hall.callsNext(1);
  return hall;
}

describe("the ticket in hand", () => {
  it("was called once, and once more with each recall; the instant of the call stays", () => {
    const hall = called();
    hall.passes(1);
    hall.does(recall);
    hall.does(recall);
    expect(hall.ticket("anna")).toMatchObject({ calls: 3, calledAt: instant("09:04") });
  });

  it("is served from start on, and cannot be recalled or started again", () => {
    const hall = called();
    hall.passes(1);
    hall.does(start);
    expect(hall.ticket("anna")).toMatchObject({ state: "serving", startedAt: instant("09:05") });
    expect(hall.refuses(recall)).toBe("already-started");
    expect(hall.refuses(start)).toBe("already-started");
  });

  it("is not finished before it was started, since nobody may have come", () => {
    const hall = called();
    expect(hall.refuses(finish())).toBe("not-started");
  });

  it("is finished without start where the clerk says that the resident came; service counts from the call", () => {
    const hall = called();
    hall.passes(9);
    expect(hall.does(finish({ arrived: true }))).toEqual(["ticket-finished"]);
    expect(hall.ticket("anna")).toMatchObject({
      state: "finished",
      startedAt: instant("09:04"),
      finishedAt: instant("09:13"),
    });
    expect(hall.ticket("anna").legs).toMatchObject([
      { state: "finished", outcome: "done", startedAt: instant("09:04") },
    ]);
  });

  it("keeps the instant of its start where both were said", () => {
    const hall = called();
    hall.passes(2);
    hall.does(start);
    hall.passes(2);
    hall.does(finish({ arrived: true }));
    expect(hall.ticket("anna").startedAt).toBe(instant("09:06"));
  });

  it("gives way to the next in the same breath where that is asked", () => {
    const hall = called();
    hall.issues("alf", "a");
    expect(hall.does(finish({ arrived: true, next: true }))).toEqual(["ticket-finished", "ticket-called"]);
    expect(hall.counter(1).ticket).toBe("alf");
  });

  it("is finished all the same where nobody is next", () => {
    const hall = called();
    expect(hall.does(finish({ arrived: true, next: true }))).toEqual(["ticket-finished"]);
    expect(hall.counter(1).ticket).toBeNull();
  });

  it("is finished in a pause, and then nobody is called", () => {
    const hall = called();
    hall.issues("alf", "a");
    hall.does({ type: "pause", ...atCounter(1), returnAt: null, note: "note" });
    expect(hall.does(finish({ arrived: true, next: true }))).toEqual(["ticket-finished"]);
  });

  it("must be the one that is named, so that a double press does nothing twice", () => {
    const hall = called();
    hall.issues("alf", "a");
    const pressed = { ...finish({ arrived: true, next: true }), ticket: "anna" };
    hall.does(pressed);
    expect(hall.refuses(pressed)).toBe("not-in-hand");
    expect(hall.counter(1).ticket).toBe("alf");
  });

  it("is none where none was called", () => {
    const hall = new Story({ counters: { 1: [["a"]] } });
    for (const command of [recall, start, finish(), { type: "miss", ...inHand(1), next: false } as const]) {
      expect(hall.refuses(command)).toBe("not-in-hand");
    }
  });

  it("keeps a counter from calling another, by the order or by number", () => {
    const hall = called();
    hall.issues("alf", "a");
    expect(hall.refuses({ type: "call-next", ...atCounter(1), service: null, silent: false })).toBe("counter-busy");
    expect(hall.refuses({ type: "call", ...atCounter(1), ticket: "alf", note: "note" })).toBe("counter-busy");
  });
});

describe("where the call starts service", () => {
  it("does both at once", () => {
    const hall = called({ autoStart: true });
    expect(hall.journal.slice(-2).map(({ type }) => type)).toEqual(["ticket-called", "ticket-started"]);
    expect(hall.ticket("anna")).toMatchObject({ state: "serving", startedAt: instant("09:04") });
  });

  it("still lets the clerk recall, and miss one who never came", () => {
    const hall = called({ autoStart: true });
    hall.does(recall);
    hall.does(recall);
    hall.passes(1);
    expect(hall.does({ type: "miss", ...inHand(1), next: false })).toEqual(["ticket-missed"]);
  });

  it("forgets the start of a service that never was, when the resident is called again", () => {
    const hall = called({ autoStart: true });
    hall.does(recall);
    hall.does(recall);
    hall.passes(1);
    hall.does({ type: "miss", ...inHand(1), next: false });
    expect(hall.ticket("anna").legs).toMatchObject([{ startedAt: null, servedMillis: 0 }]);
    hall.requeues("anna");
    hall.passes(5);
    hall.callsNext(1);
    expect(hall.ticket("anna")).toMatchObject({ calledAt: instant("09:10"), startedAt: instant("09:10") });
    expect(hall.ticket("anna").legs).toMatchObject([{ startedAt: instant("09:10") }]);
  });

  it("starts a resumed one with its call as well", () => {
    const hall = called({ autoStart: true });
    hall.holds(1);
    expect(hall.does({ type: "resume", ...atCounter(1), ticket: "anna" })).toEqual([
      "ticket-resumed",
      "ticket-started",
    ]);
  });
});

describe("a call by number", () => {
  it("takes a waiting ticket out of order, and says so", () => {
    const hall = new Story({ counters: { 1: [["a"]] } });
    hall.issuesAll("a", "anna", "alf");
    hall.calls(1, "alf");
    expect(hall.journal.at(-1)).toMatchObject({ type: "ticket-called", ticket: "alf", how: "number", note: "note" });
  });

  it("takes a missed one, however often it came back", () => {
    const hall = new Story({ counters: { 1: [["a"]] }, rules: { requeueTimes: 0 } });
    hall.issues("late", "a");
    hall.misses(1, "late");
    hall.passes(90);
    hall.calls(1, "late");
    expect(hall.ticket("late")).toMatchObject({ state: "called", calls: 1 });
  });

  it("is refused for one in somebody's hand, held, over, or unknown", () => {
    const hall = new Story({ counters: { 1: [["a"]], 2: [["a"]] } });
    hall.issuesAll("a", "called", "held", "over");
    hall.calls(2, "called");
    hall.calls(1, "held");
    hall.starts(1);
    hall.holds(1);
    hall.does({ type: "cancel", ticket: "over" });
    const call = (ticket: string) => ({ type: "call", ...atCounter(1), ticket, note: "note" }) as const;
    expect(hall.refuses(call("called"))).toBe("already-called");
    expect(hall.refuses(call("held"))).toBe("ticket-not-waiting");
    expect(hall.refuses(call("over"))).toBe("ticket-not-waiting");
    expect(hall.refuses(call("nobody"))).toBe("not-found");
  });

  it("is refused for a service not listed here, unless the hall calls across or the ticket waits here by name", () => {
    const call = (counter: number) => ({ type: "call", ...atCounter(counter), ticket: "anna", note: "note" }) as const;
    const strict = new Story({ counters: { 1: [["a"]], 2: [["b"]] } });
    strict.issues("anna", "a");
    expect(strict.refuses(call(2))).toBe("not-at-this-counter");
    strict.callsNext(1);
    strict.transfers(1, { counter: 2 });
    expect(strict.does(call(2))).toEqual(["ticket-called"]);
    const open = new Story({ counters: { 1: [["a"]], 2: [["b"]] }, rules: { callAcross: true } });
    open.issues("anna", "a");
    expect(open.does(call(2))).toEqual(["ticket-called"]);
  });
});
