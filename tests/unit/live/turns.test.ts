import { describe, expect, it } from "vitest";
import { FrameBudget } from "../../../server/live/frame-budget.ts";
import { Turns } from "../../../server/live/turns.ts";

describe("the hub's turns for what was missed", () => {
  /** Jobs that write their name down, and an event loop in the test's hands. */
  function turns() {
    const done: string[] = [];
    const next: (() => void)[] = [];
    const made = new Turns((run) => next.push(run));
    const job = (name: string, cost: number) => () => {
      done.push(name);
      return cost;
    };
    return { done, next, made, job };
  }

  it("do a job at once where there is room, and in its place in the line where there is none", () => {
    const { done, next, made, job } = turns();
    made.take(job("small", 1));
    made.take(job("large", 1000));
    made.take(job("first in line", 1000));
    made.take(job("second in line", 1));
    expect(done).toEqual(["small", "large"]);
    next.shift()?.();
    expect(done).toEqual(["small", "large", "first in line"]);
    next.shift()?.();
    expect(done).toEqual(["small", "large", "first in line", "second in line"]);
  });

  it("put what a job leaves undone behind those who wait", () => {
    const { done, next, made, job } = turns();
    made.take(job("all of this turn", 1000));
    made.take(() => {
      done.push("half");
      made.take(job("other half", 1));
      return 1;
    });
    made.take(job("another's", 1));
    next.shift()?.();
    expect(done).toEqual(["all of this turn", "half", "another's", "other half"]);
  });

  it("ask for no next turn where nothing was told", () => {
    const { next, made, job } = turns();
    made.take(job("nothing", 0));
    expect(next).toEqual([]);
    made.take(job("something", 1));
    next.shift()?.();
    expect(next).toEqual([]);
  });
});

describe("what a stranger may ask", () => {
  it("is plenty at once, then eight frames a second, and never more than at first", () => {
    let now = 0;
    const budget = new FrameBudget(() => now);
    const spent = () => {
      let count = 0;
      while (budget.spend()) count += 1;
      return count;
    };
    expect(spent()).toBe(64);
    now += 1000;
    expect(spent()).toBe(8);
    now += 100;
    expect(spent()).toBe(0);
    now += 25;
    expect(spent()).toBe(1);
    now += 3_600_000;
    expect(spent()).toBe(64);
  });
});
