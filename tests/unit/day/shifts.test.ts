import { describe, expect, it } from "vitest";
import { assignCounters, clipped, mostAtOnce, serversOf, type Server } from "../../../tools/day/shifts.ts";
import { leftAfter, servedBy } from "./rows.ts";

const HOUR = 3600;
const nine = 9 * HOUR;

function server(name: string, works: readonly (readonly [number, number])[], busySeconds: number): Server {
  return { name, works: works.map(([from, to]) => ({ from: from * HOUR, to: to * HOUR })), busySeconds };
}

describe("the hours in which the record shows a clerk at work", () => {
  it("joins services close to each other, and takes a long gap for an absence", () => {
    const rows = [
      servedBy("T01", { start: nine, seconds: 300 }),
      servedBy("T01", { start: nine + 600, seconds: 100 }),
      servedBy("T01", { start: nine + HOUR, seconds: 50 }),
    ];
    expect(serversOf(rows)).toEqual([
      {
        name: "T01",
        works: [
          { from: nine, to: nine + 700 },
          { from: nine + HOUR, to: nine + HOUR + 50 },
        ],
        busySeconds: 450,
      },
    ]);
  });

  it("leaves out who left and whom nobody is named to have served, and names the busiest clerk first", () => {
    const rows = [
      servedBy("T01", { start: nine, seconds: 10 }),
      servedBy(null, { start: nine, seconds: 500 }),
      servedBy("T02", { start: nine, seconds: 20 }),
      leftAfter(5, nine),
    ];
    expect(serversOf(rows).map(({ name }) => name)).toEqual(["T02", "T01"]);
  });

  it("does not shorten a stretch by a service that lies within another", () => {
    const rows = [servedBy("T01", { start: nine, seconds: 900 }), servedBy("T01", { start: nine + 60, seconds: 60 })];
    expect(serversOf(rows)[0]?.works).toEqual([{ from: nine, to: nine + 900 }]);
  });

  it("counts who is there at once from first service to last, breaks included", () => {
    expect(
      mostAtOnce([
        server(
          "a",
          [
            [8, 9],
            [11, 12],
          ],
          1,
        ),
        server("b", [[9.5, 10]], 1),
        server("c", [[12, 13]], 1),
      ]),
    ).toBe(2);
    expect(mostAtOnce([])).toBe(0);
  });
});

describe("counters for the clerks of the record", () => {
  it("go to each for the whole day, and again to one who comes when another has gone", () => {
    const { shifts, waiting } = assignCounters(
      [server("a", [[8, 12]], 9), server("b", [[8, 13]], 8), server("c", [[12, 16]], 7)],
      [3, 5],
    );
    expect(shifts.map(({ clerk, counter }) => [clerk, counter])).toEqual([
      ["a", 3],
      ["b", 5],
      ["c", 3],
    ]);
    expect(waiting).toEqual([]);
  });

  it("let the least busy wait where there are too few", () => {
    const { shifts, waiting } = assignCounters(
      [
        server("a", [[8, 12]], 9),
        server(
          "b",
          [
            [9, 10],
            [11, 14],
          ],
          8,
        ),
      ],
      [1],
    );
    expect(waiting).toEqual([{ clerk: "b", until: 12 * HOUR }]);
    expect(shifts[1]).toEqual({ clerk: "b", counter: 1, works: [{ from: 12 * HOUR, to: 14 * HOUR }] });
  });

  it("are not taken by one for whom none is free before the day is nearly over", () => {
    const { shifts, waiting } = assignCounters([server("a", [[8, 12]], 9), server("b", [[9, 12.1]], 8)], [1]);
    expect(waiting).toEqual([{ clerk: "b", until: null }]);
    expect(shifts).toHaveLength(1);
  });
});

describe("the part of a day", () => {
  it("cuts stretches at its ends and drops those outside", () => {
    const stretches = [
      { from: 0, to: 10 },
      { from: 20, to: 30 },
      { from: 40, to: 50 },
    ];
    expect(clipped(stretches, { from: 5, to: 25 })).toEqual([
      { from: 5, to: 10 },
      { from: 20, to: 25 },
    ]);
  });
});
