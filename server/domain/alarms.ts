/** What somebody has to look after: people whom no counter serves, and a calendar that comes to its end. */
import type { Millis } from "../../shared/domain/vocabulary.ts";
import { clockOf, dateAfter } from "./calendar.ts";
import { presetsOf, type Hall } from "./hall.ts";
import { calendarKnownUntil, countryOf } from "./opening.ts";
import type { HallState } from "./state.ts";
import { statutoryDays } from "./statutory-days.ts";
import { listsService, type Counter } from "./ticket.ts";
import { callsResumeAt } from "./today.ts";

/** A counter that could help, and how: by a preset, or, where it lists the service already, by being opened. */
export interface Help {
  readonly counter: number;
  readonly preset: string | null;
}

export interface Unserved {
  readonly service: string;
  readonly waiting: number;
  readonly help: Help | null;
}

/** Services for which people wait while no open counter lists them; stopped ones wait on purpose. */
export function unserved(state: HallState, now: Millis): readonly Unserved[] {
  const { hall, queue, counters, today } = state;
  if (!hall || callsResumeAt(today, now) !== null) return [];
  return hall.file.services.flatMap(({ id }) => {
    const waiting = queue.inLineOf(id);
    if (waiting === 0 || today.stopped.has(id) || isServed({ counters }, id)) return [];
    return [{ service: id, waiting, help: helpFor(state, hall, id) }];
  });
}

/** Whether an open counter lists a service: one that pauses serves nobody. Source: domain.md, "Days and hours". */
export function isServed({ counters }: Pick<HallState, "counters">, service: string): boolean {
  for (const counter of counters.values()) if (counter.state === "open" && listsService(counter, service)) return true;
  return false;
}

/**
 * Open counters before paused ones, those with fewer waiting first; of a counter's presets the one that takes on the
 * fewest services besides. A paused one that lists the service need only open again; where nobody at work could help, a
 * closed one that lists it.
 */
function helpFor({ counters, queue }: HallState, hall: Hall, service: string): Help | null {
  const waitingFor = ({ tiers }: Counter): number => tiers.flat().reduce((sum, id) => sum + queue.inLineOf(id), 0);
  const ranked = [...counters.values()].sort((a, b) => waitingFor(a) - waitingFor(b) || a.number - b.number);
  const that = (is: Counter["state"]): Counter[] => ranked.filter(({ state }) => state === is);
  const byPreset = ({ number }: Counter): Help[] => {
    const ofFile = hall.counters.get(number);
    const [fitting] = (ofFile ? Object.entries(presetsOf(hall, ofFile)) : [])
      .filter(([, tiers]) => tiers.some((tier) => tier.includes(service)))
      .sort(([, a], [, b]) => a.flat().length - b.flat().length);
    return fitting ? [{ counter: number, preset: fitting[0] }] : [];
  };
  const byOpening = (counter: Counter): Help[] =>
    listsService(counter, service) ? [{ counter: counter.number, preset: null }] : [];
  const [first] = [
    ...that("open").flatMap(byPreset),
    ...that("paused").flatMap(byOpening),
    ...that("paused").flatMap(byPreset),
    ...that("closed").flatMap(byOpening),
  ];
  return first ?? null;
}

/** From so many days before its end on, a calendar is an alarm: the State Council tells of a year in the November before. */
const DAYS_BEFORE_END = 30;

export interface CalendarAlarm {
  /** The last date whose holidays are known. */
  readonly knownUntil: string;
  readonly isTodayKnown: boolean;
}

/** Null while the hall's calendar reaches far enough. */
export function calendarAlarm({ hall, calendar }: HallState, now: Millis): CalendarAlarm | null {
  if (!hall) return null;
  const today = clockOf(hall.timezone).date(now);
  const knownUntil = calendarKnownUntil({ hall, calendar }, now);
  if (knownUntil === null || knownUntil >= dateAfter(today, DAYS_BEFORE_END)) return null;
  return { knownUntil, isTodayKnown: statutoryDays(calendar, countryOf(hall)).dayOf(today) !== "unknown" };
}
