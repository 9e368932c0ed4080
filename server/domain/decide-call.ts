/** Calling a resident to a counter: the next one, one picked by number, one who comes back from a hold. */
import { isRefusal, refuse, type Refusal } from "../../shared/domain/refusal.ts";
import type { Millis } from "../../shared/domain/vocabulary.ts";
import { callingAt, nextTicket } from "./calling-order.ts";
import type { CallCommand } from "./commands.ts";
import { counterTakenBy } from "./counter-checks.ts";
import { closedDetail } from "./decide-issue.ts";
import type { Decision } from "./decision.ts";
import type { Actor, HallEvent, TicketCalled } from "./events.ts";
import { rulesOf } from "./hall.ts";
import { standingOf } from "./opening.ts";
import { ticketInHand, type HallState } from "./state.ts";
import { listsService, type Counter } from "./ticket.ts";
import { callsResumeAt } from "./today.ts";

export function decideCall(state: HallState, command: CallCommand, now: Millis): Decision {
  const counter = counterTakenBy(state, command);
  if (isRefusal(counter)) return counter;
  if (counter.state === "paused") return refuse("counter-paused");
  const inHand = ticketInHand(state, counter);
  if (inHand) return refuse("counter-busy", { detail: { number: inHand.number } });
  const calling = { state, counter, by: command.by, now };
  switch (command.type) {
    case "call-next": {
      const events = callNext(calling, command);
      return events.length > 0 ? events : nobodyWaiting(calling, command.service);
    }
    case "call":
      return callByNumber(calling, command);
    case "resume":
      return resume(calling, command);
    default:
      return command satisfies never;
  }
}

/** A counter with nothing in hand that is about to call. */
export interface FreeCounter {
  readonly state: HallState;
  readonly counter: Counter;
  readonly by: Actor;
  readonly now: Millis;
}

/** Events of a call-next; none if nobody waits for the counter. `after`: the place of the event it goes with. */
export function callNext(
  at: FreeCounter,
  { service, silent, after }: { service: string | null; silent: boolean; after?: number },
): HallEvent[] {
  const next = nextTicket(callingAt(at.state, at.counter, service), at.now);
  return next
    ? called(at, { ticket: next.ticket, how: "next", silent, note: null, ...(after !== undefined && { after }) })
    : [];
}

/** Why nobody is called: nobody waits, the period's end lets them wait for the next, or the service asked for is stopped. */
function nobodyWaiting({ state, counter, now }: FreeCounter, service: string | null): Refusal {
  const nextOpening = callsResumeAt(state.today, now);
  if (nextOpening !== null && state.queue.size > 0) return refuse("outside-hours", { detail: { nextOpening } });
  const stopped = service !== null && state.today.stopped.has(service) ? state.hall?.services.get(service) : undefined;
  if (stopped) {
    const standing = standingOf(state, stopped, { now, anyHour: true });
    const detail = closedDetail(state, stopped.id, standing.nextOpening);
    return refuse("service-closed", { field: "service", detail });
  }
  const isListed = service === null || listsService(counter, service);
  return isListed ? refuse("nobody-waiting") : refuse("not-at-this-counter", { field: "service" });
}

function callByNumber(at: FreeCounter, command: Extract<CallCommand, { type: "call" }>): Decision {
  const { state, counter } = at;
  const ticket = state.tickets.get(command.ticket);
  if (!ticket) return refuse("not-found", { field: "ticket" });
  const detail = { number: ticket.number };
  if (ticket.state === "called" || ticket.state === "serving") return refuse("already-called", { detail });
  if (ticket.state !== "waiting" && ticket.state !== "missed") return refuse("ticket-not-waiting", { detail });
  const isListed = listsService(counter, ticket.service);
  const isMeant = ticket.directed?.counter === counter.number;
  if (!isListed && !isMeant && !rulesOf(state).callAcross) return refuse("not-at-this-counter", { detail });
  return called(at, { ticket: ticket.id, how: "number", silent: false, note: command.note });
}

function resume({ state, counter, by, now }: FreeCounter, command: Extract<CallCommand, { type: "resume" }>): Decision {
  const ticket = state.tickets.get(command.ticket);
  if (!ticket) return refuse("not-found", { field: "ticket" });
  if (ticket.state !== "held" || ticket.counter !== counter.number) {
    return refuse("ticket-not-held", { detail: { number: ticket.number } });
  }
  const event = { v: 1, at: now, by, ticket: ticket.id, counter: counter.number } as const;
  return [{ type: "ticket-resumed", ...event }, ...startedWithCall(state, event)];
}

function called(
  { state, counter, by, now }: FreeCounter,
  { ticket, ...how }: Pick<TicketCalled, "ticket" | "how" | "silent" | "note" | "after">,
): HallEvent[] {
  const event = { v: 1, at: now, by, ticket, counter: counter.number } as const;
  return [{ type: "ticket-called", ...event, ...how }, ...startedWithCall(state, event)];
}

/** Where the hall's rule is that the call starts service, it does so in the same breath. */
function startedWithCall(
  state: HallState,
  event: Pick<TicketCalled, "v" | "at" | "by" | "ticket" | "counter">,
): HallEvent[] {
  return rulesOf(state).autoStart ? [{ type: "ticket-started", ...event }] : [];
}
