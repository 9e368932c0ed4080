import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { IdleWatch } from "../../../ticket-station/idle-watch.ts";

function watch() {
  const heard: string[] = [];
  const idle = new IdleWatch({
    asking: (left) => heard.push(`asking ${String(left)}`),
    answered: () => heard.push("answered"),
    left: () => heard.push("left"),
  });
  return { heard, idle };
}

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

describe("a station that somebody walked away from", () => {
  it("asks after a minute and gives the page back fifteen seconds later", () => {
    const { heard, idle } = watch();
    idle.touched();
    vi.advanceTimersByTime(59_999);
    expect(heard).toEqual([]);
    vi.advanceTimersByTime(1);
    expect(heard).toEqual(["asking 15"]);
    vi.advanceTimersByTime(14_000);
    expect(heard.at(-1)).toBe("asking 1");
    vi.advanceTimersByTime(1_000);
    expect(heard.at(-1)).toBe("left");
    vi.advanceTimersByTime(600_000);
    expect(heard.filter((each) => each === "left")).toHaveLength(1);
  });

  it("goes on when it is touched while it asks", () => {
    const { heard, idle } = watch();
    idle.touched();
    vi.advanceTimersByTime(65_000);
    idle.touched();
    expect(heard.at(-1)).toBe("answered");
    vi.advanceTimersByTime(59_000);
    expect(heard.at(-1)).toBe("answered");
  });

  it("starts the minute anew at every touch", () => {
    const { heard, idle } = watch();
    for (let i = 0; i < 5; i++) {
      idle.touched();
      vi.advanceTimersByTime(50_000);
    }
    expect(heard).toEqual([]);
  });

  it("asks nobody while it rests", () => {
    const { heard, idle } = watch();
    idle.touched();
    idle.rest();
    vi.advanceTimersByTime(600_000);
    expect(heard).toEqual([]);
  });

  it("takes its question back when it comes to rest", () => {
    const { heard, idle } = watch();
    idle.touched();
    vi.advanceTimersByTime(63_000);
    idle.rest();
    expect(heard.at(-1)).toBe("answered");
    vi.advanceTimersByTime(600_000);
    expect(heard.at(-1)).toBe("answered");
  });
});
