import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { CallsOver } from "../../../display/lobby/calls-over.ts";
import { waitingLines } from "../../../display/lobby/foot.ts";
import { keptClock, keptScreen, ScreenMemory, type KeptScreen } from "../../../display/lobby/kept-screen.ts";
import { isLit, nextOpeningAfter } from "../../../display/lobby/lit-hours.ts";
import { isOwnCall, onlyArea, ownHall, ownPicture } from "../../../display/lobby/own-area.ts";
import { blankPicture, type ListedCall } from "../../../display/lobby/picture.ts";
import { PlayLog, type SendPlays } from "../../../display/lobby/play-log.ts";
import { browserOf, screenReport } from "../../../display/lobby/screen-report.ts";
import { newKey } from "../../../shared/ui/api.ts";
import { screenDefaults } from "../../../shared/domain/screen-defaults.ts";
import { at, hallNow, listedCall, lobbyCounter, nine } from "./calls.ts";

const nineMillis = Date.parse(nine);
const on = (date: string, time: string) => `2026-11-${date}T${time}:00.000+08:00`;

describe("calls that lie over content", () => {
  const none = new Set<number>();
  const call = listedCall("S001", 1, { seq: 1, at: nine });

  /** Answers which numbers lie over content so many seconds after nine. */
  const onGlass = () => {
    const over = new CallsOver();
    return (calls: readonly ListedCall[], seconds: number, ...unsounded: number[]) =>
      over.standing(calls, new Set(unsounded), nineMillis + seconds * 1_000).calls.map(({ number }) => number);
  };

  it("lie there from the moment they come until twelve seconds after the last was sounded", () => {
    const standing = onGlass();
    const calls = [listedCall("S002", 2, { seq: 2, at: at(5) }), call];
    expect(standing([call], 0)).toEqual(["S001"]);
    expect(standing(calls, 5, 1, 2)).toEqual(["S002", "S001"]);
    expect(standing(calls, 20, 2)).toEqual(["S002", "S001"]);
    expect(standing(calls, 31)).toEqual(["S002", "S001"]);
    expect(standing(calls, 32)).toEqual([]);
  });

  it("lie there for twelve seconds where they are not sounded at all", () => {
    const standing = onGlass();
    expect(standing([call], 11.999)).toEqual(["S001"]);
    expect(standing([call], 12)).toEqual([]);
  });

  it("wait for each other twenty seconds at most", () => {
    const standing = onGlass();
    const later = listedCall("S002", 2, { seq: 2, at: at(10) });
    standing([call], 0);
    expect(standing([later, call], 31.999, 2)).toEqual(["S002", "S001"]);
    expect(standing([later, call], 32, 2)).toEqual(["S002"]);
  });

  it("are few in a hall that calls every eleven seconds, and let content go on beside them", () => {
    const over = new CallsOver();
    let calls: readonly ListedCall[] = [];
    for (let seconds = 0; seconds < 3_600; seconds += 1) {
      if (seconds % 11 === 0) calls = [listedCall("S001", 1, { seq: seconds, at: at(seconds) }), ...calls].slice(0, 30);
      const { calls: shown, isBeside } = over.standing(calls, none, nineMillis + seconds * 1_000);
      expect([seconds, shown.length > 0, isBeside]).toEqual([seconds, true, seconds >= 60]);
      expect(shown.length).toBeLessThanOrEqual(seconds < 60 ? 3 : 2);
    }
    expect(over.standing(calls, none, nineMillis + 3_620_000)).toEqual({ calls: [], isBeside: false });
    const next = listedCall("S002", 2, { seq: 4_000, at: at(3_650) });
    expect(over.standing([next], none, nineMillis + 3_650_000)).toEqual({ calls: [next], isBeside: false });
  });

  it("leave out what was called before the page was loaded, and what was taken back", () => {
    const standing = onGlass();
    expect(standing([listedCall("S000", 1, { at: at(-60) })], 0)).toEqual([]);
    standing([call], 0, 1);
    expect(standing([], 0.1)).toEqual([]);
    expect(standing([call], 13)).toEqual([]);
  });

  it("go on leaving when the hub's time is set back", () => {
    const standing = onGlass();
    standing([call], 3_600, 1);
    expect(standing([call], 60)).toEqual(["S001"]);
    expect(standing([call], 72)).toEqual([]);
  });
});

describe("a screen is lit", () => {
  const hall = hallNow();
  const lit = (time: string, more: Partial<Parameters<typeof isLit>[2]> = {}, picture = blankPicture) =>
    isLit(hall, picture, { now: on("25", time), isStale: false, ...more });

  it("from half an hour before the first opening to a quarter after the last close, through lunch", () => {
    expect(["07:59", "08:00", "12:45", "17:44", "17:45"].map((time) => lit(time))).toEqual([
      false,
      true,
      true,
      true,
      false,
    ]);
  });

  it("as long as somebody waits or is at a counter, unless that may be old", () => {
    const waits = { ...blankPicture, waiting: { pension: 1 } };
    const served = { ...blankPicture, counters: [lobbyCounter(1, { number: "S001" })] };
    expect([lit("19:00", {}, waits), lit("19:00", {}, served)]).toEqual([true, true]);
    expect(lit("19:00", { isStale: true }, waits)).toBe(false);
  });

  it("not on a day without opening hours", () => {
    expect(isLit(hallNow({ periods: [] }), blankPicture, { now: on("25", "10:00"), isStale: false })).toBe(false);
  });

  it("from the opening that was known when the hub has been away since another day, and from then on", () => {
    const next = (date: string, time: string) => isLit(hall, blankPicture, { now: on(date, time), isStale: true });
    expect([next("26", "07:30"), next("26", "08:00"), next("27", "03:00")]).toEqual([false, true, true]);
  });

  it("and tells when the hall opens next", () => {
    const opens = (time: string) => nextOpeningAfter(hall, on("25", time));
    expect([opens("07:00"), opens("12:30"), opens("18:00")]).toEqual([
      "2026-11-25T08:30:00.000+08:00",
      "2026-11-25T13:30:00.000+08:00",
      "2026-11-26T08:30:00.000+08:00",
    ]);
    expect(nextOpeningAfter(hall, on("27", "07:00"))).toBeNull();
  });
});

describe("a screen of one area", () => {
  const hall = hallNow({
    counters: [
      { ...hallNow().counters[0], number: 1, area: "main", services: ["pension"] },
      { ...hallNow().counters[0], number: 2, area: "east", services: ["claims"] },
    ].map((counter) => ({ label: { zh: "窗口", en: "Counter" }, name: { zh: "窗口", en: "Counter" }, ...counter })),
    services: hallNow().services.map((service) => ({ ...service, prefix: service.id === "claims" ? "Y" : "S" })),
  });
  const picture = {
    ...blankPicture,
    calls: [listedCall("Y001", 2, { area: "east" }), listedCall("S001", 1)],
    counters: [lobbyCounter(1), lobbyCounter(2, { area: "east" })],
    waiting: { pension: 3, claims: 2 },
    ready: ["S002", "Y002"],
  };

  it("shows its own calls, counters and waiting alone", () => {
    const own = ownHall(hall, "east");
    expect(own.counters.map(({ number }) => number)).toEqual([2]);
    const shown = ownPicture(picture, own, "east");
    expect(shown.calls.map(({ number }) => number)).toEqual(["Y001"]);
    expect(shown.counters.map(({ counter }) => counter)).toEqual([2]);
    expect([shown.waiting, shown.ready]).toEqual([{ claims: 2 }, ["Y002"]]);
  });

  it("shows all where it is not set so", () => {
    expect(onlyArea({ layout: "calls-only", area: "east", ownCallsOnly: false })).toBeNull();
    expect([ownHall(hall, null), ownPicture(picture, hall, null)]).toEqual([hall, picture]);
  });

  it("says its own calls alone, and where it shows none, none", () => {
    const says = (more: object, area: string) => isOwnCall({ ...screenDefaults, ...more }, { area });
    expect(says({ area: "east", ownCallsOnly: true }, "east")).toBe(true);
    expect(says({ area: "east", ownCallsOnly: true }, "main")).toBe(false);
    expect(says({ area: "east" }, "main")).toBe(true);
    expect(says({ layout: "content-only" }, "main")).toBe(false);
  });
});

describe("who waits, in a slim line", () => {
  it("is told by services for which somebody does, in as many lines as it takes", () => {
    const picture = { ...blankPicture, waiting: { pension: 8, claims: 1 } };
    const lines = (most: number) =>
      waitingLines({ hall: hallNow(), picture, language: "zh" }, (text) => text.length <= most);
    expect(lines(40)).toEqual(["养老待遇 8位　医保报销 1位"]);
    expect(lines(8)).toEqual(["养老待遇 8位", "医保报销 1位"]);
    expect(lines(5)).toEqual(["S 8位", "S 1位"]);
  });
});

describe("what a screen keeps of its hall", () => {
  const kept: KeptScreen = {
    ...{ hall: hallNow(), name: "大厅", settings: screenDefaults, picture: blankPicture },
    ...{ at: nine, machine: 1_000_000 },
  };

  it("comes back as it was, and not more often than is sensible", () => {
    let now = 0;
    const memory = new ScreenMemory("screen-of-tests", () => now);
    memory.keep(() => kept);
    memory.keep(() => ({ ...kept, name: "too soon" }));
    expect(keptScreen("screen-of-tests")).toEqual(kept);
    now += 10_000;
    memory.keep(() => ({ ...kept, name: "later" }));
    expect(keptScreen("screen-of-tests")?.name).toBe("later");
    expect(keptScreen("another")).toBeNull();
  });

  it("is written where it has changed, and the clock alone once a minute", () => {
    let now = 0;
    const memory = new ScreenMemory("quiet-screen", () => now);
    const machineAt = (seconds: number, more: Partial<KeptScreen> = {}) => {
      now = seconds * 1_000;
      memory.keep(() => ({ ...kept, machine: now, hall: hallNow({ now: at(seconds) }), ...more }));
      const written = keptScreen("quiet-screen");
      return [written?.machine, written?.hall.now];
    };
    expect([0, 10, 50, 60].map((seconds) => machineAt(seconds))).toEqual([
      [0, nine],
      [0, nine],
      [0, nine],
      [60_000, nine],
    ]);
    expect(machineAt(70, { picture: { ...blankPicture, ready: ["S001"] } })).toEqual([70_000, nine]);
    expect(machineAt(80, { picture: blankPicture, name: "西屏" })).toEqual([80_000, at(80)]);
  });

  it("tells the hub's time by how far off the machine was, and never an earlier one", () => {
    expect(keptClock(kept, 1_060_000)).toEqual({ millis: nineMillis + 60_000, offsetMinutes: 480 });
    expect(keptClock(kept, 0).millis).toBe(nineMillis);
  });
});

describe("what a screen tells of itself", () => {
  it("is how far its clock is off, what it lacks and what it shows", () => {
    const report = screenReport({
      ...{ paintedAt: nine, sound: "on", voice: "pack", broken: 1, hubNow: 1_000, machineNow: 3_500, showing: "a" },
      ...{ cache: { version: "v", files: 2, missing: 1, bytes: 9 }, userAgent: "x", uptimeMillis: 61_400 },
    });
    expect(report).toEqual({
      ...{
        painted: nine,
        sound: "on",
        voice: "pack",
        clockErrorMs: 2_500,
        browser: "x",
        uptimeSeconds: 61,
        showing: "a",
      },
      cache: { version: "v", files: 2, missing: 2, bytes: 9 },
    });
  });

  it("names the browser and what it runs on", () => {
    const agent =
      "Mozilla/5.0 (Windows NT 6.1; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/109.0.5414.120 Safari/537.36";
    expect(browserOf(agent)).toBe("Chrome/109.0.5414.120 (Windows NT 6.1)");
    expect(browserOf("x".repeat(200))).toHaveLength(80);
  });
});

describe("proof of play", () => {
  beforeEach(() => {
    vi.useFakeTimers();
  });
  afterEach(() => {
    vi.useRealTimers();
  });
  const play = (item: string) => ({ item, version: 1, at: nine, seconds: 10 });

  function log(answers: Awaited<ReturnType<SendPlays>>[] = [], name = newKey()) {
    const sent: { items: string[]; key: string; isLast: boolean }[] = [];
    const plays = new PlayLog((report, key, isLast) => {
      sent.push({ items: report.plays.map(({ item }) => item), key, isLast });
      return Promise.resolve(answers.shift() ?? "taken");
    }, name);
    return { plays, sent };
  }

  it("is told once a minute, where there is something to tell", async () => {
    const { plays, sent } = log();
    // The code for phones is nobody's item.
    plays.add(play("join-code-0"));
    await vi.advanceTimersByTimeAsync(60_000);
    expect(sent).toEqual([]);
    plays.add(play("a"));
    plays.add(play("b"));
    await vi.advanceTimersByTimeAsync(60_000);
    expect(sent.map(({ items }) => items)).toEqual([["a", "b"]]);
    expect(plays.untold).toBe(0);
    plays.close();
  });

  it("is sent again under its own key while the hub is away, and what came since after it", async () => {
    const { plays, sent } = log(["away"]);
    plays.add(play("a"));
    await plays.tell();
    plays.add(play("b"));
    await plays.tell();
    expect(sent.map(({ items }) => items)).toEqual([["a"], ["a"], ["b"]]);
    expect([sent[0]?.key === sent[1]?.key, sent[1]?.key === sent[2]?.key]).toEqual([true, false]);
    plays.close();
  });

  it("is given up where the hub refuses it", async () => {
    const { plays, sent } = log(["refused"]);
    plays.add(play("a"));
    await plays.tell();
    await plays.tell();
    expect([sent.length, plays.untold]).toEqual([1, 0]);
    plays.close();
  });

  it("holds the newest while the hub is away for long, and sends no more at once than the hub takes", async () => {
    const { plays, sent } = log();
    for (let count = 0; count < 2_500; count += 1) plays.add(play(String(count)));
    expect(plays.untold).toBe(2_000);
    await plays.tell();
    expect([sent.length, sent[0]?.items.length, sent[0]?.items[0]]).toEqual([10, 200, "500"]);
    plays.close();
  });

  it("is all sent when the page goes, and again under the same keys by the next one", async () => {
    const { plays, sent } = log([], "plays-of-tests");
    for (let count = 0; count < 250; count += 1) plays.add(play(String(count)));
    plays.tellLast();
    expect(sent.map(({ items, isLast }) => [items.length, isLast])).toEqual([
      [200, true],
      [50, true],
    ]);
    plays.close();
    const next = log([], "plays-of-tests");
    await next.plays.tell();
    expect(next.sent.map(({ key }) => key)).toEqual(sent.map(({ key }) => key));
    next.plays.close();
    expect(log([], "plays-of-tests").plays.untold).toBe(0);
  });

  it("stays kept as far as it has not arrived, should the power fail meanwhile", async () => {
    const { plays } = log([], "plays-of-a-power-cut");
    for (let count = 0; count < 250; count += 1) plays.add(play(String(count)));
    plays.tellLast();
    plays.close();
    const next = log(["taken", "away"], "plays-of-a-power-cut");
    await next.plays.tell();
    next.plays.close();
    expect(log([], "plays-of-a-power-cut").plays.untold).toBe(50);
  });
});
