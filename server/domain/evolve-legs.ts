/** How the legs of a visit change: one service after the other, with one number. */
import type { Millis } from "../../shared/domain/vocabulary.ts";
import { presentLeg } from "./lookups.ts";
import type { Leg, Ticket } from "./ticket.ts";

/** A leg as it joins a line. */
interface Joining {
  readonly service: string;
  readonly at: Millis;
  /** Files brought for it. */
  readonly matters: number;
}

export function newLeg({ service, at, matters }: Joining): Leg {
  return {
    service,
    counter: null,
    state: "waiting",
    queuedAt: at,
    calledAt: null,
    startedAt: null,
    finishedAt: null,
    servedMillis: 0,
    outcome: null,
    matters,
  };
}

/** The leg that waits now: the pending one of the service, or a new one. Waiting counts to a leg's first call. */
export function takeUpLeg(ticket: Ticket, joining: Joining): void {
  const leg = takePending(ticket, joining.service) ?? newLeg(joining);
  if (leg.calledAt === null) leg.queuedAt = joining.at;
  leg.state = "waiting";
  ticket.legs.push(leg);
  ticket.matters = leg.matters;
}

/** A pending leg is served in the same hand; the present one comes right after it, with all that was done on it. */
export function beginLeg(
  ticket: Ticket,
  event: { readonly service: string; readonly counter: number; readonly at: Millis },
): void {
  const before = presentLeg(ticket);
  const leg = takePending(ticket, event.service);
  if (!leg) throw new Error(`journal: ticket ${ticket.id} has no leg ${event.service} to come`);
  ticket.legs.pop();
  before.state = "pending";
  ticket.pending.unshift(before);
  if (leg.calledAt === null) leg.queuedAt = event.at;
  leg.state = ticket.state = "serving";
  leg.counter = event.counter;
  leg.calledAt ??= event.at;
  leg.startedAt ??= event.at;
  ticket.startedAt = event.at;
  ticket.service = event.service;
  ticket.matters = leg.matters;
  ticket.legs.push(leg);
}

export function orderLegs(ticket: Ticket, order: readonly string[]): void {
  ticket.pending.sort((a, b) => order.indexOf(a.service) - order.indexOf(b.service));
}

/** A visit that ends takes with it what was still to come. */
export function endPending(
  { pending }: Ticket,
  as: "finished" | "cancelled" | "expired" | "unfinished",
  at: Millis,
): void {
  for (const leg of pending) {
    leg.state = as === "expired" || as === "unfinished" ? "expired" : "cancelled";
    leg.finishedAt = at;
  }
}

function takePending({ pending }: Ticket, service: string): Leg | null {
  const index = pending.findIndex((leg) => leg.service === service);
  return index < 0 ? null : (pending.splice(index, 1)[0] ?? null);
}

export function stopServing(ticket: Ticket, leg: Leg, at: number): void {
  if (ticket.state === "serving" && ticket.startedAt !== null) leg.servedMillis += at - ticket.startedAt;
}
