/**
 * Statutory holidays from kept libraries: China's from `chinese-days`, every other country's from `date-holidays`.
 * Both are read only where the hall needs them, before the hub answers or once an hour, never on the way of a command.
 * What they say is written down as an event, so that decisions ask nobody: docs/decisions/0010.
 */
import { createRequire } from "node:module";
import { isRefusal } from "../shared/domain/refusal.ts";
import type { Context } from "./commands/context.ts";
import { clockOf } from "./domain/calendar.ts";
import { countryOf } from "./domain/opening.ts";
import type { YearList, YearLists } from "./domain/statutory-days.ts";

const requireFrom = createRequire(import.meta.url);

/** This year and so many more: beyond them nobody books. */
const YEARS_AHEAD = 2;

/** Reads the library where the journal does not hold what it says already; years that it does not know are left out. */
export async function keepCalendar({ writer }: Pick<Context, "writer">): Promise<void> {
  const { hall, calendar } = writer.state;
  const country = hall && countryOf(hall);
  if (!hall || country === null) return;
  const library = country === "CN" ? "chinese-days" : "date-holidays";
  const source = `${library} ${versionOf(library)}`;
  const year = Number(clockOf(hall.timezone).date(writer.now()).slice(0, 4));
  const wanted = Array.from({ length: YEARS_AHEAD + 1 }, (_, ahead) => year + ahead);
  // A year that the library knows nothing of stays unknown to this version, so that only another one is asked again.
  const isRead = calendar.read?.country === country && calendar.read.source === `${source}, ${String(wanted.at(-1))}`;
  if (isRead) return;
  const years =
    country === "CN" ? await chineseYears(wanted) : await yearsElsewhere(country, { timezone: hall.timezone, wanted });
  const answer = await writer.submit(({ execute }) =>
    execute({ type: "read-calendar", by: "hub", country, source: `${source}, ${String(wanted.at(-1))}`, years }),
  );
  if (isRefusal(answer)) throw new Error(`read-calendar: ${answer.refused}`);
}

function versionOf(library: string): string {
  const { version } = requireFrom(`${library}/package.json`) as { readonly version: string };
  return version;
}

/**
 * Years that the State Council has announced: those of which the library has any holiday. Its functions read a text date
 * in the machine's zone and answer another day in some; given a local noon they answer for that day, wherever they run.
 */
export async function chineseYears(wanted: readonly number[]): Promise<YearLists> {
  const { default: library } = await import("chinese-days");
  const lists = wanted.flatMap((year): [string, YearList][] => {
    const holidays: string[] = [];
    const workdays: string[] = [];
    for (
      let noon = new Date(year, 0, 1, 12);
      noon.getFullYear() === year;
      noon = new Date(year, noon.getMonth(), noon.getDate() + 1, 12)
    ) {
      const { name, work } = library.getDayDetail(noon);
      // Only a day that was announced bears a holiday's names, in both languages; others bear their weekday's.
      if (name.includes(",")) (work ? workdays : holidays).push(dateOf(noon));
    }
    return holidays.length === 0 ? [] : [[String(year), { holidays, workdays }]];
  });
  return Object.fromEntries(lists);
}

function dateOf(noon: Date): string {
  const two = (value: number): string => String(value).padStart(2, "0");
  return `${String(noon.getFullYear())}-${two(noon.getMonth() + 1)}-${two(noon.getDate())}`;
}

const NOON = "12:00";
const DAY_MILLIS = 24 * 60 * 60_000;

/** Whether the libraries know a country's holidays. */
export async function knowsCountry(country: string): Promise<boolean> {
  if (country === "CN") return true;
  const { default: Holidays } = await import("date-holidays");
  return Object.hasOwn(new Holidays().getCountries(), country);
}

/** Public holidays of another country: the days whose noon in the hall lies within one, so that eves are none. */
export async function yearsElsewhere(
  country: string,
  { timezone, wanted }: { readonly timezone: string; readonly wanted: readonly number[] },
): Promise<YearLists> {
  const { default: Holidays } = await import("date-holidays");
  const library = new Holidays(country);
  const clock = clockOf(timezone);
  const lists = wanted.flatMap((year): [string, YearList][] => {
    const holidays = new Set<string>();
    for (const { type, start, end } of library.getHolidays(year)) {
      if (type !== "public") continue;
      for (let at = start.getTime(); at < end.getTime() + DAY_MILLIS; at += DAY_MILLIS / 2) {
        const date = clock.date(at);
        const noon = clock.instant(date, NOON);
        if (noon >= start.getTime() && noon < end.getTime() && date.startsWith(String(year))) holidays.add(date);
      }
    }
    return holidays.size === 0 ? [] : [[String(year), { holidays: [...holidays].sort(), workdays: [] }]];
  });
  return Object.fromEntries(lists);
}
