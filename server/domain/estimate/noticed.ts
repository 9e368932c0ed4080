/**
 * What of a hall's events an estimator can learn from. An event is noticed with the state right after it; what was
 * noticed becomes observations once nobody can take the step back any more.
 */
import type { Millis, TicketClass } from "../../../shared/domain/vocabulary.ts";
import type { Recorded } from "../events.ts";
import type { HallState } from "../state.ts";
import type { Ticket } from "../ticket.ts";

/** Something learned, with its place in the journal. */
export type Observation = { readonly seq: number } & (
  | { readonly kind: "day-began" }
  | { readonly kind: "joined"; readonly service: string; readonly class: TicketClass; readonly at: Millis }
  | {
      readonly kind: "called" | "left";
      readonly ticket: string;
      readonly service: string;
      readonly at: Millis;
      readonly waitSeconds: number;
    }
  | {
      readonly kind: "served";
      readonly service: string;
      readonly typicalSeconds: number | null;
      readonly clerk: string | null;
      readonly seconds: number;
    }
  | { readonly kind: "called-again"; readonly seconds: number }
  /** The hall's clock was set: what had begun before can't be measured. */
  | { readonly kind: "clock-set" }
  | { readonly kind: "day-ended" }
);

/** An event as far as it matters here. */
export type Noticed = { readonly seq: number; readonly at: Millis } & (
  | { readonly what: "day-began" | "day-ended" | "clock-set" }
  | { readonly what: "joined"; readonly service: string; readonly class: TicketClass }
  | { readonly what: "left"; readonly ticket: string; readonly service: string; readonly since: Millis }
  | {
      readonly what: "called";
      readonly ticket: string;
      readonly service: string;
      readonly since: Millis;
      readonly counter: number;
    }
  | { readonly what: "resumed"; readonly ticket: string; readonly counter: number }
  /** The counter is free of the ticket; `held` ones come back to it. */
  | {
      readonly what: "let-go";
      readonly ticket: string;
      readonly counter: number;
      readonly isHeld: boolean;
      readonly service: string;
      readonly typicalSeconds: number | null;
      readonly clerk: string | null;
    }
  | { readonly what: "counter-left"; readonly counter: number }
  | { readonly what: "undone"; readonly undone: readonly number[] }
);

/** What an event tells; `state` is the one right after it. */
export function notice(event: Recorded, state: HallState): readonly Noticed[] {
  const { seq, at } = event;
  switch (event.type) {
    case "day-opened":
      return [{ seq, at, what: "day-began" }];
    case "day-closed":
      return [{ seq, at, what: "day-ended" }];
    case "ticket-issued":
      return [{ seq, at, what: "joined", service: event.service, class: event.class }];
    case "ticket-requeued":
      return event.nextHere === null ? joins(event, state) : [];
    case "ticket-called": {
      const ticket = state.tickets.get(event.ticket);
      if (!ticket) return [];
      const { service, queuedAt } = ticket;
      return [{ seq, at, what: "called", ticket: event.ticket, service, since: queuedAt, counter: event.counter }];
    }
    case "ticket-resumed":
      return [{ seq, at, what: "resumed", ticket: event.ticket, counter: event.counter }];
    case "ticket-transferred":
      return [...letsGo(event, state, -2), ...(event.to === null ? joins(event, state) : [])];
    case "ticket-leg-finished":
      return [...letsGo(event, state, -2), ...joins(event, state)];
    case "ticket-finished":
    case "ticket-missed":
    case "ticket-held":
      return letsGo(event, state, -1);
    case "ticket-cancelled": {
      const ticket = state.tickets.get(event.ticket);
      // Whoever was called has not left the line: they were missed or held.
      if (!ticket || ticket.calledAt !== null) return [];
      return [{ seq, at, what: "left", ticket: ticket.id, service: ticket.service, since: ticket.queuedAt }];
    }
    case "counter-opened":
    case "counter-paused":
    case "counter-closed":
      return [{ seq, at, what: "counter-left", counter: event.counter }];
    case "clock-confirmed":
      return [{ seq, at, what: "clock-set" }];
    case "step-undone":
      return [{ seq, at, what: "undone", undone: event.undone }];
    default:
      return [];
  }
}

function joins({ seq, at, ticket }: Recorded & { readonly ticket: string }, state: HallState): readonly Noticed[] {
  const joined = state.tickets.get(ticket);
  return joined ? [{ seq, at, what: "joined", service: joined.service, class: joined.class }] : [];
}

type LetGo = Extract<
  Recorded,
  { type: "ticket-transferred" | "ticket-leg-finished" | "ticket-finished" | "ticket-missed" | "ticket-held" }
>;

/** @param leg the one that was in hand, counted from the last. */
function letsGo(event: LetGo, state: HallState, leg: number): readonly Noticed[] {
  const ticket: Ticket | undefined = state.tickets.get(event.ticket);
  const service = ticket?.legs.at(leg)?.service;
  if (service === undefined) return [];
  const { seq, at, counter } = event;
  const minutes = state.hall?.services.get(service)?.typicalMinutes;
  return [
    {
      seq,
      at,
      what: "let-go",
      ticket: event.ticket,
      counter,
      isHeld: event.type === "ticket-held",
      service,
      typicalSeconds: minutes === undefined ? null : minutes * 60,
      clerk: state.counters.get(counter)?.clerk ?? null,
    },
  ];
}
