/** The end of a service: of the visit, of one of its services, or of as many files as one turn allows. */
import { refuse, type Refusal } from "../../shared/domain/refusal.ts";
import type { Millis } from "../../shared/domain/vocabulary.ts";
import type { InHandCommand } from "./commands.ts";
import { callNext } from "./decide-call.ts";
import type { Decision } from "./decision.ts";
import type { HallEvent, TicketEvent } from "./events.ts";
import { rulesOf } from "./hall.ts";
import { placeFor } from "./position.ts";
import type { HallState } from "./state.ts";
import type { Counter, Ticket } from "./ticket.ts";

type Finish = Extract<InHandCommand, { type: "finish" }>;
type Ending = Extract<TicketEvent, { type: "ticket-finished" | "ticket-leg-finished" | "ticket-missed" }>;

export interface AtHand {
  readonly state: HallState;
  readonly counter: Counter;
  readonly ticket: Ticket;
  readonly now: Millis;
}

export function finish(at: AtHand, command: Finish): Decision {
  const { ticket, now } = at;
  if (ticket.state === "called" && !command.arrived)
    return refuse("not-started", { detail: { number: ticket.number } });
  const onward = whatIsLeft(at, command);
  if (onward !== null && "refused" in onward) return onward;
  const facts = {
    v: 1,
    at: now,
    by: command.by,
    ticket: ticket.id,
    counter: command.counter,
    arrived: ticket.state === "called",
    outcome: command.outcome,
    quantity: quantityOf(at, command),
  } as const;
  const ended: Ending = onward
    ? { type: "ticket-leg-finished", ...facts, ...onward }
    : { type: "ticket-finished", ...facts };
  return command.next ? [ended, ...nextCalled(at, ended)] : [ended];
}

type Onward = Pick<
  Extract<TicketEvent, { type: "ticket-leg-finished" }>,
  "service" | "matters" | "placed" | "position"
>;

/**
 * What the visit goes on to: the rest of its files at the back of its line, else its next service where the hall puts
 * those handed on. Null where it ends; who left without being served has left for good.
 */
function whatIsLeft(at: AtHand, command: Finish): Onward | Refusal | null {
  const { state, ticket, now } = at;
  const rules = rulesOf(state);
  const most = mostAtOnce(at);
  const quantity = quantityOf(at, command);
  if (ticket.matters > most && quantity > most)
    return refuse("matters-limit", { field: "quantity", detail: { number: ticket.number, most } });
  if (command.outcome === "left") return null;
  const places = placeFor(ticket, { now, seq: state.seq + 1 });
  if (ticket.matters > most && quantity === most) {
    return { service: ticket.service, matters: ticket.matters - most, placed: "back", position: places.back };
  }
  const [next] = ticket.pending;
  if (!next) return null;
  const placed = rules.transferPosition;
  return { service: next.service, matters: next.matters, placed, position: places[placed] };
}

function mostAtOnce({ state }: AtHand): number {
  return rulesOf(state).maxMatters;
}

/** Unsaid, it is one file, or of many as many as one turn allows. */
function quantityOf(at: AtHand, { quantity }: Finish): number {
  return quantity ?? (at.ticket.matters > mostAtOnce(at) ? mostAtOnce(at) : 1);
}

/**
 * Who is called with the end of the one before; that one may be among the waiting again. A counter on its way into a
 * break ends what it has in hand and calls nobody more.
 */
export function nextCalled({ state, counter, ticket, now }: AtHand, ended: Ending): HallEvent[] {
  if (counter.state !== "open") return [];
  const call = (): HallEvent[] =>
    callNext({ state, counter, by: ended.by, now }, { service: null, silent: false, after: state.seq + 1 });
  if (ended.type !== "ticket-leg-finished") return call();
  const { service, position } = ended;
  state.queue.add({ ...ticket, service, position, directed: null, queuedAt: now, dueAt: null });
  try {
    return call();
  } finally {
    state.queue.remove(ticket.id);
  }
}
