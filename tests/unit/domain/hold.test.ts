import { describe, expect, it } from "vitest";
import { inHand, Story } from "./story.ts";

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
    expect(hall.ticket("away")).toMatchObject({ state: "called", counter: 1, calls: 1, heldMillis: 10 * 60_000 });
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

  it("adds up over several", () => {
    const hall = held();
    hall.passes(10);
    hall.does(resume("away"));
    hall.starts(1);
    hall.passes(3);
    hall.holds(1);
    hall.passes(20);
    hall.does(resume("away"));
    expect(hall.ticket("away").heldMillis).toBe(30 * 60_000);
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
