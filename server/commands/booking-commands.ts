/** Making a booking, moving it and giving it up: the booking and the person's sealed data are one commit. */
import { isoInstant } from "../../shared/domain/iso-instant.ts";
import { isRefusal, refuse, type Refusal } from "../../shared/domain/refusal.ts";
import type { Channel, Language } from "../../shared/domain/vocabulary.ts";
import type { Booking as BookingOnWire, NewBooking } from "../../shared/wire/booking.ts";
import type { BookingCommand } from "../domain/commands.ts";
import type { Actor } from "../domain/events.ts";
import { bookingView } from "../views/booking-view.ts";
import type { Context } from "./context.ts";
import { findPerson, marksOf, remember } from "./people.ts";
import type { Task } from "./ports.ts";

export interface BookingRequest {
  readonly body: NewBooking;
  readonly by: Actor;
  readonly channel: Channel;
  readonly lang: Language;
  /** Staff hear why somebody cannot book; strangers do not hear what the hub knows of whom. */
  readonly isStaff: boolean;
}

/** Refusals: `invalid-request`, `not-found`, those of `decideBooking`; for strangers `contact-the-desk`. */
export function book(context: Context, { body, by, channel, lang, isStaff }: BookingRequest): Task<BookingOnWire> {
  return ({ execute, state, tx, now }) => {
    const start = isoInstant(body.start);
    if (start === null) return refuse("invalid-request", { field: "start" });
    const marks = marksOf(context.seal, body.person);
    if (marks.phone === null) return refuse("invalid-request", { field: "person.phone" });
    const known = findPerson(tx.people, marks);
    const personId = known?.id ?? context.newId();
    const id = context.references.newId(context.newId);
    const events = execute({ type: "book", by, booking: id, personId, service: body.service, start, channel, lang });
    if (isRefusal(events)) return isStaff ? events : toStranger(events);
    const booking = state.bookings.get(id);
    if (!booking) throw new Error("a booking made is in the state");
    remember(context.seal, tx.people, {
      id: personId,
      known,
      marks,
      data: body.person,
      until: booking.end,
      isTrusted: isStaff,
    });
    return bookingView(context, context.moments.sure(state, now), booking);
  };
}

function toStranger(refusal: Refusal): Refusal {
  const tells = refusal.refused === "already-booked" || refusal.refused === "suspended";
  return tells ? refuse("contact-the-desk") : refusal;
}

/** Moves it to the slot that begins at an instant. */
export function moveBooking(
  context: Context,
  { booking, by, start: text }: { readonly booking: string; readonly by: Actor; readonly start: string },
): Task<BookingOnWire> {
  return (work) => {
    const start = isoInstant(text);
    if (start === null) return refuse("invalid-request", { field: "start" });
    return onBooking(context, { type: "move-booking", by, booking, start })(work);
  };
}

/** Answers the booking as it stands then; of a day that is over it is not unknown, but over. */
export function onBooking(
  context: Context,
  command: Extract<BookingCommand, { type: "move-booking" | "cancel-booking" }>,
): Task<BookingOnWire> {
  return ({ execute, state, tx, now }) => {
    const events = execute(command);
    if (isRefusal(events)) {
      const isOver = events.field === "booking" && context.store.findBooking(command.booking) !== null;
      return isOver ? refuse("booking-over") : events;
    }
    const booking = state.bookings.get(command.booking);
    if (!booking) return refuse("not-found", { field: "booking" });
    const person = tx.people.byId(booking.personId);
    if (person && person.at < booking.end) tx.people.update(person.id, { at: booking.end });
    return bookingView(context, context.moments.sure(state, now), booking);
  };
}
