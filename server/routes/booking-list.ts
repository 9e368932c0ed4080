/** The bookings that staff look for. */
import type { BookingState } from "../../shared/domain/vocabulary.ts";
import type { BookingOfPerson } from "../../shared/wire/booking.ts";
import type { Person } from "../../shared/wire/ticket.ts";
import type { Context } from "../commands/context.ts";
import { personOf } from "../commands/people.ts";
import type { Booking } from "../domain/booking.ts";
import { staffBookingView } from "../views/booking-view.ts";
import type { Moment } from "../views/ticket-view.ts";

/** Digits of a phone's end that tell one from another. */
const PHONE_END = 4;

export interface BookingsWanted {
  readonly date: string | null;
  readonly service?: string | undefined;
  readonly state?: BookingState | undefined;
  readonly q?: string | undefined;
}

/** Of a date; without one, of today, or where something is looked for, of today and later. By their slots. */
export function listBookings(context: Context, moment: Moment, wanted: BookingsWanted): BookingOfPerson[] {
  const { state, zone, now } = moment;
  const { date, service, q } = wanted;
  const today = zone.date(now);
  const rows =
    date === null && q !== undefined
      ? [...state.bookings.all()].sort((a, b) => a.start - b.start)
      : context.store.listBookings({ from: date ?? today, until: date ?? today });
  const text = q?.trim().toLowerCase();
  return rows
    .filter((row) => (service === undefined || row.service === service) && (wanted.state ?? row.state) === row.state)
    .map((booking) => ({ booking, person: personIn(context, booking) }))
    .filter((one) => text === undefined || fits(context.references.of(one.booking.id), one.person, text))
    .map((one) => staffBookingView(context, moment, one));
}

/** One booking as staff see it. */
export function staffBooking(context: Context, moment: Moment, booking: Booking): BookingOfPerson {
  return staffBookingView(context, moment, { booking, person: personIn(context, booking) });
}

function personIn({ seal, store }: Context, { personId }: Booking): Person | null {
  const row = store.people.byId(personId);
  return row && personOf(seal, row);
}

function fits(reference: string, person: Person | null, text: string): boolean {
  if (reference === text) return true;
  const { name, phone, idNumber } = person ?? {};
  const digits = phone?.replace(/\D/g, "") ?? "";
  return (
    name?.toLowerCase().includes(text) === true ||
    idNumber?.toLowerCase() === text ||
    (/^\d+$/.test(text) && text.length >= PHONE_END && digits.endsWith(text))
  );
}
