/** Tickets on the wire: requests, answers and the history. Source: contract, "Tickets". */
import Type, { type Static } from "typebox";
import { personLengths } from "../domain/person.ts";
import {
  channels,
  outcomes,
  printJobStates,
  ticketClasses,
  ticketStates,
  transferPositions,
} from "../domain/vocabulary.ts";
import { Exactly, Instant, LanguageCode, ListOf, Nullable, OneOf } from "./common.ts";

export const Estimate = Exactly({
  p50: Type.Integer({ description: "seconds until the call, median" }),
  p90: Type.Integer({ description: "seconds, 90th percentile" }),
});
export type Estimate = Static<typeof Estimate>;

export const Leg = Exactly({
  service: Type.String(),
  counter: Nullable(Type.Integer()),
  state: OneOf([...ticketStates, "transferred", "pending"] as const, {
    description: "`pending`: a service of the visit that is still to come, after the present leg, in this order",
  }),
  queuedAt: { ...Instant, description: "when it joined its line; of a pending leg, when it was added" },
  calledAt: Nullable(Instant),
  startedAt: Nullable(Instant),
  finishedAt: Nullable(Instant),
  servedSeconds: Type.Integer({
    description: "seconds of service that has ended; time held, or missed and waiting again, left out",
  }),
  outcome: Nullable(OneOf(outcomes)),
});
export type Leg = Static<typeof Leg>;

const PrintRef = Exactly({ job: Type.String(), state: OneOf(printJobStates) });

export const Ticket = Exactly(
  {
    id: Type.String(),
    number: Type.String({ description: "what people see and hear, e.g. A012" }),
    token: Type.Optional(Type.String({ description: "only to who took it: the key to this one ticket" })),
    service: Type.String({ description: "of the present leg" }),
    class: OneOf(ticketClasses),
    reason: Nullable(Type.String()),
    channel: OneOf(channels),
    lang: LanguageCode,
    matters: Type.Integer({ description: "files brought for the present leg, less those done before it rejoined" }),
    assisted: Type.Boolean(),
    state: OneOf(ticketStates),
    counter: Nullable(Type.Integer()),
    issuedAt: Instant,
    queuedAt: Instant,
    dueAt: Type.Optional({ ...Instant, description: "the time of an appointment; absent of every other ticket" }),
    calledAt: Nullable(Instant),
    startedAt: Nullable(Instant),
    finishedAt: Nullable(Instant),
    calls: Type.Integer({ description: "since it last joined or resumed" }),
    requeues: Type.Integer({ description: "how often it was let back in after a miss, next-here not counted" }),
    legs: Type.Array(Leg),
    ahead: Nullable(Type.Integer({ description: "waiting tickets that would be called before it" })),
    estimate: Nullable(Estimate),
    print: Type.Optional(PrintRef),
  },
  { $id: "Ticket" },
);
export type Ticket = Static<typeof Ticket>;

/** What somebody says of themselves; all of it optional. */
/** What the lengths of a person's words are to a schema. */
export function within(word: keyof typeof personLengths): { minLength: number; maxLength: number } {
  const { fewest, most } = personLengths[word];
  return { minLength: fewest, maxLength: most };
}

export const Person = Exactly({
  name: Type.Optional(Type.String(within("name"))),
  phone: Type.Optional(Type.String(within("phone"))),
  idNumber: Type.Optional(Type.String(within("idNumber"))),
});
export type Person = Static<typeof Person>;

export const IssueTicket = Exactly({
  service: Type.String({ maxLength: 64 }),
  class: Type.Optional(OneOf(ticketClasses)),
  reason: Type.Optional(Type.String({ maxLength: 64, description: "a key of the hall's priority reasons" })),
  channel: Type.Optional(OneOf(channels)),
  lang: Type.Optional(LanguageCode),
  matters: Type.Optional(Type.Integer({ minimum: 1, maximum: 99 })),
  person: Type.Optional(Person),
  join: Type.Optional(
    Type.String({ maxLength: 200, description: "the code shown in the hall, for residents' phones" }),
  ),
});
export type IssueTicket = Static<typeof IssueTicket>;

export const RequeueTicket = Exactly({ position: Type.Optional(OneOf(["next-here"] as const)) });
export const ReclassifyTicket = Exactly({
  class: OneOf(ticketClasses),
  reason: Type.String({ minLength: 1, maxLength: 200 }),
});
export const AddService = Exactly({
  service: Type.String({ maxLength: 64 }),
  now: Type.Optional(
    Type.Boolean({
      description: "served at once in the hand that has it; the service served till then comes right after it",
    }),
  ),
});
export const OrderLegs = Exactly({
  order: Type.Array(Type.String({ maxLength: 64 }), {
    maxItems: 100,
    description: "every pending service of the visit once; the present one may head them",
  }),
});
export const AssistTicket = Exactly({ assisted: Type.Boolean() });

const inHand = {
  ticket: Type.Optional(
    Type.String({ maxLength: 64, description: "the ticket meant; refused when another is in hand" }),
  ),
};
export const CallNext = Exactly({
  service: Type.Optional(Type.String({ maxLength: 64 })),
  silent: Type.Optional(Type.Boolean()),
});
export const CallTicket = Exactly({
  ticket: Type.String({ maxLength: 64 }),
  reason: Type.String({ minLength: 1, maxLength: 200 }),
});
export const RecallTicket = Exactly(inHand);
export const StartTicket = Exactly(inHand);
export const FinishTicket = Exactly({
  ...inHand,
  arrived: Type.Optional(Type.Boolean()),
  outcome: Type.Optional(OneOf(outcomes)),
  quantity: Type.Optional(
    Type.Integer({
      minimum: 1,
      maximum: 99,
      description: "files done; unsaid it is 1, or of more than the hall's `maxMatters` as many as that",
    }),
  ),
  next: Type.Optional(Type.Boolean()),
});
export type FinishTicket = Static<typeof FinishTicket>;
export const MissTicket = Exactly({ ...inHand, next: Type.Optional(Type.Boolean()) });
export const HoldTicket = Exactly({ ...inHand, reason: Type.Optional(Type.String({ maxLength: 200 })) });
export const ResumeTicket = Exactly({ ticket: Type.String({ maxLength: 64 }) });
export const TransferTicket = Exactly({
  ...inHand,
  service: Type.Optional(Type.String({ maxLength: 64 })),
  counter: Type.Optional(Type.Integer({ minimum: 1 })),
  position: Type.Optional(OneOf(transferPositions)),
});

/** What `finish` and `miss` answer: the ticket ended and the one called with it. */
export const TicketAndNext = Exactly({ ticket: Ticket, next: Nullable(Ticket) });
export type TicketAndNext = Static<typeof TicketAndNext>;

export const TicketList = ListOf(Ticket);

const HistoryItem = Type.Object(
  { seq: Type.Integer(), type: Type.String(), at: Instant },
  {
    additionalProperties: true,
    description: "one event of the ticket; further fields by type, staff shown by their sign-in name",
  },
);
export const TicketHistory = ListOf(HistoryItem);
export type TicketHistory = Static<typeof TicketHistory>;
