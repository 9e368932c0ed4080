/**
 * What can happen in a hall. Events are facts in the past tense, written once and never changed;
 * `v` is the version of the event's shape. They carry no name, free text or secret:
 * `by` and `clerk` are ids, `note` names a text kept beside the journal.
 */
import type { HallFile } from "../../shared/wire/hall-file.ts";
import type {
  Channel,
  ClockDoubt,
  Language,
  Millis,
  Outcome,
  TicketClass,
  TransferPosition,
} from "../../shared/domain/vocabulary.ts";
import type { Position } from "./position.ts";
import type { YearList, YearLists } from "./statutory-days.ts";

/** Who caused it: `user:ID`, `device:ID`, `resident` (holder of the ticket's token) or `hub`. */
export type Actor = `user:${string}` | `device:${string}` | "resident" | "hub";

interface Happened {
  readonly v: 1;
  readonly at: Millis;
  readonly by: Actor;
}

interface OfTicket extends Happened {
  readonly ticket: string;
}

interface AtCounter extends OfTicket {
  readonly counter: number;
}

export type TicketIssued = OfTicket & {
  readonly type: "ticket-issued";
  readonly number: string;
  readonly prefix: string;
  readonly sequence: number;
  readonly service: string;
  readonly class: TicketClass;
  readonly reason: string | null;
  readonly channel: Channel;
  readonly lang: Language;
  readonly matters: number;
  readonly position: Position;
  /** An appointment's slot start; until then it is called only where nobody else waits. */
  readonly dueAt: Millis | null;
  readonly personId: string | null;
  /** When the opening period began whose quota it counts in; absent or null: in none. */
  readonly period?: Millis | null;
  /** A number of the printed block was taken then, before the hub was told. */
  readonly takenAt?: Millis;
};

export type TicketCalled = AtCounter & {
  readonly type: "ticket-called";
  /** `next`: by the order; `number`: picked by a clerk, out of order, for the reason in `note`. */
  readonly how: "next" | "number";
  readonly silent: boolean;
  readonly note: string | null;
  /** Place of the event with which the clerk was done with the one before: both were one press. */
  readonly after?: number;
};

export type TicketEvent =
  | TicketIssued
  | TicketCalled
  | (AtCounter & { readonly type: "ticket-recalled" })
  | (AtCounter & { readonly type: "ticket-started" })
  | (AtCounter & { readonly type: "ticket-missed" })
  | (OfTicket & { readonly type: "ticket-requeued"; readonly position: Position; readonly nextHere: number | null })
  | (AtCounter & { readonly type: "ticket-held"; readonly note: string | null })
  | (AtCounter & { readonly type: "ticket-resumed" })
  | (AtCounter & {
      readonly type: "ticket-transferred";
      readonly service: string;
      readonly to: number | null;
      readonly placed: TransferPosition;
      readonly position: Position;
    })
  /** It waited for a counter by name that has closed, and goes back to its service. */
  | (AtCounter & { readonly type: "ticket-returned"; readonly position: Position })
  | (AtCounter & {
      readonly type: "ticket-finished";
      /** Service began with the call: the resident had come, but start was never pressed. */
      readonly arrived: boolean;
      readonly outcome: Outcome | null;
      readonly quantity: number;
    })
  /** One service of the visit is done, or as many files as one turn allows: it waits again, on a new leg. */
  | (AtCounter & {
      readonly type: "ticket-leg-finished";
      readonly arrived: boolean;
      readonly outcome: Outcome | null;
      readonly quantity: number;
      /** What it waits for now; the same service for the rest of its files. */
      readonly service: string;
      /** Files still to be done there. */
      readonly matters: number;
      readonly placed: TransferPosition;
      readonly position: Position;
    })
  | (OfTicket & { readonly type: "ticket-service-added"; readonly service: string })
  | (OfTicket & { readonly type: "ticket-legs-ordered"; readonly order: readonly string[] })
  /** A pending service is served at once, in the same hand; what was in hand till then comes right after it. */
  | (AtCounter & { readonly type: "ticket-leg-begun"; readonly service: string })
  /** A step at the counter was taken back for this ticket: everything about it is as before. */
  | (AtCounter & {
      readonly type: "step-undone";
      /** Places of the events taken back. */
      readonly undone: readonly number[];
      /** Whether the resident had been asked to come, and is not any more. */
      readonly withdrawn: boolean;
    })
  | (OfTicket & { readonly type: "ticket-cancelled" })
  | (OfTicket & { readonly type: "ticket-expired" })
  | (AtCounter & { readonly type: "ticket-left-unfinished" })
  | (OfTicket & {
      readonly type: "ticket-reclassified";
      readonly class: TicketClass;
      readonly reason: string | null;
      readonly note: string | null;
      /** Its place in that class; absent: it keeps its own. */
      readonly position?: Position;
    })
  | (OfTicket & { readonly type: "ticket-assisted"; readonly assisted: boolean });

export type CounterEvent =
  | (Happened & { readonly type: "counter-opened"; readonly counter: number; readonly clerk: string })
  | (Happened & {
      readonly type: "counter-paused";
      readonly counter: number;
      readonly returnAt: Millis | null;
      readonly note: string | null;
    })
  | (Happened & { readonly type: "counter-closed"; readonly counter: number })
  | (Happened & {
      readonly type: "counter-taken-over";
      readonly counter: number;
      readonly clerk: string;
      readonly from: string;
    })
  /** Somebody is wanted at the counter, and somebody says that they come, or that nobody is wanted any more. */
  | (Happened & { readonly type: "counter-help-asked"; readonly counter: number })
  | (Happened & { readonly type: "counter-help-answered"; readonly counter: number })
  /** Today it takes other services, by a preset's name or as somebody has put them together. */
  | (Happened & {
      readonly type: "counter-tiers-set";
      readonly counter: number;
      readonly preset: string | null;
      readonly tiers: readonly (readonly string[])[];
    });

/** What makes today, and what the hall knows of its calendar. */
export type TodayEvent =
  | (Happened & {
      readonly type: "service-stopped";
      readonly service: string;
      readonly until: Millis | null;
      readonly note: string | null;
    })
  | (Happened & { readonly type: "service-resumed"; readonly service: string })
  /** The period that by the hall's hours ends at `end` lasts until `until`. */
  | (Happened & { readonly type: "hall-extended"; readonly end: Millis; readonly until: Millis })
  | (Happened & {
      readonly type: "period-ended";
      readonly end: Millis;
      readonly next: Millis | null;
      /** Who waits is called in the next period only. */
      readonly carries: boolean;
    })
  /** What a library says of a country's years. */
  | (Happened & {
      readonly type: "calendar-read";
      readonly country: string;
      readonly source: string;
      readonly years: YearLists;
    })
  /** The manager's own list of a year; null takes it back. */
  | (Happened & { readonly type: "calendar-imported"; readonly year: string; readonly list: YearList | null });

export type DayEvent =
  | (Happened & { readonly type: "hall-loaded"; readonly hall: HallFile })
  | (Happened & {
      readonly type: "day-opened";
      readonly date: string;
      /** Last numbers given of each prefix on this date before, where the clock has gone back to it. */
      readonly given?: Readonly<Record<string, number>>;
      /** Numbers of the printed block that were entered on it, by prefix. */
      readonly paper?: Readonly<Record<string, readonly number[]>>;
    })
  | (Happened & { readonly type: "day-closed"; readonly date: string })
  | (Happened & {
      readonly type: "epoch-begun";
      readonly epoch: string;
      readonly sequences: Readonly<Record<string, number>>;
    });

/** `machine`: what the machine's clock showed. */
export type ClockEvent =
  /** Nothing expires and no day turns until it is confirmed or cleared; the hall's time goes on by itself. */
  | (Happened & {
      readonly type: "clock-doubted";
      readonly why: Exclude<ClockDoubt, "back">;
      readonly machine: Millis;
    })
  /** It shows again what can be. */
  | (Happened & { readonly type: "clock-cleared"; readonly machine: Millis })
  /** Somebody, or the time service, says that it is right. Its `at` is the machine's, and alone may lie before the last. */
  | (Happened & { readonly type: "clock-confirmed"; readonly why: ClockDoubt });

interface OfBooking extends Happened {
  readonly booking: string;
}

interface BookedTimes {
  readonly start: Millis;
  readonly end: Millis;
  /** The local date of the slot. */
  readonly date: string;
}

export type BookingEvent =
  | (OfBooking &
      BookedTimes & {
        readonly type: "booking-made";
        readonly personId: string;
        readonly service: string;
        readonly channel: Channel;
        readonly lang: Language;
      })
  | (OfBooking & BookedTimes & { readonly type: "booking-moved" })
  | (OfBooking & { readonly type: "booking-cancelled" })
  | (OfBooking & { readonly type: "booking-checked-in"; readonly ticket: string })
  /** Nobody came. `excused`: it counts against nobody, since nobody could, or they are here with another number. */
  | (OfBooking & { readonly type: "booking-missed"; readonly excused: boolean })
  /** The clock has gone back, and it is still to come: checked in no more, or given up no more. */
  | (OfBooking & { readonly type: "booking-restored" })
  | (Happened & { readonly type: "suspension-lifted"; readonly personId: string });

/** Questions that the desk answered without a number. */
export type EnquiryEvent =
  | (Happened & { readonly type: "enquiry-answered" })
  /** `answered`: place of the event that counts no longer. */
  | (Happened & { readonly type: "enquiry-taken-back"; readonly answered: number });

/** What goes over everything that screens show. `emergency` is its id; it holds no words. */
export type EmergencyEvent =
  | (Happened & {
      readonly type: "emergency-raised";
      readonly emergency: string;
      readonly template: string | null;
      /** Names the words written by hand. */
      readonly note: string | null;
      /** Null: everywhere. */
      readonly areas: readonly string[] | null;
      readonly until: Millis;
    })
  /** By the hub: its time was over. By anybody else: an all-clear. */
  | (Happened & { readonly type: "emergency-ended"; readonly emergency: string });

export type HallEvent =
  TicketEvent | CounterEvent | TodayEvent | DayEvent | ClockEvent | BookingEvent | EnquiryEvent | EmergencyEvent;
export type EventType = HallEvent["type"];

/** An event with its place in the journal. */
export type Recorded<E extends HallEvent = HallEvent> = E & { readonly seq: number };
