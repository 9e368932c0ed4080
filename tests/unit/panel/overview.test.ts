import { describe, expect, it } from "vitest";
import { overviewOf } from "../../../counter-panel/data/overview.ts";
import { fromSnapshot } from "../../../counter-panel/data/queue-state.ts";
import { aService } from "../../support/samples.ts";
import { at, counter, nine, serving, ticket } from "./hall-of-tests.ts";

const services = [aService({ id: "pension" }), aService({ id: "card" })];
const minutes = (count: number) => nine + count * 60_000;

describe("the whole hall at a glance", () => {
  const inHand = serving("S001");
  const queue = fromSnapshot({
    date: "2026-11-23",
    tickets: [
      inHand,
      ticket("S003", { queuedAt: at(6) }),
      ticket("S002", { queuedAt: at(4) }),
      ticket("K001", { service: "card", queuedAt: at(5) }),
      ticket("S009", { state: "missed", queuedAt: at(1) }),
    ],
    counters: [counter({ ticket: inHand }), counter({ number: 4, state: "closed", clerk: null })],
  });
  const seen = overviewOf({ queue, hall: { services }, nowMillis: minutes(10), most: 2 });

  it("names those who have waited longest, the longest first, and no more than fit", () => {
    expect(seen.longest.map(({ ticket: { number }, since }) => [number, since])).toEqual([
      ["S002", minutes(4)],
      ["K001", minutes(5)],
    ]);
  });

  it("counts each service's line and since when its first has waited", () => {
    expect(seen.queues.map(({ service, waiting, since }) => [service.id, waiting, since])).toEqual([
      ["pension", 2, minutes(4)],
      ["card", 1, minutes(5)],
    ]);
  });

  it("shows every counter with its ticket in hand", () => {
    expect(seen.counters.map(({ counter: { number }, inHand: has }) => [number, has?.number ?? null])).toEqual([
      [3, "S001"],
      [4, null],
    ]);
  });

  it("lets an appointment wait from its time on", () => {
    const early = ticket("Y001", { queuedAt: at(1), dueAt: at(15) });
    const booked = fromSnapshot({
      date: "2026-11-23",
      tickets: [early, ticket("S002", { queuedAt: at(4) })],
      counters: [],
    });
    const longest = (now: number) =>
      overviewOf({ queue: booked, hall: { services }, nowMillis: minutes(now), most: 5 }).longest.map(
        ({ ticket: { number }, since }) => [number, (since - nine) / 60_000],
      );
    expect(longest(10)).toEqual([["S002", 4]]);
    expect(longest(20)).toEqual([
      ["S002", 4],
      ["Y001", 15],
    ]);
  });
});
