/** The hall's open tickets and counters, folded from the `queue` topic. */
import { isOpenState } from "../../shared/domain/vocabulary.ts";
import type { Counter } from "../../shared/wire/counter.ts";
import type { Alarms, QueueEvent, QueueSnapshot } from "../../shared/wire/live.ts";
import type { Ticket } from "../../shared/wire/ticket.ts";

export interface QueueState {
  readonly tickets: ReadonlyMap<string, Ticket>;
  readonly counters: ReadonlyMap<number, Counter>;
  /** When each missed ticket was missed, in epoch milliseconds, where that was heard or asked. */
  readonly missedAt: ReadonlyMap<string, number>;
  /** What somebody has to look after; null while there is nothing. */
  readonly alarms: Alarms | null;
  /** Plain questions answered at the desk today. */
  readonly enquiries: number;
}

/** Events after which only a new snapshot tells what stands: another day, another hall. */
const turningPoints: ReadonlySet<string> = new Set(["hall-loaded", "day-opened", "day-closed", "epoch-begun"]);

export function fromSnapshot(data: QueueSnapshot): QueueState {
  return {
    tickets: new Map(data.tickets.map((ticket) => [ticket.id, ticket])),
    counters: new Map(data.counters.map((counter) => [counter.number, counter])),
    missedAt: new Map(),
    alarms: data.alarms ?? null,
    enquiries: data.enquiries ?? 0,
  };
}

/** The state after an event; null where a new snapshot has to be asked for. */
export function afterEvent(state: QueueState, event: QueueEvent): QueueState | null {
  if (turningPoints.has(event.type)) return null;
  const tickets = new Map(state.tickets);
  const counters = new Map(state.counters);
  const missedAt = new Map(state.missedAt);
  if (event.ticket) {
    const { id } = event.ticket;
    if (isOpenState(event.ticket.state)) tickets.set(id, event.ticket);
    else tickets.delete(id);
    if (event.ticket.state !== "missed") missedAt.delete(id);
    else if (event.type === "ticket-missed") missedAt.set(id, Date.parse(event.at));
  }
  for (const [id, estimate] of Object.entries(event.estimates ?? {})) {
    const ticket = tickets.get(id);
    if (ticket) tickets.set(id, { ...ticket, estimate });
  }
  for (const counter of event.counters ?? []) counters.set(counter.number, counter);
  if (event.type === "counter-closed") for (const { number } of event.counters ?? []) returnToService(tickets, number);
  const enquiries = event.enquiries ?? state.enquiries;
  return { tickets, counters, missedAt, alarms: alarmsAfter(state, event), enquiries };
}

/** `alarms` is passing and bears them all; every other event leaves them. */
function alarmsAfter({ alarms }: QueueState, event: QueueEvent): Alarms | null {
  // The wire's promise for this type.
  return event.type === "alarms" ? (event as QueueEvent & Alarms) : alarms;
}

/** Those who waited for a counter by name wait for their service again once it closes. */
function returnToService(tickets: Map<string, Ticket>, counter: number): void {
  for (const ticket of [...tickets.values()]) {
    if (ticket.state === "waiting" && ticket.counter === counter) tickets.set(ticket.id, { ...ticket, counter: null });
  }
}

/** The counter this clerk has taken; null while none. */
export function counterOf(state: QueueState, clerk: string): Counter | null {
  for (const counter of state.counters.values()) {
    if (counter.clerk?.id === clerk && counter.state !== "closed") return counter;
  }
  return null;
}

/** The ticket in a counter's hand, as the last event about it left it. */
export function inHandOf(state: QueueState, counter: Counter): Ticket | null {
  if (!counter.ticket) return null;
  return state.tickets.get(counter.ticket.id) ?? counter.ticket;
}
