/** What anyone may know of the hall: `GET /api/hall`. */
import Type, { type Static } from "typebox";
import { transferPositions, voiceEngines, weekdays } from "../domain/vocabulary.ts";
import { SoundSettings } from "./voice.ts";
import { Exactly, Instant, LanguageCode, LocalDate, LocalTime, Nullable, OneOf, Text } from "./common.ts";
import { Estimate } from "./ticket.ts";
import { HallService } from "./hall-file.ts";

const OpeningPeriod = Exactly({ from: Instant, to: Instant });

export const HallServiceNow = Exactly({
  id: Type.String(),
  prefix: Type.String(),
  name: Text,
  category: Type.String(),
  open: Type.Boolean({ description: "whether a number can be taken now" }),
  hidden: Type.Boolean(),
  bookable: Type.Optional(Type.Boolean({ description: "whether it takes bookings" })),
  waiting: Type.Integer(),
  served: Type.Boolean({ description: "whether an open counter lists it" }),
  estimate: Nullable(Estimate),
  closedFor: Nullable(
    OneOf(["service-closed", "outside-hours", "quota-reached"] as const, { description: "why it gives no number now" }),
  ),
  nextOpening: Nullable(Instant),
  periods: Type.Array(OpeningPeriod, { description: "today's, its own hours within the hall's" }),
  stopped: Nullable(
    Exactly(
      { reason: Nullable(Type.String()), since: Instant, until: Nullable(Instant) },
      { description: "stopped for today or for a while; those who wait keep their places" },
    ),
  ),
  quotaLeft: Nullable(Type.Integer({ description: "null: no limit; for a station, what stations may still give" })),
  takenToday: Type.Integer({ description: "tickets issued today, so that a station can put the frequent ones first" }),
  where: Type.Array(Text, {
    description:
      "labels of the counters that may call it: those at work that list it in any tier, or all that list it while none is",
  }),
  guide: HallService.properties.guide,
});

export const HallNow = Exactly(
  {
    id: Type.String(),
    name: Text,
    languages: Type.Array(LanguageCode),
    timezone: Type.String(),
    now: Instant,
    date: LocalDate,
    weekday: OneOf(weekdays),
    open: Type.Boolean(),
    periods: Type.Array(OpeningPeriod),
    nextOpening: Nullable(Instant),
    callsResumeAt: Nullable(Instant),
    overtime: Type.Integer({ description: "tickets finished today after a period's regular end" }),
    calendar: Nullable(
      Exactly(
        { knownUntil: LocalDate, isTodayKnown: Type.Boolean() },
        { description: "an alarm: whose holidays are known up to there only" },
      ),
    ),
    categories: Type.Array(Exactly({ id: Type.String(), name: Text })),
    services: Type.Array(HallServiceNow),
    areas: Type.Array(Exactly({ id: Type.String(), name: Text })),
    counters: Type.Array(
      Exactly({
        number: Type.Integer(),
        label: Text,
        name: Text,
        area: Type.String(),
        where: Type.Optional(Text),
        desk: Type.Optional(Type.Boolean({ description: "the information desk" })),
        services: Type.Array(Type.String()),
      }),
    ),
    reasons: Type.Array(Exactly({ id: Type.String(), class: OneOf(["statutory", "courtesy"] as const), name: Text })),
    rules: Exactly({
      autoStart: Type.Boolean(),
      missAfterCalls: Type.Integer(),
      missAfterSeconds: Type.Integer(),
      requeueBehind: Type.Integer(),
      requeueTimes: Type.Integer(),
      requeueMinutes: Type.Integer(),
      transferPosition: OneOf(transferPositions),
      maxMatters: Type.Integer(),
      phoneTickets: Type.Boolean(),
      retainDays: Type.Optional(Type.Integer({ description: "days that what people say of themselves is kept" })),
    }),
    voice: Exactly({
      languages: Type.Array(LanguageCode),
      repeat: Type.Integer(),
      yao: Type.Boolean(),
      onlyTicketLanguage: Type.Optional(
        Type.Boolean({ description: "say a call only in the language its ticket was taken in" }),
      ),
      ...SoundSettings.properties,
      engines: Type.Optional(
        Type.Array(OneOf(voiceEngines), {
          description: "what makes the voice now, the preferred first; any but the browser is heard in the hub's clips",
        }),
      ),
    }),
    ticketFooter: Nullable(Text),
    ticketQr: Type.Boolean({ description: "whether slips carry a QR code, on the station's screen too" }),
    lastTicketMinutes: Type.Integer(),
    expireAt: Nullable(LocalTime),
    publicUrl: Nullable(Type.String({ description: "what residents' phones reach; null: slips carry no QR code" })),
    demo: Type.Boolean({ description: "a demonstration: every page says so" }),
  },
  { $id: "HallNow" },
);
export type HallNow = Static<typeof HallNow>;
export type HallServiceNow = Static<typeof HallServiceNow>;

export const JoinCode = Exactly({ join: Type.String(), url: Nullable(Type.String()), expiresAt: Instant });
export type JoinCode = Static<typeof JoinCode>;
