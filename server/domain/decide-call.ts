/** Calling a resident to a counter: the next one, one picked by number, one who comes back from a hold. */
import { isRefusal, refuse, type Refusal } from "../../shared/domain/refusal.ts";
import type { Millis } from "../../shared/domain/vocabulary.ts";
import { callingCounter, nextTicket } from "./calling-order.ts";
import type { CallCommand } from "./commands.ts";
import { counterTakenBy } from "./counter-checks.ts";
import type { Decision } from "./decision.ts";
import type { HallEvent } from "./events.ts";
import type { HallState } from "./state.ts";
import type { Counter, Ticket } from "./ticket.ts";

export function decideCall(state: HallState, command: CallCommand, now: Millis): Decision {
  const counter = counterTakenBy(state, command);
  if (isRefusal(counter)) return counter;
  if (counter.state === "paused") return refuse("counter-paused");
  const inHand = counter.ticket === null ? null : state.tickets.get(counter.ticket);
  if (inHand) {
    return refuse("counter-busy", { detail: { number: inHand.number } });
  }
  switch (command.type) {
    case "call-next": {
      const events = callNext(state, counter, command, now);
      return events.length > 0 ? events : nobodyWaiting(counter, command.service);
    }
    case "call":
      return callByNumber(state, counter, command, now);
    case "resume":
      return resume(state, counter, command, now);
    default:
      return command satisfies never;
  }
}

/** Events of a call-next at a counter with nothing in hand; none if nobody waits for it. */
export function callNext(
  state: HallState,
  counter: Counter,
  { by, service, silent }: { by: HallEvent["by"]; service: string | null; silent: boolean },
  now: Millis,
): HallEvent[] {
  if (!state.hall) return [];
  const next = nextTicket(state.queue, callingCounter(state, counter), state.hall.rules, now, service ?? undefined);
  if (!next) return [];
  return called(state, { ticket: next.ticket, counter: counter.number, by, how: "next", silent, note: null }, now);
}

function nobodyWaiting(counter: Counter, service: string | null): Refusal {
  const isListed = service === null || counter.tiers.some((tier) => tier.includes(service));
  return isListed ? refuse("nobody-waiting") : refuse("not-at-this-counter", { field: "service" });
}

function callByNumber(state: HallState, counter: Counter, command: Extract<CallCommand, { type: "call" }>, now: Millis): Decision {
  const ticket = state.tickets.get(command.ticket);
  if (!ticket) return refuse("not-found", { field: "ticket" });
  if (ticket.state === "called" || ticket.state === "serving") return refuse("already-called", { detail: { number: ticket.number } });
  if (ticket.state !== "waiting" && ticket.state !== "missed") return refuse("ticket-not-waiting", { detail: { number: ticket.number } });
  const isListed = counter.tiers.some((tier) => tier.includes(ticket.service));
  const isMeant = ticket.directed?.counter === counter.number;
  if (!isListed && !isMeant && state.hall?.rules.callAcross !== true) {
    return refuse("not-at-this-counter", { detail: { number: ticket.number } });
  }
  return called(
    state,
    { ticket: ticket.id, counter: counter.number, by: command.by, how: "number", silent: false, note: command.note },
    now,
  );
}

function resume(state: HallState, counter: Counter, command: Extract<CallCommand, { type: "resume" }>, now: Millis): Decision {
  const ticket = state.tickets.get(command.ticket);
  if (!ticket) return refuse("not-found", { field: "ticket" });
  if (ticket.state !== "held" || ticket.counter !== counter.number) {
    return refuse("ticket-not-held", { detail: { number: ticket.number } });
  }
  const event = { v: 1, at: now, by: command.by, ticket: ticket.id, counter: counter.number } as const;
  return [{ type: "ticket-resumed", ...event }, ...startedWithCall(state, ticket, event)];
}

interface CallDetails {
  readonly ticket: string;
  readonly counter: number;
  readonly by: HallEvent["by"];
  readonly how: "next" | "number";
  readonly silent: boolean;
  readonly note: string | null;
}

function called(state: HallState, details: CallDetails, now: Millis): HallEvent[] {
  const ticket = state.tickets.get(details.ticket);
  if (!ticket) return [];
  const event = { v: 1, at: now, by: details.by, ticket: details.ticket, counter: details.counter } as const;
  return [
    { type: "ticket-called", ...event, how: details.how, silent: details.silent, note: details.note },
    ...startedWithCall(state, ticket, event),
  ];
}

/** Where the hall's rule is that the call starts service, it does so in the same breath. */
function startedWithCall(
  state: HallState,
  ticket: Ticket,
  event: { readonly v: 1; readonly at: Millis; readonly by: HallEvent["by"]; readonly counter: number },
): HallEvent[] {
  return state.hall?.rules.autoStart === true ? [{ type: "ticket-started", ...event, ticket: ticket.id }] : [];
}
