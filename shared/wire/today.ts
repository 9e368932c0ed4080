/** Today's changes and the hall's calendar on the wire. Source: contract, "Visits and bookings". */
import Type, { type Static } from "typebox";
import { Exactly, LocalDate, Nullable, OneOf } from "./common.ts";

const Until = Type.String({ maxLength: 40, description: "an instant to come, or a local time HH:MM of today" });

export const StopService = Exactly({
  reason: Type.String({ minLength: 1, maxLength: 200, description: "residents read it too" }),
  until: Type.Optional(Until),
});
export const ExtendHall = Exactly({ until: Until });

/** One of the two. */
export const SetTiers = Exactly({
  preset: Type.Optional(
    Type.String({ maxLength: 64, description: "one of the counter's, `everything`, or `usual`: as its file says" }),
  ),
  tiers: Type.Optional(Type.Array(Type.Array(Type.String({ maxLength: 64 }), { minItems: 1 }), { minItems: 1 })),
});

export const ImportCalendar = Exactly({
  year: Type.Integer({ minimum: 2000, maximum: 2999 }),
  holidays: Type.Array(LocalDate, {
    minItems: 1,
    maxItems: 366,
    description: "no year is without: an empty list is one that nobody has announced yet",
  }),
  workdays: Type.Array(LocalDate, { maxItems: 366, description: "weekend days that are worked" }),
});

export const HallCalendar = Exactly(
  {
    country: Nullable(Type.String({ description: "whose public holidays the hall keeps" })),
    knownUntil: Nullable(Type.String({ description: "the last date whose holidays are known; null: without end" })),
    isTodayKnown: Type.Boolean(),
    years: Type.Array(
      Exactly({
        year: Type.Integer(),
        from: OneOf(["library", "list"] as const),
        holidays: Type.Array(LocalDate),
        workdays: Type.Array(LocalDate),
      }),
    ),
  },
  { $id: "HallCalendar" },
);
export type HallCalendar = Static<typeof HallCalendar>;

export const PaperTickets = Exactly({
  items: Type.Array(
    Exactly({
      number: Type.String({ maxLength: 12, description: "as printed: P001" }),
      service: Type.String({ maxLength: 64 }),
      takenAt: Type.String({ maxLength: 40, description: "an instant, or a local time HH:MM of today" }),
    }),
    { minItems: 1, maxItems: 200 },
  ),
});
export type PaperTickets = Static<typeof PaperTickets>;
