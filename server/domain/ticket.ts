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
  /** The first start; what came of it and of later ones adds up in `servedMillis`. */
  startedAt: Millis | null;
  finishedAt: Millis | null;
  /** Service that has ended: without time held, or missed and waiting again. */
  servedMillis: Millis;
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
  /** The call since it last joined or resumed; recalls do not move it. */
  calledAt: Millis | null;
  /** Start of service since the last call or resume. */
  startedAt: Millis | null;
  finishedAt: Millis | null;
  /** Since when it is held. */
  heldAt: Millis | null;
  missedAt: Millis | null;
  calls: number;
  requeues: number;
  /** Waits for this counter alone; `nextHere` ones go before those transferred. */
  directed: { readonly counter: number; readonly order: Position } | null;
  readonly legs: Leg[];
  /** What happened to it: the places of its events in the journal. */
  readonly events: number[];
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

/** Whether a counter takes tickets of this service from its line. Asked with every number taken, so nothing is made. */
export function listsService({ tiers }: Pick<Counter, "tiers">, service: string): boolean {
  for (const services of tiers) if (services.includes(service)) return true;
  return false;
}

/** The counter that a ticket is or was at, or waits for by name. */
export function counterNamedBy({ counter, directed }: Pick<Ticket, "counter" | "directed">): number | null {
  return counter ?? directed?.counter ?? null;
}
