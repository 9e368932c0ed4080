/** What the hub itself does: loads a hall, turns and closes the business day, lets holds lapse. */
import { refuse, type Refusal } from "../../shared/domain/refusal.ts";
import { isOpenState, type Millis } from "../../shared/domain/vocabulary.ts";
import type { HallFile } from "../../shared/wire/hall-file.ts";
import { clockOf, dayEnd } from "./calendar.ts";
import type { DayCommand } from "./commands.ts";
import { bookingsOver } from "./decide-booking.ts";
import type { Decision } from "./decision.ts";
import type { HallEvent } from "./events.ts";
import { rulesOf } from "./hall.ts";
import type { NumbersGiven } from "./numbering.ts";
import type { HallState } from "./state.ts";

export function decideDay(state: HallState, command: DayCommand, now: Millis): Decision {
  const event = { v: 1, at: now, by: command.by } as const;
  switch (command.type) {
    case "load-hall":
      return refusalOf(state, command.hall) ?? [{ type: "hall-loaded", ...event, hall: command.hall }];
    case "turn-day":
      if (state.day?.date === command.date) return [];
      return [
        ...endOfDay(state, command.by, now),
        ...bookingsOver(state, (date) => date > (state.day?.date ?? "") && date < command.date, event),
        dayOpened(event, command),
      ];
    case "close-day":
      return endOfDay(state, command.by, now);
    case "lapse-holds":
      return lapsedHolds(state, command.by, now);
    case "begin-epoch":
      return [{ type: "epoch-begun", ...event, epoch: command.epoch, sequences: command.sequences }];
    default:
      return command satisfies never;
  }
}

/** Says what was given on the date before, where the clock has gone back to it. */
export function dayOpened(
  event: Pick<HallEvent, "v" | "at" | "by">,
  { date, given = {}, paper = {} }: { readonly date: string } & Partial<NumbersGiven>,
): HallEvent {
  return {
    type: "day-opened",
    ...event,
    date,
    ...(Object.keys(given).length > 0 && { given }),
    ...(Object.keys(paper).length > 0 && { paper }),
  };
}

/** A hall is not replaced over the heads of those who are served, nor under the feet of those who wait or have booked. */
function refusalOf(state: HallState, { services, counters }: HallFile): Refusal | null {
  const open = [...state.tickets.values()].filter((ticket) => isOpenState(ticket.state));
  if (open.some((ticket) => ticket.state === "called" || ticket.state === "serving")) return refuse("counter-busy");
  for (const { number, service, directed, pending } of open) {
    const missing = [service, ...pending.map((leg) => leg.service)].find(
      (each) => !services.some(({ id }) => id === each),
    );
    if (missing !== undefined) return refuse("still-needed", { field: "services", detail: { number, what: missing } });
    if (directed && !counters.some((counter) => counter.number === directed.counter))
      return refuse("still-needed", { field: "counters", detail: { number, what: directed.counter } });
  }
  for (const { state: was, service } of state.bookings.all())
    if (was === "booked" && !services.some(({ id }) => id === service))
      return refuse("still-needed", { field: "services", detail: { what: service } });
  return null;
}

/** The end of a day that is over, bookings and all. */
function endOfDay(state: HallState, by: HallEvent["by"], now: Millis): HallEvent[] {
  const today = state.day?.date ?? "";
  return endOfWork(state, { v: 1, at: endedAt(state, now), by }, (date) => date <= today);
}

/**
 * Called tickets are missed first, then all that wait expire; who is being served ends unfinished; counters close.
 * Nothing to end leaves a closed day closed.
 * @param isOver of which dates those who have not come will not come any more.
 */
export function endOfWork(
  state: HallState,
  event: Pick<HallEvent, "v" | "at" | "by">,
  isOver: (date: string) => boolean,
): HallEvent[] {
  if (!state.day) return [];
  const events: HallEvent[] = [];
  for (const { id: ticket, state: was, counter } of state.tickets.values()) {
    if (was === "called" && counter !== null) events.push({ type: "ticket-missed", ...event, ticket, counter });
  }
  for (const { id: ticket, state: was, counter } of state.tickets.values()) {
    if (was === "serving" && counter !== null)
      events.push({ type: "ticket-left-unfinished", ...event, ticket, counter });
    if (was === "called" || was === "waiting" || was === "missed" || was === "held") {
      events.push({ type: "ticket-expired", ...event, ticket });
    }
  }
  events.push(...bookingsOver(state, isOver, event));
  for (const counter of state.counters.values()) {
    if (counter.state !== "closed") events.push({ type: "counter-closed", ...event, counter: counter.number });
  }
  if (events.length === 0 && state.day.isClosed) return [];
  return [...events, { type: "day-closed", ...event, date: state.day.date }];
}

/** A close that was slept through ends the day when it ended: the night after it was nobody's service. */
function endedAt({ hall, day, at }: HallState, now: Millis): Millis {
  if (!hall || !day) return now;
  return Math.max(at, Math.min(now, dayEnd(hall.file, clockOf(hall.timezone), day.date)));
}

function lapsedHolds(state: HallState, by: HallEvent["by"], now: Millis): HallEvent[] {
  const limit = rulesOf(state).holdMinutes * 60_000;
  const events: HallEvent[] = [];
  for (const id of state.held) {
    const ticket = state.tickets.get(id);
    if (ticket?.heldAt == null || ticket.counter === null || now - ticket.heldAt < limit) continue;
    events.push({ type: "ticket-missed", v: 1, at: now, by, ticket: id, counter: ticket.counter });
  }
  return events;
}
