/** The bookings that staff look for. */
import type { BookingState } from "../../shared/domain/vocabulary.ts";
import type { BookingOfPerson } from "../../shared/wire/booking.ts";
import type { Person } from "../../shared/wire/ticket.ts";
import type { Context } from "../commands/context.ts";
import { marksOf, personOf } from "../commands/people.ts";
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

/** So many are told of what is looked for; whoever finds more looks for something closer. */
const MOST_FOUND = 200;
/** Opening what is sealed takes a while: after so many others have their turn. */
const OPENED_AT_ONCE = 50;

/** Of a date; without one, of today, or where something is looked for, of today and later. By their slots. */
export async function listBookings(
  context: Context,
  moment: Moment,
  wanted: BookingsWanted,
): Promise<BookingOfPerson[]> {
  const text = wanted.q?.trim().toLowerCase();
  const { rows, isFound } = rowsFor(context, rowsWanted(context, moment, wanted), text);
  const found: BookingOfPerson[] = [];
  for (const [index, booking] of rows.entries()) {
    if (index > 0 && index % OPENED_AT_ONCE === 0) await new Promise((resolve) => setImmediate(resolve));
    const person = personIn(context, booking);
    if (text !== undefined && !isFound && !fits(person, text)) continue;
    found.push(staffBookingView(context, moment, { booking, person }));
    if (text !== undefined && found.length === MOST_FOUND) break;
  }
  return found;
}

function rowsWanted(
  { store }: Context,
  { state, zone, now }: Moment,
  { date, service, state: wanted, q }: BookingsWanted,
) {
  const today = zone.date(now);
  const rows =
    date === null && q !== undefined
      ? [...state.bookings.all()].sort((a, b) => a.start - b.start)
      : store.listBookings({ from: date ?? today, until: date ?? today });
  return rows.filter(
    (row) => (service === undefined || row.service === service) && (wanted ?? row.state) === row.state,
  );
}

/** What is named whole, by a reference, a phone or an ID number, is found without opening anybody's data. */
function rowsFor({ references, seal, store }: Context, rows: readonly Booking[], text: string | undefined) {
  if (text === undefined) return { rows, isFound: false };
  const byReference = /^\d{8}$/.test(text) ? rows.filter(({ id }) => references.of(id) === text) : [];
  if (byReference.length > 0) return { rows: byReference, isFound: true };
  const marks = marksOf(seal, { phone: text, idNumber: text });
  const people = [
    ...(marks.id === null ? [] : store.people.byIdMark(marks.id)),
    ...(marks.phone === null ? [] : store.people.byPhoneMark(marks.phone)),
  ].map((row) => row.id);
  const theirs = rows.filter(({ personId }) => people.includes(personId));
  return theirs.length > 0 ? { rows: theirs, isFound: true } : { rows, isFound: false };
}

/** One booking as staff see it. */
export function staffBooking(context: Context, moment: Moment, booking: Booking): BookingOfPerson {
  return staffBookingView(context, moment, { booking, person: personIn(context, booking) });
}

function personIn({ seal, store }: Context, { personId }: Booking): Person | null {
  const row = store.people.byId(personId);
  return row && personOf(seal, row);
}

function fits(person: Person | null, text: string): boolean {
  const { name, phone, idNumber } = person ?? {};
  const digits = phone?.replace(/\D/g, "") ?? "";
  return (
    name?.toLowerCase().includes(text) === true ||
    idNumber?.toLowerCase() === text ||
    (/^\d+$/.test(text) && text.length >= PHONE_END && digits.endsWith(text))
  );
}
