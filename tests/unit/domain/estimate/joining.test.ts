import { describe, expect, it } from "vitest";
import { laneKey, Today } from "../../../../server/domain/estimate/today.ts";

const nine = Date.parse("2026-11-25T09:00:00+08:00");
const minutes = (count: number): number => count * 60_000;

/** How many an hour of a class are held to come, at ten minutes past nine. */
function hourly(joined: readonly (readonly [minute: number, ticketClass: string])[], ticketClass: string): number {
  const today = new Today();
  for (const [minute, each] of joined) today.joined(nine + minutes(minute), "medical", each);
  return 3600 * (today.joiningPerSecond(nine + minutes(10)).get(laneKey("medical", ticketClass)) ?? 0);
}

describe("who is held to come after those who wait", () => {
  it("is nobody like the first of a class: one person is no crowd, though the morning is young", () => {
    const joined = [
      [0, "normal"],
      [1, "normal"],
      [2, "courtesy"],
      [4, "normal"],
      [6, "normal"],
    ] as const;
    expect(hourly(joined, "courtesy")).toBe(0);
    expect(hourly(joined, "normal")).toBeCloseTo(3 * 6);
  });

  it("is as many as came of late, from the second on", () => {
    const joined = [
      [0, "courtesy"],
      [4, "courtesy"],
      [8, "courtesy"],
    ] as const;
    expect(hourly(joined, "courtesy")).toBeCloseTo(2 * 6);
    expect(hourly(joined, "statutory")).toBe(0);
  });
});
