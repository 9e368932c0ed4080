import { describe, expect, it } from "vitest";
import { waitOnPhone, waitOnTile } from "../../../shared/text/waiting-now.ts";

const minutes = (count: number) => ({ p50: count * 60, p90: count * 120 });
const idle = { waiting: 0, served: true, estimate: { p50: 20, p90: 50 } };
const busy = { waiting: 0, served: true, estimate: minutes(5) };

describe("how long it takes where nobody waits", () => {
  it("is nothing only where a counter calls at once", () => {
    expect(waitOnTile(idle, "zh")).toBe("不用等");
    expect(waitOnPhone(idle, "zh")).toEqual(["现在不用等"]);
  });

  it("is told where every counter is busy, and that this is why", () => {
    expect(waitOnTile(busy, "zh")).toBe("窗口正忙·约5分");
    expect(waitOnTile(busy, "en")).toBe("counters busy, ~5 min");
    expect(waitOnPhone(busy, "zh")).toEqual(["前面没有人，窗口正忙", "约5分钟"]);
  });

  it("is not guessed where it is not known, nor where no counter is open", () => {
    expect(waitOnTile({ ...busy, estimate: null }, "zh")).toBe("没有人等");
    expect(waitOnPhone({ ...busy, estimate: null }, "zh")).toEqual(["前面没有人"]);
    expect(waitOnTile({ ...idle, served: false }, "zh")).toBe("窗口还没开");
    expect(waitOnPhone({ ...busy, served: false }, "zh")).toEqual(["前面没有人", "约5分钟"]);
  });
});

describe("how long it takes behind others", () => {
  it("is told with their number", () => {
    const eight = { waiting: 8, served: true, estimate: minutes(25) };
    expect(waitOnTile(eight, "zh")).toBe("等8位·约25分");
    expect(waitOnTile({ ...eight, served: false }, "zh")).toBe("等8位·窗口还没开");
    expect(waitOnPhone(eight, "zh")).toEqual(["前面等候8位", "约25分钟"]);
  });
});
