/**
 * Local days and hours of a hall, whatever zone the machine is in. Instants are epoch milliseconds inside the hub.
 * Here stand the hall's own weekly hours and dates.
 */
import { Temporal } from "temporal-polyfill";
import { weekdays, type Millis, type Weekday } from "../../shared/domain/vocabulary.ts";
import type { HallFile } from "../../shared/wire/hall-file.ts";

const DAY_MILLIS = 24 * 60 * 60_000;

export interface OpeningPeriod {
  readonly from: Millis;
  readonly to: Millis;
}

/** Local time of one zone. Keeps the offset it found until the zone's next change, since most answers need it. */
export class ZoneClock {
  #offset = { from: 0, until: 0, millis: 0, text: "" };
  /** The last instant that was written out: one moment's views name the same one over and over. */
  #written = { at: Number.NaN, text: "" };
  /** The last day that was written out: every commit asks which day it is. */
  #dated = { day: Number.NaN, text: "" };

  constructor(readonly timezone: string) {
    Temporal.Instant.fromEpochMilliseconds(0).toZonedDateTimeISO(timezone);
  }

  /** ISO 8601 with the zone's own offset, milliseconds included. */
  iso(at: Millis): string {
    if (at !== this.#written.at) {
      const offset = this.#offsetAt(at);
      this.#written = { at, text: new Date(at + offset.millis).toISOString().slice(0, -1) + offset.text };
    }
    return this.#written.text;
  }

  /** The local date `YYYY-MM-DD`. */
  date(at: Millis): string {
    const day = Math.floor((at + this.#offsetAt(at).millis) / DAY_MILLIS);
    if (day !== this.#dated.day) this.#dated = { day, text: new Date(day * DAY_MILLIS).toISOString().slice(0, 10) };
    return this.#dated.text;
  }

  /** The instant of a local time `HH:MM`; a time that a clock change skips is the moment after it. */
  instant(date: string, time: string): Millis {
    return Temporal.PlainDate.from(date).toZonedDateTime({
      timeZone: this.timezone,
      plainTime: Temporal.PlainTime.from(time),
    }).epochMilliseconds;
  }

  #offsetAt(at: Millis): { millis: number; text: string } {
    if (at < this.#offset.from || at >= this.#offset.until) {
      const local = Temporal.Instant.fromEpochMilliseconds(at).toZonedDateTimeISO(this.timezone);
      const next = local.getTimeZoneTransition("next");
      this.#offset = {
        from: at,
        until: next?.epochMilliseconds ?? Number.POSITIVE_INFINITY,
        millis: local.offsetNanoseconds / 1_000_000,
        text: local.offset,
      };
    }
    return this.#offset;
  }
}

/** Whether a date written `YYYY-MM-DD` is one of the calendar's. */
export function isDate(text: string): boolean {
  try {
    return Temporal.PlainDate.from(text).toString() === text;
  } catch {
    return false;
  }
}

/** The weekday of a local date. */
export function weekdayOf(date: string): Weekday {
  return weekdays[Temporal.PlainDate.from(date).dayOfWeek - 1] ?? "mon";
}

/** So many days after a local date. */
export function dateAfter(date: string, days: number): string {
  return Temporal.PlainDate.from(date).add({ days }).toString();
}

/** Opening periods of a local date by the weekly hours and the hall's own closed and extra dates. */
export function openingPeriods(file: HallFile, clock: ZoneClock, date: string): readonly OpeningPeriod[] {
  const known = computed.get(file) ?? new Map<string, readonly OpeningPeriod[]>();
  computed.set(file, known);
  let periods = known.get(date);
  if (!periods) {
    const calendar = file.hall.calendar ?? {};
    const hours = calendar.closed?.includes(date) ? [] : (calendar.open?.[date] ?? file.hall.hours[weekdayOf(date)]);
    periods = hours.map(([from = "00:00", to = "00:00"]) => ({
      from: clock.instant(date, from),
      to: clock.instant(date, to),
    }));
    known.set(date, periods);
  }
  return periods;
}

/** A hall's dates are asked for with every look at it, and zone arithmetic is slow. */
const computed = new WeakMap<HallFile, Map<string, readonly OpeningPeriod[]>>();

const DAYS_SEARCHED = 60;

/** When the hall next opens after `now`; null if it does not within two months. */
export function nextOpening(file: HallFile, clock: ZoneClock, now: Millis): Millis | null {
  const today = clock.date(now);
  for (let day = 0; day < DAYS_SEARCHED; day += 1) {
    const next = openingPeriods(file, clock, dateAfter(today, day)).find((period) => period.from > now);
    if (next) return next.from;
  }
  return null;
}

/** The instant at which a business day ends: the hall's `expireAt`, else midnight. */
export function dayEnd(file: HallFile, clock: ZoneClock, date: string): Millis {
  return file.hall.expireAt === undefined
    ? clock.instant(dateAfter(date, 1), "00:00")
    : clock.instant(date, file.hall.expireAt);
}
