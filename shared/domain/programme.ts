/**
 * What a lobby screen shows at an instant, and why: the same rules on the hub, which answers why, and on the screen, which
 * goes on by them while the hub is away. Pure; local times come in as the hall's wall clock.
 * Priorities are explicit: an emergency goes over calls, calls over items, and of the items those of the highest priority
 * in force take turns, whatever else there is. Source: contract, "Lobby".
 */
import type { Weekday } from "./vocabulary.ts";

/** From one local time to another, the second not included; past midnight where it is not the later one. */
export type Hours = readonly [from: string, until: string];

/** When an item may show. What is absent narrows nothing. */
export interface Schedule {
  /** The first local date, or instant with the hall's offset. */
  readonly from?: string | undefined;
  /** The last local date (that day included), or the instant from which it shows no more. */
  readonly until?: string | undefined;
  readonly weekdays?: readonly Weekday[] | undefined;
  readonly hours?: readonly Hours[] | undefined;
}

/** Where an item may show: on any of what is named; everywhere where nothing is. */
export interface Targets {
  readonly screens?: readonly string[] | undefined;
  readonly groups?: readonly string[] | undefined;
  readonly areas?: readonly string[] | undefined;
}

/** A screen as targets name it. */
export interface Place {
  readonly id: string;
  readonly area: string | null;
  readonly group: string | null;
}

/** An instant as the hall's wall clock has it. */
export interface LocalMoment {
  /** 2026-11-25 */
  readonly date: string;
  /** 09:30 */
  readonly time: string;
  readonly weekday: Weekday;
  /** Epoch milliseconds. */
  readonly millis: number;
}

export interface Planned {
  readonly schedule: Schedule;
  /** 0 for what takes turns all day; higher ones push lower ones aside while they are in force. */
  readonly priority: number;
  /** A ticker line pushes nothing aside and is pushed aside by nothing. */
  readonly kind: string;
}

/** The rule that let an item in or kept it out. */
export const showingRules = [
  "shows",
  "not-yet",
  "over",
  "other-weekday",
  "other-hours",
  "other-screens",
  "higher-priority",
  "no-content-here",
] as const;
export type ShowingRule = (typeof showingRules)[number];

/** Why an item does not show at a moment by its own schedule; null where nothing speaks against it. */
export function keptOutBy({ from, until, weekdays, hours }: Schedule, moment: LocalMoment): ShowingRule | null {
  if (from !== undefined && isBefore(moment, from)) return "not-yet";
  if (until !== undefined && isAfter(moment, until)) return "over";
  const spans = hours ?? [];
  // What began before midnight belongs to the evening's day.
  const open = spans.filter((span) => isWithin(span, moment.time));
  if (spans.length > 0 && open.length === 0) return "other-hours";
  if (weekdays !== undefined && weekdays.length > 0) {
    const isFromEvening = open.some(([start, end]) => start >= end && moment.time < end);
    const day = isFromEvening ? dayBefore(moment.weekday) : moment.weekday;
    if (!weekdays.includes(day)) return "other-weekday";
  }
  return null;
}

/** Whether an item is meant for a screen. */
export function isMeantFor({ screens, groups, areas }: Targets, { id, area, group }: Place): boolean {
  const named = (screens?.length ?? 0) + (groups?.length ?? 0) + (areas?.length ?? 0);
  return (
    named === 0 ||
    screens?.includes(id) === true ||
    (group !== null && groups?.includes(group) === true) ||
    (area !== null && areas?.includes(area) === true)
  );
}

/**
 * How long one turn of an item is, in seconds: as long as was set; a video plays to its end unless that comes sooner, and
 * is never held still after it. @param fileSeconds how long its video is; absent for all else.
 */
export function turnSeconds(seconds: number, fileSeconds?: number): number {
  return fileSeconds === undefined ? seconds : Math.min(seconds, fileSeconds);
}

/** Each item with the rule that let it in or kept it out, in the order given. The items are those meant for the screen. */
export function programmeAt<T extends Planned>(
  items: readonly T[],
  moment: LocalMoment,
): readonly { readonly item: T; readonly rule: ShowingRule }[] {
  const judged = items.map((item) => ({ item, rule: keptOutBy(item.schedule, moment) }));
  const inForce = judged.filter(({ item, rule }) => rule === null && item.kind !== "ticker");
  const highest = Math.max(0, ...inForce.map(({ item }) => item.priority));
  return judged.map(({ item, rule }) => ({
    item,
    rule: rule ?? (item.kind !== "ticker" && item.priority < highest ? "higher-priority" : "shows"),
  }));
}

const dateLength = 10;
const order: readonly Weekday[] = ["mon", "tue", "wed", "thu", "fri", "sat", "sun"];

function isBefore(moment: LocalMoment, from: string): boolean {
  return from.length === dateLength ? moment.date < from : moment.millis < Date.parse(from);
}

function isAfter(moment: LocalMoment, until: string): boolean {
  return until.length === dateLength ? moment.date > until : moment.millis >= Date.parse(until);
}

/** Whether a local time lies within a span of them. */
export function isWithin([from, until]: Hours, time: string): boolean {
  return from < until ? time >= from && time < until : time >= from || time < until;
}

function dayBefore(day: Weekday): Weekday {
  return order[(order.indexOf(day) + 6) % 7] ?? day;
}
