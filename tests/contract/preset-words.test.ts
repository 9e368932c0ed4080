import { describe, expect, it } from "vitest";
import { presetName } from "../../shared/text/today.ts";
import type { Counter } from "../../shared/wire/counter.ts";
import { Desk, expected } from "../support/desk.ts";
import { end, sampleHall, startHub } from "../support/hub.ts";

describe("a counter's presets", () => {
  it("are told in the hall's words, else by what the counter then does first", async () => {
    const file = sampleHall();
    const presets = { tide: [["medical"]], lunch: [["proof", "living"]], evening: [["card"]] };
    const counters = file.counters.map((counter) => (counter.number === 2 ? { ...counter, presets } : counter));
    const hub = await startHub({
      hall: { ...file, counters, presetNames: { evening: { zh: "晚间窗口", en: "Evening" } } },
    });
    const manager = await new Desk(hub).manager();
    const { items } = expected(await manager.get<{ items: Counter[] }>("/api/counters"), 200);
    const [counter] = items.filter(({ number }) => number === 2);
    const names = (language: "zh" | "en") =>
      counter?.presetNames.map((each) => [each.preset, presetName(each, file.services, language)]);
    expect(names("zh")).toEqual([
      ["usual", "原来的业务"],
      ["everything", "全部业务"],
      ["tide", "只办医疗保险参保与报销"],
      ["lunch", "社区证明开具等2项"],
      ["evening", "晚间窗口"],
    ]);
    expect(names("en")?.slice(2)).toEqual([
      ["tide", "Medical insurance: joining and claims only"],
      ["lunch", "Community certificates and others, 2 in all"],
      ["evening", "Evening"],
    ]);
    await end(hub);
  });
});
