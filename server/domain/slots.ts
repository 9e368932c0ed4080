/** What can be booked: slots of a service, and the places left in them. Source: domain.md, "People"; contract, "hall.rules". */
import { hallDefaults } from "../../shared/domain/rules.ts";
import type { Millis } from "../../shared/domain/vocabulary.ts";
import type { HallService } from "../../shared/wire/hall-file.ts";
import type { Booking } from "./booking.ts";
import { holdsPlace } from "./booking.ts";
import { clockOf, dateAfter, type OpeningPeriod } from "./calendar.ts";
import type { Hall } from "./hall.ts";
import { countryOf, hallPeriods, servicePeriods, type Opening } from "./opening.ts";
import { leftToBook, type Given } from "./quota.ts";
import { calendarEnd } from "./statutory-days.ts";

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
  const knownUntil = calendarEnd(state.calendar, countryOf(hall), today);
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

/**
 * Slots of a service on a date that can be booked now, full ones included: none for a date beyond the horizon, none
 * that begins sooner than the lead time.
 */
export function slotsOn(state: Opening & Given, query: SlotQuery): Slot[] {
  const { hall, service, date, now, moving } = query;
  if (service.bookable !== true || !bookableDates(state, hall, now).includes(date)) return [];
  const periods = servicePeriods(state, service, date);
  const taken = (span: OpeningPeriod): number => {
    const isOwn = moving?.service === service.id && holdsPlace(moving) && moving.start === span.from;
    return state.bookings.taken(service.id, { date, within: span }) - (isOwn ? 1 : 0);
  };
  const perSlot = service.bookingPerSlot ?? hallDefaults.bookingPerSlot;
  const earliest = now + hall.rules.bookingLeadMinutes * MINUTE_MILLIS;
  return periods.flatMap((period) => {
    const left = leftToBook(state, { service, rules: hall.rules, moving }, { date, period });
    return gridOf(service, period)
      .filter(({ from }) => from >= earliest)
      .map((span) => ({
        start: span.from,
        end: span.to,
        free: Math.max(0, Math.min(left.day, left.period, perSlot - taken(span))),
      }));
  });
}

/** Whole slots within a period, one after the other. */
function gridOf(service: HallService, { from, to }: OpeningPeriod): OpeningPeriod[] {
  const length = (service.bookingSlotMinutes ?? hallDefaults.bookingSlotMinutes) * MINUTE_MILLIS;
  const count = Math.floor((to - from) / length);
  return Array.from({ length: count }, (_, index) => ({
    from: from + index * length,
    to: from + (index + 1) * length,
  }));
}
