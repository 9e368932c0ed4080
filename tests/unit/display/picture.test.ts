import { describe, expect, it } from "vitest";
import { blankPicture, callsOfToday, fold, isWanted, pictureOf, type Picture } from "../../../display/lobby/picture.ts";
import { at, listedCall, lobbyCall, lobbyCounter, nine } from "./calls.ts";

const morning: Picture = {
  date: "2026-11-25",
  calls: [listedCall("S001", 2, { seq: 4 })],
  waiting: { pension: 5, card: 1 },
  counters: [lobbyCounter(2, { number: "S001" }), lobbyCounter(3)],
  ready: ["S002", "S003"],
};

describe("what a lobby screen knows", () => {
  it("begins with what the hub tells it", () => {
    expect(pictureOf({ ...morning, content: "0" })).toEqual(morning);
  });

  it("puts a new call first, with its place in the journal", () => {
    const after = fold(morning, lobbyCall("M001", 3), 9);
    expect(after.calls.map(({ number, seq }) => [number, seq])).toEqual([
      ["M001", 9],
      ["S001", 4],
    ]);
  });

  it("shows a number once: a recall moves it to the top", () => {
    const called = fold(morning, lobbyCall("M001", 3), 9);
    const recalled = fold(called, lobbyCall("S001", 2, { times: 2, at: at(60) }), 12);
    expect(recalled.calls.map(({ number, times }) => [number, times])).toEqual([
      ["S001", 2],
      ["M001", 1],
    ]);
  });

  it("shows a number that was sent on only at its new counter", () => {
    const after = fold(morning, lobbyCall("S001", 3, { transferred: true }), 9);
    expect(after.calls.map(({ number, counter }) => [number, counter])).toEqual([["S001", 3]]);
  });

  it("knows by a call how many still wait and whom the counter serves", () => {
    const after = fold(morning, lobbyCall("S002", 3, { waiting: 4 }), 9);
    expect(after.waiting).toEqual({ pension: 4, card: 1 });
    expect(after.counters[1]?.number).toBe("S002");
  });

  it("tells nobody to get ready who is told to come", () => {
    const after = fold(morning, lobbyCall("S002", 3), 9);
    expect(after.ready).toEqual(["S003"]);
  });

  it("keeps the call of a ticket that left, and frees its counter", () => {
    const after = fold(
      morning,
      { type: "left", at: nine, number: "S001", counter: 2, state: "finished", service: "card", waiting: 2 },
      9,
    );
    expect(after.calls).toEqual(morning.calls);
    expect(after.counters[0]?.number).toBeNull();
    expect(after.waiting).toEqual({ pension: 5, card: 2 });
  });

  it("leaves a counter alone that has called the next one already", () => {
    const called = fold(morning, lobbyCall("S002", 2), 9);
    const after = fold(
      called,
      { type: "left", at: nine, number: "S001", counter: 2, state: "finished", service: "pension", waiting: 4 },
      10,
    );
    expect(after.counters[0]?.number).toBe("S002");
  });

  it("knows who is still wanted at a counter: whom it has in hand, and nobody who was finished, held or sent on", () => {
    const [first] = morning.calls;
    if (!first) throw new Error("no call");
    expect(isWanted(morning, first)).toBe(true);
    for (const state of ["finished", "held", "waiting"] as const) {
      const left = { type: "left", at: nine, number: "S001", counter: 2, state, service: "card", waiting: 2 } as const;
      expect(isWanted(fold(morning, left, 9), first)).toBe(false);
    }
    expect(isWanted(fold(morning, lobbyCall("S002", 2), 9), first)).toBe(false);
  });

  it("takes nobody for gone from a counter it knows nothing of", () => {
    expect(isWanted(morning, listedCall("S009", 12))).toBe(true);
  });

  it("forgets a call that was taken back", () => {
    const after = fold(
      morning,
      { type: "withdrawn", at: nine, number: "S001", counter: 2, inHand: null, service: "card", waiting: 1 },
      9,
    );
    expect(after.calls).toEqual([]);
    expect(after.counters[0]?.number).toBeNull();
  });

  it("follows counts, counters and the next to be ready", () => {
    const paused = lobbyCounter(3, { state: "paused", returnAt: at(600) });
    const opened = lobbyCounter(1);
    const after = [
      { type: "waiting", at: nine, service: "card", waiting: 7 } as const,
      { type: "counter", at: nine, counter: paused } as const,
      { type: "counter", at: nine, counter: opened } as const,
    ].reduce((picture, event, index) => fold(picture, event, 10 + index), morning);
    const ready = fold(after, { type: "ready", at: nine, numbers: ["S009"] }, undefined);
    expect(ready.waiting["card"]).toBe(7);
    expect(ready.counters.map(({ counter, state }) => [counter, state])).toEqual([
      [1, "open"],
      [2, "open"],
      [3, "paused"],
    ]);
    expect(ready.ready).toEqual(["S009"]);
  });

  it("forgets yesterday when a business day begins", () => {
    const after = fold(morning, { type: "day", at: nine, date: "2026-11-26" }, 9);
    expect(after).toEqual({ ...morning, date: "2026-11-26", calls: [], waiting: {}, ready: [] });
  });

  it("shows no call of another date, though no new day was opened yet", () => {
    expect(callsOfToday(morning, at(600))).toEqual(morning.calls);
    expect(callsOfToday(morning, "2026-11-26T07:00:00.000+08:00")).toEqual([]);
  });

  it("is not disturbed by a kind of event that it does not know", () => {
    // A newer hub may send more than this screen was built for.
    const unknown = { type: "estimate", at: nine } as unknown as Parameters<typeof fold>[1];
    expect(fold(morning, unknown, 9)).toEqual(morning);
  });

  it("does not grow through a long day", () => {
    let picture = blankPicture;
    for (let seq = 1; seq <= 500; seq += 1) picture = fold(picture, lobbyCall(`S${String(seq)}`, 1), seq);
    expect(picture.calls).toHaveLength(30);
    expect(picture.calls[0]?.number).toBe("S500");
  });
});
