/** A booking becomes a ticket. Source: domain.md, "Who is next", 4. */
import { refuse } from "../../shared/domain/refusal.ts";
import type { Millis } from "../../shared/domain/vocabulary.ts";
import type { HallService } from "../../shared/wire/hall-file.ts";
import { inTimeUntil, type Booking } from "./booking.ts";
import { clockOf } from "./calendar.ts";
import type { BookingCommand } from "./commands.ts";
import type { Decision } from "./decision.ts";
import type { TicketIssued } from "./events.ts";
import { nextNumber } from "./numbering.ts";
import { stopsNumbers } from "./emergency.ts";
import { openTicketOf } from "./one-per-person.ts";
import { isOverToday, nextOpening, servicePeriods } from "./opening.ts";
import { joinedAt } from "./position.ts";
import type { HallState } from "./state.ts";

const MINUTE_MILLIS = 60_000;

type CheckIn = Extract<BookingCommand, { type: "check-in" }>;

/**
 * In time it waits at its slot's start as an appointment; later than the hall's grace it is a normal ticket from now on.
 * Refusals: `not-found`, `wrong-day` with its `start`, `already-checked-in`, `booking-over`, `too-early`, `already-queued`, `emergency`;
 * `outside-hours` with `nextOpening` on a day that is closed, and when its last period is over.
 */
export function decideCheckIn(state: HallState, command: CheckIn, now: Millis): Decision {
  const { hall } = state;
  const booking = state.bookings.get(command.booking);
  if (!hall || !booking) return refuse("not-found", { field: "booking" });
  const clock = clockOf(hall.timezone);
  if (booking.state === "checked-in") {
    const number = state.tickets.get(booking.ticket ?? "")?.number;
    return refuse("already-checked-in", { ...(number !== undefined && { detail: { number } }) });
  }
  if (booking.state === "cancelled") return refuse("booking-over");
  if (booking.date !== clock.date(now)) return refuse("wrong-day", { detail: { start: clock.iso(booking.start) } });
  const service = hall.services.get(booking.service);
  if (!service) return refuse("not-found", { field: "service" });
  if (stopsNumbers(state, command.by)) return refuse("emergency");
  if (command.anyHour !== true && isOverToday(state, service, now)) {
    const next = nextOpening(state, now, service);
    return refuse("outside-hours", { detail: next === null ? {} : { nextOpening: next } });
  }
  const from = booking.start - hall.rules.checkInMinutes * MINUTE_MILLIS;
  if (now < from) return refuse("too-early", { detail: { start: clock.iso(booking.start), from: clock.iso(from) } });
  const other = openTicketOf(state, booking);
  if (other) return refuse("already-queued", { detail: { number: other.number } });

  const isInTime = now <= inTimeUntil(booking, hall.rules);
  const event = { v: 1, at: now, by: command.by, ticket: command.ticket } as const;
  const issued: TicketIssued = {
    type: "ticket-issued",
    ...event,
    ...nextNumber(state, service.prefix),
    service: service.id,
    class: isInTime ? "appointment" : "normal",
    reason: null,
    channel: "booking",
    lang: command.lang ?? booking.lang,
    matters: 1,
    position: joinedAt(isInTime ? booking.start : now, state.seq + 1),
    dueAt: isInTime ? booking.start : null,
    personId: booking.personId,
    period: periodOf(state, service, booking),
  };
  return [issued, { type: "booking-checked-in", ...event, booking: booking.id }];
}

/** The begin of the period whose quota the booking was made from. */
function periodOf(state: HallState, service: HallService, { start, date }: Booking): Millis | null {
  return servicePeriods(state, service, date).find(({ from, to }) => from <= start && start < to)?.from ?? null;
}
