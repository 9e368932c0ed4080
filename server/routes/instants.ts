/** Times that staff type. */
import { isoInstant } from "../../shared/domain/iso-instant.ts";
import { refuse } from "../../shared/domain/refusal.ts";
import { Refused } from "../plugins/problems.ts";
import type { Moment } from "../views/ticket-view.ts";

const HOUR_MILLIS = 60 * 60_000;

/**
 * An instant, or a local time of today; shortly before midnight also one of the first hours after it.
 * Throws `Refused` with the field that it was typed into.
 */
export function instantFrom(text: string, { zone, now }: Moment, field: string): number {
  if (/^([01]\d|2[0-3]):[0-5]\d$/.test(text)) {
    const today = zone.instant(zone.date(now), text);
    return now - today > 20 * HOUR_MILLIS ? zone.instant(zone.date(now + 24 * HOUR_MILLIS), text) : today;
  }
  return instantIn(text, field);
}

/** An instant, or a local time of today, which may be over. Throws `Refused`. */
export function instantOfToday(text: string, { zone, now }: Moment, field: string): number {
  return /^([01]\d|2[0-3]):[0-5]\d$/.test(text) ? zone.instant(zone.date(now), text) : instantIn(text, field);
}

function instantIn(text: string, field: string): number {
  const at = isoInstant(text);
  if (at === null) throw new Refused(refuse("invalid-request", { field }));
  return at;
}
