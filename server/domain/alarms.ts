/** What somebody has to look after: people whom no counter serves, and a calendar that comes to its end. */
import type { Millis } from "../../shared/domain/vocabulary.ts";
import { clockOf, dateAfter } from "./calendar.ts";
import { presetsOf, type Hall } from "./hall.ts";
import { countryOf } from "./opening.ts";
import type { HallState } from "./state.ts";
import { calendarEnd, statutoryDays } from "./statutory-days.ts";
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

/** Services for which people wait while no counter at work lists them; stopped ones wait on purpose. */
export function unserved(state: HallState, now: Millis): readonly Unserved[] {
  const { hall, queue, counters, today } = state;
  if (!hall || callsResumeAt(today, now) !== null) return [];
  const atWork = [...counters.values()].filter((counter) => counter.state !== "closed");
  return hall.file.services.flatMap(({ id }) => {
    const waiting = queue.inLineOf(id);
    if (waiting === 0 || today.stopped.has(id) || atWork.some((counter) => listsService(counter, id))) return [];
    return [{ service: id, waiting, help: helpFor(state, hall, id) }];
  });
}

/**
 * Open counters before paused ones, those with fewer waiting first; of a counter's presets the one that takes on the
 * fewest services besides. Where nobody at work could: a closed counter that lists the service.
 */
function helpFor({ counters, queue }: HallState, hall: Hall, service: string): Help | null {
  const waitingFor = ({ tiers }: Counter): number => tiers.flat().reduce((sum, id) => sum + queue.inLineOf(id), 0);
  const rank = ({ state }: Counter): number => ["open", "paused", "closed"].indexOf(state);
  const ranked = [...counters.values()].sort(
    (a, b) => rank(a) - rank(b) || waitingFor(a) - waitingFor(b) || a.number - b.number,
  );
  for (const counter of ranked.filter(({ state }) => state !== "closed")) {
    const ofFile = hall.counters.get(counter.number);
    if (!ofFile) continue;
    const [fitting] = Object.entries(presetsOf(hall, ofFile))
      .filter(([, tiers]) => tiers.some((tier) => tier.includes(service)))
      .sort(([, a], [, b]) => a.flat().length - b.flat().length);
    if (fitting) return { counter: counter.number, preset: fitting[0] };
  }
  const closed = ranked.find((counter) => counter.state === "closed" && listsService(counter, service));
  return closed ? { counter: closed.number, preset: null } : null;
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
  const knownUntil = calendarEnd(calendar, countryOf(hall), today);
  if (knownUntil === null || knownUntil >= dateAfter(today, DAYS_BEFORE_END)) return null;
  return { knownUntil, isTodayKnown: statutoryDays(calendar, countryOf(hall)).dayOf(today) !== "unknown" };
}

/**
 * The last date that can be booked as far as the calendar goes; null: it has no end.
 * Who books must not be told of a day that may turn out a holiday.
 */
export function bookableUntil({ hall, calendar }: HallState, now: Millis): string | null {
  return hall && calendarEnd(calendar, countryOf(hall), clockOf(hall.timezone).date(now));
}
