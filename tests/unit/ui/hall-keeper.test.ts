import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import type { ApiAnswer } from "../../../shared/ui/api.ts";
import { HallKeeper, type HallKeeperOptions } from "../../../shared/ui/hall-keeper.ts";
import type { HallNow } from "../../../shared/wire/hall.ts";
import { refused } from "../../support/held-api.ts";
import { aHall } from "../../support/samples.ts";

/** Answers the questions, in the order they were asked. */
let questions: ((answer: ApiAnswer<HallNow>) => void)[];
let told: string[];

function keeperOf(options: HallKeeperOptions = {}): HallKeeper {
  return new HallKeeper((hall) => told.push(hall.id), {
    ask: () => new Promise((resolve) => questions.push(resolve)),
    failed: () => told.push("failed"),
    ...options,
  });
}

async function answer(question: number, as: string): Promise<void> {
  const hall: ApiAnswer<HallNow> = { ok: true, status: 200, value: aHall({ id: as }) };
  questions[question]?.(as === "away" ? refused("hub-away") : hall);
  await vi.advanceTimersByTimeAsync(0);
}

beforeEach(() => {
  vi.useFakeTimers();
  questions = [];
  told = [];
});
afterEach(() => {
  vi.useRealTimers();
});

describe("keeping the hall", () => {
  it("asks once when told, and not again by itself", async () => {
    void keeperOf().load();
    await answer(0, "one");
    await vi.advanceTimersByTimeAsync(3_600_000);
    expect(questions).toHaveLength(1);
    expect(told).toEqual(["one"]);
  });

  it("asks again and again where the hub does not tell", async () => {
    void keeperOf().load();
    await answer(0, "away");
    await vi.advanceTimersByTimeAsync(5_000);
    await answer(1, "away");
    await vi.advanceTimersByTimeAsync(5_000);
    await answer(2, "one");
    expect(told).toEqual(["failed", "failed", "one"]);
  });

  it("asks anew as often as it is wanted", async () => {
    void keeperOf({ everyMillis: 20_000 }).load();
    await answer(0, "one");
    await vi.advanceTimersByTimeAsync(20_000);
    await answer(1, "two");
    expect(told).toEqual(["one", "two"]);
  });

  it("drops an answer that a later question's has overtaken, and takes one that came in between", async () => {
    const keeper = keeperOf();
    for (let time = 0; time < 3; time += 1) void keeper.load();
    await answer(1, "two");
    await answer(0, "one");
    await answer(2, "three");
    expect(told).toEqual(["two", "three"]);
  });

  it("goes on in one rhythm, however often it is told", async () => {
    const keeper = keeperOf({ everyMillis: 20_000 });
    void keeper.load();
    void keeper.load();
    await answer(1, "two");
    await answer(0, "away");
    await vi.advanceTimersByTimeAsync(20_000);
    expect(questions).toHaveLength(3);
    expect(told).toEqual(["two"]);
  });

  it("is over when it is closed, though an answer was on its way", async () => {
    const keeper = keeperOf({ everyMillis: 20_000 });
    void keeper.load();
    keeper.close();
    await answer(0, "one");
    void keeper.load();
    await vi.advanceTimersByTimeAsync(60_000);
    expect(questions).toHaveLength(1);
    expect(told).toEqual([]);
  });
});
