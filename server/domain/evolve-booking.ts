/** How bookings change the state. */
import type { Booking } from "./booking.ts";
import type { BookingEvent, Recorded } from "./events.ts";
import { NO_SHOWS_COUNT_MILLIS } from "./no-shows.ts";
import type { HallState } from "./state.ts";

export function evolveBooking(state: HallState, event: Recorded<BookingEvent>): void {
  switch (event.type) {
    case "booking-made":
      state.bookings.put({
        id: event.booking,
        personId: event.personId,
        service: event.service,
        start: event.start,
        end: event.end,
        date: event.date,
        state: "booked",
        channel: event.channel,
        lang: event.lang,
        madeAt: event.at,
        ticket: null,
        isLate: false,
      });
      return;
    case "booking-moved": {
      const { start, end, date } = event;
      state.bookings.put({ ...bookingOf(state, event.booking), start, end, date });
      return;
    }
    case "booking-cancelled":
      state.bookings.put({ ...bookingOf(state, event.booking), state: "cancelled" });
      return;
    case "booking-missed": {
      const booking = bookingOf(state, event.booking);
      state.bookings.put({ ...booking, state: "missed" });
      if (!event.excused) addNoShow(state, booking);
      return;
    }
    case "booking-checked-in": {
      const booking = bookingOf(state, event.booking);
      const isLate = booking.state === "missed";
      if (isLate) takeBackNoShow(state, booking);
      state.bookings.put({ ...booking, state: "checked-in", ticket: event.ticket, isLate });
      return;
    }
    case "booking-restored": {
      const booking = bookingOf(state, event.booking);
      if (booking.state === "missed") takeBackNoShow(state, booking);
      state.bookings.put({ ...booking, state: "booked", ticket: null, isLate: false });
      return;
    }
    case "suspension-lifted":
      state.noShows.delete(event.personId);
      return;
    default:
      event satisfies never;
  }
}

/** A new day: bookings of the days before live on in the projections, and old no-shows count no longer. */
export function forgetBookingsBefore(state: HallState, date: string, at: number): void {
  for (const booking of [...state.bookings.all()]) if (booking.date < date) state.bookings.remove(booking.id);
  for (const [person, missed] of [...state.noShows]) {
    const counting = missed.filter((start) => at - start <= NO_SHOWS_COUNT_MILLIS);
    if (counting.length > 0) state.noShows.set(person, counting);
    else state.noShows.delete(person);
  }
}

function addNoShow(state: HallState, { personId, start }: Booking): void {
  const missed = [...(state.noShows.get(personId) ?? []), start];
  state.noShows.set(
    personId,
    missed.sort((a, b) => a - b),
  );
}

/** They came after all. */
function takeBackNoShow(state: HallState, { personId, start }: Booking): void {
  const missed = [...(state.noShows.get(personId) ?? [])];
  const index = missed.indexOf(start);
  if (index >= 0) missed.splice(index, 1);
  if (missed.length > 0) state.noShows.set(personId, missed);
  else state.noShows.delete(personId);
}

function bookingOf(state: HallState, id: string): Booking {
  const booking = state.bookings.get(id);
  if (!booking) throw new Error(`journal: booking ${id} was never made, or is of a day that is over`);
  return booking;
}
