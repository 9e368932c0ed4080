/** Booking a slot, moving it, giving it up, not coming, and being let in again. */
import { isRefusal, refuse, type Refusal } from "../../shared/domain/refusal.ts";
import { isOpenState, type Millis } from "../../shared/domain/vocabulary.ts";
import { inTimeUntil, type Booking } from "./booking.ts";
import { clockOf } from "./calendar.ts";
import type { BookingCommand } from "./commands.ts";
import type { Decision } from "./decision.ts";
import { decideCheckIn } from "./decide-check-in.ts";
import type { HallEvent } from "./events.ts";
import { excusedBy } from "./excused.ts";
import { rulesOf, type Hall } from "./hall.ts";
import { suspendedUntil } from "./no-shows.ts";
import { slotsOn, type Slot, type SlotQuery } from "./slots.ts";
import type { HallState } from "./state.ts";

export function decideBooking(state: HallState, command: BookingCommand, now: Millis): Decision {
  const { hall } = state;
  if (!hall) return refuse("not-found");
  const event = { v: 1, at: now, by: command.by } as const;
  switch (command.type) {
    case "book":
      return book({ state, hall, now }, command);
    case "move-booking": {
      const booking = stillToCome(state, command.booking);
      if (isRefusal(booking)) return booking;
      if (booking.start === command.start) return [];
      const slot = slotAt({ state, hall, now }, { service: booking.service, start: command.start, moving: booking });
      if (isRefusal(slot)) return slot;
      if (slot.free === 0) return refuse("slot-full", { field: "start" });
      return [{ type: "booking-moved", ...event, booking: booking.id, ...timesOf(hall, slot) }];
    }
    case "cancel-booking": {
      const booking = stillToCome(state, command.booking);
      return isRefusal(booking) ? booking : [{ type: "booking-cancelled", ...event, booking: booking.id }];
    }
    case "check-in":
      return decideCheckIn(state, command, now);
    case "miss-bookings":
      return missed(state, state.bookings.expectedBefore(now).filter(isLate(state, now)), event);
    case "lift-suspension":
      return state.noShows.has(command.personId)
        ? [{ type: "suspension-lifted", ...event, personId: command.personId }]
        : [];
    default:
      return command satisfies never;
  }
}

/** Nobody came on the days that are over. */
export function bookingsOver(
  state: HallState,
  isOver: (date: string) => boolean,
  event: Pick<HallEvent, "v" | "at" | "by">,
): HallEvent[] {
  const over = [...state.bookings.all()].filter((booking) => booking.state === "booked" && isOver(booking.date));
  return missed(state, over, event);
}

/**
 * The clock goes back to `event.at` on a date: who has checked in and loses their number by it may check in again, and who
 * was given up too early may still come.
 */
export function bookingsToCome(state: HallState, date: string, event: Pick<HallEvent, "v" | "at" | "by">): HallEvent[] {
  const isGivenUp = isLate(state, event.at);
  const isToCome = (booking: Booking): boolean => {
    if (booking.state === "missed") return !isGivenUp(booking);
    const ticket = booking.ticket === null ? undefined : state.tickets.get(booking.ticket);
    return ticket !== undefined && isOpenState(ticket.state) && ticket.state !== "serving";
  };
  return [...state.bookings.all()]
    .filter((booking) => booking.date >= date && isToCome(booking))
    .map(({ id }) => ({ type: "booking-restored", ...event, booking: id }));
}

function isLate(state: HallState, now: Millis): (booking: Booking) => boolean {
  const rules = rulesOf(state);
  return (booking) => inTimeUntil(booking, rules) < now;
}

function missed(
  state: HallState,
  bookings: readonly Booking[],
  event: Pick<HallEvent, "v" | "at" | "by">,
): HallEvent[] {
  const isExcused = excusedBy(state);
  return bookings.map((booking) => ({
    type: "booking-missed",
    ...event,
    booking: booking.id,
    excused: isExcused(booking),
  }));
}

interface Asked {
  readonly state: HallState;
  readonly hall: Hall;
  readonly now: Millis;
}

function book(asked: Asked, command: Extract<BookingCommand, { type: "book" }>): Decision {
  const { state, hall, now } = asked;
  const { personId, channel, lang } = command;
  const isHidden = hall.services.get(command.service)?.hidden === true;
  if (isHidden && command.by === "resident") return refuse("not-bookable", { field: "service" });
  const slot = slotAt(asked, command);
  if (isRefusal(slot)) return slot;
  const until = suspendedUntil(state.noShows.get(personId) ?? [], hall.rules.noShowLimit, now);
  const clock = clockOf(hall.timezone);
  if (until !== null) return refuse("suspended", { detail: { until: clock.date(until) } });
  for (const other of state.bookings.all()) {
    if (other.personId === personId && other.service === command.service && other.state === "booked")
      return refuse("already-booked", { detail: { start: clock.iso(other.start) } });
  }
  if (slot.free === 0) return refuse("slot-full", { field: "start" });
  return [
    {
      type: "booking-made",
      v: 1,
      at: now,
      by: command.by,
      booking: command.booking,
      personId,
      service: command.service,
      channel,
      lang,
      ...timesOf(hall, slot),
    },
  ];
}

type WantedSlot = Pick<SlotQuery, "moving"> & { readonly service: string; readonly start: Millis };

/** The slot that begins at this instant. Refusals: `not-found`, `not-bookable`, `slot-closed`. */
function slotAt({ state, hall, now }: Asked, { service: id, start, moving }: WantedSlot): Slot | Refusal {
  const service = hall.services.get(id);
  if (!service) return refuse("not-found", { field: "service" });
  if (service.bookable !== true) return refuse("not-bookable", { field: "service" });
  const date = clockOf(hall.timezone).date(start);
  const slot = slotsOn(state, { hall, service, date, now, moving }).find((one) => one.start === start);
  return slot ?? refuse("slot-closed", { field: "start" });
}

function timesOf(hall: Hall, { start, end }: Slot): { start: Millis; end: Millis; date: string } {
  return { start, end, date: clockOf(hall.timezone).date(start) };
}

function stillToCome(state: HallState, id: string): Booking | Refusal {
  const booking = state.bookings.get(id);
  if (!booking) return refuse("not-found", { field: "booking" });
  return booking.state === "booked" ? booking : refuse("booking-over");
}
