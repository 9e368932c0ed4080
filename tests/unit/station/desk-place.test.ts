import { describe, expect, it } from "vitest";
import type { HallNow } from "../../../shared/wire/hall.ts";
import { deskPlace } from "../../../ticket-station/desk-place.ts";

const text = (zh: string) => ({ zh, en: zh });
const areas = [
  { id: "hall", name: text("综合服务区") },
  { id: "front", name: text("前厅") },
];

function counter(name: string, more: Partial<HallNow["counters"][number]> = {}): HallNow["counters"][number] {
  return { number: 1, label: text(name), name: text(name), area: "hall", services: [], ...more };
}

describe("where the information desk is", () => {
  it("is told by the hall's file, whatever the desk is called there", () => {
    const counters = [counter("咨询窗口"), counter("总服务台", { desk: true, where: text("大门右手") })];
    expect(deskPlace({ counters, areas })?.zh).toBe("大门右手");
  });

  it("is the counter that calls itself so where the file marks none, by its area where it has no place of its own", () => {
    expect(deskPlace({ counters: [counter("1号窗口"), counter("咨询台", { area: "front" })], areas })?.zh).toBe("前厅");
  });

  it("is not guessed where there is no such counter", () => {
    expect(deskPlace({ counters: [counter("1号窗口")], areas })).toBeNull();
  });
});
