import { describe, expect, it } from "vitest";
import { absolute, compared, holds } from "../../bench/support/figure.ts";
import { alternate } from "../../bench/support/statistics.ts";
import { table } from "../../bench/support/table.ts";

describe("a bench's figure", () => {
  const pairs = [
    { hub: 100, bare: 200 },
    { hub: 30, bare: 50 },
    { hub: 80, bare: 100 },
  ];

  const question = { what: "numbers", unit: "a second" };

  it("is compared round by round, so that a slow round slows both sides", () => {
    expect(compared({ ...question, bound: null }, pairs)).toMatchObject({
      hub: 80,
      bare: 100,
      measured: 0.6,
      spread: [0.5, 0.8],
    });
  });

  it("holds on its side of the bound, and on the bound itself", () => {
    const measured = (is: "at least" | "at most", limit: number): boolean =>
      holds(compared({ ...question, bound: { is, limit } }, pairs));
    expect([measured("at least", 0.6), measured("at least", 0.7)]).toEqual([true, false]);
    expect([measured("at most", 0.6), measured("at most", 0.5)]).toEqual([true, false]);
    expect(holds(compared({ ...question, bound: null }, pairs))).toBe(true);
  });

  it("is printed with its bound, and says where that does not hold", () => {
    const lines = table([
      compared({ ...question, bound: { is: "at least", limit: 0.7 } }, pairs),
      absolute({ what: "script", unit: "kB", bound: { is: "at most", limit: 60 } }, [41.26]),
    ]).split("\n");
    expect(lines.map((line) => line.trim().replace(/ {2,}/g, "|"))).toEqual([
      "hub|baseline|unit|measured|spread|bound",
      "numbers|80|100|a second|0.6 ×|0.5–0.8|at least 0.7|DOES NOT HOLD",
      "script|41.3|kB|41.3–41.3|at most 60|holds",
    ]);
  });
});

describe("rounds of a bench", () => {
  it("begin in turn with the hub and with the baseline", async () => {
    const order: string[] = [];
    const side = (name: string) => (round: number) => {
      order.push(`${name} ${round}`);
      return Promise.resolve(round);
    };
    expect(await alternate(2, side("hub"), side("bare"))).toEqual([
      { hub: 0, bare: 0 },
      { hub: 1, bare: 1 },
    ]);
    expect(order).toEqual(["hub 0", "bare 0", "bare 1", "hub 1"]);
  });
});
