import { describe, expect, it } from "vitest";
import { cacheOf, clockOf, paintedWords, soundOf, uptimeOf } from "../../../manager-console/screens/screen-words.ts";
import type { Screen } from "../../../shared/wire/lobby.ts";

const now = "2026-11-25T09:00:00.000+08:00";
const silent: Screen["health"] = {
  paintedAt: null,
  sound: null,
  voice: null,
  cache: null,
  clockErrorMs: null,
  browser: null,
  uptimeSeconds: null,
  showing: null,
};

describe("a screen's health", () => {
  it("tells its last frame by seconds, then by the clock, then by the day", () => {
    expect(paintedWords(null, now, "zh")).toBe("还没有");
    expect(paintedWords("2026-11-25T08:59:57.000+08:00", now, "zh")).toBe("3秒前");
    expect(paintedWords("2026-11-25T08:30:00.000+08:00", now, "zh")).toBe("8:30");
    expect(paintedWords("2026-11-24T17:30:00.000+08:00", now, "zh")).toBe("11月24日 17:30");
    expect(paintedWords("2026-11-25T09:00:01.000+08:00", now, "zh")).toBe("0秒前");
  });

  it("is unknown of a screen that has told nothing", () => {
    for (const words of [soundOf, cacheOf, clockOf, uptimeOf]) expect(words(silent, "zh")).toBe("不知道");
  });

  it("says which way a clock is wrong", () => {
    expect(clockOf({ ...silent, clockErrorMs: 400 }, "zh")).toBe("准");
    expect(clockOf({ ...silent, clockErrorMs: 2_500 }, "zh")).toBe("快2.5秒");
    expect(clockOf({ ...silent, clockErrorMs: -90_000 }, "en")).toBe("90 s slow");
  });

  it("says what is missing of what it keeps", () => {
    const cache = { version: "1", files: 3, missing: 0, bytes: 12_345_678 };
    expect(cacheOf({ ...silent, cache }, "zh")).toBe("3个文件，12.3 MB");
    expect(cacheOf({ ...silent, cache: { ...cache, missing: 2 } }, "zh")).toBe("3个文件，12.3 MB，还缺2个");
  });

  it("counts minutes, hours and days", () => {
    expect(uptimeOf({ ...silent, uptimeSeconds: 59 }, "zh")).toBe("0分钟");
    expect(uptimeOf({ ...silent, uptimeSeconds: 3_600 }, "zh")).toBe("1小时");
    expect(uptimeOf({ ...silent, uptimeSeconds: 90_000 }, "zh")).toBe("1天1小时");
  });
});
