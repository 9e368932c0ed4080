/**
 * What is known of the hall at one instant, plain and copyable to another thread: all that an estimate may go by.
 * Services are named by their place in `services`, counters by their place in `counters`.
 */
import type { Millis, TicketClass } from "../../../shared/domain/vocabulary.ts";

export interface PictureService {
  readonly id: string;
  /** What the hall file says; null where it says nothing. */
  readonly typicalSeconds: number | null;
}

export interface PictureTicket {
  readonly id: string;
  readonly service: number;
  readonly class: TicketClass;
  /** Its rank within its class, across services: the smaller goes first. */
  readonly place: number;
  /** Since when it waits on its present leg. */
  readonly since: Millis;
  /** A checked-in appointment's slot that is still to come. */
  readonly dueAt: Millis | null;
  /** The counter it waits for by name. */
  readonly directedTo: number | null;
}

export interface PictureCounter {
  /** Who serves there; null where that is not known. */
  readonly clerk: string | null;
  readonly tiers: readonly (readonly number[])[];
  /** Takes those who wait longer than `overflowAfter` as if of its first tier. */
  readonly takesOverflow: boolean;
  /** Call-nexts in a row that were appointments or courtesy. */
  readonly run: number;
  /** Who is served, and since when; `since` is null from the call until service begins. */
  readonly inHand: { readonly service: number; readonly since: Millis | null } | null;
  /** When it ended its last service with nobody in hand since; null where it has served nobody or serves now. */
  readonly idleSince: Millis | null;
  /** Calls nobody before: the end of a pause; null where it is at work. */
  readonly backAt: Millis | null;
  /** Calls nobody from `from` to `until` (null: any more today). */
  readonly away: { readonly from: Millis; readonly until: Millis | null } | null;
}

export interface PictureBooking {
  readonly service: number;
  readonly dueAt: Millis;
}

export interface HallPicture {
  readonly at: Millis;
  /** Seconds after the hall's local midnight. */
  readonly secondOfDay: number;
  readonly services: readonly PictureService[];
  /** Counters that are at work or are known to come back today. */
  readonly counters: readonly PictureCounter[];
  readonly waiting: readonly PictureTicket[];
  /** Appointments not yet checked in whose slots are near. */
  readonly bookings: readonly PictureBooking[];
  /** Services of which a would-be ticket is asked about: those that give numbers now. */
  readonly asked: readonly number[];
  readonly priorityRun: number;
  readonly overflowAfter: Millis;
}

/** Whole seconds until the call: half are called sooner than `p50`, nine in ten sooner than `p90`. */
export interface Estimate {
  readonly p50: number;
  readonly p90: number;
}

export interface Estimates {
  /** By ticket; null where no counter is open for it. */
  readonly tickets: ReadonlyMap<string, Estimate | null>;
  /** By service asked about: for whoever took a normal ticket now. */
  readonly services: ReadonlyMap<string, Estimate | null>;
}
