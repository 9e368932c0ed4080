import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { SortedList } from "../../../server/domain/sorted-list.ts";

const ascending = (a: number, b: number): number => a - b;

type Step = readonly ["insert" | "remove" | "countBefore" | "at", number];

/** Does the same to a sorted list and to a plain array kept sorted, and compares after every step. */
function agree(steps: readonly Step[]): void {
  const list = new SortedList<number>(ascending);
  let plain: number[] = [];
  for (const [step, value] of steps) {
    switch (step) {
      case "insert":
        if (plain.includes(value)) break;
        list.insert(value);
        plain = [...plain, value].sort(ascending);
        break;
      case "remove":
        expect(list.remove(value)).toBe(plain.includes(value));
        plain = plain.filter((each) => each !== value);
        break;
      case "countBefore":
        expect(list.countBefore(value)).toBe(plain.filter((each) => each < value).length);
        break;
      case "at":
        expect(list.at(value)).toBe(plain[value]);
        break;
      default:
        step satisfies never;
    }
    expect([list.size, list.first]).toEqual([plain.length, plain[0]]);
  }
  expect([...list]).toEqual(plain);
}

describe("a sorted list", () => {
  it("does all that a plain sorted array does", () => {
    const step: fc.Arbitrary<Step> = fc.tuple(
      fc.constantFrom("insert", "insert", "remove", "countBefore", "at"),
      fc.nat({ max: 60 }),
    );
    fc.assert(fc.property(fc.array(step, { maxLength: 200 }), agree), { seed: 7, numRuns: 300 });
  });

  it("does so with thousands, put in and taken out in any order", () => {
    const shuffled = fc.shuffledSubarray(
      Array.from({ length: 1200 }, (_, index) => index),
      { minLength: 900 },
    );
    fc.assert(
      fc.property(shuffled, shuffled, (put, taken) => {
        const steps: Step[] = [
          ...put.map((value): Step => ["insert", value]),
          ...taken.flatMap((value): Step[] => [
            ["countBefore", value],
            ["at", value],
            ["remove", value],
          ]),
        ];
        agree(steps.slice(0, put.length + 1200));
      }),
      { seed: 7, numRuns: 6 },
    );
  });

  it("is empty again when all have gone", () => {
    const list = new SortedList<number>(ascending);
    for (let value = 0; value < 1000; value += 1) list.insert((value * 7919) % 1000);
    for (let value = 0; value < 1000; value += 1) expect(list.remove(value)).toBe(true);
    expect([list.size, list.first, list.at(0), [...list].length]).toEqual([0, undefined, undefined, 0]);
  });
});
