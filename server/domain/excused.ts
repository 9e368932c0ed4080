/** Who did not come and is not to blame: told once, for the hour and for the day's end. Source: docs/decisions, 0016. */
import { inTimeUntil, type Booking } from "./booking.ts";
import { rulesOf } from "./hall.ts";
import { servicePeriods } from "./opening.ts";
import type { HallState } from "./state.ts";

/**
 * Tells of bookings still to come whether missing them counts against nobody: the hall or the service was closed at their
 * slot, or stopped while they should have come, the hub began its day only after it, or they are here with a number that
 * they took otherwise.
 */
export function excusedBy(state: HallState): (booking: Booking) => boolean {
  let here: ReadonlySet<string> | null = null;
  return (booking) => {
    if (booking.date !== state.day?.date || booking.start < state.today.since) return true;
    if (!isOpenFor(state, booking) || isStoppedFor(state, booking)) return true;
    here ??= peopleHere(state);
    return here.has(visitOf(booking.personId, booking.service));
  };
}

function isOpenFor(state: HallState, { service: id, date, start }: Booking): boolean {
  const service = state.hall?.services.get(id);
  if (!service) return false;
  return servicePeriods(state, service, date).some(({ from, to }) => from <= start && start < to);
}

/** Whether the service was stopped at any time between the slot's start and the end of the hall's grace. */
function isStoppedFor(state: HallState, booking: Booking): boolean {
  const { service, start } = booking;
  const { stopped, stops } = state.today;
  const until = inTimeUntil(booking, rulesOf(state));
  const stop = stopped.get(service);
  if (stop && stop.since <= until) return true;
  return stops.some((past) => past.service === service && past.from <= until && start < past.to);
}

/** Who has taken a number without a booking today, and for which services, those added to the visit too. */
function peopleHere({ tickets }: HallState): ReadonlySet<string> {
  const here = new Set<string>();
  for (const { personId, channel, state, legs, pending } of tickets.values()) {
    if (personId === null || channel === "booking" || state === "cancelled") continue;
    for (const { service } of [...legs, ...pending]) here.add(visitOf(personId, service));
  }
  return here;
}

function visitOf(personId: string, service: string): string {
  return `${personId} ${service}`;
}
