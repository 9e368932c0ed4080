/** Counters on the wire. */
import Type, { type Static } from "typebox";
import { counterStates, stepNames } from "../domain/vocabulary.ts";
import { Exactly, Instant, ListOf, Nullable, OneOf, Text } from "./common.ts";
import { Ticket } from "./ticket.ts";

export const Counter = Exactly(
  {
    number: Type.Integer(),
    label: Text,
    name: Text,
    area: Type.String(),
    state: OneOf(counterStates),
    clerk: Nullable(Exactly({ id: Type.String(), name: Type.String() })),
    since: Nullable({ ...Instant, description: "since when it is in this state, or in these hands" }),
    pause: Nullable(Exactly({ reason: Nullable(Type.String()), returnAt: Nullable(Instant) })),
    tiers: Type.Array(Type.Array(Type.String())),
    presets: Type.Array(Type.String(), { description: "what it can be set to in one press" }),
    presetNames: Type.Array(
      Exactly({
        preset: Type.String(),
        name: Nullable(Text),
        services: Type.Array(Type.String(), { description: "what the counter then does, first choice first" }),
      }),
      { description: "what to offer, with the hall's words; those left out that come to the same as one before" },
    ),
    preset: Nullable(Type.String({ description: "which of them its tiers are now" })),
    ticket: Nullable(Ticket),
    undo: Nullable(
      Exactly(
        {
          what: OneOf(stepNames),
          number: Type.String({ description: "of the ticket it is about" }),
          until: Instant,
        },
        { description: "what an undo would take back here, as things stood at the counter's last event" },
      ),
    ),
    help: Nullable(
      Exactly(
        { askedAt: Instant, answeredAt: Nullable(Instant), answeredBy: Nullable(Type.String()) },
        { description: "the last call for help from here; `answeredBy` is a name" },
      ),
    ),
    waiting: Type.Integer({ description: "waiting tickets that it may call: of the services it lists, and by name" }),
  },
  { $id: "Counter" },
);
export type Counter = Static<typeof Counter>;
export const CounterList = ListOf(Counter);

export const OpenCounter = Exactly({});
export const PauseCounter = Exactly({
  reason: Type.String({ minLength: 1, maxLength: 200 }),
  returnAt: Type.Optional(
    Type.String({ maxLength: 40, description: "an instant to come, or a local time HH:MM of today" }),
  ),
});
export const CloseCounter = Exactly({});
export const TakeOverCounter = Exactly({});
