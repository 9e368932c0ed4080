import { describe, expect, it } from "vitest";
import { atCounter, Story } from "./story.ts";
import { canonical, folded } from "./canonical.ts";
import { readSnapshot, writeSnapshot } from "../../../server/domain/snapshot.ts";
import type { SmallHall } from "./small-hall.ts";

const hall: SmallHall = { counters: { 1: [["a"]], 2: [["a"]] }, rules: { missAfterCalls: 1, missAfterSeconds: 0 } };

function undoes(story: Story, counter = 1): string[] {
  return story.does({ type: "undo", ...atCounter(counter) });
}

function refusesUndo(story: Story, counter = 1): string {
  return story.refuses({ type: "undo", ...atCounter(counter) });
}

function closesAndOpens(story: Story): void {
  story.closes(1);
  story.opens(1);
}

describe("taking the last step back", () => {
  it("puts one who was called back at the head, as if not called", () => {
    const story = new Story(hall);
    story.issuesAll("a", "one", "two");
    const before = { ...story.ticket("one"), events: [] };
    story.callsNext(1);
    story.passes(0, 20);
    undoes(story);
    expect({ ...story.ticket("one"), events: [] }).toEqual(before);
    expect([story.counter(1).ticket, story.ahead("one"), story.ahead("two")]).toEqual([null, 0, 1]);
    expect(story.ticket("one").legs[0]?.calledAt).toBeNull();
    expect(story.callsNext(2)).toBe("one");
  });

  it("takes an end and the call that came with it back together", () => {
    const story = new Story(hall);
    story.issuesAll("a", "one", "two");
    story.callsNext(1);
    story.starts(1);
    const at = { ...atCounter(1), ticket: null };
    story.does({ type: "finish", ...at, arrived: false, outcome: "done", quantity: 2, next: true });
    expect(undoes(story)).toEqual(["step-undone", "step-undone"]);
    expect([story.counter(1).ticket, story.ticket("one").state, story.ticket("two").state]).toEqual([
      "one",
      "serving",
      "waiting",
    ]);
    expect(story.ticket("one").legs[0]).toMatchObject({ finishedAt: null, outcome: null, servedMillis: 0 });
    expect(refusesUndo(story)).toBe("nothing-to-undo");
  });

  it("does not take an end back with a call that was pressed by itself in the same moment", () => {
    const story = new Story(hall);
    story.issuesAll("a", "one", "two");
    story.callsNext(1);
    story.finishes(1);
    story.callsNext(1);
    expect(undoes(story)).toEqual(["step-undone"]);
    expect([story.counter(1).ticket, story.ticket("one").state]).toEqual([null, "finished"]);
  });

  it("counts a call that starts service as one step", () => {
    const story = new Story({ ...hall, rules: { autoStart: true } });
    story.issuesAll("a", "one");
    story.callsNext(1);
    expect(story.ticket("one").state).toBe("serving");
    undoes(story);
    expect([story.ticket("one").state, story.counter(1).ticket]).toEqual(["waiting", null]);
  });

  it("gives the run of priority, the hold and the wait by name back", () => {
    const story = new Story(hall);
    story.issues("old", "a", { class: "courtesy", reason: "elderly" });
    story.callsNext(1);
    expect(story.counter(1).run).toBe(1);
    undoes(story);
    expect(story.counter(1).run).toBe(0);

    story.callsNext(1);
    story.starts(1);
    story.holds(1);
    story.passes(2);
    const heldAt = story.ticket("old").heldAt;
    story.does({ type: "resume", ...atCounter(1), ticket: "old" });
    undoes(story);
    expect([story.ticket("old").heldAt, [...story.state.held]]).toEqual([heldAt, ["old"]]);

    story.does({ type: "resume", ...atCounter(1), ticket: "old" });
    story.transfers(1, { counter: 2 });
    story.callsNext(2);
    undoes(story, 2);
    expect([...story.state.queue.directedTo(2)].map(({ ticket }) => ticket)).toEqual(["old"]);
  });

  it.each([
    ["its time is over", (story: Story) => void story.passes(0, 31)],
    ["another counter has called the ticket", (story: Story) => void story.callsNext(2)],
    ["somebody gave the number up", (story: Story) => void story.does({ type: "cancel", ticket: "one" })],
    ["its class was changed", (story: Story) => story.reclassifies("one", "courtesy")],
    ["the counter was closed in between", closesAndOpens],
    ["it was taken back already", (story: Story) => void undoes(story)],
  ])("is refused once %s", (_, meanwhile) => {
    const story = new Story(hall);
    story.issuesAll("a", "one");
    story.callsNext(1);
    story.transfers(1, { service: "a" });
    meanwhile(story);
    expect(refusesUndo(story)).toBe("nothing-to-undo");
  });

  it("takes no call back that was followed by another one of the same ticket", () => {
    const story = new Story(hall);
    story.issuesAll("a", "one");
    story.callsNext(1);
    story.does({ type: "recall", ...atCounter(1), ticket: null });
    expect(refusesUndo(story)).toBe("nothing-to-undo");
    story.starts(1);
    undoes(story);
    expect([story.ticket("one").state, story.ticket("one").calls]).toEqual(["called", 2]);
  });

  it("sends nobody back to wait for a counter that has closed", () => {
    const story = new Story(hall);
    story.issuesAll("a", "one");
    story.callsNext(1);
    story.transfers(1, { counter: 2 });
    story.calls(1, "one");
    story.closes(2);
    expect(refusesUndo(story)).toBe("nothing-to-undo");
  });

  it("is nobody's but the clerk's who sits there, and knows no step of the hub's own", () => {
    const story = new Story({ ...hall, rules: { holdMinutes: 5 } });
    story.issuesAll("a", "one");
    story.callsNext(1);
    expect(story.refuses({ type: "undo", counter: 1, clerk: "clerk-2" })).toBe("not-allowed");
    expect(story.refuses({ type: "undo", counter: 9, clerk: "clerk-2" })).toBe("not-found");
    story.starts(1);
    story.holds(1);
    story.passes(5);
    story.does({ type: "lapse-holds" });
    expect(story.ticket("one").state).toBe("missed");
    expect(refusesUndo(story)).toBe("nothing-to-undo");
  });

  it("is off where the hall gives no seconds for it", () => {
    const story = new Story({ ...hall, rules: { undoSeconds: 0 } });
    story.issuesAll("a", "one");
    story.callsNext(1);
    expect(refusesUndo(story)).toBe("nothing-to-undo");
  });

  it("goes on from a day's close that was written before there was any undo", () => {
    const before = new Story(hall);
    before.does({ type: "close-day" });
    const text = writeSnapshot(before.state).replace(/,"last":null,"help":null/g, "");
    expect(text).not.toContain("last");
    const state = readSnapshot(text);
    expect([...state.counters.values()].map(({ last, help }) => [last, help])).toEqual([
      [null, null],
      [null, null],
    ]);
  });

  it("stands in the journal: folded anew, all is the same", () => {
    const story = new Story(hall);
    story.issuesAll("a", "one", "two");
    story.callsNext(1);
    story.does({ type: "miss", ...atCounter(1), ticket: null, next: true });
    undoes(story);
    expect(canonical(folded(story.journal), story.now)).toEqual(canonical(story.state, story.now));
    expect(story.ticket("one").events).toHaveLength(4);
  });
});
