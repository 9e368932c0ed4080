/** What can be asked of a hall, in the imperative. Schemas of the requests stand in `shared/wire`. */
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
import type { Actor } from "./events.ts";
import type { NumbersGiven } from "./numbering.ts";
import type { YearList, YearLists } from "./statutory-days.ts";

interface Asked {
  readonly by: Actor;
}

export interface IssueTicket extends Asked {
  readonly type: "issue";
  readonly ticket: string;
  readonly service: string;
  readonly class: TicketClass;
  readonly reason: string | null;
  readonly channel: Channel;
  readonly lang: Language;
  readonly matters: number;
  readonly personId: string | null;
  /** A demonstration on the machine's own clock gives numbers at any hour. */
  readonly anyHour?: boolean;
}

/** A number of the block printed for outages, entered afterwards. */
export interface PaperNumber {
  readonly ticket: string;
  readonly number: string;
  readonly service: string;
  readonly takenAt: Millis;
}

/** All of them or none. */
export interface IssuePaper extends Asked {
  readonly type: "issue-paper";
  readonly lang: Language;
  readonly items: readonly PaperNumber[];
}

/** A clerk's command at a counter; `clerk` must be the one who has taken it. */
interface AtCounter extends Asked {
  readonly counter: number;
  readonly clerk: string;
}

/** `ticket` names the one meant, so that a double press does nothing twice. */
interface InHand extends AtCounter {
  readonly ticket: string | null;
}

export type CounterCommand =
  | (AtCounter & { readonly type: "open" })
  | (AtCounter & { readonly type: "take-over" })
  | (AtCounter & { readonly type: "pause"; readonly returnAt: Millis | null; readonly note: string })
  | (AtCounter & { readonly type: "close" })
  | (AtCounter & { readonly type: "ask-help" })
  /** By whoever comes to help, or by the clerk who wants nobody any more. */
  | (AtCounter & { readonly type: "answer-help" });

export type CallCommand =
  | (AtCounter & { readonly type: "call-next"; readonly service: string | null; readonly silent: boolean })
  | (AtCounter & { readonly type: "call"; readonly ticket: string; readonly note: string })
  | (AtCounter & { readonly type: "resume"; readonly ticket: string });

/** Takes the counter's last step back. */
export type UndoCommand = AtCounter & { readonly type: "undo" };

export type InHandCommand =
  | (InHand & { readonly type: "recall" })
  | (InHand & { readonly type: "start" })
  | (InHand & {
      readonly type: "finish";
      readonly arrived: boolean;
      readonly outcome: Outcome | null;
      /** Null where it was not said. */
      readonly quantity: number | null;
      readonly next: boolean;
    })
  | (InHand & { readonly type: "miss"; readonly next: boolean })
  | (InHand & { readonly type: "hold"; readonly note: string | null })
  | (InHand & {
      readonly type: "transfer";
      readonly service: string | null;
      readonly to: number | null;
      readonly position: TransferPosition | null;
    });

/** Commands on a ticket that is in nobody's hand; `clerk` and `counter` name who asks, where `next-here` needs it. */
export type TicketCommand =
  | (Asked & { readonly type: "cancel"; readonly ticket: string })
  | (Asked & {
      readonly type: "requeue";
      readonly ticket: string;
      readonly nextHere: boolean;
      readonly clerk: string | null;
    })
  | (Asked & {
      readonly type: "reclassify";
      readonly ticket: string;
      readonly class: TicketClass;
      readonly reason: string | null;
      readonly note: string | null;
    })
  | (Asked & { readonly type: "assist"; readonly ticket: string; readonly assisted: boolean });

/** What belongs to a visit of several services. `clerk` says in whose hand it must be to be served at once. */
export type VisitCommand =
  | (Asked & {
      readonly type: "add-service";
      readonly ticket: string;
      readonly service: string;
      readonly now: boolean;
      readonly clerk: string;
    })
  | (Asked & { readonly type: "order-legs"; readonly ticket: string; readonly order: readonly string[] });

/** Today only; a new day starts as the hall file says. */
export type TodayCommand =
  | (Asked & {
      readonly type: "stop-service";
      readonly service: string;
      readonly until: Millis | null;
      readonly note: string;
    })
  | (Asked & { readonly type: "resume-service"; readonly service: string })
  | (Asked & {
      readonly type: "set-tiers";
      readonly counter: number;
      readonly to: { readonly preset: string } | { readonly tiers: readonly (readonly string[])[] };
    })
  | (Asked & { readonly type: "extend-hall"; readonly until: Millis });

/** What the hour brings, and what is known of the calendar. */
export type HourCommand =
  | (Asked & { readonly type: "end-period" })
  | (Asked & { readonly type: "resume-due" })
  | (Asked & {
      readonly type: "read-calendar";
      readonly country: string;
      readonly source: string;
      readonly years: YearLists;
    })
  | (Asked & { readonly type: "import-calendar"; readonly year: string; readonly list: YearList | null });

export type DayCommand =
  | (Asked & { readonly type: "load-hall"; readonly hall: HallFile })
  /** With what was given on that date already, if it was the hall's before. */
  | (Asked & Partial<NumbersGiven> & { readonly type: "turn-day"; readonly date: string })
  | (Asked & { readonly type: "close-day" })
  | (Asked & { readonly type: "lapse-holds" })
  | (Asked & {
      readonly type: "begin-epoch";
      readonly epoch: string;
      readonly sequences: Readonly<Record<string, number>>;
    });

export type BookingCommand =
  | (Asked & {
      readonly type: "book";
      readonly booking: string;
      readonly personId: string;
      readonly service: string;
      readonly start: Millis;
      readonly channel: Channel;
      readonly lang: Language;
    })
  | (Asked & { readonly type: "move-booking"; readonly booking: string; readonly start: Millis })
  | (Asked & { readonly type: "cancel-booking"; readonly booking: string })
  /** `lang` of the slip; null: the one in which it was booked. */
  | (Asked & {
      readonly type: "check-in";
      readonly booking: string;
      readonly ticket: string;
      readonly lang: Language | null;
      /** A demonstration's: hours are not asked for. */
      readonly anyHour?: boolean;
    })
  | (Asked & { readonly type: "miss-bookings" })
  | (Asked & { readonly type: "lift-suspension"; readonly personId: string });

/** A plain question answered at the desk, or one's own last one not counted after all. */
export type EnquiryCommand = Asked & { readonly type: "answer-enquiry" | "take-back-enquiry" };

/** `emergency`: its id, made by whoever asks. */
export type EmergencyCommand =
  | (Asked & {
      readonly type: "raise-emergency";
      readonly emergency: string;
      readonly template: string | null;
      readonly note: string | null;
      readonly areas: readonly string[] | null;
      readonly minutes: number;
    })
  | (Asked & { readonly type: "end-emergency" })
  | (Asked & { readonly type: "lapse-emergency" });

/** `machine`: what the machine's clock shows. */
export type ClockCommand =
  | (Asked & { readonly type: "doubt-clock"; readonly why: Exclude<ClockDoubt, "back">; readonly machine: Millis })
  | (Asked & { readonly type: "clear-clock"; readonly machine: Millis })
  /** `date`: the local date of `machine`, with what was given on it already. */
  | (Asked &
      NumbersGiven & {
        readonly type: "confirm-clock";
        readonly machine: Millis;
        readonly date: string;
      });

export type Command =
  | IssueTicket
  | IssuePaper
  | CounterCommand
  | CallCommand
  | UndoCommand
  | InHandCommand
  | VisitCommand
  | TicketCommand
  | TodayCommand
  | HourCommand
  | DayCommand
  | BookingCommand
  | EnquiryCommand
  | EmergencyCommand
  | ClockCommand;
