import { describe, expect, it } from "vitest";
import {
  approvalError,
  deviceName,
  inOrder,
  needsCounter,
  presenceOf,
  printerState,
} from "../../../manager-console/device-words.ts";
import { deviceKinds } from "../../../shared/domain/vocabulary.ts";
import type { ApiProblem } from "../../../shared/ui/api.ts";
import type { Device } from "../../../shared/wire/access.ts";

const today = "2026-11-25";

function aDevice(more: Partial<Device> = {}): Device {
  return {
    id: "01",
    kind: "station",
    name: "station",
    state: "paired",
    counter: null,
    createdAt: `${today}T08:00:00.000+08:00`,
    lastSeenAt: null,
    connected: false,
    printer: null,
    printerHealth: null,
    ...more,
  };
}

function problem(code: ApiProblem["code"], field?: string): ApiProblem {
  return { code, title: "", detail: "", status: 400, ...(field !== undefined && { field }) };
}

describe("a device in the list", () => {
  it("is called by what it is until somebody names it", () => {
    expect(deviceName(aDevice(), "zh")).toBe("取号机");
    expect(deviceName(aDevice({ name: "东门取号机" }), "zh")).toBe("东门取号机");
  });

  it("stands among its kind, by counter and name", () => {
    const panel = aDevice({ id: "panel", kind: "panel", counter: 1 });
    const [tenth, second] = [10, 2].map((counter) =>
      aDevice({ id: `screen ${String(counter)}`, kind: "counter-screen", counter }),
    );
    const station = aDevice({ id: "station" });
    const order = inOrder([panel, tenth, second, station].filter((device) => device !== undefined));
    expect(order.map(({ id }) => id)).toEqual(["station", "screen 2", "screen 10", "panel"]);
  });

  it("says when it was last seen, with the date if that was not today", () => {
    expect(presenceOf(aDevice({ connected: true }), today, "zh")).toBe("已连接");
    expect(presenceOf(aDevice({ lastSeenAt: `${today}T08:05:00.000+08:00` }), today, "zh")).toBe("未连接，8:05来过");
    expect(presenceOf(aDevice({ lastSeenAt: "2026-11-24T17:05:00.000+08:00" }), today, "zh")).toBe(
      "未连接，11月24日 17:05来过",
    );
  });
});

describe("a device that has not come yet", () => {
  it("is waited for, and not said to be away", () => {
    expect(presenceOf(aDevice(), today, "zh")).toBe("等待连接");
  });

  it("is of no use without a counter only where it shows one", () => {
    expect(deviceKinds.filter((kind) => needsCounter(kind))).toEqual(["counter-screen"]);
  });
});

describe("a station's printer", () => {
  const printer = { kind: "tcp", host: "printer", port: 9100, columns: 48 } as const;
  const health = (condition: "ready" | "paper-out" | "none") => ({ condition, pending: 0, since: null });

  it("is told as it was last heard of", () => {
    expect(printerState(aDevice({ printer, printerHealth: health("ready") }), "zh")).toEqual({
      words: "正常",
      isWrong: false,
    });
    expect(printerState(aDevice({ printer, printerHealth: health("paper-out") }), "zh")).toEqual({
      words: "没纸了",
      isWrong: true,
    });
  });

  it("is not known yet when it has only just been set", () => {
    expect(printerState(aDevice({ printer, printerHealth: health("none") }), "zh")).toEqual({
      words: "还没有消息",
      isWrong: false,
    });
  });

  it("is absent where none is set, and no matter of other devices", () => {
    expect(printerState(aDevice({ printer: { kind: "none" } }), "zh")).toEqual({ words: "没有打印机", isWrong: false });
    expect(printerState(aDevice({ kind: "screen" }), "zh")).toBeNull();
  });
});

describe("a device that was not approved", () => {
  it("has another sentence for a wrong code, too many tries, and a code that has run out", () => {
    const sentences = [problem("invalid-request", "code"), problem("gone"), problem("not-found")].map((each) =>
      approvalError(each, "zh"),
    );
    expect(new Set(sentences).size).toBe(3);
    expect(sentences).not.toContain(null);
  });

  it("leaves to the form what is not about the code", () => {
    expect(approvalError(problem("invalid-request", "name"), "zh")).toBeNull();
    expect(approvalError(problem("not-found", "counter"), "zh")).toBeNull();
    expect(approvalError(problem("hub-away"), "zh")).toBeNull();
  });
});
