/** The hub's time as the rules of what shows when want it. */
import type { LocalMoment } from "../../shared/domain/programme.ts";
import { weekdays, type Weekday } from "../../shared/domain/vocabulary.ts";
import { localMoment } from "../../shared/text/times.ts";

/** @param now an instant with the hall's offset. */
export function momentOf(now: string): LocalMoment {
  // Weekdays of the calendar count from Sunday, those of the hall from Monday.
  const weekday: Weekday = weekdays[((localMoment(now)?.weekday ?? 1) + 6) % 7] ?? "mon";
  return { date: now.slice(0, 10), time: now.slice(11, 16), weekday, millis: Date.parse(now) };
}
