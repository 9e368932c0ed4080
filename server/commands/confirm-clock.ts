/** Somebody says that the machine's clock is right, forward or back; or the time service does. */
import { isRefusal, refuse } from "../../shared/domain/refusal.ts";
import { isOpenState, type Millis } from "../../shared/domain/vocabulary.ts";
import type { ClockNow } from "../../shared/wire/clock.ts";
import type { Actor } from "../domain/events.ts";
import { bookableDates } from "../domain/slots.ts";
import type { HallState } from "../domain/state.ts";
import { clockView } from "../views/clock-view.ts";
import type { Context } from "./context.ts";
import type { Task, Work } from "./ports.ts";

/** Further from what the person saw, and it is another time than the one that was found right. */
const SAME_MILLIS = 10 * 60_000;

export interface ClockConfirmation {
  readonly by: Actor;
  /** What the machine's clock showed to whoever found it right. */
  readonly machine: Millis;
}

type Parts = Pick<Context, "writer" | "store" | "moments">;

/**
 * Answers the clock as it stands then; where nothing is in doubt, nothing happens. Where the clock has gone back the
 * business day ends, and its own date begins. Refusals: `clock-changed`.
 */
export function confirmClock(
  { writer, store, moments }: Parts,
  { by, machine: seen }: ClockConfirmation,
): Task<ClockNow> {
  return (work) => {
    const { doubt, machine } = writer.sight;
    const { zone } = moments.sure(work.state, work.now);
    if (doubt !== null) {
      if (Math.abs(machine - seen) > SAME_MILLIS) return refuse("clock-changed");
      const date = zone.date(machine);
      const events = work.execute({ type: "confirm-clock", by, machine, date, ...store.givenOn(date) });
      if (isRefusal(events)) return events;
      if (events.some((event) => event.type === "clock-confirmed" && event.why === "back")) keepFromNow(work);
    }
    return clockView({ state: work.state, zone }, { now: work.now, machine, doubt: null });
  };
}

/**
 * What was kept while the clock ran ahead would be kept until that time has come and gone: it counts as of now, and who has
 * a booking to come as of its end.
 */
function keepFromNow({ state, tx, now }: Work): void {
  tx.keepNoLaterThan(now);
  const last = state.hall && bookableDates(state, state.hall, now).at(-1);
  for (const { personId, date, end, state: is } of state.bookings.all()) {
    const isToCome = is === "booked" && last != null && date <= last;
    const person = isToCome ? tx.people.byId(personId) : null;
    if (person && person.at < end) tx.people.update(personId, { at: end });
  }
}

/**
 * The time service stands behind what the clock shows. That ends no day over anybody's head: a clock set back waits for
 * a person, unless its date is another and nobody is there.
 */
export function confirmByTimeService(parts: Parts, machine: Millis): Task<ClockNow | null> {
  return (work) => {
    const { doubt } = parts.writer.sight;
    if (doubt === null || (doubt === "back" && !mayGoBack(parts, work.state, machine))) return null;
    return confirmClock(parts, { by: "hub", machine })(work);
  };
}

function mayGoBack({ moments }: Parts, state: HallState, machine: Millis): boolean {
  const date = moments.sure(state, machine).zone.date(machine);
  if (state.day === null || date >= state.day.date || state.at - machine <= SAME_MILLIS) return false;
  const isAnybodyAtWork = [...state.counters.values()].some((counter) => counter.state !== "closed");
  return !isAnybodyAtWork && ![...state.tickets.values()].some((ticket) => isOpenState(ticket.state));
}
