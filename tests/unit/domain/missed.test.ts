import { describe, expect, it } from "vitest";
import { inHand, Story } from "./story.ts";

const miss = (counter: number) => ({ type: "miss", ...inHand(counter), next: false }) as const;
const recall = (counter: number) => ({ type: "recall", ...inHand(counter) }) as const;
const requeue = (ticket: string) => ({ type: "requeue", ticket, nextHere: false, clerk: null }) as const;
const nextHere = (ticket: string, counter: number) =>
  ({ type: "requeue", ticket, nextHere: true, clerk: `clerk-${String(counter)}` }) as const;

/** Somebody was missed at counter 1, and six others wait. */
function missed(rules: Readonly<Record<string, number>> = {}): Story {
  const hall = new Story({ counters: { 1: [["a"], ["b"]], 2: [["a"]] }, rules });
  hall.issues("late", "a");
  hall.misses(1, "late");
  hall.issuesAll("a", "a1", "a2", "a3", "a4", "a5");
  hall.issues("b1", "b");
  return hall;
}

describe("a miss", () => {
  it("needs three calls and sixty seconds since the first", () => {
    const hall = new Story({ counters: { 1: [["a"]] } });
    hall.issues("late", "a");
    hall.callsNext(1);
    hall.passes(2);
    expect(hall.refuses(miss(1))).toBe("miss-too-early");
    hall.does(recall(1));
    expect(hall.refuses(miss(1))).toBe("miss-too-early");
    hall.does(recall(1));
    expect(hall.does(miss(1))).toEqual(["ticket-missed"]);
  });

  it("is too early until the sixtieth second, however often the number was called", () => {
    const hall = new Story({ counters: { 1: [["a"]] } });
    hall.issues("late", "a");
    hall.callsNext(1);
    for (const _ of [2, 3, 4]) hall.does(recall(1));
    hall.passes(0, 59);
    expect(hall.refuses(miss(1))).toBe("miss-too-early");
    hall.passes(0, 1);
    expect(hall.does(miss(1))).toEqual(["ticket-missed"]);
  });

  it("follows the hall's own minimum", () => {
    const hall = new Story({ counters: { 1: [["a"]] }, rules: { missAfterCalls: 1, missAfterSeconds: 0 } });
    hall.issues("late", "a");
    hall.callsNext(1);
    expect(hall.does(miss(1))).toEqual(["ticket-missed"]);
    expect(hall.ticket("late")).toMatchObject({ state: "missed", counter: 1 });
    expect(hall.counter(1).ticket).toBeNull();
  });

  it("counts the calls anew after a return", () => {
    const hall = missed();
    hall.requeues("late");
    hall.calls(1, "late");
    hall.passes(5);
    expect(hall.refuses(miss(1))).toBe("miss-too-early");
  });

  it("calls the next in the same breath where that is asked", () => {
    const hall = new Story({ counters: { 1: [["a"]] }, rules: { missAfterCalls: 1, missAfterSeconds: 0 } });
    hall.issuesAll("a", "late", "anna");
    hall.callsNext(1);
    expect(hall.does({ ...miss(1), next: true })).toEqual(["ticket-missed", "ticket-called"]);
    expect(hall.counter(1).ticket).toBe("anna");
  });

  it("is refused once service has begun", () => {
    const hall = new Story({ counters: { 1: [["a"]] }, rules: { missAfterCalls: 1, missAfterSeconds: 0 } });
    hall.issues("here", "a");
    hall.callsNext(1);
    hall.starts(1);
    expect(hall.refuses(miss(1))).toBe("already-started");
  });
});

describe("letting a missed one back in", () => {
  it("puts them behind the third waiting ticket of their service and class", () => {
    const hall = missed();
    hall.requeues("late");
    expect(hall.callsAll(2)).toEqual(["a1", "a2", "a3", "late", "a4", "a5"]);
  });

  it("puts them last where fewer than three wait", () => {
    const hall = new Story({ counters: { 1: [["a"]], 2: [["a"]] } });
    hall.issues("late", "a");
    hall.misses(1, "late");
    hall.issuesAll("a", "a1", "a2");
    hall.requeues("late");
    hall.issues("a3", "a");
    expect(hall.callsAll(2)).toEqual(["a1", "a2", "late", "a3"]);
  });

  it("counts only those of the same class", () => {
    const hall = missed();
    for (const name of ["c1", "c2"]) hall.issues(name, "a", { class: "courtesy" });
    hall.requeues("late");
    expect(hall.callsAll(2)).toEqual(["c1", "c2", "a1", "a2", "a3", "late", "a4", "a5"]);
  });

  it("counts only those of the same service", () => {
    const hall = new Story({ counters: { 1: [["a", "b"]], 2: [["a", "b"]] } });
    hall.issues("late", "a");
    hall.misses(1, "late");
    hall.issuesAll("a", "a1");
    hall.issuesAll("b", "b1", "b2", "b3");
    hall.issuesAll("a", "a2", "a3", "a4");
    hall.requeues("late");
    expect(hall.callsAll(2)).toEqual(["a1", "b1", "b2", "b3", "a2", "a3", "late", "a4"]);
  });

  it("counts those waiting beyond the overflow limit with the others, in their order", () => {
    const hall = missed();
    hall.passes(31);
    hall.issuesAll("a", "a6");
    hall.requeues("late");
    expect(hall.callsAll(2)).toEqual(["a1", "a2", "a3", "late", "a4", "a5", "a6"]);
  });

  it("keeps the place it gave, whatever happens before it", () => {
    const hall = missed();
    hall.requeues("late");
    hall.does({ type: "cancel", ticket: "a3" });
    hall.does({ type: "cancel", ticket: "a1" });
    expect(hall.ahead("late")).toBe(1);
    expect(hall.callsAll(2)).toEqual(["a2", "late", "a4", "a5"]);
  });

  it("puts a second one behind the third as well, which is before the first one who came back", () => {
    const hall = missed();
    hall.misses(2, "a1");
    hall.requeues("late");
    hall.requeues("a1");
    expect(hall.callsAll(2)).toEqual(["a2", "a3", "a4", "a1", "late", "a5"]);
  });

  it("puts one behind somebody who came back where that is the third", () => {
    const hall = missed();
    for (const name of ["a1", "a2", "a3"]) hall.does({ type: "cancel", ticket: name });
    hall.issuesAll("a", "a6", "a7");
    hall.requeues("late");
    expect(hall.callsNext(2)).toBe("a4");
    hall.finishes(2);
    hall.misses(2, "a5");
    hall.requeues("a5");
    expect(hall.callsAll(2)).toEqual(["a6", "late", "a7", "a5"]);
  });

  it("begins the count of calls again and keeps the number", () => {
    const hall = missed();
    const { number } = hall.ticket("late");
    hall.requeues("late");
    expect(hall.ticket("late")).toMatchObject({ state: "waiting", counter: null, calls: 0, requeues: 1, number });
  });

  it("is possible twice, and not a third time", () => {
    const hall = missed();
    hall.requeues("late");
    hall.misses(1, "late");
    hall.requeues("late");
    hall.misses(1, "late");
    expect(hall.refusal(requeue("late"))).toMatchObject({ refused: "requeue-limit", detail: { times: 2 } });
  });

  it("is possible until sixty minutes after the miss", () => {
    const hall = missed();
    hall.passes(60);
    expect(hall.does(requeue("late"))).toEqual(["ticket-requeued"]);
    const other = missed();
    other.passes(60, 1);
    expect(other.refusal(requeue("late"))).toMatchObject({ refused: "requeue-limit", detail: { minutes: 60 } });
  });

  it("is refused for one who was not missed", () => {
    const hall = missed();
    expect(hall.refuses(requeue("a1"))).toBe("ticket-not-missed");
    hall.requeues("late");
    expect(hall.refuses(requeue("late"))).toBe("ticket-not-missed");
    expect(hall.refuses(requeue("nobody"))).toBe("not-found");
  });
});

describe("taking a missed one back at once", () => {
  it("lets them go before everybody at that counter", () => {
    const hall = missed();
    hall.issues("soldier", "a", { class: "statutory" });
    hall.requeues("late", 1);
    expect(hall.callsAll(1).slice(0, 2)).toEqual(["late", "soldier"]);
  });

  it("lets them go before those transferred to that counter by name", () => {
    const hall = missed();
    hall.callsNext(2);
    hall.transfers(2, { counter: 1 });
    hall.requeues("late", 1);
    expect(hall.callsAll(1).slice(0, 2)).toEqual(["late", "a1"]);
  });

  it("is for that counter alone", () => {
    const hall = missed();
    hall.requeues("late", 1);
    expect(hall.callsAll(2)).toEqual(["a1", "a2", "a3", "a4", "a5"]);
  });

  it("is refused once the counter is closed, then to a clerk of another one, and only then for how things stand", () => {
    const hall = missed();
    expect(hall.refuses(nextHere("a1", 1))).toBe("ticket-not-missed");
    expect(hall.refuses(nextHere("late", 2))).toBe("not-allowed");
    expect(hall.refuses({ ...requeue("late"), nextHere: true })).toBe("not-allowed");
    hall.passes(6);
    expect(hall.refuses(nextHere("late", 1))).toBe("requeue-limit");
    expect(hall.refuses(nextHere("late", 2))).toBe("not-allowed");
    hall.closes(1);
    expect(hall.refuses(nextHere("late", 1))).toBe("counter-closed");
    expect(hall.refuses(nextHere("late", 2))).toBe("counter-closed");
    expect(hall.refuses(nextHere("a1", 1))).toBe("counter-closed");
  });

  it("is possible for five minutes", () => {
    const hall = missed();
    hall.passes(5);
    expect(hall.does(nextHere("late", 1))).toEqual(["ticket-requeued"]);
    const other = missed();
    other.passes(5, 1);
    expect(other.refusal(nextHere("late", 1))).toMatchObject({ refused: "requeue-limit", detail: { minutes: 5 } });
  });

  it("does not count as a return", () => {
    const hall = missed({ requeueTimes: 1 });
    hall.requeues("late", 1);
    expect(hall.ticket("late").requeues).toBe(0);
    hall.misses(1, "late");
    expect(hall.does(requeue("late"))).toEqual(["ticket-requeued"]);
  });

  it("sends them back to their service by the instant of issue if the counter closes first", () => {
    const hall = missed();
    hall.requeues("late", 1);
    hall.closes(1);
    expect(hall.callsAll(2)).toEqual(["late", "a1", "a2", "a3", "a4", "a5"]);
  });
});
