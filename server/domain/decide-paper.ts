/** Numbers of the block printed for outages, entered once the hub is back. */
import { isRefusal, refuse, type Refusal } from "../../shared/domain/refusal.ts";
import type { Millis } from "../../shared/domain/vocabulary.ts";
import { CLOCK_SKEW_MILLIS, clockOf } from "./calendar.ts";
import type { IssuePaper, PaperNumber } from "./commands.ts";
import type { Decision } from "./decision.ts";
import type { Hall } from "./hall.ts";
import { isPaperGiven, ticketNumber } from "./numbering.ts";
import { joinedAt } from "./position.ts";
import { nextOpening, periodAt } from "./opening.ts";
import type { HallState } from "./state.ts";

/**
 * Takes all of them or none, each at the place that its time gives it. They have been given by hand, so that neither
 * hours nor quotas refuse them; they count in both. But of a day that is closed none is taken any more (`outside-hours`).
 * Refusals: `invalid-request` (`items.N.number`: not as it is printed, or of a prefix that the hub gives itself;
 * `items.N.takenAt`: not today, or still to come), `number-given`, `not-found` (`items.N.service`).
 */
export function decidePaper(state: HallState, command: IssuePaper, now: Millis): Decision {
  const { hall } = state;
  if (!hall) return refuse("not-found");
  if (state.day?.isClosed === true) return closedDay(state, now);
  const given = new Set<string>();
  const events = [];
  for (const [index, item] of command.items.entries()) {
    const number = paperNumber(hall, item, index);
    if (isRefusal(number)) return number;
    if (given.has(item.number) || isPaperGiven(state, number.prefix, number.sequence))
      return refuse("number-given", { field: at(index, "number"), detail: { number: item.number } });
    given.add(item.number);
    const service = hall.services.get(item.service);
    if (!service) return refuse("not-found", { field: at(index, "service") });
    const isOfToday = clockOf(hall.timezone).date(item.takenAt) === state.day?.date;
    if (!isOfToday || item.takenAt > now + CLOCK_SKEW_MILLIS)
      return refuse("invalid-request", { field: at(index, "takenAt") });
    const takenAt = Math.min(item.takenAt, now);
    events.push({
      type: "ticket-issued" as const,
      v: 1 as const,
      at: now,
      by: command.by,
      ticket: item.ticket,
      number: item.number,
      ...number,
      service: service.id,
      class: "normal" as const,
      reason: null,
      channel: "paper" as const,
      lang: command.lang,
      matters: 1,
      position: joinedAt(takenAt, state.seq + 1 + index),
      dueAt: null,
      personId: null,
      period: periodAt(state, service, takenAt)?.from ?? null,
      takenAt,
    });
  }
  return events;
}

/** A number taken today that comes to be known after the day's end would wait for nobody. */
function closedDay(state: HallState, now: Millis): Refusal {
  const next = nextOpening(state, now);
  return refuse("outside-hours", { detail: next === null ? {} : { nextOpening: next } });
}

/** The prefix and sequence of a number of the block; its prefix is none that the hub gives. */
function paperNumber(
  hall: Hall,
  { number }: PaperNumber,
  index: number,
): { readonly prefix: string; readonly sequence: number } | Refusal {
  const [, prefix = "", digits = ""] = /^([A-Z]{1,3})(\d{1,6})$/.exec(number) ?? [];
  const isOurs = hall.file.services.some((service) => service.prefix === prefix);
  const isAsPrinted = ticketNumber(prefix, Number(digits)) === number;
  if (prefix === "" || isOurs || !isAsPrinted) return refuse("invalid-request", { field: at(index, "number") });
  return { prefix, sequence: Number(digits) };
}

function at(index: number, name: string): string {
  return `items.${String(index)}.${name}`;
}
