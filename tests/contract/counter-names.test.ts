import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { Desk, type Person } from "../support/desk.ts";
import { sampleHall, startHub, type TestHub } from "../support/hub.ts";

let hub: TestHub;

let clerk: Person;

beforeAll(async () => {
  const hall = sampleHall();
  const label = { zh: "A区03", en: "Area A 03" };
  const counters = hall.counters.map((counter) => (counter.number === 3 ? { ...counter, label } : counter));
  hub = await startHub({ hall: { ...hall, counters } });
  clerk = await new Desk(hub).clerkAt(3);
});

afterAll(async () => {
  await hub.stop();
});

describe("a clerk who is at a counter already", () => {
  it.each([
    ["zh", "您已在别的窗口（A区03），请先关闭"],
    ["zh-Hant", "您已在別的窗口（A区03），請先關閉"],
    ["en", "You are at another counter (Area A 03); close it first"],
  ])("hears in %s which, as the hall calls it", async (language, detail) => {
    const answer = await clerk.post("/api/counters/2/open", {}, { "accept-language": language });
    expect(answer.body).toMatchObject({ code: "clerk-busy", detail });
  });
});
