/** The hall's wall clock in its own zone, whatever zone this browser is in. Pure. */
import type { LocalMoment } from "../shared/domain/programme.ts";
import type { Weekday } from "../shared/domain/vocabulary.ts";
import { instantAt } from "../shared/text/times.ts";

const fromSunday: readonly Weekday[] = ["sun", "mon", "tue", "wed", "thu", "fri", "sat"];
const minuteMillis = 60_000;
const dayMillis = 24 * 60 * minuteMillis;
const formats = new Map<string, Intl.DateTimeFormat>();

/** Minutes east of Greenwich in a zone at an instant. */
export function offsetIn(zone: string, millis: number): number {
  const parts = formatOf(zone).formatToParts(new Date(millis));
  const value = (type: Intl.DateTimeFormatPartTypes) => Number(parts.find((part) => part.type === type)?.value ?? NaN);
  const shown = Date.UTC(
    value("year"),
    value("month") - 1,
    value("day"),
    value("hour"),
    value("minute"),
    value("second"),
  );
  return Math.round((shown - Math.floor(millis / 1000) * 1000) / minuteMillis);
}

/** The instant at which the hall's clock shows this, in milliseconds; of a time that a change of the clock leaves out, the one after it. */
export function millisOf(zone: string, date: string, time = "00:00"): number {
  const shown = Date.parse(`${date}T${time}:00Z`);
  const guess = shown - offsetIn(zone, shown) * minuteMillis;
  return shown - offsetIn(zone, guess) * minuteMillis;
}

/** The same as the hall writes instants. */
export function instantOf(zone: string, date: string, time: string): string {
  const millis = millisOf(zone, date, time);
  return instantAt(millis, offsetIn(zone, millis));
}

/** What the hall's clock and calendar show at an instant. */
export function momentIn(zone: string, millis: number): LocalMoment {
  const shown = new Date(millis + offsetIn(zone, millis) * minuteMillis);
  const written = shown.toISOString();
  return {
    date: written.slice(0, 10),
    time: written.slice(11, 16),
    weekday: fromSunday[shown.getUTCDay()] ?? "mon",
    millis,
  };
}

/** The date so many days after another. */
export function dayAfter(date: string, days: number): string {
  return new Date(Date.parse(`${date}T00:00Z`) + days * dayMillis).toISOString().slice(0, 10);
}

/** The seven dates of a date's week, from Monday on. */
export function weekOf(date: string): readonly string[] {
  const weekday = new Date(Date.parse(`${date}T00:00Z`)).getUTCDay();
  const monday = dayAfter(date, -((weekday + 6) % 7));
  return Array.from({ length: 7 }, (_, index) => dayAfter(monday, index));
}

function formatOf(zone: string): Intl.DateTimeFormat {
  const known = formats.get(zone);
  if (known) return known;
  const made = new Intl.DateTimeFormat("en-US", {
    timeZone: zone,
    hourCycle: "h23",
    year: "numeric",
    month: "numeric",
    day: "numeric",
    hour: "numeric",
    minute: "numeric",
    second: "numeric",
  });
  formats.set(zone, made);
  return made;
}
