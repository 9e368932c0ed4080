import { describe, expect, it } from "vitest";
import {
  aboutWait,
  dateOf,
  instantAt,
  isInstant,
  localMoment,
  offsetMinutesOf,
  countAndWait,
  shortWait,
  timeOfDay,
  weekdayOf,
  whenComing,
} from "../../../shared/text/times.ts";

const monday = "2026-11-23T16:05:00.000+08:00";

describe("the hall's time", () => {
  it("comes from the instant's own offset, whatever zone the device is in", () => {
    expect(timeOfDay(monday)).toBe("16:05");
    expect(timeOfDay("2026-11-23T08:05:00.000-05:00")).toBe("8:05");
    expect(localMoment(monday)).toMatchObject({ year: 2026, month: 11, day: 23, weekday: 1, hour: 16 });
    expect(weekdayOf(monday, "zh")).toBe("星期一");
    expect(dateOf(monday, "zh")).toBe("11月23日");
    expect(dateOf(monday, "en")).toBe("23 Nov");
  });

  it("goes to milliseconds and back without losing the offset", () => {
    for (const offset of [480, 0, -210, 345]) {
      const written = instantAt(Date.parse(monday), offset);
      expect(Date.parse(written)).toBe(Date.parse(monday));
      expect(offsetMinutesOf(written)).toBe(offset);
    }
  });

  it("knows what is no instant", () => {
    expect(isInstant("8:30")).toBe(false);
    expect(isInstant(7)).toBe(false);
    expect(timeOfDay("soon")).toBe("");
  });
});

describe("a coming moment", () => {
  it.each([
    ["2026-11-23T17:30:00.000+08:00", "17:30", "17:30"],
    ["2026-11-24T08:30:00.000+08:00", "明早8:30", "8:30 tomorrow"],
    ["2026-11-24T13:30:00.000+08:00", "明天13:30", "13:30 tomorrow"],
    ["2026-11-28T09:00:00.000+08:00", "星期六9:00", "9:00 on Saturday"],
    ["2026-12-01T08:30:00.000+08:00", "12月1日8:30", "8:30 on 1 Dec"],
  ])("%s is said as people say it", (instant, zh, en) => {
    expect(whenComing(instant, monday, "zh")).toBe(zh);
    expect(whenComing(instant, monday, "en")).toBe(en);
  });

  it("counts days by the calendar, not by 24 hours", () => {
    expect(whenComing("2027-01-01T00:30:00.000+08:00", "2026-12-31T23:50:00.000+08:00", "zh")).toBe("明早0:30");
  });
});

describe("a wait", () => {
  it.each([
    [20, "不到5分钟"],
    [299, "不到5分钟"],
    [300, "约5分钟"],
    [8 * 60, "约10分钟"],
    [10 * 60, "约10分钟"],
    [24 * 60, "约25分钟"],
    [57 * 60, "约55分钟"],
    [58 * 60, "约1小时"],
    [84 * 60, "约1小时20分钟"],
    [2 * 3600, "约2小时"],
  ])("of %i seconds is rounded as people round", (seconds, said) => {
    expect(aboutWait(seconds, "zh")).toBe(said);
  });

  it("is short in a tile, and never nothing", () => {
    expect(shortWait(24 * 60, "zh")).toBe("约25分");
    expect(shortWait(24 * 60, "en")).toBe("~25 min");
    expect(shortWait(5, "zh")).toBe("不到5分");
    expect(shortWait(3600, "zh")).toBe("约1小时");
    expect(shortWait(200 * 60, "zh")).toBe("约3小时20分");
    expect(shortWait(70 * 60, "en")).toBe("~1 h 10 min");
  });

  it("stands beside how many wait, where any is told", () => {
    expect(countAndWait("8位", 24 * 60, "zh")).toBe("8位·约25分");
    expect(countAndWait("8 waiting", 24 * 60, "en")).toBe("8 waiting, ~25 min");
    expect(countAndWait("8位", null, "zh")).toBe("8位");
  });
});
