/**
 * The hall's present, folded from its journal. Only `evolve` changes it, in place;
 * whoever needs to go back drops it and folds anew.
 */
import type {
  Channel,
  CounterState,
  Language,
  Millis,
  Outcome,
  TicketClass,
  TicketState,
} from "../../shared/domain/vocabulary.ts";
import type { Hall } from "./hall.ts";
import type { Position } from "./position.ts";
import { WaitingQueue } from "./waiting-queue.ts";

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

export interface HallState {
  hall: Hall | null;
  epoch: string;
  /** Place and instant of the last event. */
  seq: number;
  at: Millis;
  /** The business day; null before the first. `isClosed` after its end-of-day. */
  day: { readonly date: string; isClosed: boolean } | null;
  /** Last number given of each prefix today. */
  readonly sequences: Map<string, number>;
  /** Tickets of the present day, ended ones too. */
  readonly tickets: Map<string, Ticket>;
  readonly counters: Map<number, Counter>;
  /** Counter taken by each clerk. */
  readonly clerks: Map<string, number>;
  /** Tickets issued today, by service. */
  readonly issued: Map<string, number>;
  readonly held: Set<string>;
  queue: WaitingQueue;
}

/** A hall before its first event. */
export function initialState(): HallState {
  return {
    hall: null,
    epoch: "",
    seq: 0,
    at: 0,
    day: null,
    sequences: new Map(),
    tickets: new Map(),
    counters: new Map(),
    clerks: new Map(),
    issued: new Map(),
    held: new Set(),
    queue: new WaitingQueue(Number.POSITIVE_INFINITY),
  };
}

/** The ticket in a counter's hand. */
export function ticketInHand(state: HallState, counter: Counter): Ticket | null {
  return counter.ticket === null ? null : (state.tickets.get(counter.ticket) ?? null);
}
