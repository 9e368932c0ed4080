/** Who waits for a counter, who was missed and who comes back to it. */
import type { Counter } from "../../shared/wire/counter.ts";
import type { HallNow } from "../../shared/wire/hall.ts";
import type { Ticket } from "../../shared/wire/ticket.ts";
import type { QueueState } from "./queue-state.ts";

/** How long after a miss the counter that missed a ticket may take it back before all others. */
const nextHereMillis = 5 * 60_000;

/** How a missed ticket comes back with one press; `null` where only a call by number is left. */
export type WayBack = "next-here" | "requeue" | null;

export interface MissedRow {
  readonly ticket: Ticket;
  readonly back: WayBack;
}

export interface Lists {
  /** Whom the hub would call next first: that is the hub's to say. The others by what concerns this counter most. */
  readonly waiting: readonly Ticket[];
  readonly missed: readonly MissedRow[];
  readonly held: readonly Ticket[];
}

export interface Where {
  readonly queue: QueueState;
  readonly counter: Counter;
  readonly rules: HallNow["rules"];
  /** The hub's clock. */
  readonly nowMillis: number;
  /** Id of the ticket that the hub would call next here. */
  readonly next: string | null;
}

export function listsAt(where: Where): Lists {
  const { queue, counter } = where;
  const waiting: Ticket[] = [];
  const missed: MissedRow[] = [];
  const held: Ticket[] = [];
  for (const ticket of queue.tickets.values()) {
    if (ticket.state === "waiting" && waitsFor(ticket, counter)) waiting.push(ticket);
    if (ticket.state === "held" && ticket.counter === counter.number) held.push(ticket);
    if (ticket.state === "missed" && concerns(ticket, counter)) {
      missed.push({ ticket, back: wayBack(ticket, where) });
    }
  }
  const rank = new Map(waiting.map((ticket) => [ticket, rankOf(ticket, where)]));
  waiting.sort((a, b) => (rank.get(a) ?? 0) - (rank.get(b) ?? 0) || byQueuedAt(a, b));
  missed.sort(
    (a, b) => Date.parse(b.ticket.calledAt ?? b.ticket.queuedAt) - Date.parse(a.ticket.calledAt ?? a.ticket.queuedAt),
  );
  held.sort(byQueuedAt);
  return { waiting, missed, held };
}

/**
 * The lower, the further up: the next one, those meant for the counter by name, then each tier of its services, in it
 * those with a class of their own before the normal ones. An overview and no forecast: the hub alone knows the order.
 */
function rankOf(ticket: Ticket, { counter, next }: Pick<Where, "counter" | "next">): number {
  if (ticket.id === next) return -2;
  if (ticket.counter === counter.number) return -1;
  const tier = counter.tiers.findIndex((services) => services.includes(ticket.service));
  return 2 * tier + (ticket.class === "normal" ? 1 : 0);
}

/** Whether this counter may call it: meant for it by name, or of a service it lists and meant for no other. */
function waitsFor(ticket: Ticket, counter: Counter): boolean {
  return ticket.counter === null ? lists(counter, ticket.service) : ticket.counter === counter.number;
}

export interface ServiceCount {
  readonly service: string;
  readonly waiting: number;
  /** Whether the counter takes it first, before its other tiers. */
  readonly isFirst: boolean;
}

/** So many services stand on one line. */
const MOST_NAMED = 5;

/** A counter for everything names those for which somebody waits: a line of noughts hides them. */
export function countsToName(counts: readonly ServiceCount[]): readonly ServiceCount[] {
  return counts.length <= MOST_NAMED ? counts : counts.filter(({ waiting }) => waiting > 0);
}

/** Waiting tickets of each service of a counter, in the order of its tiers. */
export function countsAt(queue: QueueState, counter: Counter): ServiceCount[] {
  const counts = new Map<string, number>();
  for (const ticket of queue.tickets.values()) {
    if (ticket.state === "waiting" && waitsFor(ticket, counter)) {
      counts.set(ticket.service, (counts.get(ticket.service) ?? 0) + 1);
    }
  }
  const services = new Set([...counter.tiers.flat(), ...counts.keys()]);
  const first = new Set(counter.tiers[0]);
  return [...services].map((service) => ({ service, waiting: counts.get(service) ?? 0, isFirst: first.has(service) }));
}

/** How many wait for a counter. */
export function waitingAt(queue: QueueState, counter: Counter): number {
  return countsAt(queue, counter).reduce((sum, { waiting }) => sum + waiting, 0);
}

/** Waiting tickets of every service of the hall that has any. */
export function waitingByService(queue: QueueState): Map<string, number> {
  const counts = new Map<string, number>();
  for (const { state, service } of queue.tickets.values()) {
    if (state === "waiting") counts.set(service, (counts.get(service) ?? 0) + 1);
  }
  return counts;
}

function wayBack(ticket: Ticket, { queue, counter, rules, nowMillis }: Where): WayBack {
  const missedAt = queue.missedAt.get(ticket.id);
  const isHere = ticket.counter === counter.number;
  if (isHere && missedAt !== undefined && nowMillis - missedAt < nextHereMillis) return "next-here";
  const isLate = missedAt !== undefined && nowMillis - missedAt > rules.requeueMinutes * 60_000;
  return isLate || ticket.requeues >= rules.requeueTimes ? null : "requeue";
}

function concerns(ticket: Ticket, counter: Counter): boolean {
  return ticket.counter === counter.number || lists(counter, ticket.service);
}

function lists(counter: Counter, service: string): boolean {
  return counter.tiers.some((tier) => tier.includes(service));
}

function byQueuedAt(a: Ticket, b: Ticket): number {
  return Date.parse(a.queuedAt) - Date.parse(b.queuedAt);
}
