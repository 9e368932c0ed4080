/** How many go before a waiting ticket, and who should be ready next. Source: domain.md, "Waiting time". */
import type { Millis } from "../../shared/domain/vocabulary.ts";
import { aheadAt, callingAt, nextTicket, type Calling } from "./calling-order.ts";
import { comparePositions } from "./position.ts";
import type { HallState } from "./state.ts";
import { listsService, type Counter, type Ticket } from "./ticket.ts";
import type { Waiting } from "./waiting-queue.ts";

/**
 * Waiting tickets that would be called before this one by its own service's counters as things stand:
 * at the counter where that is fewest, among those at work, or among all where none is.
 * Null for a ticket that does not wait or whose appointment is not yet due.
 */
export function aheadOf(state: HallState, ticket: Ticket, now: Millis): number | null {
  if (ticket.state !== "waiting" || !state.hall) return null;
  state.queue.advance(now);
  const entry = state.queue.entry(ticket.id);
  if (!entry || state.queue.isNotDue(entry)) return null;
  let [atWork, atAll]: (number | null)[] = [null, null];
  for (const counter of state.counters.values()) {
    if (!mayCall(counter, entry)) continue;
    const ahead = aheadAt(callingFor(state, counter, entry), entry);
    if (ahead === null) continue;
    atAll = Math.min(atAll ?? ahead, ahead);
    if (counter.state !== "closed") atWork = Math.min(atWork ?? ahead, ahead);
  }
  return atWork ?? atAll ?? aheadInLine(state, entry);
}

/** Of a stopped service it is told how many go before it once the service is taken up again. */
function callingFor(state: HallState, counter: Counter, { service }: Waiting): Calling {
  const calling = callingAt(state, counter);
  const { stopped } = calling;
  return stopped?.has(service) === true
    ? { ...calling, stopped: { has: (id) => id !== service && stopped.has(id) } }
    : calling;
}

function mayCall(counter: Counter, entry: Waiting): boolean {
  return entry.directedTo === null ? listsService(counter, entry.service) : entry.directedTo === counter.number;
}

/** Where no counter lists the service at all: those of its own class and service that joined before it. */
function aheadInLine(state: HallState, entry: Waiting): number {
  const lines = state.queue.lines(entry.service);
  return lines.fresh[entry.class].countBefore(entry) + lines.overflowed[entry.class].countBefore(entry);
}

/** The tickets that open counters would call next, earliest first, each once. */
export function nextToBeReady(state: HallState, now: Millis, limit: number): Waiting[] {
  const found = new Map<string, Waiting>();
  for (const counter of state.counters.values()) {
    if (counter.state !== "open") continue;
    const next = nextTicket(callingAt(state, counter), now);
    if (next) found.set(next.ticket, next);
  }
  return [...found.values()].sort((a, b) => comparePositions(a.position, b.position)).slice(0, limit);
}
