/**
 * Frames of `GET /live`. Source: contract, "Live".
 * A topic's numbers rise with jumps; a frame without `seq` is passing and is never resumed.
 */
import Type, { type Static } from "typebox";
import type { RefusalCode } from "../domain/refusal.ts";
import type { Counter } from "./counter.ts";
import type { PrinterHealth } from "./access.ts";
import { ScreenReport, type Emergency, type ScreenAlert, type ScreenContent, type ScreenSettings } from "./lobby.ts";
import type { ClockNow } from "./clock.ts";
import type { Ticket } from "./ticket.ts";
import type { Text } from "./common.ts";
import type { CounterState, TicketState } from "../domain/vocabulary.ts";

const Topic = Type.String({ minLength: 1, maxLength: 200 });

export const ClientFrame = Type.Union([
  Type.Object(
    {
      t: Type.Literal("watch"),
      topic: Topic,
      since: Type.Optional(Type.Integer({ minimum: 0 })),
      epoch: Type.Optional(Type.String({ maxLength: 64 })),
      has: Type.Optional(
        Type.String({
          maxLength: 64,
          description: "of screen/ID: the content's version that the screen holds already",
        }),
      ),
    },
    { additionalProperties: false },
  ),
  Type.Object({ t: Type.Literal("unwatch"), topic: Topic }, { additionalProperties: false }),
  Type.Object({ t: Type.Literal("hello"), token: Type.String({ maxLength: 400 }) }, { additionalProperties: false }),
  Type.Object({ t: Type.Literal("heartbeat"), screen: Type.Optional(ScreenReport) }, { additionalProperties: false }),
  Type.Object(
    {
      t: Type.Literal("seen"),
      topic: Topic,
      seq: Type.Integer({ minimum: 0 }),
      painted: Type.Optional(Type.String({ maxLength: 40 })),
      spoken: Type.Optional(Type.String({ maxLength: 40 })),
    },
    { additionalProperties: false },
  ),
]);
export type ClientFrame = Static<typeof ClientFrame>;

export type HubFrame =
  | { t: "snapshot"; topic: string; seq: number; epoch: string; now: string; data: unknown }
  | { t: "event"; topic: string; seq?: number; event: { type: string; at: string } & Record<string, unknown> }
  | { t: "refused"; topic: string; code: RefusalCode }
  | { t: "heartbeat"; now: string };

/** A call as the lobby hears it; `times` is 1 for a call, 2 and more for a recall. */
export interface LobbyCall {
  readonly type: "called";
  readonly number: string;
  readonly counter: number;
  readonly label: Text;
  readonly spoken?: Text;
  readonly area: string;
  readonly service: string;
  readonly lang: string;
  readonly times: number;
  readonly at: string;
  /** No chime and no voice for this one. */
  readonly silent?: true;
  /** The ticket's earlier leg was transferred or finished: the visit goes on at this counter. */
  readonly transferred?: true;
  /** By voice area, the screen that speaks it; an area without one stays silent. Absent: every screen that speaks does. */
  readonly speakers?: Readonly<Record<string, string>>;
  /** Waiting tickets of `service` after the call. */
  readonly waiting: number;
}

export interface LobbyCounter {
  readonly counter: number;
  readonly label: Text;
  readonly area: string;
  readonly state: CounterState;
  readonly returnAt: string | null;
  /** The number being called or served there. */
  readonly number: string | null;
  /** Its service has begun: nobody need be called any more. Never where service begins with the call. */
  readonly serving?: true;
  readonly services: readonly string[];
}

/** Data of a `lobby` snapshot. `calls`: today's, newest first, each number once. */
export interface LobbySnapshot {
  readonly date: string;
  readonly calls: readonly (Omit<LobbyCall, "waiting"> & { readonly seq: number })[];
  readonly waiting: Readonly<Record<string, number>>;
  readonly counters: readonly LobbyCounter[];
  /** The next numbers to be ready: under 请准备. */
  readonly ready: readonly string[];
  /** Changes when what screens show besides calls has changed. */
  readonly content: string;
  /** What goes over everything now. */
  readonly emergency?: Emergency | null;
}

/** `allClear`: somebody has ended it; without it its time was over, or it is meant for others. */
export interface EmergencyTold {
  readonly type: "emergency";
  readonly at: string;
  readonly emergency: Emergency | null;
  readonly allClear?: true;
}

/**
 * Events of `lobby`:
 * called · waiting (a count changed) · counter (opened, paused, closed, or with its number back in hand) · left (a counter's ticket ended or moved on)
 * · withdrawn (a call was taken back) · day (a new business day: forget all) · hall (the hall file changed: load anew)
 * · emergency (raised, changed, or ended by null). Passing: counter (a service has begun there) · ready · content (its version changed) · speak (another screen
 * of a voice area is to say a call) · saying (a screen has begun to say one).
 */
export type LobbyEvent =
  | LobbyCall
  | { readonly type: "waiting"; readonly at: string; readonly service: string; readonly waiting: number }
  | {
      readonly type: "counter";
      readonly at: string;
      readonly counter: LobbyCounter;
      /** Waiting tickets, by service, where they changed with it. */
      readonly counts?: Readonly<Record<string, number>>;
    }
  | {
      readonly type: "left";
      readonly at: string;
      readonly number: string;
      readonly counter: number;
      readonly state: TicketState;
      readonly service: string;
      readonly waiting: number;
    }
  | {
      readonly type: "withdrawn";
      readonly at: string;
      readonly number: string;
      readonly counter: number;
      /** The number that the counter has in hand after it. */
      readonly inHand: string | null;
      readonly service: string;
      /** Waiting tickets of `service` after it. */
      readonly waiting: number;
    }
  | { readonly type: "day"; readonly at: string; readonly date: string }
  | { readonly type: "hall"; readonly at: string }
  | { readonly type: "ready"; readonly at: string; readonly numbers: readonly string[] }
  | EmergencyTold
  | { readonly type: "content"; readonly at: string; readonly content: string }
  | {
      readonly type: "speak";
      readonly at: string;
      /** Of the call. */
      readonly call: number;
      readonly area: string;
      readonly screen: string;
    }
  | {
      readonly type: "saying";
      readonly at: string;
      /** Of the call. */
      readonly call: number;
      /** Where it is said; null: in the whole hall. */
      readonly area: string | null;
      readonly screen: string;
      /** How long that takes, as far as the hub can tell. */
      readonly millis: number;
    };

/** What somebody has to look after. On `queue` and `health`; the passing event `alarms` bears it anew. */
export interface Alarms {
  /** The hall's calendar of holidays ends soon, or does not know today any more. */
  readonly calendar: { readonly knownUntil: string; readonly isTodayKnown: boolean } | null;
  /** People wait whom no counter at work serves; `help`: a counter that could, by a preset or by being opened. */
  readonly unserved: readonly {
    readonly service: string;
    readonly waiting: number;
    readonly help: { readonly counter: number; readonly preset: string | null } | null;
  }[];
}

/** Data of a `queue` snapshot, for staff: every open ticket and every counter. */
export interface QueueSnapshot {
  readonly date: string;
  /** Absent while there is nothing to look after. */
  readonly alarms?: Alarms;
  readonly tickets: readonly Ticket[];
  readonly counters: readonly Counter[];
  /** Plain questions answered at the desk today. */
  readonly enquiries?: number;
}

/** Every `queue` event carries the journal's event type and what changed by it; `estimates` is passing. */
export interface QueueEvent {
  readonly type: string;
  readonly at: string;
  /** The ticket as it stands now; ended ones leave the lists. */
  readonly ticket?: Ticket;
  /** Counters as they stand now. */
  readonly counters?: readonly Counter[];
  /** By the tickets' ids: the waiting times that have changed. */
  readonly estimates?: Readonly<Record<string, Ticket["estimate"]>>;
  /** Plain questions answered at the desk today, as they stand now. */
  readonly enquiries?: number;
}

/** How a counter stands: what its own screen and panel show. Public fields only. */
export interface CounterSnapshot {
  readonly counter: LobbyCounter;
  readonly name: Text;
  readonly inHand: {
    readonly number: string;
    readonly state: TicketState;
    readonly service: string;
    readonly calledAt: string | null;
    readonly calls: number;
  } | null;
}
/** Events of `counter/N`; `shown` and `not-shown` are passing. */
export type CounterEvent =
  | ({ readonly type: "counter"; readonly at: string } & CounterSnapshot)
  | {
      readonly type: "shown";
      readonly at: string;
      readonly number: string;
      /** Of the counter's area, how many have shown it. */
      readonly screens: number;
      /** A screen has begun to say it. */
      readonly spoken?: true;
    }
  | { readonly type: "not-shown"; readonly at: string; readonly number: string };

/** Data of a `counter/N/next` snapshot, for staff, and what its passing `next` events bear: whom 下一位 would call there as things stand; null for nobody. */
export interface NextAtCounter {
  /** The ticket's id. */
  readonly ticket: string | null;
  readonly number: string | null;
}

/** Data of a `ticket/TOKEN` snapshot is the ticket; events carry it anew; `ahead`, `print` and `emergency` are passing. */
export type TicketEvent =
  | EmergencyTold
  | { readonly type: string; readonly at: string; readonly ticket: Ticket }
  | {
      readonly type: "ahead";
      readonly at: string;
      readonly ahead: number | null;
      readonly estimate: Ticket["estimate"];
    }
  | {
      readonly type: "print";
      readonly at: string;
      readonly print: { readonly job: string; readonly state: string; readonly problem: string | null };
    };

/** Data of a `screen/ID` snapshot, for the device itself (stations too) and staff. */
export interface ScreenSnapshot {
  readonly id: string;
  readonly name: string;
  readonly kind: string;
  readonly counter: number | null;
  readonly printer: PrinterHealth;
  /** Of lobby screens. */
  readonly settings?: ScreenSettings;
  readonly content?: ScreenContent;
  readonly emergency?: Emergency | null;
}
/**
 * Events of `screen/ID`, all passing; who comes back gets a snapshot. `device`: it was renamed, moved or set otherwise ·
 * `printer` · `content`: all that it is to show · `emergency` · `reload`: load the page anew · `identify`: show its name.
 */
export type ScreenEvent =
  | ({ readonly type: "device"; readonly at: string } & ScreenSnapshot)
  | { readonly type: "printer"; readonly at: string; readonly printer: PrinterHealth }
  | { readonly type: "content"; readonly at: string; readonly content: ScreenContent }
  | EmergencyTold
  | { readonly type: "reload"; readonly at: string }
  | { readonly type: "identify"; readonly at: string; readonly name: string; readonly seconds: number };

/** Data of a `health` snapshot, for technicians. */
export interface HealthSnapshot {
  /** Whether the journal could be written last time. */
  readonly writable: boolean;
  readonly clock: ClockNow;
  readonly alarms: Alarms | null;
  readonly devices: readonly {
    readonly id: string;
    readonly name: string;
    readonly kind: string;
    readonly connected: boolean;
    readonly printer: PrinterHealth;
    /** Of lobby screens. */
    readonly alerts?: readonly ScreenAlert[];
  }[];
}
/** Events of `health`, all passing: a device's printer, the machine's clock, or what is wrong at a screen stands otherwise. Who comes back gets a snapshot. */
export type HealthEvent =
  | { readonly type: "printer"; readonly at: string; readonly device: string; readonly printer: PrinterHealth }
  | {
      readonly type: "screen";
      readonly at: string;
      readonly screen: string;
      readonly name: string;
      readonly alerts: readonly ScreenAlert[];
    }
  | { readonly type: "clock"; readonly at: string; readonly clock: ClockNow };
