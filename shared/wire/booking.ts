/** Bookings on the wire. Source: contract, "Visits and bookings". */
import Type, { type Static } from "typebox";
import { bookingStates, channels } from "../domain/vocabulary.ts";
import { Exactly, Instant, LanguageCode, ListOf, LocalDate, Nullable, OneOf } from "./common.ts";
import { Person, within } from "./ticket.ts";

const Slot = Exactly({
  start: Instant,
  end: Instant,
  free: Type.Integer({ description: "places that can still be booked" }),
});

/** The slots of one day, and on which days there is something to be had. */
export const SlotList = Exactly(
  {
    date: Nullable(LocalDate),
    items: Type.Array(Slot),
    days: Type.Array(Exactly({ date: LocalDate, free: Type.Integer({ description: "places left in all its slots" }) })),
  },
  { $id: "SlotList" },
);
export type SlotList = Static<typeof SlotList>;

export const NewBooking = Exactly({
  service: Type.String({ maxLength: 64 }),
  start: Type.String({ maxLength: 40, description: "the start of a slot, an instant with its offset" }),
  person: Exactly({
    name: Type.String({ ...within("name"), pattern: "\\S" }),
    phone: Type.String({ ...within("phone"), pattern: "\\d" }),
    idNumber: Person.properties.idNumber,
  }),
  channel: Type.Optional(OneOf(channels, { description: "of the desk: `desk`, or `phone` for the hotline" })),
  lang: Type.Optional(LanguageCode),
});
export type NewBooking = Static<typeof NewBooking>;

export const MoveBooking = Exactly({ start: NewBooking.properties.start });

/** What the holder of a booking's token sees. */
export const Booking = Exactly(
  {
    reference: Type.String({ description: "eight digits, for checking in" }),
    token: Type.String({ description: "the key to this one booking" }),
    service: Type.String(),
    start: Instant,
    end: Instant,
    state: OneOf(bookingStates),
    checkInFrom: Instant,
    ticket: Nullable(Exactly({ number: Type.String(), token: Type.String() })),
  },
  { $id: "Booking" },
);
export type Booking = Static<typeof Booking>;

/** Exactly one of the three. */
export const CheckIn = Type.Object(
  {
    reference: Type.Optional(Type.String({ pattern: "^\\d{8}$" })),
    idNumber: Type.Optional(Type.String(within("idNumber"))),
    phone: Type.Optional(Type.String(within("phone"))),
    lang: Type.Optional(LanguageCode),
  },
  { additionalProperties: false },
);
export type CheckIn = Static<typeof CheckIn>;

/** A booking as staff see it; what the person said is masked, and null once it is forgotten. */
export const BookingOfPerson = Exactly(
  {
    id: Type.String(),
    reference: Type.String(),
    service: Type.String(),
    start: Instant,
    end: Instant,
    state: OneOf(bookingStates),
    channel: OneOf(channels),
    number: Nullable(Type.String({ description: "of the ticket it became" })),
    person: Exactly({
      id: Type.String(),
      name: Nullable(Type.String()),
      phone: Nullable(Type.String()),
      idNumber: Nullable(Type.String()),
      suspendedUntil: Nullable(LocalDate),
    }),
  },
  { $id: "BookingOfPerson" },
);
export type BookingOfPerson = Static<typeof BookingOfPerson>;
export const BookingList = ListOf(BookingOfPerson);

export const PersonStanding = Exactly({ id: Type.String(), suspendedUntil: Nullable(LocalDate) });
