import { describe, expect, it } from "vitest";
import { planFromRecord } from "../../../tools/day/record-plan.ts";
import { leftAfter, servedBy } from "./rows.ts";

const nine = 9 * 3600;
const wholeDay = { from: 0, to: 24 * 3600 };
const counters = [1, 2].map((number) => ({ number, tiers: [["any"], ["rare"]] }));

describe("a day of the record as a plan", () => {
  const rows = [
    { ...servedBy("T01", { start: nine + 60, seconds: 100 }), isPriority: true },
    servedBy("T01", { start: nine, seconds: 30 }),
    servedBy("T02", { start: nine, seconds: 500, service: "BB" }),
    leftAfter(45, nine + 10),
  ];
  const plan = planFromRecord({ rows, counters, part: wholeDay });

  it("has everybody come when they came", () => {
    expect(plan.arrivals.map(({ at }) => at)).toEqual([nine, nine, nine + 10, nine + 60]);
  });

  it("serves each as long as the record says", () => {
    expect(plan.arrivals.map(({ serviceSeconds }) => serviceSeconds)).toEqual([30, 500, 65, 100]);
  });

  it("lets those leave who left, unless they are called before", () => {
    expect(plan.arrivals.map(({ leavesAt }) => leavesAt)).toEqual([null, null, nine + 55, null]);
  });

  it("gives priority customers courtesy", () => {
    expect(plan.arrivals.map((arrival) => arrival.class)).toEqual(["normal", "normal", "normal", "courtesy"]);
  });

  it("puts each clerk at a counter in the hours of the record", () => {
    expect(plan.shifts).toEqual([
      { clerk: "T02", counter: 1, works: [{ from: nine, to: nine + 500 }] },
      { clerk: "T01", counter: 2, works: [{ from: nine, to: nine + 160 }] },
    ]);
  });

  it("plays a part of the day with those who came and worked in it", () => {
    const part = planFromRecord({ rows, counters, part: { from: nine + 5, to: nine + 200 } });
    expect(part.arrivals.map(({ at }) => at)).toEqual([nine + 10, nine + 60]);
    expect(part.shifts.map(({ works }) => works)).toEqual([
      [{ from: nine + 5, to: nine + 200 }],
      [{ from: nine + 5, to: nine + 160 }],
    ]);
  });

  it("sends everybody to the clerk of the record where each counter lists a service of its own", () => {
    const apart = [1, 2].map((number) => ({
      number,
      tiers: [[`of-${String(number)}`], [`also-of-${String(number)}`]],
    }));
    const busy = [
      servedBy("T01", { start: nine, seconds: 900 }),
      servedBy("T02", { start: nine, seconds: 90 }),
      servedBy("T01", { start: nine + 900, seconds: 900 }),
      servedBy("T01", { start: nine + 1800, seconds: 900, service: "BB" }),
    ];
    const { arrivals, shifts } = planFromRecord({ rows: busy, counters: apart, part: wholeDay });
    const counterOf = (clerk: string): number => shifts.find((shift) => shift.clerk === clerk)?.counter ?? 0;
    expect(arrivals.map(({ service }) => Number(service.at(-1)))).toEqual(
      busy.map(({ server }) => counterOf(server ?? "")),
    );
  });

  it("says so where no counter is free", () => {
    expect(() => planFromRecord({ rows, counters: [], part: wholeDay })).toThrow("no counter of the hall is free");
  });
});
