/** The hall file: everything a hall is, in one JSON document. Its JSON Schema is served at /api/hall.schema.json. */
import Type, { type Static } from "typebox";
import { hallDefaults, ruleDefaults as byDefault } from "../domain/rules.ts";
import { periodEnds, transferPositions } from "../domain/vocabulary.ts";
import { HallVoice } from "./voice.ts";
import { Exactly, LanguageCode, LocalDate, LocalTime, OneOf, Text } from "./common.ts";

const Slug = Type.String({ pattern: "^[a-z0-9][a-z0-9-]{0,63}$" });
const Period = Type.Array(LocalTime, { minItems: 2, maxItems: 2, description: "[from, to]" });
const Periods = Type.Array(Period);
const WeekHours = Exactly({
  mon: Periods,
  tue: Periods,
  wed: Periods,
  thu: Periods,
  fri: Periods,
  sat: Periods,
  sun: Periods,
});
/** Keys of another form are refused, not passed over. */
const exactly = { additionalProperties: false } as const;
const ByDate = Type.Record(Type.String({ pattern: "^\\d{4}-\\d{2}-\\d{2}$" }), Periods, exactly);
const ByChannel = Exactly({
  station: Type.Optional(Type.Integer({ minimum: 0 })),
  desk: Type.Optional(Type.Integer({ minimum: 0 })),
  phone: Type.Optional(Type.Integer({ minimum: 0 })),
  booking: Type.Optional(Type.Integer({ minimum: 0 })),
  paper: Type.Optional(Type.Integer({ minimum: 0 })),
});

const count = (minimum: number, ifAbsent: number, description: string) =>
  Type.Optional(Type.Integer({ minimum, default: ifAbsent, description }));

const HallRules = Exactly({
  overflowMinutes: count(
    1,
    byDefault.overflowMinutes,
    "after so many minutes of waiting a ticket is a candidate of every counter that lists its service",
  ),
  priorityRun: count(
    1,
    byDefault.priorityRun,
    "call-nexts of appointments and courtesy in a row before a normal one goes first",
  ),
  lateGraceMinutes: count(0, byDefault.lateGraceMinutes, "an appointment checked in so late still joins at its slot"),
  requeueBehind: count(0, byDefault.requeueBehind, "a missed ticket comes back behind so many"),
  requeueTimes: count(0, byDefault.requeueTimes, "how often a missed ticket may come back"),
  requeueMinutes: count(1, byDefault.requeueMinutes, "and until when after the miss"),
  holdMinutes: count(1, byDefault.holdMinutes, "after so many minutes a held ticket becomes missed"),
  transferPosition: Type.Optional(OneOf(transferPositions, { default: byDefault.transferPosition })),
  autoStart: Type.Optional(Type.Boolean({ default: byDefault.autoStart })),
  phoneTickets: Type.Optional(Type.Boolean({ default: byDefault.phoneTickets })),
  phoneOpenLimit: count(1, byDefault.phoneOpenLimit, "open phone tickets per service"),
  statutoryReasons: Type.Optional(Type.Array(Slug, { default: byDefault.statutoryReasons })),
  courtesyReasons: Type.Optional(Type.Array(Slug, { default: byDefault.courtesyReasons })),
  missAfterCalls: count(1, byDefault.missAfterCalls, "calls before a miss is possible"),
  missAfterSeconds: count(0, byDefault.missAfterSeconds, "seconds since the first call before a miss is possible"),
  undoSeconds: count(0, byDefault.undoSeconds, "how long the last step can be taken back"),
  maxMatters: count(1, byDefault.maxMatters, "matters served in one go"),
  periodEnd: Type.Optional(OneOf(periodEnds, { default: byDefault.periodEnd })),
  guideMayChangeToday: Type.Optional(
    Type.Boolean({
      default: byDefault.guideMayChangeToday,
      description: "whether guides, too, stop services, set counters' tiers and extend the hall's hours for today",
    }),
  ),
  onePerPerson: Type.Optional(OneOf(["off", "service"] as const, { default: byDefault.onePerPerson })),
  callAcross: Type.Optional(Type.Boolean({ default: byDefault.callAcross })),
  bookingHorizonDays: Type.Optional(
    Type.Integer({
      minimum: 1,
      maximum: 120,
      default: byDefault.bookingHorizonDays,
      description:
        "working days ahead that can be booked; half a year at most, since slots are worked out when asked for",
    }),
  ),
  bookingLeadMinutes: count(0, byDefault.bookingLeadMinutes, "how long before its slot a booking can still be made"),
  checkInMinutes: count(0, byDefault.checkInMinutes, "how long before its slot a booking can be checked in"),
  walkInShare: Type.Optional(Type.Number({ minimum: 0, maximum: 1, default: byDefault.walkInShare })),
  noShowLimit: count(1, byDefault.noShowLimit, "no-shows in 90 days that suspend booking for 30"),
  retainDays: count(1, byDefault.retainDays, "days that personal data is kept"),
});

const GuideStep = Exactly({
  name: Text,
  owner: Type.Optional(Text),
  workingDays: Type.Optional(Type.Integer({ minimum: 0 })),
});
const GuideMaterial = Exactly({
  name: Text,
  original: Type.Optional(Type.Boolean()),
  copies: Type.Optional(Type.Integer({ minimum: 0 })),
});
const ServiceGuide = Exactly({
  materials: Type.Optional(Type.Array(GuideMaterial)),
  steps: Type.Optional(Type.Array(GuideStep)),
  workingDays: Type.Optional(Type.Integer({ minimum: 0 })),
  office: Type.Optional(Text),
  fee: Type.Optional(Text),
  where: Type.Optional(Text),
});

export const HallService = Exactly({
  id: Slug,
  prefix: Type.String({ pattern: "^[A-Z]{1,3}$" }),
  category: Slug,
  name: Text,
  typicalMinutes: Type.Optional(Type.Number({ exclusiveMinimum: 0 })),
  hidden: Type.Optional(
    Type.Boolean({ description: "not offered at the station or to phones; the guide may still issue it" }),
  ),
  hours: Type.Optional(WeekHours),
  quota: Type.Optional(
    Exactly({
      period: Type.Optional(Type.Integer({ minimum: 0 })),
      day: Type.Optional(Type.Integer({ minimum: 0 })),
      byChannel: Type.Optional(ByChannel),
    }),
  ),
  bookable: Type.Optional(Type.Boolean()),
  bookingSlotMinutes: Type.Optional(Type.Integer({ minimum: 5, default: hallDefaults.bookingSlotMinutes })),
  bookingPerSlot: Type.Optional(Type.Integer({ minimum: 1, default: hallDefaults.bookingPerSlot })),
  guide: Type.Optional(ServiceGuide),
});
export type HallService = Static<typeof HallService>;

const Tiers = Type.Array(Type.Array(Slug, { minItems: 1 }), { minItems: 1 });

export const HallCounter = Exactly({
  number: Type.Integer({ minimum: 1 }),
  name: Text,
  area: Slug,
  tiers: Tiers,
  label: Type.Optional(Text),
  spoken: Type.Optional(Text),
  where: Type.Optional(Text),
  accessible: Type.Optional(Type.Boolean()),
  desk: Type.Optional(Type.Boolean({ description: "the information desk, to which stations send whoever needs help" })),
  overflow: Type.Optional(Type.Boolean()),
  silent: Type.Optional(Type.Boolean({ description: "its calls are shown, and never sounded" })),
  presets: Type.Optional(Type.Record(Type.String({ pattern: "^[a-z0-9-]+$" }), Tiers, exactly)),
});
export type HallCounter = Static<typeof HallCounter>;

export const HallFile = Exactly(
  {
    format: Type.Literal("lundao-hall/1"),
    hall: Exactly({
      id: Slug,
      name: Text,
      timezone: Type.String({ minLength: 1 }),
      languages: Type.Array(LanguageCode, { minItems: 1, uniqueItems: true }),
      hours: WeekHours,
      calendar: Type.Optional(
        Exactly({
          holidays: Type.Optional(Type.String({ pattern: "^[A-Z]{2}$" })),
          closed: Type.Optional(Type.Array(LocalDate)),
          open: Type.Optional(ByDate),
          makeupHours: Type.Optional(Periods),
        }),
      ),
      lastTicketMinutes: Type.Optional(Type.Integer({ minimum: 0, default: hallDefaults.lastTicketMinutes })),
      expireAt: Type.Optional(LocalTime),
      rules: Type.Optional(HallRules),
    }),
    categories: Type.Array(Exactly({ id: Slug, name: Text })),
    services: Type.Array(HallService, { minItems: 1 }),
    counters: Type.Array(HallCounter, { minItems: 1 }),
    areas: Type.Array(Exactly({ id: Slug, name: Text })),
    ticket: Type.Optional(
      Exactly({
        footer: Type.Optional(Text),
        qr: Type.Optional(Type.Boolean()),
        languages: Type.Optional(Type.Array(LanguageCode)),
      }),
    ),
    voice: Type.Optional(HallVoice),
    reasons: Type.Optional(Type.Record(Slug, Text, exactly)),
    emergencies: Type.Optional(
      Type.Record(
        Slug,
        Exactly({
          title: Text,
          text: Text,
          stopsService: Type.Optional(
            Type.Boolean({ description: "residents are to leave: stations and phones give no numbers meanwhile" }),
          ),
        }),
        {
          ...exactly,
          description:
            "templates of emergency notices beside those that every hall has (fire, weather, system, medical, lost-person), or in their place",
        },
      ),
    ),
    presetNames: Type.Optional(
      Type.Record(Type.String({ pattern: "^[a-z0-9-]+$" }), Text, {
        ...exactly,
        description: "what staff read for a preset of counters; without one, the services that it comes first to",
      }),
    ),
  },
  { $id: "HallFile" },
);
export type HallFile = Static<typeof HallFile>;
