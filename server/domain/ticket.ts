/** Tickets, their legs, and counters, as the state holds them. Only `evolve` changes them. */
import type {
  Channel,
  CounterState,
  Language,
  Millis,
  Outcome,
  StepName,
  TicketClass,
  TicketState,
} from "../../shared/domain/vocabulary.ts";
import type { Position } from "./position.ts";

export interface Leg {
  readonly service: string;
  counter: number | null;
  /** `pending`: still to come in this visit, after the present one. */
  state: TicketState | "transferred" | "pending";
  /** When it joined its line; of one still to come, when it was added. */
  queuedAt: Millis;
  calledAt: Millis | null;
  /** The first start; what came of it and of later ones adds up in `servedMillis`. */
  startedAt: Millis | null;
  finishedAt: Millis | null;
  /** Service that has ended: without time held, or missed and waiting again. */
  servedMillis: Millis;
  outcome: Outcome | null;
  /** Files still to be done on it. */
  matters: number;
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
  /** Legs still to come, in order; those of a visit that ended before them say how. */
  readonly pending: Leg[];
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
  /** Since when it is open, paused or closed, whoever sits there; absent where it has never been opened. */
  since?: Millis;
  /** What was done here last, and what stood before it. */
  last: Step | null;
  /** The last call for help of whoever sits here. */
  help: Help | null;
}

export interface Help {
  readonly askedAt: Millis;
  readonly answeredAt: Millis | null;
  /** Id of the user who comes. */
  readonly answeredBy: string | null;
}

/** A command at a counter that can be taken back. */
export interface Step {
  readonly what: StepName;
  readonly at: Millis;
  /** The counter's run before it. */
  readonly run: number;
  /** What it replaced, in the order it was done: of one ticket, or of one that ended and the next called with it. */
  readonly replaced: readonly Replaced[];
}

export interface Replaced {
  readonly ticket: string;
  /** Places of the step's events on it. */
  readonly seqs: readonly number[];
  /** Whether the resident was asked to come by it. */
  readonly isCall: boolean;
  /** It was finished by it after hours, and counted so. */
  readonly isOvertime?: true;
  /** The ticket before it; what happened to it is never taken back. */
  readonly before: Omit<Ticket, "events">;
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
