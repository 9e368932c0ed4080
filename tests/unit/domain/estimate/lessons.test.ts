import { beforeEach, describe, expect, it } from "vitest";
import { Lessons } from "../../../../server/domain/estimate/lessons.ts";
import type { Noticed } from "../../../../server/domain/estimate/noticed.ts";

const join = (seq: number): Noticed => ({ seq, at: seq, what: "joined", service: "a", class: "normal" });

describe("the lessons of a day", () => {
  let lessons: Lessons;
  const told = (): number[] => lessons.tell().map(({ seq }) => seq);
  const hear = (...all: Noticed[]): void => {
    for (const noticed of all) lessons.hear(noticed);
  };

  beforeEach(() => {
    lessons = new Lessons();
    hear({ seq: 1, at: 1, what: "day-began" });
  });

  it("are told once each, and only once nobody can take them back", () => {
    hear(join(2), join(3));
    lessons.settle(2);
    expect(told()).toEqual([1, 2]);
    hear({ seq: 4, at: 4, what: "undone", undone: [3] }, join(5));
    lessons.settle(9);
    expect([told(), lessons.hasUntold]).toEqual([[5], false]);
  });

  it("are told anew to whoever comes after", () => {
    hear(join(2));
    lessons.settle(9);
    told();
    lessons.tellAnew();
    expect(told()).toEqual([1, 2]);
  });

  it("are settled with the day, and forgotten with the next if they were told", () => {
    hear(join(2), { seq: 3, at: 3, what: "day-ended" });
    expect([lessons.hasDayToTell, told(), lessons.hasDayToTell]).toEqual([true, [1, 2, 3], false]);
    hear({ seq: 4, at: 4, what: "day-began" });
    lessons.tellAnew();
    expect(told()).toEqual([4]);
  });

  it("outlive a day's end that nobody was told of", () => {
    hear(join(2), { seq: 3, at: 3, what: "day-ended" }, { seq: 4, at: 4, what: "day-began" });
    expect(told()).toEqual([1, 2, 3, 4]);
  });

  it("of a day without end are of bounded number, and still begin with the day", () => {
    for (let seq = 2; seq < 9000; seq += 1) hear(join(seq));
    lessons.settle(9000);
    const all = told();
    expect([all.length, all[0], all[1], all.at(-1)]).toEqual([6000, 1, 3001, 8999]);
    hear(join(9001));
    lessons.settle(9999);
    expect(told()).toEqual([9001]);
  });
});
