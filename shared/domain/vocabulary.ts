/**
 * The closed lists of the hall's vocabulary: what a ticket, a counter, a person or a device can be.
 * Purpose: one place from which types, schemas and screens take these words.
 */

/** A life instant or span in milliseconds; spans never mix with seconds, whose names end in `Seconds`. */
export type Millis = number;

export const ticketClasses = ["statutory", "appointment", "courtesy", "normal"] as const;
export type TicketClass = (typeof ticketClasses)[number];

export const ticketStates = [
  "waiting",
  "called",
  "serving",
  "held",
  "missed",
  "finished",
  "cancelled",
  "expired",
  "unfinished",
] as const;
/** `unfinished` is a ticket that was still being served when the day ended. */
export type TicketState = (typeof ticketStates)[number];

const openStates: ReadonlySet<TicketState> = new Set<TicketState>(["waiting", "called", "serving", "held", "missed"]);

/** Whether a ticket of this state has its visit still to end. */
export function isOpenState(state: TicketState): boolean {
  return openStates.has(state);
}

export const channels = ["station", "desk", "phone", "booking", "paper"] as const;
export type Channel = (typeof channels)[number];

/** `missed`: its slot and the hall's grace went by, and nobody came. */
export const bookingStates = ["booked", "checked-in", "missed", "cancelled"] as const;
export type BookingState = (typeof bookingStates)[number];

/** `kept`: no printer is set, so the slip is shown on the station's screen and kept as a job. */
export const printJobStates = ["pending", "printing", "printed", "failed", "kept"] as const;
export type PrintJobState = (typeof printJobStates)[number];

/**
 * Why an attempt to print a slip failed, or why there is none any more. Of the printer: `timeout`, it takes or confirms
 * nothing; `closed-early`, it hung up; `not-allowed`, the device file is none that may be printed to. Of the job:
 * `interrupted`, the hub ended while it printed; `ended`, the ticket's visit is over; `unprintable`, no slip can be made
 * of it; `unconfirmed`, it was sent three times and the printer never said that it was out.
 */
export const printProblems = [
  "offline",
  "paper-out",
  "cover-open",
  "timeout",
  "closed-early",
  "not-allowed",
  "interrupted",
  "ended",
  "unprintable",
  "unconfirmed",
] as const;
export type PrintProblem = (typeof printProblems)[number];

export const outcomes = ["accepted", "done", "more-needed", "refused", "advice", "referred", "left"] as const;
export type Outcome = (typeof outcomes)[number];

export const transferPositions = ["front", "issued", "back"] as const;
export type TransferPosition = (typeof transferPositions)[number];

/** What a clerk does at a counter that can be taken back. */
export const stepNames = ["call", "resume", "start", "finish", "miss", "hold", "transfer"] as const;
export type StepName = (typeof stepNames)[number];

export const counterStates = ["closed", "open", "paused"] as const;
export type CounterState = (typeof counterStates)[number];

export const roles = ["clerk", "guide", "editor", "manager", "supervisor", "technician"] as const;
export type Role = (typeof roles)[number];

export const deviceKinds = ["station", "screen", "counter-screen", "panel", "rating-pad"] as const;
export type DeviceKind = (typeof deviceKinds)[number];

export const languages = ["zh", "en", "zh-Hant"] as const;
export type Language = (typeof languages)[number];

export const weekdays = ["mon", "tue", "wed", "thu", "fri", "sat", "sun"] as const;
export type Weekday = (typeof weekdays)[number];

/**
 * What can be wrong with the machine's clock. `leap`: it went ahead of the time that has passed. `pause`: at the start it
 * was far behind which the last event lay. `back`: it is before the last event, whose instant the hall keeps till then.
 */
export const clockDoubts = ["leap", "pause", "back"] as const;
export type ClockDoubt = (typeof clockDoubts)[number];

export const periodEnds = ["serve-out", "carry", "expire"] as const;

/** What a lobby screen shows besides calls. `ticker` runs in a line of its own; all others take turns. */
export const itemKinds = [
  "notice",
  "guide",
  "image",
  "video",
  "pdf",
  "ticker",
  "qr",
  "feed",
  "waiting",
  "counters",
  "today",
  "clock",
] as const;
export type ItemKind = (typeof itemKinds)[number];

/** `review`: handed in, and somebody other than its author is to look at it. */
export const itemStates = ["draft", "review", "published", "withdrawn"] as const;
export type ItemState = (typeof itemStates)[number];

export const mediaKinds = ["image", "video", "pdf"] as const;
export type MediaKind = (typeof mediaKinds)[number];

/** How a lobby screen parts its glass between calls and items. */
export const screenLayouts = ["calls-beside-content", "calls-over-content", "calls-only", "content-only"] as const;
export type ScreenLayout = (typeof screenLayouts)[number];

export const orientations = ["landscape", "portrait"] as const;
export type Orientation = (typeof orientations)[number];

/** `blocked`: its browser makes no sound until somebody touches it. `none`: it has nothing to make sound with. */
export const soundStates = ["on", "blocked", "none"] as const;
export type SoundState = (typeof soundStates)[number];

/** What made the voice of a call, in the order of preference. */
export const voiceEngines = ["pack", "command", "program", "browser"] as const;
export type VoiceEngine = (typeof voiceEngines)[number];

/** What sounds before a call is said. */
export const chimeSounds = ["two-tone", "soft", "none"] as const;
export type ChimeSound = (typeof chimeSounds)[number];
