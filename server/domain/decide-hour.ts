/** What the hour brings by itself: a period ends, a stop is over; and what the hall learns of its calendar. */
import { isOpenState, type Millis } from "../../shared/domain/vocabulary.ts";
import { refuse } from "../../shared/domain/refusal.ts";
import type { OpeningPeriod } from "./calendar.ts";
import type { HourCommand } from "./commands.ts";
import type { Decision } from "./decision.ts";
import type { HallEvent } from "./events.ts";
import { isDate } from "./calendar.ts";
import { rulesOf } from "./hall.ts";
import { hallPeriods } from "./opening.ts";
import type { HallState } from "./state.ts";
import type { YearList } from "./statutory-days.ts";

export function decideHour(state: HallState, command: HourCommand, now: Millis): Decision {
  const event = { v: 1, at: now, by: command.by } as const;
  switch (command.type) {
    case "end-period":
      return endPeriod(state, command.by, now);
    case "resume-due":
      return [...state.today.stopped]
        .filter(([, { until }]) => until !== null && until <= now)
        .map(([service]) => ({ type: "service-resumed", ...event, service }));
    case "read-calendar": {
      const { country, source, years } = command;
      return [{ type: "calendar-read", ...event, country, source, years }];
    }
    case "import-calendar": {
      const { year, list } = command;
      const field = list && faultOf(list, year);
      return field === null
        ? [{ type: "calendar-imported", ...event, year, list }]
        : refuse("invalid-request", { field });
    }
    default:
      return command satisfies never;
  }
}

/** The last period of today that is over and has not been ended yet; periods before the hub's day began are nobody's. */
export function periodToEnd(state: HallState, now: Millis): (OpeningPeriod & { readonly next: Millis | null }) | null {
  const { day, today } = state;
  if (!day || day.isClosed) return null;
  const periods = hallPeriods(state, day.date);
  const index = periods.findLastIndex(({ to }) => to <= now);
  const period = periods[index];
  if (!period || period.to <= today.since || (today.ended && today.ended.at >= period.to)) return null;
  return { ...period, next: periods[index + 1]?.from ?? null };
}

/**
 * By the hall's rule those who wait are still called, wait for the next period (after the last one they are still
 * called), or expire: those waiting and missed, except whose appointment is still to come; held ones come back.
 */
function endPeriod(state: HallState, by: HallEvent["by"], now: Millis): readonly HallEvent[] {
  const period = periodToEnd(state, now);
  if (!period) return [];
  const { periodEnd } = rulesOf(state);
  const event = { v: 1, at: now, by } as const;
  const events: HallEvent[] = [];
  if (periodEnd === "expire") {
    for (const { id: ticket, state: was, dueAt } of state.tickets.values()) {
      const isOver =
        isOpenState(was) && (was === "waiting" || was === "missed") && (dueAt === null || dueAt < period.to);
      if (isOver) events.push({ type: "ticket-expired", ...event, ticket });
    }
  }
  const carries = periodEnd === "carry" && period.next !== null;
  return [...events, { type: "period-ended", ...event, end: period.to, next: period.next, carries }];
}

/** The field that is wrong in an imported list; null if none is. */
function faultOf({ holidays, workdays }: YearList, year: string): string | null {
  const seen = new Set<string>();
  for (const [name, dates] of Object.entries({ holidays, workdays })) {
    for (const [index, date] of dates.entries()) {
      if (!date.startsWith(`${year}-`) || !isDate(date) || seen.has(date)) return `${name}.${String(index)}`;
      seen.add(date);
    }
  }
  return null;
}
