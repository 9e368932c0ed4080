/**
 * When the hall and its services give numbers: hours, holidays, today's changes, quotas. Pure looks at the state.
 * Source: domain.md, "Days and hours"; contract, "Errors".
 */
import type { Channel, Millis } from "../../shared/domain/vocabulary.ts";
import { hallDefaults } from "../../shared/domain/rules.ts";
import type { HallService } from "../../shared/wire/hall-file.ts";
import {
  clockOf,
  dateAfter,
  hoursOf,
  periodsFrom,
  weekdayOf,
  type DayHours,
  type Hours,
  type OpeningPeriod,
  type ZoneClock,
} from "./calendar.ts";
import type { Hall } from "./hall.ts";
import { leftOfChannel, numbersLeft, type Given, type Left } from "./quota.ts";
import type { HallState } from "./state.ts";
import { calendarEnd, statutoryDays, type StatutoryLists } from "./statutory-days.ts";

/** What of the state says when the hall is open. */
export type Opening = Pick<HallState, "hall" | "calendar" | "today" | "day">;

/** Why a service gives no number now. */
export type ClosedFor = "service-closed" | "outside-hours" | "quota-reached";

export interface Standing {
  readonly closedFor: ClosedFor | null;
  /** When it gives numbers again; null where it gives them now, or never within two months. */
  readonly nextOpening: Millis | null;
  /** The begin of the period whose numbers it gives now. */
  readonly period: Millis | null;
  /** Numbers left by period and day, of the channel's where one is asked for; null without such a quota. */
  readonly quotaLeft: number | null;
}

/** The hall's periods of a date; today's with what it was extended by. */
export function hallPeriods(state: Opening, date: string): readonly OpeningPeriod[] {
  const { hall } = state;
  return hall ? extended(state, date, regular(hall, state.calendar).periods(date, null)) : [];
}

/** A service's periods of a date: its own hours within the hall's. */
export function servicePeriods(state: Opening, service: HallService, date: string): readonly OpeningPeriod[] {
  const { hall } = state;
  return hall ? extended(state, date, regular(hall, state.calendar).periods(date, service)) : [];
}

/** Whether nothing more begins for a service today: its day has been closed, or none of its periods is left. */
export function isOverToday(state: Opening, service: HallService, now: Millis): boolean {
  const { hall, day } = state;
  if (!hall || day?.isClosed === true) return true;
  return servicePeriods(state, service, clockOf(hall.timezone).date(now)).every(({ to }) => to <= now);
}

const DAYS_SEARCHED = 60;

/** When the hall, or one service of it, next opens after an instant; null if it does not within two months. */
export function nextOpening(state: Opening, after: Millis, service: HallService | null = null): Millis | null {
  const clock = state.hall && clockOf(state.hall.timezone);
  if (!clock) return null;
  const first = clock.date(after);
  for (let day = 0; day < DAYS_SEARCHED; day += 1) {
    const date = dateAfter(first, day);
    const periods = service ? servicePeriods(state, service, date) : hallPeriods(state, date);
    const next = periods.find((period) => period.from > after);
    if (next) return next.from;
  }
  return null;
}

/**
 * Whether a service gives numbers now, and if not, why and when again.
 * @param anyHour a demonstration's: hours are not asked for, stops and quotas are.
 * @param channel whose own quota counts too.
 */
export function standingOf(
  state: Opening & Given,
  service: HallService,
  { now, anyHour, channel }: { readonly now: Millis; readonly anyHour: boolean; readonly channel?: Channel },
): Standing {
  const period = periodAt(state, service, now);
  const date = state.day?.date ?? "";
  const left =
    channel === undefined
      ? numbersLeft(state, service, { date, period })
      : leftOfChannel(state, service, { date, period, channel });
  const standing: Standing = {
    closedFor: null,
    nextOpening: null,
    period: period?.from ?? null,
    quotaLeft: countOf(left),
  };
  const stop = state.today.stopped.get(service.id);
  if (stop) {
    const next = stop.until === null ? nextDay(state, service, now) : openFrom(state, service, stop.until);
    return { ...standing, closedFor: "service-closed", nextOpening: next };
  }
  if (period === null && !anyHour)
    return { ...standing, closedFor: "outside-hours", nextOpening: nextOpening(state, now, service) };
  if (left.day > 0 && left.period > 0) return standing;
  const next = left.day > 0 ? nextOpening(state, now, service) : nextDay(state, service, now);
  return { ...standing, closedFor: "quota-reached", nextOpening: next };
}

/** What is left of both; null where there is neither quota. */
function countOf({ day, period }: Left): number | null {
  const least = Math.min(day, period);
  return least === Infinity ? null : Math.max(0, least);
}

/** The period in which a number of the service can be taken at an instant: last tickets go before its end. */
export function periodAt(state: Opening, service: HallService, at: Millis): OpeningPeriod | null {
  const { hall, calendar, day, today } = state;
  if (!hall) return null;
  const { extensions } = today;
  const { running } = regular(hall, calendar);
  const known = running.get(service.id);
  if (known && known.day === day && known.extensions === extensions && known.period.from <= at && at < known.until)
    return known.period;
  const last = (hall.file.hall.lastTicketMinutes ?? hallDefaults.lastTicketMinutes) * 60_000;
  const periods = servicePeriods(state, service, clockOf(hall.timezone).date(at));
  const period = periods.find(({ from, to }) => from <= at && at < to - last) ?? null;
  if (period) running.set(service.id, { day, extensions, period, until: period.to - last });
  return period;
}

/** The service's first opening of a later day. */
function nextDay(state: Opening, service: HallService, now: Millis): Millis | null {
  const { hall } = state;
  if (!hall) return null;
  const clock = clockOf(hall.timezone);
  return nextOpening(state, clock.instant(dateAfter(clock.date(now), 1), "00:00") - 1, service);
}

/** That instant, if numbers are given then, else the next opening after it. */
function openFrom(state: Opening, service: HallService, at: Millis): Millis | null {
  return periodAt(state, service, at) ? at : nextOpening(state, at, service);
}

/** An extension lengthens every period that ends with the hall's. */
function extended(state: Opening, date: string, periods: readonly OpeningPeriod[]): readonly OpeningPeriod[] {
  const { extensions } = state.today;
  if (extensions.length === 0 || state.day?.date !== date) return periods;
  return periods.map(({ from, to }) => ({ from, to: extensions.find(({ end }) => end === to)?.until ?? to }));
}

/** The period in which numbers of a service were taken last, and what it was found by: most go by the same one. */
interface Running {
  readonly day: Opening["day"];
  readonly extensions: Opening["today"]["extensions"];
  readonly period: OpeningPeriod;
  /** Last tickets go before it. */
  readonly until: Millis;
}

/** Periods by hall file and calendar alone, kept: they are asked for with every look, and zone arithmetic is slow. */
class RegularPeriods {
  readonly #clock: ZoneClock;
  readonly #hours: (date: string) => DayHours;
  readonly #known = new Map<string, readonly OpeningPeriod[]>();
  /** By service. */
  readonly running = new Map<string, Running>();

  constructor(
    private readonly hall: Hall,
    readonly calendar: StatutoryLists,
  ) {
    const days = statutoryDays(calendar, countryOf(hall));
    this.#clock = clockOf(hall.timezone);
    this.#hours = (date) => hoursOf(hall.file, days, date);
  }

  periods(date: string, service: HallService | null): readonly OpeningPeriod[] {
    const key = service?.hours ? `${date} ${service.id}` : date;
    let periods = this.#known.get(key);
    if (!periods) {
      if (this.#known.size >= MOST_KEPT) this.#known.clear();
      const hours = this.#hours(date);
      const narrower = service?.hours ? serviceHours(this.hall, service.hours, { date, by: hours.by }) : null;
      periods = periodsFrom(narrower ? within(narrower, hours.hours) : hours.hours, this.#clock, date);
      this.#known.set(key, periods);
    }
    return periods;
  }
}

const MOST_KEPT = 5_000;
const kept = new WeakMap<Hall, RegularPeriods>();

function regular(hall: Hall, calendar: StatutoryLists): RegularPeriods {
  let periods = kept.get(hall);
  if (periods?.calendar !== calendar) kept.set(hall, (periods = new RegularPeriods(hall, calendar)));
  return periods;
}

/** The country whose holidays the hall keeps. */
export function countryOf({ file }: Hall): string | null {
  return file.hall.calendar?.holidays ?? null;
}

/**
 * The last date of which it is known whether it is a holiday, the last that can be booked: who books must not be told of
 * a day that may turn out one. Null: the calendar has no end.
 */
export function calendarKnownUntil(
  { hall, calendar }: Pick<HallState, "hall" | "calendar">,
  now: Millis,
): string | null {
  return hall && calendarEnd(calendar, countryOf(hall), clockOf(hall.timezone).date(now));
}

/**
 * A service's own hours of a date. A workday made of a weekend day is a Monday to it; so is a day that the manager
 * opens though the hall is closed on that weekday, since the service's hours cannot say anything of it.
 */
function serviceHours(
  hall: Hall,
  hours: NonNullable<HallService["hours"]>,
  { date, by }: { readonly date: string; readonly by: DayHours["by"] },
): Hours {
  const weekday = weekdayOf(date);
  const isMonday = by === "makeup" || (by === "own" && hall.file.hall.hours[weekday].length === 0);
  return hours[isMonday ? "mon" : weekday];
}

/** What two lists of hours have in common; local times compare as they are written. */
function within(hours: Hours, outer: Hours): Hours {
  return hours.flatMap(([from = "", to = ""]) =>
    outer.flatMap(([opens = "", closes = ""]) => {
      const common = [from > opens ? from : opens, to < closes ? to : closes];
      return (common[0] ?? "") < (common[1] ?? "") ? [common] : [];
    }),
  );
}
