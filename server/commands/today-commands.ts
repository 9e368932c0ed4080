/** Handlers of what is changed for today only, and of the hall's calendar. */
import { isRefusal, refuse } from "../../shared/domain/refusal.ts";
import type { Counter as CounterOnWire } from "../../shared/wire/counter.ts";
import type { HallNow, HallServiceNow } from "../../shared/wire/hall.ts";
import type { HallCalendar } from "../../shared/wire/today.ts";
import type { Command, HourCommand, TodayCommand } from "../domain/commands.ts";
import { counterView } from "../views/counter-view.ts";
import { calendarView } from "../views/calendar-view.ts";
import { hallView, serviceView, type HallSettings } from "../views/hall-view.ts";
import { hasRole, type Caller } from "./caller.ts";
import type { Context } from "./context.ts";
import type { Task } from "./ports.ts";

type Of<T extends TodayCommand["type"]> = Extract<TodayCommand, { readonly type: T }>;

/** Stopping a service or taking it up again: answers the service. */
export function onService(
  settings: HallSettings,
  context: Context,
  command: Of<"stop-service" | "resume-service">,
): Task<HallServiceNow> {
  return ({ execute, state, now }) => {
    const events = execute(command);
    if (isRefusal(events)) return events;
    const service = state.hall?.services.get(command.service);
    if (!service) return refuse("not-found", { field: "service" });
    return serviceView(context.moments.sure(state, now), service, settings);
  };
}

/** Other tiers for a counter: answers the counter. */
export function onTiers(context: Context, command: Of<"set-tiers">): Task<CounterOnWire> {
  return ({ execute, state, now }) => {
    const events = execute(command);
    if (isRefusal(events)) return events;
    const counter = state.counters.get(command.counter);
    if (!counter) return refuse("not-found", { field: "counter" });
    return counterView(context.moments.sure(state, now), context.words, counter);
  };
}

/** A longer period: answers the hall. */
export function onHours(settings: HallSettings, context: Context, command: Of<"extend-hall">): Task<HallNow> {
  return ({ execute, state, now }) => {
    const events = execute(command);
    if (isRefusal(events)) return events;
    if (!state.hall) return refuse("not-found");
    return hallView(context.moments.sure(state, now), state.hall, settings);
  };
}

/** The manager's list of a year: answers the calendar. */
export function onCalendar(
  context: Context,
  command: Extract<HourCommand, { readonly type: "import-calendar" }>,
): Task<HallCalendar> {
  return ({ execute, state, now }) => {
    const events = execute(command satisfies Command);
    return isRefusal(events) ? events : calendarView(context.moments.sure(state, now));
  };
}

/** Where the hall says that its guides change nothing for today, they are told so; looked up in the same commit. */
export function whereGuidesMay<A>(caller: Caller, task: Task<A>): Task<A> {
  return (work) =>
    hasRole(caller, ["guide"]) && work.state.hall?.rules.guideMayChangeToday === false
      ? refuse("not-allowed")
      : task(work);
}
