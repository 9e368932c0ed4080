/** The whole hall at a glance: each service's line, each counter, and who has waited longest. */
import type { Counter } from "../../shared/wire/counter.ts";
import type { HallNow, HallServiceNow } from "../../shared/wire/hall.ts";
import type { Ticket } from "../../shared/wire/ticket.ts";
import { inHandOf, type QueueState } from "./queue-state.ts";

/** A service and those who wait for it. */
export interface QueueLine {
  readonly service: HallServiceNow;
  readonly waiting: number;
  /** Since when the one waits who has waited longest, in epoch milliseconds; null where nobody does. */
  readonly since: number | null;
}

export interface CounterLine {
  readonly counter: Counter;
  readonly inHand: Ticket | null;
}

/** Somebody who waits, and since when. */
export interface Waiting {
  readonly ticket: Ticket;
  readonly since: number;
}

export interface Overview {
  readonly queues: readonly QueueLine[];
  readonly counters: readonly CounterLine[];
  /** The longest wait first. */
  readonly longest: readonly Waiting[];
}

export interface Whole {
  readonly queue: QueueState;
  readonly hall: Pick<HallNow, "services">;
  /** The hub's clock. */
  readonly nowMillis: number;
  /** How many of those who wait longest are named. */
  readonly most: number;
}

export function overviewOf({ queue, hall, nowMillis, most }: Whole): Overview {
  const tickets = [...queue.tickets.values()].filter(({ state }) => state === "waiting");
  const waiting = tickets
    .map((ticket) => ({ ticket, since: waitsSince(ticket) }))
    .filter(({ since }) => since <= nowMillis)
    .sort((a, b) => a.since - b.since);
  return {
    queues: hall.services.map((service) => ({
      service,
      waiting: tickets.filter((ticket) => ticket.service === service.id).length,
      since: waiting.find(({ ticket }) => ticket.service === service.id)?.since ?? null,
    })),
    counters: [...queue.counters.values()].map((counter) => ({ counter, inHand: inHandOf(queue, counter) })),
    longest: waiting.slice(0, most),
  };
}

/** Whoever comes before the time of an appointment does not wait until then. */
function waitsSince({ queuedAt, dueAt }: Ticket): number {
  return Math.max(Date.parse(queuedAt), dueAt === undefined ? 0 : Date.parse(dueAt));
}
