/**
 * Statutory holidays and make-up workdays as the hall knows them: read from a library, or imported by the manager.
 * They stand in the state, told by events, so that a decision asks nobody and a newer library changes no past.
 * Source: domain.md, "Days and hours"; docs/decisions/0010.
 */
import { noStatutoryDays, type StatutoryDay, type StatutoryDays } from "./calendar.ts";

/** What one year's list makes of its dates; whatever it does not name is ordinary. */
export interface YearList {
  readonly holidays: readonly string[];
  /** Weekend days that are worked. */
  readonly workdays: readonly string[];
}

/** Lists by year, `2026`. */
export type YearLists = Readonly<Record<string, YearList>>;

export interface StatutoryLists {
  /** The library's, of one country; `source` names the library and its version. */
  readonly read: { readonly country: string; readonly source: string; readonly years: YearLists } | null;
  /** The manager's, which go before the library's. */
  readonly imported: YearLists;
}

export const noLists: StatutoryLists = { read: null, imported: {} };

/** The list a year goes by; null where nobody has told of that year. */
export function listOf({ read, imported }: StatutoryLists, country: string | null, year: string): YearList | null {
  return imported[year] ?? (read !== null && read.country === country ? (read.years[year] ?? null) : null);
}

/**
 * Tells of dates by the lists. Without a country no date is unknown: such a hall goes by its own dates,
 * and by what its manager has imported.
 */
export function statutoryDays(lists: StatutoryLists, country: string | null): StatutoryDays {
  if (country === null && Object.keys(lists.imported).length === 0) return noStatutoryDays;
  const years = new Map<string, ReadonlyMap<string, StatutoryDay> | null>();
  return {
    dayOf(date) {
      const year = date.slice(0, 4);
      let days = years.get(year);
      if (days === undefined) years.set(year, (days = daysOf(listOf(lists, country, year))));
      if (days === null) return country === null ? "ordinary" : "unknown";
      return days.get(date) ?? "ordinary";
    },
  };
}

function daysOf(list: YearList | null): ReadonlyMap<string, StatutoryDay> | null {
  if (list === null) return null;
  return new Map<string, StatutoryDay>([
    ...list.holidays.map((date) => [date, "holiday"] as const),
    ...list.workdays.map((date) => [date, "workday"] as const),
  ]);
}

/** Years after which nobody looks further: what a calendar says of them is not needed yet. */
const YEARS_AHEAD = 10;

/**
 * The last date up to which, from `today` on, every holiday is known; before `today` where not even this year's are.
 * Null where the hall goes by no country's holidays, so that its calendar has no end.
 */
export function calendarEnd(lists: StatutoryLists, country: string | null, today: string): string | null {
  if (country === null) return null;
  const year = Number(today.slice(0, 4));
  let known = year - 1;
  while (known < year + YEARS_AHEAD && listOf(lists, country, String(known + 1)) !== null) known += 1;
  return `${String(known)}-12-31`;
}
