import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import type { ApiAnswer } from "../../../shared/ui/api.ts";
import type { HallNow } from "../../../shared/wire/hall.ts";
import { HallFeed } from "../../../ticket-station/hall-feed.ts";
import { refused } from "../../support/held-api.ts";
import { HeldLine } from "../../support/held-line.ts";
import { aHall, aService } from "../../support/samples.ts";
import { settled } from "./station-of-tests.ts";

let line: HeldLine;
let feed: HallFeed;
/** Answers the questions for the hall, in the order they were asked. */
let questions: ((answer: ApiAnswer<HallNow>) => void)[];
let told: string[];

const hallWith = (waiting: number): ApiAnswer<HallNow> => ({
  ok: true,
  status: 200,
  value: aHall({ services: [aService({ waiting })] }),
});

const waiting = () => feed.hall?.services[0]?.waiting;

async function answer(question: number, as: ApiAnswer<HallNow>): Promise<void> {
  questions[question]?.(as);
  await settled();
}

beforeEach(() => {
  vi.useFakeTimers();
  line = new HeldLine(0);
  questions = [];
  told = [];
  feed = new HallFeed({
    hub: line,
    device: "d1",
    loadHall: () => new Promise((resolve) => questions.push(resolve)),
  });
  feed.addEventListener("change", () => told.push("change"));
  feed.addEventListener("unpaired", () => told.push("unpaired"));
});
afterEach(() => {
  feed.close();
  vi.useRealTimers();
});

describe("the hall at the station", () => {
  it("is asked for anew every twenty seconds", async () => {
    await answer(0, hallWith(5));
    expect(waiting()).toBe(5);
    await vi.advanceTimersByTimeAsync(20_000);
    await answer(1, hallWith(6));
    expect(waiting()).toBe(6);
  });

  it("is asked for again soon where the hub did not answer, and stays as it was", async () => {
    await answer(0, hallWith(5));
    await vi.advanceTimersByTimeAsync(20_000);
    await answer(1, refused("hub-away"));
    expect(waiting()).toBe(5);
    await vi.advanceTimersByTimeAsync(5_000);
    expect(questions).toHaveLength(3);
  });

  it("is asked for at once when a counter opens, and when the hub is back", async () => {
    await answer(0, hallWith(5));
    line.tell("lobby", { type: "counter", at: "", counter: {} });
    expect(questions).toHaveLength(2);
    await answer(1, hallWith(5));
    line.become("lost");
    await vi.advanceTimersByTimeAsync(4_000);
    line.become("live");
    expect(questions).toHaveLength(3);
  });

  it("does not go back to an answer that a newer one has overtaken", async () => {
    void feed.load();
    await answer(1, hallWith(6));
    await answer(0, hallWith(5));
    expect(waiting()).toBe(6);
  });

  it("keeps the counts it has heard since it asked", async () => {
    await answer(0, hallWith(5));
    void feed.load();
    line.tell("lobby", { type: "waiting", at: "", service: "civil", waiting: 7 });
    expect(waiting()).toBe(7);
    await answer(1, hallWith(5));
    expect(waiting()).toBe(7);
    await vi.advanceTimersByTimeAsync(20_000);
    await answer(2, hallWith(2));
    expect(waiting()).toBe(2);
  });
});

describe("a feed that was closed", () => {
  it("asks no more, though an answer was on its way", async () => {
    feed.close();
    await answer(0, hallWith(5));
    await vi.advanceTimersByTimeAsync(60_000);
    expect(questions).toHaveLength(1);
    expect(told).toEqual([]);
    expect([...line.watchers.keys()]).toEqual([]);
  });

  it("asks no more when it is told to", async () => {
    await answer(0, hallWith(5));
    feed.close();
    await feed.load();
    expect(questions).toHaveLength(1);
  });
});

describe("the hub's line at the station", () => {
  it("is away only after a few seconds, so that a short loss is not worth a word", async () => {
    line.become("lost");
    await vi.advanceTimersByTimeAsync(3_999);
    expect(feed.isAway).toBe(false);
    await vi.advanceTimersByTimeAsync(1);
    expect(feed.isAway).toBe(true);
    line.become("live");
    expect(feed.isAway).toBe(false);
  });

  it("tells how the printer stands", () => {
    line.show("screen/d1", { printer: { condition: "ready" } });
    expect(feed.printer).toBe("ready");
    line.tell("screen/d1", { type: "printer", at: "", printer: { condition: "paper-out" } });
    expect(feed.printer).toBe("paper-out");
  });

  it.each(["not-signed-in", "not-allowed", "not-found"] as const)("says that the device is unknown by %s", (code) => {
    line.watchers.get("screen/d1")?.refused?.(code);
    expect(told).toEqual(["unpaired"]);
  });

  it("takes a busy hub's refusal for no goodbye", () => {
    line.watchers.get("screen/d1")?.refused?.("overloaded");
    expect(told).toEqual([]);
  });
});
