import { describe, expect, it } from "vitest";
import { playRows } from "../../../manager-console/plays/play-rows.ts";
import type { Play } from "../../../shared/wire/plays.ts";

const play = (more: Partial<Play> = {}): Play => ({
  hour: "2026-11-25T09:00:00.000+08:00",
  screen: "s1",
  screenName: "东厅屏",
  item: "a",
  version: 1,
  title: { zh: "停电通知", en: "" },
  plays: 2,
  seconds: 30,
  firstAt: "2026-11-25T09:01:00.000+08:00",
  lastAt: "2026-11-25T09:40:00.000+08:00",
  ...more,
});

describe("proof of play", () => {
  it("is one row for each item on each screen, over hours and versions", () => {
    const later = { firstAt: "2026-11-25T10:01:00.000+08:00", lastAt: "2026-11-25T10:30:00.000+08:00" };
    const rows = playRows([play(), play({ version: 2, title: { zh: "改了", en: "" }, plays: 3, ...later })]);
    expect(rows).toMatchObject([
      {
        versions: [1, 2],
        plays: 5,
        seconds: 60,
        title: { zh: "改了" },
        firstAt: play().firstAt,
        lastAt: later.lastAt,
      },
    ]);
  });

  it("has what was shown most first", () => {
    const rows = playRows([play(), play({ item: "b", plays: 9 }), play({ screen: "s2", screenName: "西厅屏" })]);
    expect(rows.map(({ item, screenName }) => [item, screenName])).toEqual([
      ["b", "东厅屏"],
      ["a", "东厅屏"],
      ["a", "西厅屏"],
    ]);
  });
});
