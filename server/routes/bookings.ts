/** Bookings: what is free, making one, the resident's own page, check-in, and what staff see of them. */
import Type from "typebox";
import { isRefusal, refuse, type Refusal } from "../../shared/domain/refusal.ts";
import { bookingStates, type Channel } from "../../shared/domain/vocabulary.ts";
import {
  Booking,
  BookingList,
  CheckIn,
  MoveBooking,
  NewBooking,
  PersonStanding,
  SlotList,
  type CheckIn as CheckInOnWire,
} from "../../shared/wire/booking.ts";
import { Exactly, LocalDate, OneOf } from "../../shared/wire/common.ts";
import { Ticket } from "../../shared/wire/ticket.ts";
import { book, moveBooking, onBooking } from "../commands/booking-commands.ts";
import { actorOf, type Caller } from "../commands/caller.ts";
import { checkIn } from "../commands/check-in.ts";
import { liftSuspension } from "../commands/lift-suspension.ts";
import type { Answer } from "../commands/ports.ts";
import { languageOf } from "../plugins/languages.ts";
import { Refused, sure } from "../plugins/problems.ts";
import { bookingView } from "../views/booking-view.ts";
import { dateFrom, slotList } from "../views/slot-view.ts";
import { bookers, checkInDesks, floorStaff } from "./audiences.ts";
import { listBookings } from "./booking-list.ts";
import { once, present, run, withToken, type App, type Hub } from "./kit.ts";
import { ById, ByToken, describe, NoBody } from "./schemas.ts";

const SlotQuery = Exactly({ date: Type.Optional(LocalDate) });

const BookingQuery = Exactly({
  date: Type.Optional(LocalDate),
  service: Type.Optional(Type.String({ maxLength: 64 })),
  state: Type.Optional(OneOf(bookingStates)),
  q: Type.Optional(
    Type.String({ minLength: 1, maxLength: 60, description: "a reference, a name, a phone or its end, an ID number" }),
  ),
});

const ownBooking = { params: ByToken, answers: { 200: Booking } } as const;

export function bookingRoutes(app: App, hub: Hub): void {
  const { context } = hub;

  app.get(
    "/api/services/:id/slots",
    {
      schema: describe({
        tag: "bookings",
        summary: "Slots that can be booked: of the day asked for, else of the first that has a place",
        params: ById,
        query: SlotQuery,
        answers: { 200: SlotList },
      }),
    },
    ({ params, query }) => sure(slotList(present(hub), params.id, sure(dateFrom(query.date)))),
  );

  app.post(
    "/api/bookings",
    {
      config: { for: bookers },
      schema: describe({ tag: "bookings", summary: "Book a slot", body: NewBooking, answers: { 201: Booking } }),
    },
    async (request, reply) => {
      const { body, caller } = request;
      const isStaff = caller.kind === "staff";
      const channel = sure(channelOf(caller, body.channel));
      const lang = body.lang ?? languageOf(request.headers["accept-language"]);
      return reply
        .code(201)
        .send(await run(hub, request, book(context, { body, by: actorOf(caller), channel, lang, isStaff })));
    },
  );

  app.get(
    "/api/b/:token",
    { schema: describe({ tag: "resident", summary: "The booking of this token", ...ownBooking }) },
    ({ params }) => {
      const id = bookingOf(hub, params.token);
      const moment = present(hub);
      const booking = moment.state.bookings.get(id) ?? context.store.findBooking(id);
      if (!booking) throw new Refused(refuse("not-found"));
      return bookingView(context, moment, booking);
    },
  );

  app.patch(
    "/api/b/:token",
    { schema: describe({ tag: "resident", summary: "Move the booking", body: MoveBooking, ...ownBooking }) },
    (request) => {
      const booking = bookingOf(hub, request.params.token);
      return run(hub, request, moveBooking(context, { booking, by: "resident", start: request.body.start }));
    },
  );

  app.delete(
    "/api/b/:token",
    { schema: describe({ tag: "resident", summary: "Give the booking up", ...ownBooking }) },
    (request) => {
      const booking = bookingOf(hub, request.params.token);
      return run(hub, request, onBooking(context, { type: "cancel-booking", by: "resident", booking }));
    },
  );

  app.post(
    "/api/bookings/check-in",
    {
      config: { for: checkInDesks },
      schema: describe({
        tag: "bookings",
        summary: "Check a booking in by its reference, an ID number or a phone",
        body: CheckIn,
        answers: { 201: Ticket },
      }),
    },
    async (request, reply) => {
      const { body, caller } = request;
      if (namedBy(body) !== 1) throw new Refused(refuse("invalid-request", { field: "reference" }));
      const device = caller.kind === "device" ? caller.device.id : null;
      const task = checkIn(context, { body, by: actorOf(caller), lang: body.lang ?? null, device });
      const ticket = sure(await limited(hub, device, () => context.writer.submit(once(hub, request, task))));
      if (device !== null) hub.printing.wake(device);
      return reply.code(201).send(withToken(hub, ticket));
    },
  );

  app.get(
    "/api/bookings",
    {
      config: { for: floorStaff },
      schema: describe({
        tag: "bookings",
        summary: "Bookings of a day, today's if none is named, or those that fit what is looked for",
        query: BookingQuery,
        answers: { 200: BookingList },
      }),
    },
    async ({ query }) => ({
      items: await listBookings(context, present(hub), { ...query, date: sure(dateFrom(query.date)) }),
    }),
  );

  app.post(
    "/api/people/:id/lift-suspension",
    {
      config: { for: floorStaff },
      schema: describe({
        tag: "bookings",
        summary: "Let somebody book again who did not come several times",
        params: ById,
        body: NoBody,
        answers: { 200: PersonStanding },
      }),
    },
    (request) => run(hub, request, liftSuspension(request.params.id, actorOf(request.caller))),
  );
}

/** People at a station's number pad may mistype, and may not try references; staff are themselves. */
async function limited<A>(hub: Hub, station: string | null, ask: () => Promise<Answer<A>>): Promise<Answer<A>> {
  if (station === null) return ask();
  const tooMany = await hub.throttle.beforeCheckIn(station);
  if (tooMany) return tooMany;
  const answer = await ask();
  // Whatever else is refused is a booking that there is, or was not looked for; a repeated request has its first answer.
  if (!isRefusal(answer) || answer.refused !== "not-found") hub.throttle.checkedIn(station);
  return answer;
}

/** A stranger books by phone; staff for whoever stands there, or for whoever calls. */
function channelOf(caller: Caller, channel: Channel | undefined): Channel | Refusal {
  if (caller.kind === "staff") {
    const isTheirs = channel === undefined || channel === "desk" || channel === "phone";
    return isTheirs ? (channel ?? "desk") : refuse("invalid-request", { field: "channel" });
  }
  return channel === undefined || channel === "phone" ? "phone" : refuse("not-allowed", { field: "channel" });
}

/** By how many things a booking is named. */
function namedBy({ reference, idNumber, phone }: CheckInOnWire): number {
  return [reference, idNumber, phone].filter((text) => text !== undefined).length;
}

/** The booking a token opens; anything this hub did not sign is not found. */
function bookingOf({ keys }: Pick<Hub, "keys">, token: string): string {
  const booking = keys.bookingOf(token);
  if (booking === null) throw new Refused(refuse("not-found"));
  return booking;
}
