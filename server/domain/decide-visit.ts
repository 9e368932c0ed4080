/** Several services in one visit, with one number: added, put in order, begun at once. */
import { isRefusal, refuse } from "../../shared/domain/refusal.ts";
import { isOpenState, type Millis } from "../../shared/domain/vocabulary.ts";
import type { VisitCommand } from "./commands.ts";
import { counterTakenBy } from "./counter-checks.ts";
import type { Decision } from "./decision.ts";
import type { HallState } from "./state.ts";
import type { Ticket } from "./ticket.ts";

export function decideVisit(state: HallState, command: VisitCommand, now: Millis): Decision {
  const ticket = state.tickets.get(command.ticket);
  if (!ticket) return refuse("not-found", { field: "ticket" });
  switch (command.type) {
    case "add-service":
      return addService({ state, ticket, now }, command);
    case "order-legs":
      return orderLegs({ state, ticket, now }, command);
    default:
      return command satisfies never;
  }
}

interface Asked {
  readonly state: HallState;
  readonly ticket: Ticket;
  readonly now: Millis;
}

/** With `now` the service is served at once in the same hand, one still to come too; else it comes last. */
function addService(asked: Asked, command: Extract<VisitCommand, { type: "add-service" }>): Decision {
  const { state, ticket } = asked;
  const { service } = command;
  if (state.hall?.services.has(service) !== true) return refuse("not-found", { field: "service" });
  const event = { v: 1, at: asked.now, by: command.by, ticket: ticket.id } as const;
  const detail = { number: ticket.number };
  const counter = command.now ? handOf(asked, command.clerk) : null;
  if (isRefusal(counter)) return counter;
  if (!isOpenState(ticket.state)) return refuse("ticket-not-waiting", { detail });
  const isPending = ticket.pending.some((leg) => leg.service === service);
  if (ticket.service === service || (isPending && counter === null)) return refuse("service-in-visit", { detail });
  const added = isPending ? [] : [{ type: "ticket-service-added", ...event, service } as const];
  return counter === null ? added : [...added, { type: "ticket-leg-begun", ...event, counter, service }];
}

/** The counter that has it in hand, which must be this clerk's. */
function handOf({ state, ticket }: Asked, clerk: string) {
  const isInHand = ticket.state === "called" || ticket.state === "serving";
  if (!isInHand || ticket.counter === null) return refuse("not-in-hand", { detail: { number: ticket.number } });
  const counter = counterTakenBy(state, { counter: ticket.counter, clerk });
  return isRefusal(counter) ? counter : counter.number;
}

/** All services still to come, each once; the present one may head them, and stays where it is. */
function orderLegs({ ticket, now }: Asked, command: Extract<VisitCommand, { type: "order-legs" }>): Decision {
  if (!isOpenState(ticket.state)) return refuse("ticket-not-waiting", { detail: { number: ticket.number } });
  const before = ticket.pending.map(({ service }) => service);
  const order = command.order[0] === ticket.service ? command.order.slice(1) : command.order;
  const isWhole = order.length === before.length && before.every((service) => order.includes(service));
  if (!isWhole) return refuse("invalid-request", { field: "order" });
  if (order.every((service, index) => service === before[index])) return [];
  return [{ type: "ticket-legs-ordered", v: 1, at: now, by: command.by, ticket: ticket.id, order }];
}
