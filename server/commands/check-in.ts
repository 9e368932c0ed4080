/** Checking a booking in, by its reference or by who comes: the ticket and its slip are one commit. */
import { isRefusal, refuse, type Refusal } from "../../shared/domain/refusal.ts";
import type { Language, Millis } from "../../shared/domain/vocabulary.ts";
import type { CheckIn } from "../../shared/wire/booking.ts";
import type { Ticket as TicketOnWire } from "../../shared/wire/ticket.ts";
import type { Booking } from "../domain/booking.ts";
import { dateAfter } from "../domain/calendar.ts";
import type { Actor } from "../domain/events.ts";
import { rulesOf } from "../domain/hall.ts";
import { DAYS_REMEMBERED } from "./booking-references.ts";
import type { Context } from "./context.ts";
import { withFirstSlip } from "./issue-ticket.ts";
import { marksOf } from "./people.ts";
import type { Task, Work } from "./ports.ts";

export interface CheckInRequest {
  readonly body: CheckIn;
  readonly by: Actor;
  /** Of the slip; null: that of the booking. */
  readonly lang: Language | null;
  /** The station where it is. */
  readonly device: string | null;
}

/** Refusals: `not-found`, and those of `decideCheckIn`. The answer bears no token: routes add it. */
export function checkIn(context: Context, { body, by, lang, device }: CheckInRequest): Task<TicketOnWire> {
  return (work) => {
    const { state, execute } = work;
    const booking = bookingMeant(context, work, body);
    if (isRefusal(booking)) return booking;
    const issuedSeq = state.seq + 1;
    const id = context.newTicketId(issuedSeq);
    const events = execute({ type: "check-in", by, booking: booking.id, ticket: id, lang, anyHour: context.anyHour });
    if (isRefusal(events)) return events;
    return withFirstSlip(context, work, { id, issuedSeq, device });
  };
}

function bookingMeant(
  context: Context,
  { state, tx, now }: Work,
  { reference, ...person }: CheckIn,
): Booking | Refusal {
  const { references, seal, store, moments } = context;
  const { zone } = moments.sure(state, now);
  const today = zone.date(now);
  const earlier = (): Booking[] =>
    store.listBookings({ from: dateAfter(today, -DAYS_REMEMBERED), until: dateAfter(today, -1) });
  const wrongDay = ({ start }: Booking): Refusal => refuse("wrong-day", { detail: { start: zone.iso(start) } });
  if (reference !== undefined) {
    const id = references.find(reference);
    const booking = id === null ? undefined : state.bookings.get(id);
    if (booking) return booking;
    const past = id === null ? null : store.findBooking(id);
    return past && past.date < today ? wrongDay(past) : refuse("not-found", { field: "reference" });
  }
  const { id, phone } = marksOf(seal, person);
  const known = [
    ...(id === null ? [] : tx.people.byIdMark(id)),
    ...(phone === null ? [] : tx.people.byPhoneMark(phone)),
  ];
  const ids = new Set(known.map((row) => row.id));
  const own = ({ personId }: Booking): boolean => ids.has(personId);
  const found = mostLikely([...state.bookings.all()].filter(own), {
    today,
    dueFrom: now + rulesOf(state).checkInMinutes * 60_000,
  });
  if (found) return found;
  const past = ids.size === 0 ? undefined : earlier().findLast(own);
  return past ? wrongDay(past) : refuse("not-found", { field: id === null ? "phone" : "idNumber" });
}

/**
 * Of one person's bookings the one they come for: today's next that can be checked in now, else one they are late for,
 * else today's next, else one they have used today, else the next to come.
 * @param dueFrom slots that begin until then can be checked in.
 */
function mostLikely(
  bookings: readonly Booking[],
  { today, dueFrom }: { readonly today: string; readonly dueFrom: Millis },
): Booking | undefined {
  const sorted = [...bookings].sort((a, b) => a.start - b.start);
  return (
    sorted.find(({ date, state, start }) => date === today && state === "booked" && start <= dueFrom) ??
    sorted.find(({ date, state }) => date === today && state === "missed") ??
    sorted.find(({ date, state }) => date === today && state === "booked") ??
    sorted.find(({ date, state }) => date === today && state === "checked-in") ??
    sorted.find(({ state }) => state === "booked") ??
    sorted[0]
  );
}
