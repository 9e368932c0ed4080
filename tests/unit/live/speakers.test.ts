import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { Speakers, type SpeakingScreen } from "../../../server/live/speakers.ts";

function screen(id: string, more: Partial<SpeakingScreen> = {}): SpeakingScreen {
  return { id, area: null, speaks: true, ownCallsOnly: false, isConnected: true, sound: "on", ...more };
}

function hall(screens: readonly SpeakingScreen[], areas: readonly string[] = ["main"]) {
  const named: string[] = [];
  const now = { screens };
  const speakers = new Speakers({
    areas: () => areas,
    screens: () => now.screens,
    now: () => performance.now(),
    name: (call, area, id) => named.push(`${String(call)} ${area} ${id}`),
  });
  const calls = (seq: number, area = "main", number = `S00${String(seq)}`) => {
    speakers.called({ seq, number, area, speakers: speakers.choose(area), fullMillis: 5_000, shortMillis: 3_000 });
  };
  return { speakers, named, now, calls };
}

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

describe("the screen that says a call", () => {
  it("is one of each area, the same every time, and those of the whole hall where an area has none of its own", () => {
    const screens = [
      screen("hall"),
      screen("a1", { area: "a" }),
      screen("a2", { area: "a" }),
      screen("b1", { area: "b" }),
    ];
    const { speakers } = hall(screens, ["a", "b", "c"]);
    expect(speakers.choose("a")).toEqual({ a: "a1", b: "b1", c: "hall" });
    expect(speakers.choose("b")).toEqual({ a: "a1", b: "b1", c: "hall" });
  });

  it("is none that is silent, and none that says only its own area's calls for another's", () => {
    const screens = [
      screen("a1", { area: "a", ownCallsOnly: true }),
      screen("b1", { area: "b", speaks: false }),
      screen("b2", { area: "b" }),
    ];
    const { speakers } = hall(screens, ["a", "b"]);
    expect(speakers.choose("a")).toEqual({ a: "a1", b: "b2" });
    expect(speakers.choose("b")).toEqual({ b: "b2" });
    expect(hall([]).speakers.choose("main")).toEqual({});
  });

  it("is one that is there and can sound, before one that is blocked, before one that is away", () => {
    const away = screen("away", { isConnected: false });
    const blocked = screen("blocked", { sound: "blocked" });
    const mute = screen("mute", { sound: "none" });
    expect(hall([away, blocked, screen("new", { sound: null })]).speakers.choose("main")).toEqual({ main: "new" });
    expect(hall([away, mute, blocked]).speakers.choose("main")).toEqual({ main: "mute" });
    expect(hall([away]).speakers.choose("main")).toEqual({ main: "away" });
  });
});

describe("a screen that does not begin", () => {
  const two = [screen("one"), screen("two")];

  it("gives way to another a second after the call's turn, once", () => {
    const { named, calls } = hall(two);
    calls(1);
    vi.advanceTimersByTime(999);
    expect(named).toEqual([]);
    vi.advanceTimersByTime(1);
    expect(named).toEqual(["1 main two"]);
    vi.advanceTimersByTime(60_000);
    expect(named).toHaveLength(1);
  });

  it("tells how long it is busy with what it has begun, calls before it included", () => {
    const { calls, speakers } = hall(two);
    calls(1);
    calls(2);
    expect(speakers.spoken("one", 1)).toBe(5_900);
    vi.advanceTimersByTime(900);
    expect(speakers.spoken("one", 2)).toBe(10_900);
    expect(speakers.spoken("one", 2)).toBeNull();
  });

  it("keeps its call where it begins in time", () => {
    const { named, calls, speakers } = hall(two);
    calls(1);
    vi.advanceTimersByTime(900);
    speakers.spoken("one", 1);
    vi.advanceTimersByTime(60_000);
    expect(named).toEqual([]);
  });

  it("is awaited at each call's own turn, behind what is being said", () => {
    const { named, calls, speakers } = hall(two);
    calls(1);
    calls(2);
    vi.advanceTimersByTime(500);
    speakers.spoken("one", 1);
    vi.advanceTimersByTime(5_000 + 900 + 999);
    expect(named).toEqual([]);
    vi.advanceTimersByTime(1);
    expect(named).toEqual(["2 main two"]);
  });

  it("is asked last from then on, and first again once it has spoken or some minutes have passed", () => {
    const { calls, speakers } = hall(two);
    calls(1);
    vi.advanceTimersByTime(1_000);
    expect(speakers.choose("main")).toEqual({ main: "two" });
    speakers.spoken("one", 1);
    expect(speakers.choose("main")).toEqual({ main: "one" });
    calls(2);
    vi.advanceTimersByTime(60_000 + 5 * 60_000);
    expect(speakers.choose("main")).toEqual({ main: "one" });
  });

  it("gives way to nobody where nobody else is there, and the next call waits no longer for it", () => {
    const { named, calls, now } = hall([screen("one"), screen("two", { isConnected: false })]);
    calls(1);
    calls(2);
    vi.advanceTimersByTime(1_000);
    expect(named).toEqual([]);
    now.screens = two;
    vi.advanceTimersByTime(1_000);
    expect(named).toEqual(["2 main two"]);
  });

  it("is not awaited for a call that is over, nor for one that its recall has replaced", () => {
    const { named, calls, speakers } = hall(two);
    calls(1);
    speakers.over("S001");
    calls(2);
    calls(3, "main", "S002");
    vi.advanceTimersByTime(60_000);
    expect(named).toEqual(["3 main two"]);
  });

  it("holds up no other area", () => {
    const screens = [screen("a1", { area: "a" }), screen("b1", { area: "b" }), screen("hall")];
    const { named, calls, speakers } = hall(screens, ["a", "b"]);
    calls(1, "a");
    speakers.spoken("b1", 1);
    vi.advanceTimersByTime(1_000);
    expect(named).toEqual(["1 a hall"]);
  });

  it("counts several calls of one sentence as said together", () => {
    const { named, calls, speakers } = hall(two);
    for (const seq of [1, 2, 3, 4, 5, 6]) calls(seq);
    for (const seq of [1, 2, 3, 4, 5]) speakers.spoken("one", seq);
    // Cut short in the crowd, the last as the hall wants it.
    vi.advanceTimersByTime(4 * 3_900 + 5_900 + 999);
    expect(named).toEqual([]);
    vi.advanceTimersByTime(1);
    expect(named).toEqual(["6 main two"]);
  });
});
