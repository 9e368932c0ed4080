/**
 * Local days and hours of a hall, whatever zone the machine is in. Instants are epoch milliseconds inside the hub.
 * Here stand the hall's own weekly hours and dates.
 */
import { Temporal } from "temporal-polyfill";
import { weekdays, type Millis, type Weekday } from "../../shared/domain/vocabulary.ts";
import type { HallFile } from "../../shared/wire/hall-file.ts";

const DAY_MILLIS = 24 * 60 * 60_000;

/** Whoever writes a time of day down is not to the second, and the clock of a panel may go this much behind the hub's. */
export const CLOCK_SKEW_MILLIS = 2 * 60_000;

export interface OpeningPeriod {
  readonly from: Millis;
  readonly to: Millis;
}

/** Local time of one zone. Keeps the offset it found until the zone's next change, since most answers need it. */
export class ZoneClock {
  #offset = { from: 0, until: 0, millis: 0, text: "" };
  /** The last instant that was written out: one moment's views name the same one over and over. */
  #written = { at: Number.NaN, text: "" };
  /** Its second, up to the point: the milliseconds of a busy moment are written behind it. */
  #toTheSecond = { second: Number.NaN, text: "" };
  /** The last day that was written out: every commit asks which day it is. */
  #dated = { day: Number.NaN, text: "" };

  constructor(readonly timezone: string) {
    Temporal.Instant.fromEpochMilliseconds(0).toZonedDateTimeISO(timezone);
  }

  /** ISO 8601 with the zone's own offset, milliseconds included. */
  iso(at: Millis): string {
    if (at !== this.#written.at) {
      const offset = this.#offsetAt(at);
      const local = Math.floor(at) + offset.millis;
      const second = Math.floor(local / 1000);
      if (second !== this.#toTheSecond.second)
        this.#toTheSecond = { second, text: new Date(second * 1000).toISOString().slice(0, -"000Z".length) };
      const millis = String(local - second * 1000).padStart(3, "0");
      this.#written = { at, text: this.#toTheSecond.text + millis + offset.text };
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

/** How a date stands in a calendar of statutory holidays. `unknown`: nobody has said yet. */
export type StatutoryDay = "holiday" | "workday" | "ordinary" | "unknown";

/** Tells of a date whether the state has made it a holiday, or a workday of a weekend day. */
export interface StatutoryDays {
  dayOf(date: string): StatutoryDay;
}

/** Of a hall that goes by its own weeks and dates alone. */
export const noStatutoryDays: StatutoryDays = { dayOf: () => "ordinary" };

export type Hours = readonly (readonly string[])[];

/** Whose hours a date has: the weekday's own, those of a make-up workday, the manager's for that date, or none. */
export type DayHours =
  | { readonly by: "week" | "makeup" | "own"; readonly hours: Hours }
  | { readonly by: "closed" | "holiday"; readonly hours: readonly [] };

/**
 * The hall's hours of a local date: the manager's dates before statutory ones, and those before the week.
 * A date that nobody knows of yet has the weekday's hours; that it is unknown is for others to say.
 */
export function hoursOf({ hall }: HallFile, days: StatutoryDays, date: string): DayHours {
  const { closed, open, makeupHours } = hall.calendar ?? {};
  if (closed?.includes(date)) return { by: "closed", hours: [] };
  const own = open?.[date];
  if (own) return { by: "own", hours: own };
  const day = days.dayOf(date);
  if (day === "holiday") return { by: "holiday", hours: [] };
  if (day === "workday") return { by: "makeup", hours: makeupHours ?? hall.hours.mon };
  return { by: "week", hours: hall.hours[weekdayOf(date)] };
}

/** Local hours of a date as instants. */
export function periodsFrom(hours: Hours, clock: ZoneClock, date: string): readonly OpeningPeriod[] {
  return hours.map(([from = "00:00", to = "00:00"]) => ({
    from: clock.instant(date, from),
    to: clock.instant(date, to),
  }));
}

const clocks = new Map<string, ZoneClock>();

/** The one clock of a zone: finding an offset is slow, and a clock keeps what it found. */
export function clockOf(timezone: string): ZoneClock {
  let clock = clocks.get(timezone);
  if (!clock) clocks.set(timezone, (clock = new ZoneClock(timezone)));
  return clock;
}

/** The instant at which a business day ends: the hall's `expireAt`, else midnight. */
export function dayEnd(file: HallFile, clock: ZoneClock, date: string): Millis {
  return file.hall.expireAt === undefined
    ? clock.instant(dateAfter(date, 1), "00:00")
    : clock.instant(date, file.hall.expireAt);
}
