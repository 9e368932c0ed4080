/** The hall's calendar of holidays as its manager sees it. */
import type { HallCalendar } from "../../shared/wire/today.ts";
import { calendarKnownUntil, countryOf } from "../domain/opening.ts";
import { listOf, statutoryDays } from "../domain/statutory-days.ts";
import type { Moment } from "./ticket-view.ts";

export function calendarView({ state, zone, now }: Moment): HallCalendar {
  const { hall, calendar } = state;
  const country = hall && countryOf(hall);
  const today = zone.date(now);
  const read = calendar.read?.country === country ? Object.keys(calendar.read.years) : [];
  const years = [...new Set([...read, ...Object.keys(calendar.imported)])].sort();
  return {
    country,
    knownUntil: calendarKnownUntil(state, now),
    isTodayKnown: statutoryDays(calendar, country).dayOf(today) !== "unknown",
    years: years.map((year) => {
      const list = listOf(calendar, country, year);
      return {
        year: Number(year),
        from: calendar.imported[year] ? ("list" as const) : ("library" as const),
        holidays: [...(list?.holidays ?? [])],
        workdays: [...(list?.workdays ?? [])],
      };
    }),
  };
}
