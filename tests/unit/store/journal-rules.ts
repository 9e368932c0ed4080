/** What holds of every journal, whatever has happened in its hall. Read straight from the events. */
import { expect } from "vitest";
import type { Recorded } from "../../../server/domain/events.ts";

/** Fails where a rule is broken. */
export function keepsTheRules(journal: readonly Recorded[]): void {
  expect(journal.map(({ seq }) => seq)).toEqual(journal.map((_, index) => index + 1));
  numbersRise(journal);
  instantsRise(journal);
  handsHoldOne(journal);
  doubtHoldsTheHourBack(journal);
}

/** Of a prefix and date each number comes once and right after the one before, however often it was that date. */
function numbersRise(journal: readonly Recorded[]): void {
  const onPaper = new Set<string>();
  const last = new Map<string, number>();
  let date = "";
  for (const event of journal) {
    if (event.type === "day-opened") ({ date } = event);
    if (event.type !== "ticket-issued") continue;
    const key = `${date} ${event.prefix}`;
    if (event.channel === "paper") {
      // The printed block of an outage comes in any order, and its numbers are not the hub's.
      expect(onPaper).not.toContain(`${key} ${String(event.sequence)}`);
      onPaper.add(`${key} ${String(event.sequence)}`);
      continue;
    }
    expect([key, event.sequence]).toEqual([key, (last.get(key) ?? 0) + 1]);
    last.set(key, event.sequence);
  }
}

/** Within a day no instant is before the last; only a confirmed clock goes back, and then the day is over. */
function instantsRise(journal: readonly Recorded[]): void {
  for (const [index, { type, at }] of journal.entries()) {
    const before = journal[index - 1];
    if (!before || at >= before.at) continue;
    expect(type).toBe("clock-confirmed");
    const day = journal.slice(0, index).findLast((event) => event.type === "day-opened" || event.type === "day-closed");
    expect(day?.type).toBe("day-closed");
  }
}

/** No ticket is at two counters, and no counter has two. */
function handsHoldOne(journal: readonly Recorded[]): void {
  let hands = new Map<number, string>();
  const undone = new Set<number>();
  for (const [index, event] of journal.entries()) {
    switch (event.type) {
      case "step-undone":
        for (const seq of event.undone) undone.add(seq);
        hands = handsAfter(journal.slice(0, index).filter(({ seq }) => !undone.has(seq)));
        break;
      case "ticket-called":
      case "ticket-resumed":
        expect([event.seq, hands.get(event.counter)]).toEqual([event.seq, undefined]);
        expect([...hands.values()]).not.toContain(event.ticket);
        follow(hands, event);
        break;
      default:
        follow(hands, event);
    }
  }
}

/** Who is in whose hand once all of this has happened. */
function handsAfter(journal: readonly Recorded[]): Map<number, string> {
  const hands = new Map<number, string>();
  for (const event of journal) follow(hands, event);
  return hands;
}

function follow(hands: Map<number, string>, event: Recorded): void {
  switch (event.type) {
    case "ticket-called":
    case "ticket-resumed":
      hands.set(event.counter, event.ticket);
      return;
    case "ticket-missed":
    case "ticket-held":
    case "ticket-finished":
    case "ticket-leg-finished":
    case "ticket-transferred":
    case "ticket-left-unfinished":
      if (hands.get(event.counter) === event.ticket) hands.delete(event.counter);
      return;
    default:
  }
}

const ofTheHour: ReadonlySet<string> = new Set([
  "day-opened",
  "day-closed",
  "counter-closed",
  "ticket-expired",
  "ticket-missed",
  "ticket-left-unfinished",
  "period-ended",
  "service-resumed",
  "booking-missed",
  "emergency-ended",
]);

/** In doubt nothing happens of which the hour is the cause. */
function doubtHoldsTheHourBack(journal: readonly Recorded[]): void {
  let isDoubted = false;
  for (const { seq, type, by } of journal) {
    if (type === "clock-doubted" || type === "clock-cleared") isDoubted = type === "clock-doubted";
    if (type === "clock-confirmed") isDoubted = false;
    if (isDoubted && by === "hub") expect([seq, ofTheHour.has(type) ? type : null]).toEqual([seq, null]);
  }
}
