/**
 * The hall's present, folded from its journal. Only `evolve` changes it, in place;
 * whoever needs to go back drops it and folds anew.
 */
import type { ClockDoubt, Millis } from "../../shared/domain/vocabulary.ts";
import { BookingBook } from "./booking.ts";
import type { EmergencyNow } from "./emergency.ts";
import { noEnquiries, type Enquiries } from "./enquiries.ts";
import type { Hall } from "./hall.ts";
import { OpenTickets } from "./open-tickets.ts";
import { noLists, type StatutoryLists } from "./statutory-days.ts";
import type { Counter, Ticket } from "./ticket.ts";
import { newToday, type Today } from "./today.ts";
import { WaitingQueue } from "./waiting-queue.ts";

export interface HallState {
  hall: Hall | null;
  epoch: string;
  /** Place and instant of the last event. */
  seq: number;
  at: Millis;
  /** The business day; null before the first. `isClosed` after its end-of-day. */
  day: { readonly date: string; isClosed: boolean } | null;
  /** Statutory holidays and workdays as they are known here. */
  calendar: StatutoryLists;
  /** What is different today. */
  today: Today;
  /** Last number given of each prefix today. */
  readonly sequences: Map<string, number>;
  /** Tickets of the present day, ended ones too. */
  readonly tickets: Map<string, Ticket>;
  readonly openTickets: OpenTickets;
  readonly counters: Map<number, Counter>;
  /** Counter taken by each clerk. */
  readonly clerks: Map<string, number>;
  /** Tickets issued today, by service. */
  readonly issued: Map<string, number>;
  readonly held: Set<string>;
  /** Set while the machine's clock is not believed. */
  clockDoubt: { readonly why: Exclude<ClockDoubt, "back">; readonly since: Millis; readonly machine: Millis } | null;
  /** What goes over everything that screens show; null: nothing does. */
  emergency: EmergencyNow | null;
  /** Bookings of today and later. */
  readonly bookings: BookingBook;
  /** Starts of the slots that each person did not come to in the last ninety days, earliest first. */
  readonly noShows: Map<string, readonly Millis[]>;
  /** Plain questions answered at the desk. */
  readonly enquiries: Enquiries;
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
    calendar: noLists,
    today: newToday(0),
    sequences: new Map(),
    tickets: new Map(),
    openTickets: new OpenTickets(),
    counters: new Map(),
    clerks: new Map(),
    issued: new Map(),
    held: new Set(),
    clockDoubt: null,
    emergency: null,
    bookings: new BookingBook(),
    noShows: new Map(),
    enquiries: noEnquiries(),
    queue: new WaitingQueue(Number.POSITIVE_INFINITY),
  };
}

/** The ticket in a counter's hand. */
export function ticketInHand(state: HallState, counter: Counter): Ticket | null {
  return counter.ticket === null ? null : (state.tickets.get(counter.ticket) ?? null);
}
