import { describe, expect, it } from "vitest";
import { countsAt, countsToName, listsAt, waitingAt, waitingByService } from "../../../counter-panel/data/lists.ts";
import { fromSnapshot, type QueueState } from "../../../counter-panel/data/queue-state.ts";
import type { Ticket } from "../../../shared/wire/ticket.ts";
import { at, counter, nine, rules, ticket } from "./hall-of-tests.ts";

function queueOf(tickets: readonly Ticket[], missedAtMinute?: number): QueueState {
  const queue = fromSnapshot({ date: "2026-11-23", tickets, counters: [counter()] });
  if (missedAtMinute === undefined) return queue;
  return { ...queue, missedAt: new Map(tickets.map(({ id }) => [id, nine + missedAtMinute * 60_000])) };
}

function listsOf(queue: QueueState, minute = 10, next: string | null = null) {
  return listsAt({ queue, counter: counter(), rules, nowMillis: nine + minute * 60_000, next });
}

const numbers = (tickets: readonly Ticket[]): string[] => tickets.map(({ number }) => number);

describe("the lists of a counter", () => {
  it("shows who waits for its services, the longest wait first", () => {
    const queue = queueOf([
      ticket("S002", { queuedAt: at(2) }),
      ticket("Y001", { service: "medical", queuedAt: at(1) }),
      ticket("M001", { service: "relief", queuedAt: at(0) }),
      ticket("S003", { queuedAt: at(3), state: "called", counter: 5 }),
    ]);
    expect(numbers(listsOf(queue).waiting)).toEqual(["Y001", "S002"]);
  });

  it("puts those meant for it by name first, and leaves out those meant for another", () => {
    const queue = queueOf([
      ticket("S001", { queuedAt: at(1) }),
      ticket("M009", { service: "relief", counter: 3, queuedAt: at(6) }),
      ticket("S002", { counter: 5, queuedAt: at(2) }),
    ]);
    expect(numbers(listsOf(queue).waiting)).toEqual(["M009", "S001"]);
  });

  it("puts the one that the hub calls next before all others, whoever it is", () => {
    const queue = queueOf([
      ticket("M009", { service: "relief", counter: 3, queuedAt: at(1) }),
      ticket("S001", { queuedAt: at(2) }),
      ticket("S002", { queuedAt: at(3) }),
    ]);
    expect(numbers(listsOf(queue, 10, "t-S002").waiting)).toEqual(["S002", "M009", "S001"]);
  });

  it("puts the services that the counter takes first before the others, and who goes first before the normal ones", () => {
    const queue = queueOf([
      ticket("S001", { queuedAt: at(1) }),
      ticket("Y001", { service: "medical", queuedAt: at(2) }),
      ticket("S002", { class: "courtesy", queuedAt: at(3) }),
      ticket("Y002", { service: "medical", class: "courtesy", queuedAt: at(4) }),
    ]);
    expect(numbers(listsOf(queue).waiting)).toEqual(["Y002", "Y001", "S002", "S001"]);
  });

  it("shows only what it holds itself as held", () => {
    const queue = queueOf([
      ticket("S001", { state: "held", counter: 3 }),
      ticket("S002", { state: "held", counter: 5 }),
    ]);
    expect(numbers(listsOf(queue).held)).toEqual(["S001"]);
  });

  it("shows the missed of its services and its own, the latest call first", () => {
    const queue = queueOf([
      ticket("S001", { state: "missed", counter: 5, calledAt: at(1) }),
      ticket("M001", { state: "missed", service: "relief", counter: 3, calledAt: at(2) }),
      ticket("M002", { state: "missed", service: "relief", counter: 5, calledAt: at(3) }),
    ]);
    expect(listsOf(queue).missed.map((row) => row.ticket.number)).toEqual(["M001", "S001"]);
  });

  it.each([
    { minute: 14, here: 3, requeues: 0, back: "next-here" },
    { minute: 14, here: 3, requeues: 2, back: "next-here" },
    { minute: 15, here: 3, requeues: 0, back: "requeue" },
    { minute: 14, here: 5, requeues: 0, back: "requeue" },
    { minute: 14, here: 5, requeues: 2, back: null },
    { minute: 71, here: 3, requeues: 0, back: null },
  ])(
    "at minute $minute of a miss at counter $here after $requeues returns offers $back",
    ({ minute, here, requeues, back }) => {
      const queue = queueOf([ticket("S001", { state: "missed", counter: here, requeues })], 10);
      expect(listsOf(queue, minute).missed[0]?.back).toBe(back);
    },
  );

  it("offers the line and not the counter where nobody heard when the miss was", () => {
    const queue = queueOf([ticket("S001", { state: "missed", counter: 3 })]);
    expect(listsOf(queue).missed[0]?.back).toBe("requeue");
  });

  it("counts who waits for each service, its own services even when nobody does", () => {
    const queue = queueOf([ticket("S001"), ticket("S002"), ticket("M001", { service: "relief", counter: 3 })]);
    expect(countsAt(queue, counter())).toEqual([
      { service: "medical", waiting: 0, isFirst: true },
      { service: "pension", waiting: 2, isFirst: false },
      { service: "relief", waiting: 1, isFirst: false },
    ]);
  });

  it("counts all who wait for it", () => {
    const queue = queueOf([
      ticket("S001"),
      ticket("M001", { service: "relief", counter: 3 }),
      ticket("S002", { counter: 5 }),
    ]);
    expect(waitingAt(queue, counter())).toBe(2);
  });

  it("counts the whole hall for the desk", () => {
    const queue = queueOf([
      ticket("S001"),
      ticket("M001", { service: "relief" }),
      ticket("M002", { service: "relief", state: "held" }),
    ]);
    expect(Object.fromEntries(waitingByService(queue))).toEqual({ pension: 1, relief: 1 });
  });
});

describe("the services above the ticket", () => {
  const counts = (...waiting: number[]) =>
    waiting.map((count, at) => ({ service: String(at), waiting: count, isFirst: true }));

  it("are all there at a counter of a few", () => {
    expect(countsToName(counts(0, 2, 0, 0, 1))).toEqual(counts(0, 2, 0, 0, 1));
  });

  it("are those for which somebody waits at a counter for everything", () => {
    expect(countsToName(counts(0, 2, 0, 0, 1, 0)).map(({ service }) => service)).toEqual(["1", "4"]);
  });
});
