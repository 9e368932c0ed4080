/**
 * What bookings need of the calendar, and the only place that asks it for them: the days on which the hall works, the
 * hours of a service, and up to when that is known. Source: domain.md, "Days and hours".
 */
import type { HallService } from "../../shared/wire/hall-file.ts";
import { openingPeriods, weekdayOf, ZoneClock, type OpeningPeriod } from "./calendar.ts";
import type { Hall } from "./hall.ts";

export interface BookingCalendar {
  readonly clock: ZoneClock;
  readonly isWorkingDay: (date: string) => boolean;
  /** The hall's periods of a local date, narrowed by the service's own hours. */
  readonly periods: (service: HallService, date: string) => readonly OpeningPeriod[];
  /** The last local date whose hours are known; null where they are known without end. */
  readonly knownUntil: string | null;
}

const calendars = new WeakMap<Hall, BookingCalendar>();

export function bookingCalendar(hall: Hall): BookingCalendar {
  let calendar = calendars.get(hall);
  if (!calendar) {
    calendar = newCalendar(hall);
    calendars.set(hall, calendar);
  }
  return calendar;
}

function newCalendar({ file, timezone }: Hall): BookingCalendar {
  const clock = new ZoneClock(timezone);
  return {
    clock,
    isWorkingDay: (date) => openingPeriods(file, clock, date).length > 0,
    periods(service, date) {
      const ofHall = openingPeriods(file, clock, date);
      if (!service.hours || ofHall.length === 0) return ofHall;
      const own = service.hours[weekdayOf(date)].map(([from = "00:00", to = "00:00"]) => ({
        from: clock.instant(date, from),
        to: clock.instant(date, to),
      }));
      return ofHall.flatMap((period) =>
        own.flatMap(({ from, to }) => {
          const both = { from: Math.max(from, period.from), to: Math.min(to, period.to) };
          return both.from < both.to ? [both] : [];
        }),
      );
    },
    knownUntil: null,
  };
}
