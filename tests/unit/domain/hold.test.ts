import { describe, expect, it } from "vitest";
import { inHand, instant, Story } from "./story.ts";

const resume = (ticket: string, counter = 1) =>
  ({ type: "resume", counter, clerk: `clerk-${String(counter)}`, ticket }) as const;

/** One resident is held at counter 1 since 9:00. */
function held(): Story {
  const hall = new Story({ counters: { 1: [["a"]], 2: [["a"]] } });
  hall.issues("away", "a");
  hall.callsNext(1);
  hall.starts(1);
  hall.holds(1);
  return hall;
}

describe("a hold", () => {
  it("frees the counter and keeps the resident at it", () => {
    const hall = held();
    expect(hall.counter(1).ticket).toBeNull();
    expect(hall.ticket("away")).toMatchObject({ state: "held", counter: 1 });
  });

  it("is refused before service has begun", () => {
    const hall = held();
    hall.issues("anna", "a");
    hall.callsNext(1);
    expect(hall.refuses({ type: "hold", ...inHand(1), note: null })).toBe("not-started");
  });

  it("ends with a call at the same counter, at once, without queueing", () => {
    const hall = held();
    hall.issues("soldier", "a", { class: "statutory" });
    hall.passes(10);
    expect(hall.does(resume("away"))).toEqual(["ticket-resumed"]);
    expect(hall.ticket("away")).toMatchObject({ state: "called", counter: 1, calls: 1, heldAt: null });
    expect(hall.counter(1).ticket).toBe("away");
  });

  it("cannot end at another counter, nor while another ticket is in hand, nor in a pause", () => {
    const hall = held();
    expect(hall.refuses(resume("away", 2))).toBe("ticket-not-held");
    hall.issues("anna", "a");
    hall.callsNext(1);
    expect(hall.refuses(resume("away"))).toBe("counter-busy");
    hall.finishes(1);
    hall.does({ type: "pause", counter: 1, clerk: "clerk-1", returnAt: null, note: "note" });
    expect(hall.refuses(resume("away"))).toBe("counter-paused");
  });
});

describe("how long somebody is served", () => {
  const served = (hall: Story): number => (hall.ticket("away").legs[0]?.servedMillis ?? 0) / 60_000;

  /** Served from 9:00 to 9:05 and held since. */
  function heldAfterFive(): Story {
    const hall = new Story({ counters: { 1: [["a"]], 2: [["a"]] } });
    hall.issues("away", "a");
    hall.callsNext(1);
    hall.starts(1);
    hall.passes(5);
    hall.holds(1);
    return hall;
  }

  it("leaves out the time held, and the time until service goes on", () => {
    const hall = heldAfterFive();
    hall.passes(10);
    hall.does(resume("away"));
    hall.passes(1);
    hall.starts(1);
    expect(hall.ticket("away")).toMatchObject({ calledAt: instant("09:15"), startedAt: instant("09:16") });
    hall.passes(3);
    hall.holds(1);
    hall.passes(20);
    hall.does(resume("away"));
    hall.passes(1);
    hall.finishes(1);
    expect(served(hall)).toBe(5 + 3 + 1);
    expect(hall.ticket("away").legs).toMatchObject([{ calledAt: instant("09:00"), startedAt: instant("09:00") }]);
  });

  it("leaves out a hold that lapsed and the wait after it", () => {
    const hall = heldAfterFive();
    hall.passes(45);
    hall.does({ type: "lapse-holds" });
    expect(hall.ticket("away")).toMatchObject({ state: "missed", heldAt: null });
    hall.requeues("away");
    expect(hall.ticket("away")).toMatchObject({ state: "waiting", startedAt: null, calledAt: null });
    hall.passes(15);
    hall.callsNext(2);
    expect(hall.ticket("away")).toMatchObject({ state: "called", startedAt: null });
    hall.starts(2);
    expect(hall.ticket("away").startedAt).toBe(instant("10:05"));
    hall.passes(2);
    hall.finishes(2);
    expect(served(hall)).toBe(5 + 2);
    expect(hall.ticket("away").legs).toMatchObject([{ startedAt: instant("09:00"), finishedAt: instant("10:07") }]);
  });

  it("begins anew for one who was missed after a hold and is called by number", () => {
    const hall = heldAfterFive();
    hall.passes(45);
    hall.does({ type: "lapse-holds" });
    hall.calls(2, "away");
    expect(hall.ticket("away")).toMatchObject({ state: "called", startedAt: null });
  });

  it("ends with a transfer and with the day as well", () => {
    const hall = heldAfterFive();
    hall.does(resume("away"));
    hall.starts(1);
    hall.passes(4);
    hall.transfers(1, { counter: 2 });
    hall.callsNext(2);
    hall.starts(2);
    hall.passes(7);
    const { legs } = hall.ticket("away");
    hall.does({ type: "close-day" });
    expect(legs.map(({ state, servedMillis }) => [state, servedMillis / 60_000])).toEqual([
      ["transferred", 9],
      ["unfinished", 7],
    ]);
  });
});

describe("a miss after a hold, where the call starts service", () => {
  /** Served from 9:00 to 9:05, away until 9:15, then called back in vain until 9:16. */
  function missedAfterHold(): Story {
    const hall = new Story({ counters: { 1: [["a"]] }, rules: { autoStart: true } });
    hall.issues("away", "a");
    hall.callsNext(1);
    hall.passes(5);
    hall.holds(1);
    hall.passes(10);
    hall.does(resume("away"));
    for (const _ of [2, 3]) hall.does({ type: "recall", ...inHand(1) });
    hall.passes(1);
    hall.does({ type: "miss", ...inHand(1), next: false });
    return hall;
  }

  it("keeps the start of the service that had begun before it", () => {
    const { legs, ...ticket } = missedAfterHold().ticket("away");
    expect(ticket).toMatchObject({ state: "missed", startedAt: null });
    expect(legs).toMatchObject([{ state: "missed", startedAt: instant("09:00"), servedMillis: 5 * 60_000 }]);
  });

  it("keeps it through a further call in vain as well", () => {
    const hall = missedAfterHold();
    hall.requeues("away");
    hall.passes(4);
    hall.callsNext(1);
    for (const _ of [2, 3]) hall.does({ type: "recall", ...inHand(1) });
    hall.passes(1);
    hall.does({ type: "miss", ...inHand(1), next: false });
    const { legs, ...ticket } = hall.ticket("away");
    expect(ticket).toMatchObject({ calledAt: instant("09:20"), startedAt: null });
    expect(legs).toMatchObject([{ startedAt: instant("09:00"), servedMillis: 5 * 60_000 }]);
  });
});

describe("a hold that lasts too long", () => {
  it("becomes a miss after forty-five minutes", () => {
    const hall = held();
    hall.passes(44, 59);
    expect(hall.does({ type: "lapse-holds" })).toEqual([]);
    hall.passes(0, 1);
    expect(hall.does({ type: "lapse-holds" })).toEqual(["ticket-missed"]);
    expect(hall.ticket("away")).toMatchObject({ state: "missed", counter: 1 });
    expect(hall.refuses(resume("away"))).toBe("ticket-not-held");
  });

  it("does not take the ticket out of the hand of the counter it was held at", () => {
    const hall = held();
    hall.passes(44);
    hall.issues("anna", "a");
    hall.callsNext(1);
    hall.passes(2);
    hall.does({ type: "lapse-holds" });
    expect(hall.counter(1).ticket).toBe("anna");
  });

  it("can be let back in like any other miss", () => {
    const hall = held();
    hall.passes(45);
    hall.does({ type: "lapse-holds" });
    hall.requeues("away");
    expect(hall.callsNext(2)).toBe("away");
  });

  it("lapses only once, and only for those still held", () => {
    const hall = held();
    hall.does(resume("away"));
    hall.passes(46);
    expect(hall.does({ type: "lapse-holds" })).toEqual([]);
  });

  it("lapses too where the counter is closed and no longer in the hall", () => {
    const hall = held();
    hall.closes(1);
    const file = hall.state.hall?.file;
    if (!file) throw new Error("the hall is loaded");
    hall.does({ type: "load-hall", hall: { ...file, counters: file.counters.filter(({ number }) => number !== 1) } });
    hall.passes(46);
    expect(hall.does({ type: "lapse-holds" })).toEqual(["ticket-missed"]);
    expect(hall.ticket("away").state).toBe("missed");
  });
});
