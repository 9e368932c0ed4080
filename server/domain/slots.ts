/** What can be booked: slots of a service, and the places left in them. Source: domain.md, "People"; contract, "hall.rules". */
import { hallDefaults } from "../../shared/domain/rules.ts";
import type { Millis } from "../../shared/domain/vocabulary.ts";
import type { HallService } from "../../shared/wire/hall-file.ts";
import type { Booking } from "./booking.ts";
import { holdsPlace } from "./booking.ts";
import { clockOf, dateAfter, type OpeningPeriod } from "./calendar.ts";
import type { Hall } from "./hall.ts";
import { calendarKnownUntil, hallPeriods, servicePeriods, type Opening } from "./opening.ts";
import { leftToBook, type Given } from "./quota.ts";

const MINUTE_MILLIS = 60_000;
/** A hall that works so seldom needs no horizon further off. */
const DAYS_LOOKED_AHEAD = 400;

export interface Slot {
  readonly start: Millis;
  readonly end: Millis;
  /** Places that can still be booked. */
  readonly free: number;
}

export interface SlotQuery {
  readonly hall: Hall;
  readonly service: HallService;
  readonly date: string;
  readonly now: Millis;
  /** A booking that is about to be moved: its own place is free for it. */
  readonly moving?: Booking | undefined;
}

/**
 * Local dates on which something can be booked, today included: working days up to the horizon, and no further than the
 * calendar is known.
 */
export function bookableDates(state: Opening, hall: Hall, now: Millis): string[] {
  const isWorkingDay = (date: string): boolean => hallPeriods(state, date).length > 0;
  const today = clockOf(hall.timezone).date(now);
  const knownUntil = calendarKnownUntil(state, now);
  const dates: string[] = isWorkingDay(today) ? [today] : [];
  let ahead = 0;
  for (let day = 1; day <= DAYS_LOOKED_AHEAD && ahead < hall.rules.bookingHorizonDays; day += 1) {
    const date = dateAfter(today, day);
    if (knownUntil !== null && date > knownUntil) break;
    if (!isWorkingDay(date)) continue;
    ahead += 1;
    dates.push(date);
  }
  return dates;
}

/** Slots of a service on a date that can be booked now: none for a date beyond the horizon. */
export function slotsOn(state: Opening & Given, query: SlotQuery): Slot[] {
  return bookableDates(state, query.hall, query.now).includes(query.date) ? slotsOfDay(state, query) : [];
}

/**
 * Slots of a service on a date that can be booked by its horizon, full ones included: none that begins sooner than the
 * lead time, nor while the service is stopped today.
 */
export function slotsOfDay(state: Opening & Given, query: SlotQuery): Slot[] {
  const { hall, service, date, now, moving } = query;
  if (service.bookable !== true) return [];
  const length = (service.bookingSlotMinutes ?? hallDefaults.bookingSlotMinutes) * MINUTE_MILLIS;
  const perSlot = service.bookingPerSlot ?? hallDefaults.bookingPerSlot;
  const earliest = Math.max(now + hall.rules.bookingLeadMinutes * MINUTE_MILLIS, stoppedUntil(state, service, date));
  return servicePeriods(state, service, date).flatMap((period) => {
    const left = leftToBook(state, { service, rules: hall.rules, moving }, { date, period });
    const taken = takenOf(state, query, { period, length });
    return gridOf(period, length).flatMap((start, index) => {
      const free = Math.max(0, Math.min(left.day, left.period, perSlot - (taken[index] ?? 0)));
      return start < earliest ? [] : [{ start, end: start + length, free }];
    });
  });
}

/** When slots are offered again that a stop of today keeps back; never today where it has no end. */
function stoppedUntil({ today, day }: Opening, { id }: HallService, date: string): Millis {
  const stop = day?.date === date ? today.stopped.get(id) : undefined;
  return stop ? (stop.until ?? Infinity) : -Infinity;
}

interface Grid {
  readonly period: OpeningPeriod;
  readonly length: Millis;
}

/** Places taken of each slot of a period, the moved booking's own left out; each start of a booking is looked at once. */
function takenOf({ bookings }: Given, { service, date, moving }: SlotQuery, { period, length }: Grid): number[] {
  const taken: number[] = [];
  const count = (start: Millis, places: number): void => {
    if (start < period.from || start >= period.to) return;
    const index = Math.floor((start - period.from) / length);
    taken[index] = (taken[index] ?? 0) + places;
  };
  for (const [start, places] of bookings.takenOn(service.id, date)) count(start, places);
  if (moving?.service === service.id && holdsPlace(moving)) count(moving.start, -1);
  return taken;
}

/** Where whole slots begin within a period, one after the other. */
function gridOf({ from, to }: OpeningPeriod, length: Millis): Millis[] {
  return Array.from({ length: Math.floor((to - from) / length) }, (_, index) => from + index * length);
}
