import { beforeEach, describe, expect, it } from "vitest";
import { estimateFor, estimateOf, type EstimateBoard } from "../../../server/views/estimates.ts";
import { Story } from "../domain/story.ts";

const mine = { p50: 60, p90: 120 };
const wouldBe = { p50: 900, p90: 1500 };

describe("the waiting times told last", () => {
  let story: Story;
  let estimates: EstimateBoard;
  const of = (name: string) => estimateOf({ state: story.state, now: story.now, estimates }, story.ticket(name));

  beforeEach(() => {
    story = new Story({ counters: { 1: [["a"]], 2: [["b"]] } });
    story.issues("A", "a");
    story.issues("behind", "a");
    story.passes(1);
    estimates = {
      at: story.now,
      tickets: new Map([
        ["A", mine],
        ["behind", wouldBe],
      ]),
      services: new Map([["a", wouldBe]]),
    };
    story.passes(0, 1);
  });

  it("are told to those they were made for, and as a would-be ticket's to whoever takes a normal number", () => {
    story.issues("new", "a");
    story.issues("old", "a", { class: "courtesy" });
    expect([of("A"), of("new"), of("old")]).toEqual([mine, wouldBe, null]);
  });

  it("are not told to one who is called, nor as a newcomer's to one whose call was taken back", () => {
    estimates = { ...estimates, tickets: new Map([["behind", wouldBe]]) };
    story.callsNext(1);
    expect(of("A")).toBeNull();
    story.does({ type: "undo", counter: 1, clerk: "clerk-1" });
    expect([story.ticket("A").state, of("A")]).toEqual(["waiting", null]);
  });

  it("say nothing to one who was let back in until they are made anew", () => {
    story.misses(1, "A");
    story.does({ type: "requeue", ticket: "A", nextHere: false, clerk: null });
    expect([story.ticket("A").state, of("A")]).toEqual(["waiting", null]);
  });

  it("are not told where the counter has closed or the service was stopped since", () => {
    const looking = () => ({ state: story.state, now: story.now, estimates });
    expect(estimateFor(looking(), "a")).toEqual(wouldBe);
    story.closes(1);
    expect([of("A"), estimateFor(looking(), "a")]).toEqual([null, null]);
    story.opens(1);
    story.does({ type: "stop-service", service: "a", until: null, note: "note" });
    expect([of("A"), estimateFor(looking(), "a")]).toEqual([null, null]);
  });

  it("are forgotten when they are too old to be believed", () => {
    story.passes(3);
    expect(of("A")).toBeNull();
  });
});
