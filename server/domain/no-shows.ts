/** Who booked and did not come, and how long that keeps them from booking. Source: contract, `noShowLimit`. */
import type { Millis } from "../../shared/domain/vocabulary.ts";

const DAY_MILLIS = 24 * 60 * 60_000;
/** For so long a no-show counts. */
export const NO_SHOWS_COUNT_MILLIS: Millis = 90 * DAY_MILLIS;
const SUSPENDED_MILLIS: Millis = 30 * DAY_MILLIS;

/**
 * Until when somebody cannot book: thirty days from the slot with which so many were missed within ninety; null if they
 * can. `missed`: starts of the slots they did not come to, earliest first.
 */
export function suspendedUntil(missed: readonly Millis[], limit: number, now: Millis): Millis | null {
  for (let last = missed.length - 1; last >= limit - 1; last -= 1) {
    const [latest = 0, earliest = 0] = [missed[last], missed[last - limit + 1]];
    if (latest - earliest > NO_SHOWS_COUNT_MILLIS) continue;
    const until = latest + SUSPENDED_MILLIS;
    return until > now ? until : null;
  }
  return null;
}
