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

  it("says so where no counter is free", () => {
    expect(() => planFromRecord({ rows, counters: [], part: wholeDay })).toThrow("no counter of the hall is free");
  });
});
