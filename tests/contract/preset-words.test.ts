import { describe, expect, it } from "vitest";
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
    expect(counter?.presetNames.map(({ preset, name }) => [preset, name.zh, name.en])).toEqual([
      ["usual", "原来的业务", "As usual"],
      ["everything", "全部业务", "Everything"],
      ["tide", "只办医疗保险参保与报销", "Medical insurance: joining and claims only"],
      ["lunch", "社区证明开具等2项", "Community certificates and others, 2 in all"],
      ["evening", "晚间窗口", "Evening"],
    ]);
    await end(hub);
  });
});
