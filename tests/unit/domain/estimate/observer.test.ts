import { describe, expect, it } from "vitest";
import { notice, type Noticed, type Observation } from "../../../../server/domain/estimate/noticed.ts";
import { Observer } from "../../../../server/domain/estimate/observer.ts";
import { evolve } from "../../../../server/domain/evolve.ts";
import { initialState } from "../../../../server/domain/state.ts";
import { atCounter, Story } from "../story.ts";

const hall = {
  counters: { 1: [["apply", "card"]], 2: [["card"]] },
  settings: { apply: { typicalMinutes: 7 } },
};

/** What is observed of a story's journal from its first ticket on. */
function observed({ journal }: Story): Omit<Observation, "seq">[] {
  const state = initialState();
  const noticed = journal.flatMap((event): readonly Noticed[] => {
    evolve(state, event);
    return notice(event, state);
  });
  const observer = new Observer();
  return noticed
    .flatMap((each) => observer.see(each))
    .filter(({ kind }) => kind !== "day-began")
    .map(({ seq: _seq, ...observation }) => observation);
}

const ofKind = (story: Story, kind: Observation["kind"]): Omit<Observation, "seq">[] =>
  observed(story).filter((each) => each.kind === kind);

describe("what an estimator learns from a journal", () => {
  it("hears who joins, how long they wait, and how long they take from the call on", () => {
    const story = new Story(hall);
    story.issuesAll("apply", "A");
    const joinedAt = story.now;
    story.passes(5);
    story.callsNext(1);
    story.passes(1);
    story.starts(1);
    story.passes(6);
    story.finishes(1);
    expect(observed(story)).toEqual([
      { kind: "joined", service: "apply", class: "normal", at: joinedAt },
      { kind: "called", ticket: "A", service: "apply", at: joinedAt + 300_000, waitSeconds: 300 },
      { kind: "served", service: "apply", typicalSeconds: 420, clerk: "clerk-1", seconds: 420 },
    ]);
  });

  it("counts a held ticket's service once, without the time held", () => {
    const story = new Story(hall);
    story.issuesAll("apply", "A", "B");
    story.callsNext(1);
    story.starts(1);
    story.passes(3);
    story.holds(1);
    story.callsNext(1);
    story.passes(2);
    story.finishes(1);
    story.passes(10);
    story.does({ type: "resume", ...atCounter(1), ticket: "A" });
    story.passes(4);
    story.finishes(1);
    expect(ofKind(story, "served")).toMatchObject([{ seconds: 120 }, { seconds: 420 }]);
  });

  it("ends one service and begins the next wait with a transfer, and with a part of the visit", () => {
    const story = new Story(hall);
    story.issuesAll("apply", "A");
    story.callsNext(1);
    story.starts(1);
    story.passes(2);
    story.transfers(1, { service: "card" });
    story.passes(3);
    story.callsNext(2);
    expect(observed(story).slice(2)).toMatchObject([
      { kind: "served", service: "apply", seconds: 120 },
      { kind: "joined", service: "card" },
      { kind: "called", service: "card", waitSeconds: 180 },
    ]);
    story.starts(2);
    story.does({ type: "add-service", ticket: "A", service: "apply", clerk: "clerk-2", now: false });
    story.passes(1);
    story.finishes(2);
    expect(observed(story).slice(5)).toMatchObject([
      { kind: "served", service: "card", clerk: "clerk-2", seconds: 60 },
      { kind: "joined", service: "apply" },
    ]);
  });

  it("knows how soon a counter calls again only where somebody waited all the while", () => {
    const story = new Story(hall);
    story.issuesAll("apply", "A", "B");
    story.callsNext(1);
    story.finishes(1);
    story.passes(0, 20);
    story.callsNext(1);
    story.finishes(1);
    story.passes(5);
    story.issuesAll("apply", "C");
    story.callsNext(1);
    expect(ofKind(story, "called-again")).toEqual([{ kind: "called-again", seconds: 20 }]);
  });

  it("takes no pause for slowness", () => {
    const story = new Story(hall);
    story.issuesAll("apply", "A", "B");
    story.callsNext(1);
    story.finishes(1);
    story.does({ type: "pause", ...atCounter(1), returnAt: null, note: "note" });
    story.passes(10);
    story.opens(1);
    story.callsNext(1);
    expect(ofKind(story, "called-again")).toEqual([]);
  });

  it("measures nothing that had begun before the hall's clock was set", () => {
    const story = new Story(hall);
    story.issuesAll("apply", "A", "B");
    story.callsNext(1);
    const machine = story.now + 90 * 60_000;
    story.does({ type: "doubt-clock", why: "leap", machine });
    story.does({ type: "confirm-clock", machine, date: "2026-11-25", given: {}, paper: {} });
    story.now = machine;
    story.finishes(1);
    story.callsNext(1);
    story.issuesAll("apply", "C");
    story.passes(2);
    story.finishes(1);
    story.callsNext(1);
    expect(observed(story).slice(-5)).toMatchObject([
      { kind: "clock-set" },
      { kind: "joined" },
      { kind: "served", seconds: 120 },
      { kind: "called", ticket: "C", waitSeconds: 120 },
      { kind: "called-again" },
    ]);
  });

  it("begins with the day that a clock set back begins", () => {
    const story = new Story(hall, "10:45");
    story.issuesAll("apply", "A");
    story.callsNext(1);
    const machine = story.now - 90 * 60_000;
    story.does({ type: "confirm-clock", machine, date: "2026-11-25", given: { A: 1 }, paper: {} });
    story.now = machine;
    story.opens(1);
    story.issuesAll("apply", "B");
    story.passes(3);
    story.callsNext(1);
    expect(observed(story).slice(-2)).toMatchObject([
      { kind: "joined" },
      { kind: "called", ticket: "B", waitSeconds: 180 },
    ]);
  });

  it("tells those who leave their line from those who were called before they left", () => {
    const story = new Story(hall);
    story.issuesAll("apply", "A", "B");
    story.passes(4);
    story.does({ type: "cancel", ticket: "A" });
    story.misses(1, "B");
    story.does({ type: "cancel", ticket: "B" });
    expect(ofKind(story, "left")).toMatchObject([{ ticket: "A", waitSeconds: 240 }]);
    expect(ofKind(story, "served")).toMatchObject([{ service: "apply", seconds: 60 }]);
  });
});
