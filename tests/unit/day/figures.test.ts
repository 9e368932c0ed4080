import { describe, expect, it } from "vitest";
import { fateInHub, fateInRecord, figuresOf } from "../../../tools/day/figures.ts";
import { table } from "../../../tools/day/report.ts";
import { leftAfter, servedBy } from "./rows.ts";

const event = (type: string, seconds: number): { type: string; at: string } => ({
  type,
  at: new Date(Date.parse("2026-11-25T09:00:00+08:00") + seconds * 1000).toISOString(),
});

describe("what became of somebody", () => {
  it("is told by the hub's history, its seconds scaled back to the day's", () => {
    const history = [
      event("ticket-issued", 0),
      event("ticket-called", 2),
      event("ticket-started", 2.1),
      event("ticket-finished", 5),
    ];
    expect(fateInHub("AA", history, 60)).toEqual({ kind: "AA", end: "served", wait: 120 });
  });

  it("counts the wait to the first call, whatever came after", () => {
    const history = ["issued", "called", "missed", "requeued", "called", "transferred", "called", "finished"].map(
      (type, index) => event(`ticket-${type}`, index),
    );
    expect(fateInHub("AA", history, 10)).toEqual({ kind: "AA", end: "served", wait: 10 });
  });

  it("has no wait where nobody called", () => {
    expect(fateInHub("AA", [event("ticket-issued", 0), event("ticket-cancelled", 3)], 60)).toEqual({
      kind: "AA",
      end: "left",
      wait: null,
    });
  });

  it("is not known while the ticket is open", () => {
    expect(fateInHub("AA", [event("ticket-issued", 0), event("ticket-called", 3)], 60)).toBeNull();
  });

  it("is told by the record's own row", () => {
    expect(fateInRecord({ ...servedBy("T01", { start: 100, seconds: 9 }), wait: 7 })).toEqual({
      kind: "AA",
      end: "served",
      wait: 7,
    });
    expect(fateInRecord(leftAfter(30, 100))).toEqual({ kind: "AA", end: "left", wait: null });
  });
});

describe("figures of a day", () => {
  const fates = [10, 20, 30, 40].map((wait) => ({ kind: "AA", end: "served", wait }) as const);

  it("count who came, was served, left and was sent home, and the waits of those who were served", () => {
    const others = [
      { kind: "AA", end: "left", wait: null },
      { kind: "BB", end: "home", wait: 500 },
    ] as const;
    expect(figuresOf([...fates, ...others])).toEqual({
      came: 6,
      served: 4,
      left: 1,
      home: 1,
      meanWait: 25,
      medianWait: 25,
      p90Wait: 37,
    });
  });

  it("stand beside the record's, in all and by service", () => {
    const lines = table(fates, [{ kind: "BB", end: "served", wait: 65 }]).split("\n");
    expect(lines.map((line) => line.replace(/ {2,}/g, "|"))).toEqual([
      "|came|served|left|sent home|mean wait|median|90 %",
      "all, the record says|1|1|0|0|1:05|1:05|1:05",
      "all, the hub measured|4|4|0|0|0:25|0:25|0:37",
      "AA, the record says|0|0|0|0|–|–|–",
      "AA, the hub measured|4|4|0|0|0:25|0:25|0:37",
      "BB, the record says|1|1|0|0|1:05|1:05|1:05",
      "BB, the hub measured|0|0|0|0|–|–|–",
    ]);
  });
});
