/** What is different today, and only today: services stopped, periods extended, periods that are over. */
import type { Millis } from "../../shared/domain/vocabulary.ts";

/** A service that gives no numbers and is not called for a while. */
export interface Stop {
  readonly since: Millis;
  /** When it is taken up again by itself; null: when somebody does, or tomorrow. */
  readonly until: Millis | null;
  /** The reason, kept beside the journal. */
  readonly note: string | null;
}

/** A stop of today that is over. */
export interface PastStop {
  readonly service: string;
  readonly from: Millis;
  readonly to: Millis;
}

/** A period of today that lasts longer than the hall's hours have it. */
export interface Extension {
  /** When the period would have ended. */
  readonly end: Millis;
  readonly until: Millis;
}

/** The last period of today that is over. */
export interface EndedPeriod {
  readonly at: Millis;
  /** When the next period of today begins; null after the last. */
  readonly next: Millis | null;
  /** Those who wait are called in the next period only. */
  readonly carries: boolean;
}

export interface Today {
  /** When the day began here; a hub that is set up in the afternoon has had no morning. */
  readonly since: Millis;
  readonly stopped: Map<string, Stop>;
  stops: readonly PastStop[];
  extensions: readonly Extension[];
  ended: EndedPeriod | null;
  /** Tickets finished after a period's regular end. */
  overtime: number;
  /** Numbers given today by service: by channel, by period, and by both. */
  readonly given: Map<string, number>;
  /** Numbers of the printed block entered today, by prefix; those of tickets that have ended too. */
  readonly paper: Map<string, Set<number>>;
}

export function newToday(since: Millis): Today {
  return {
    since,
    stopped: new Map(),
    stops: [],
    extensions: [],
    ended: null,
    overtime: 0,
    given: new Map(),
    paper: new Map(),
  };
}

/** Whether what happens now happens after a period's regular end and before the next one's begin. */
export function isOvertime({ ended, extensions }: Today, at: Millis): boolean {
  const isAfterEnd = ended !== null && at >= ended.at && (ended.next === null || at < ended.next);
  return isAfterEnd || extensions.some(({ end, until }) => at >= end && at < until);
}

/** When those who wait are called again, where a period's end lets them wait for the next; null where they are called. */
export function callsResumeAt({ ended }: Today, now: Millis): Millis | null {
  return ended?.carries === true && ended.next !== null && now < ended.next ? ended.next : null;
}

/** @param period when it begins; null for the whole day. */
export function givenByChannel(
  { given }: Today,
  { service, channel, period }: { service: string; channel: string; period: Millis | null },
): number {
  return given.get(period === null ? `${service}/${channel}` : `${service}/${channel}@${String(period)}`) ?? 0;
}

/** @param period when it begins. */
export function givenInPeriod({ given }: Today, service: string, period: Millis): number {
  return given.get(`${service}@${String(period)}`) ?? 0;
}

/** Counts a number given. @param period when the period it counts in begins; null for none. */
export function countGiven(
  { given }: Today,
  { service, channel, period }: { service: string; channel: string; period: Millis | null },
): void {
  for (const key of keysFor(service, channel, period)) given.set(key, (given.get(key) ?? 0) + 1);
}

/** Where a number counts. The last keys of each service are kept, for most numbers count where the one before did. */
function keysFor(service: string, channel: string, period: Millis | null): readonly string[] {
  const known = lastKeys.get(service);
  if (known?.channel === channel && known.period === period) return known.keys;
  const ofDay = `${service}/${channel}`;
  const keys =
    period === null ? [ofDay] : [ofDay, `${service}@${String(period)}`, `${service}/${channel}@${String(period)}`];
  if (lastKeys.size >= MOST_KEYS) lastKeys.clear();
  lastKeys.set(service, { channel, period, keys });
  return keys;
}

const MOST_KEYS = 1000;
const lastKeys = new Map<
  string,
  { readonly channel: string; readonly period: Millis | null; readonly keys: readonly string[] }
>();

/** As it is written into a snapshot. */
export interface TodayKept {
  readonly since: Millis;
  readonly stopped: readonly (readonly [string, Stop])[];
  /** Not in those of earlier versions. */
  readonly stops?: readonly PastStop[];
  readonly extensions: readonly Extension[];
  readonly ended: EndedPeriod | null;
  readonly overtime: number;
  readonly given: readonly (readonly [string, number])[];
  /** Not in those of earlier versions. */
  readonly paper?: readonly (readonly [string, readonly number[]])[];
}

export function keptToday(today: Today): TodayKept {
  const paper = [...today.paper].map(([prefix, sequences]) => [prefix, [...sequences]] as const);
  return { ...today, stopped: [...today.stopped], given: [...today.given], paper };
}

export function todayFrom(kept: TodayKept): Today {
  const paper = new Map((kept.paper ?? []).map(([prefix, sequences]) => [prefix, new Set(sequences)]));
  return { stops: [], ...kept, stopped: new Map(kept.stopped), given: new Map(kept.given), paper };
}
