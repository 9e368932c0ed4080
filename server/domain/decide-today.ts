/** Changes for today: services stopped and taken up again, other tiers for a counter, a longer period. */
import { refuse } from "../../shared/domain/refusal.ts";
import type { Millis } from "../../shared/domain/vocabulary.ts";
import { clockOf, dateAfter, dayEnd } from "./calendar.ts";
import { tiersFault } from "./check-hall.ts";
import type { TodayCommand } from "./commands.ts";
import type { Decision } from "./decision.ts";
import { presetOf, type Hall } from "./hall.ts";
import { hallPeriods, nextOpening } from "./opening.ts";
import type { HallState } from "./state.ts";
import { newToday, type Extension } from "./today.ts";

export function decideToday(state: HallState, command: TodayCommand, now: Millis): Decision {
  const { hall } = state;
  if (!hall) return refuse("not-found");
  const event = { v: 1, at: now, by: command.by } as const;
  switch (command.type) {
    case "stop-service": {
      const { service, until, note } = command;
      if (!hall.services.has(service)) return refuse("not-found", { field: "service" });
      if (until !== null && (until <= now || until > endOfDate(hall, now)))
        return refuse("invalid-request", { field: "until" });
      return [{ type: "service-stopped", ...event, service, until, note }];
    }
    case "resume-service": {
      const { service } = command;
      if (!hall.services.has(service)) return refuse("not-found", { field: "service" });
      return state.today.stopped.has(service) ? [{ type: "service-resumed", ...event, service }] : [];
    }
    case "set-tiers":
      return setTiers(state, hall, { ...command, event });
    case "extend-hall":
      return extendHall(state, hall, { until: command.until, event });
    default:
      return command satisfies never;
  }
}

/** What is changed for today is forgotten with it, so nobody is told of a later day. */
function endOfDate({ timezone }: Hall, now: Millis): Millis {
  const clock = clockOf(timezone);
  return clock.instant(dateAfter(clock.date(now), 1), "00:00");
}

interface Event {
  readonly v: 1;
  readonly at: Millis;
  readonly by: TodayCommand["by"];
}

function setTiers(
  state: HallState,
  hall: Hall,
  { counter, to, event }: Pick<Extract<TodayCommand, { type: "set-tiers" }>, "counter" | "to"> & { event: Event },
): Decision {
  const ofFile = hall.counters.get(counter);
  if (!ofFile || !state.counters.has(counter)) return refuse("not-found", { field: "counter" });
  if ("preset" in to) {
    const tiers = presetOf(hall, ofFile, to.preset);
    if (!tiers) return refuse("invalid-request", { field: "preset" });
    return [{ type: "counter-tiers-set", ...event, counter, preset: to.preset, tiers }];
  }
  const fault = tiersFault(hall.file, to.tiers);
  if (fault !== null) return refuse("invalid-request", { field: `tiers.${String(fault)}` });
  return [{ type: "counter-tiers-set", ...event, counter, preset: null, tiers: to.tiers }];
}

/** The period that runs, or else the one that ended last; it may not run into the next one nor past the day's end. */
function extendHall(
  state: HallState,
  hall: Hall,
  { until, event }: { readonly until: Millis; readonly event: Event },
): Decision {
  const { day } = state;
  const next = nextOpening(state, event.at);
  const closed = refuse("outside-hours", next === null ? {} : { detail: { nextOpening: next } });
  if (!day || day.isClosed) return closed;
  const regular = hallPeriods({ ...state, today: newToday(0) }, day.date);
  const index = regular.findLastIndex(({ from }) => from <= event.at);
  const period = regular[index];
  if (!period) return closed;
  const latest = Math.min(regular[index + 1]?.from ?? Infinity, dayEnd(hall.file, clockOf(hall.timezone), day.date));
  if (until <= event.at || until <= period.to || until > latest) return refuse("invalid-request", { field: "until" });
  if (isBookedAfter(state, { end: period.to, until })) return refuse("still-needed", { field: "until" });
  return [{ type: "hall-extended", ...event, end: period.to, until }];
}

/** Whether somebody has booked a time that a shorter extension would take from them. */
function isBookedAfter({ bookings, day, today }: HallState, { end, until }: Extension): boolean {
  const extended = today.extensions.find((one) => one.end === end);
  if (!extended || extended.until <= until) return false;
  return [...bookings.all()].some(
    (one) => one.state === "booked" && one.date === day?.date && one.end > until && one.start < extended.until,
  );
}
