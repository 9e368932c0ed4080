/** A booking as its bearer and as staff see it: staff see of the person no more than tells one from another. */
import type { Booking as BookingOnWire, BookingOfPerson } from "../../shared/wire/booking.ts";
import type { Person } from "../../shared/wire/ticket.ts";
import type { Booking } from "../domain/booking.ts";
import { clockOf } from "../domain/calendar.ts";
import { rulesOf } from "../domain/hall.ts";
import { suspendedUntil } from "../domain/no-shows.ts";
import type { Ticket } from "../domain/ticket.ts";
import type { Moment } from "./ticket-view.ts";

/** What opens bookings and tickets, and tickets of days that are over. */
export interface BookingKeys {
  readonly bookingTokenOf: (bookingId: string) => string;
  readonly tokenOf: (ticketId: string) => string;
  readonly references: { of(bookingId: string): string };
  readonly store: { findTicket(id: string): Ticket | null };
}

export function bookingView(keys: BookingKeys, moment: Moment, booking: Booking): BookingOnWire {
  const { zone } = moment;
  const ticket = ticketOf(keys, moment, booking);
  return {
    reference: keys.references.of(booking.id),
    token: keys.bookingTokenOf(booking.id),
    service: booking.service,
    start: zone.iso(booking.start),
    end: zone.iso(booking.end),
    state: booking.state,
    checkInFrom: zone.iso(booking.start - rulesOf(moment.state).checkInMinutes * 60_000),
    ticket: ticket && { number: ticket.number, token: keys.tokenOf(ticket.id) },
  };
}

export function staffBookingView(
  keys: BookingKeys,
  moment: Moment,
  { booking, person }: { readonly booking: Booking; readonly person: Person | null },
): BookingOfPerson {
  const { zone } = moment;
  return {
    id: booking.id,
    reference: keys.references.of(booking.id),
    service: booking.service,
    start: zone.iso(booking.start),
    end: zone.iso(booking.end),
    state: booking.state,
    channel: booking.channel,
    number: ticketOf(keys, moment, booking)?.number ?? null,
    person: {
      id: booking.personId,
      name: person?.name === undefined ? null : maskName(person.name),
      phone: person?.phone === undefined ? null : maskNumber(person.phone),
      idNumber: person?.idNumber === undefined ? null : maskNumber(person.idNumber),
      suspendedUntil: suspensionOf(moment, booking.personId),
    },
  };
}

/** The local date from which somebody can book again; null if they can. */
function suspensionOf({ state, now }: Pick<Moment, "state" | "now">, personId: string): string | null {
  const { hall, noShows } = state;
  const until = hall && suspendedUntil(noShows.get(personId) ?? [], hall.rules.noShowLimit, now);
  return hall && until !== null ? clockOf(hall.timezone).date(until) : null;
}

function ticketOf({ store }: BookingKeys, { state }: Moment, { ticket }: Booking): Ticket | null {
  return ticket === null ? null : (state.tickets.get(ticket) ?? store.findTicket(ticket));
}

/** 李敏 becomes 李*. */
function maskName(name: string): string {
  const [first = "", ...rest] = [...name];
  return first + "*".repeat(rest.length);
}

/** 13912345678 becomes 139****5678; of short ones only the last two are shown. */
function maskNumber(text: string): string {
  const [head, tail] = text.length >= 9 ? [3, 4] : [0, 2];
  return text.slice(0, head) + "*".repeat(Math.max(0, text.length - head - tail)) + text.slice(-tail);
}
