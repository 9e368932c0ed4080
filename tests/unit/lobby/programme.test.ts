import { describe, expect, it } from "vitest";
import {
  isMeantFor,
  keptOutBy,
  programmeAt,
  type LocalMoment,
  type Planned,
  type Schedule,
} from "../../../shared/domain/programme.ts";
import { turnSeconds } from "../../../shared/domain/programme.ts";
import type { Weekday } from "../../../shared/domain/vocabulary.ts";

/** Wednesday, 25 November 2026, in Shanghai. */
function at(time: string, date = "2026-11-25", weekday: Weekday = "wed"): LocalMoment {
  return { date, time, weekday, millis: Date.parse(`${date}T${time}:00+08:00`) };
}

describe("when an item may show", () => {
  it.each<[string, Schedule, LocalMoment, string | null]>([
    ["always, where nothing narrows it", {}, at("09:00"), null],
    ["not before its first day", { from: "2026-11-26" }, at("23:59"), "not-yet"],
    ["from its first day on", { from: "2026-11-25" }, at("00:00"), null],
    ["through its last day", { until: "2026-11-25" }, at("23:59"), null],
    ["not after its last day", { until: "2026-11-24" }, at("00:00"), "over"],
    ["not before its first instant", { from: "2026-11-25T09:00:00+08:00" }, at("08:59"), "not-yet"],
    ["from its first instant, whoever wrote it where", { from: "2026-11-25T01:00:00Z" }, at("09:00"), null],
    ["no more from its last instant", { until: "2026-11-25T09:00:00+08:00" }, at("09:00"), "over"],
    ["on its weekdays", { weekdays: ["wed"] }, at("09:00"), null],
    ["on no other", { weekdays: ["mon", "tue"] }, at("09:00"), "other-weekday"],
    ["on every day where none is named", { weekdays: [] }, at("09:00"), null],
    ["within its hours, the first minute too", { hours: [["09:00", "10:00"]] }, at("09:00"), null],
    ["not in the minute they end", { hours: [["09:00", "10:00"]] }, at("10:00"), "other-hours"],
    [
      "within any of several",
      {
        hours: [
          ["08:00", "09:00"],
          ["13:00", "14:00"],
        ],
      },
      at("13:30"),
      null,
    ],
    ["past midnight where they go past it", { hours: [["20:00", "06:00"]] }, at("05:59"), null],
    ["not by day where they are of the night", { hours: [["20:00", "06:00"]] }, at("12:00"), "other-hours"],
    [
      "early on the day after, where the evening was its weekday",
      { weekdays: ["tue"], hours: [["20:00", "06:00"]] },
      at("05:00"),
      null,
    ],
    [
      "not early on its weekday, where the evening before was none",
      { weekdays: ["wed"], hours: [["20:00", "06:00"]] },
      at("05:00"),
      "other-weekday",
    ],
  ])("%s", (...[, schedule, moment, rule]) => {
    expect(keptOutBy(schedule, moment)).toBe(rule);
  });
});

describe("where an item may show", () => {
  const screen = { id: "one", area: "civil", group: "north" };

  it("everywhere, where nothing is named", () => {
    expect(isMeantFor({}, screen)).toBe(true);
    expect(isMeantFor({ screens: [], groups: [], areas: [] }, screen)).toBe(true);
  });

  it("on the screens, in the groups and in the areas that are named, each being enough", () => {
    expect(isMeantFor({ screens: ["one"] }, screen)).toBe(true);
    expect(isMeantFor({ groups: ["north"], screens: ["other"] }, screen)).toBe(true);
    expect(isMeantFor({ areas: ["civil"] }, screen)).toBe(true);
    expect(isMeantFor({ screens: ["two"], groups: ["south"], areas: ["tax"] }, screen)).toBe(false);
  });

  it("not on a screen without an area where areas are named", () => {
    expect(isMeantFor({ areas: ["civil"] }, { ...screen, area: null })).toBe(false);
  });
});

describe("what shows at a moment", () => {
  const item = (name: string, more: Partial<Planned> = {}) => ({
    name,
    kind: "notice",
    schedule: {},
    priority: 0,
    ...more,
  });
  const rules = (items: readonly ReturnType<typeof item>[]) =>
    programmeAt(items, at("09:00")).map(({ item: { name }, rule }) => `${name} ${rule}`);

  it("is all that is in force, in the order given, while all are alike", () => {
    expect(rules([item("a"), item("b", { schedule: { until: "2026-01-01" } }), item("c")])).toEqual([
      "a shows",
      "b over",
      "c shows",
    ]);
  });

  it("is only what is of the highest priority in force", () => {
    expect(
      rules([item("a"), item("b", { priority: 2 }), item("c", { priority: 5, schedule: { from: "2027-01-01" } })]),
    ).toEqual(["a higher-priority", "b shows", "c not-yet"]);
  });

  it("leaves ticker lines alone, which push nothing aside either", () => {
    expect(rules([item("a"), item("t", { kind: "ticker", priority: 9 })])).toEqual(["a shows", "t shows"]);
    expect(rules([item("a", { priority: 9 }), item("t", { kind: "ticker" })])).toEqual(["a shows", "t shows"]);
  });
});

describe("a turn", () => {
  it("is as long as was set, and of a video no longer than the video", () => {
    expect(turnSeconds(20)).toBe(20);
    expect(turnSeconds(20, 75.4)).toBe(20);
    expect(turnSeconds(76, 75.4)).toBe(75.4);
    expect(turnSeconds(600, 75.4)).toBe(75.4);
  });
});
