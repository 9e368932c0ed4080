/**
 * When a lobby screen is lit. Pure. From half an hour before the day's first opening until a quarter of an hour after
 * its last close, through lunch, and as long as somebody waits or is being called or served; else it dims. Where nobody
 * can know today's hours, because the hub has been away since another day, it is lit from the opening that was known.
 */
import type { HallNow } from "../../shared/wire/hall.ts";
import type { Picture } from "./picture.ts";

const beforeMillis = 30 * 60_000;
const afterMillis = 15 * 60_000;
const dateLength = 10;

export interface LitMoment {
  /** The hub's time, as an instant. */
  readonly now: string;
  /** Whether the figures of those who wait may be old: then nobody is kept waiting by them. */
  readonly isStale: boolean;
}

export function isLit(hall: HallNow, picture: Picture, { now, isStale }: LitMoment): boolean {
  if (!isStale && isSomebodyHere(picture)) return true;
  const at = Date.parse(now);
  if (hall.date !== now.slice(0, dateLength)) return isAfterNextOpening(hall, at);
  const first = hall.periods[0];
  const last = hall.periods[hall.periods.length - 1];
  if (!first || !last) return false;
  return at >= Date.parse(first.from) - beforeMillis && at < Date.parse(last.to) + afterMillis;
}

/** When the hall opens next, for the dark face; null where nobody knows. */
export function nextOpeningAfter(hall: HallNow, now: string): string | null {
  const at = Date.parse(now);
  const today = hall.periods.find(({ from }) => Date.parse(from) > at)?.from;
  const next = today ?? hall.nextOpening;
  return next !== null && Date.parse(next) > at ? next : null;
}

function isSomebodyHere({ waiting, counters }: Picture): boolean {
  return Object.values(waiting).some((count) => count > 0) || counters.some(({ number }) => number !== null);
}

function isAfterNextOpening({ nextOpening }: HallNow, at: number): boolean {
  return nextOpening === null || at >= Date.parse(nextOpening) - beforeMillis;
}
