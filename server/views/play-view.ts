/** Proof of play as answers show it, and the spans that are asked for. */
import type { Millis } from "../../shared/domain/vocabulary.ts";
import type { Play } from "../../shared/wire/plays.ts";
import { dateAfter, isDate, type ZoneClock } from "../domain/calendar.ts";

/** What a screen has shown of a version within an hour. */
interface Played extends Pick<Play, "screen" | "item" | "version" | "plays" | "seconds"> {
  readonly hour: Millis;
  readonly firstAt: Millis;
  readonly lastAt: Millis;
}

export function playView(
  { screen, item, version, plays, seconds, ...at }: Played,
  zone: ZoneClock,
  names: Pick<Play, "title" | "screenName">,
): Play {
  return {
    hour: zone.iso(at.hour),
    screen,
    screenName: names.screenName,
    item,
    version,
    title: names.title,
    plays,
    seconds: Math.round(seconds * 10) / 10,
    firstAt: zone.iso(at.firstAt),
    lastAt: zone.iso(at.lastAt),
  };
}

const DATE_LENGTH = 10;

/** An instant, or a day from its beginning to its end. Of two bounds the later is not included. Null for what is neither. */
export function boundOf(text: string, zone: ZoneClock, bound: "from" | "to"): Millis | null {
  const day = text.slice(0, DATE_LENGTH);
  if (!isDate(day)) return null;
  if (text.length === DATE_LENGTH) return zone.instant(bound === "from" ? day : dateAfter(day, 1), "00:00");
  const at = Date.parse(text);
  return Number.isNaN(at) ? null : at;
}
