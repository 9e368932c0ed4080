/** Tickets, their legs, and counters, as the state holds them. Only `evolve` changes them. */
import type {
  Channel,
  CounterState,
  Language,
  Millis,
  Outcome,
  TicketClass,
  TicketState,
} from "../../shared/domain/vocabulary.ts";
import type { Position } from "./position.ts";

export interface Leg {
  readonly service: string;
  counter: number | null;
  state: TicketState | "transferred";
  readonly queuedAt: Millis;
  calledAt: Millis | null;
  startedAt: Millis | null;
  finishedAt: Millis | null;
  outcome: Outcome | null;
}

export interface Ticket {
  readonly id: string;
  readonly number: string;
  readonly channel: Channel;
  readonly lang: Language;
  readonly issuedAt: Millis;
  readonly issuedSeq: number;
  readonly personId: string | null;
  matters: number;
  assisted: boolean;
  service: string;
  class: TicketClass;
  reason: string | null;
  state: TicketState;
  counter: number | null;
  /** When it joined its present wait: issued, transferred or let back in. */
  queuedAt: Millis;
  position: Position;
  dueAt: Millis | null;
  /** The first call since it joined; recalls do not move it. */
  calledAt: Millis | null;
  startedAt: Millis | null;
  finishedAt: Millis | null;
  heldAt: Millis | null;
  heldMillis: Millis;
  missedAt: Millis | null;
  calls: number;
  requeues: number;
  /** Waits for this counter alone; `nextHere` ones go before those transferred. */
  directed: { readonly counter: number; readonly order: Position } | null;
  readonly legs: Leg[];
}

export interface Counter {
  readonly number: number;
  state: CounterState;
  clerk: string | null;
  ticket: string | null;
  tiers: readonly (readonly string[])[];
  /** Call-nexts in a row that were appointments or courtesy. */
  run: number;
  returnAt: Millis | null;
  pauseNote: string | null;
}
