/** Which topics hear of an event, and what they hear. One frame a topic and seq. */
import type { CounterEvent, LobbyCall, LobbyEvent, QueueEvent } from "../../shared/wire/live.ts";
import type { Ticket as TicketOnWire } from "../../shared/wire/ticket.ts";
import type { Recorded, TicketEvent } from "../domain/events.ts";
import { counterLabel } from "../domain/hall.ts";
import type { HallState } from "../domain/state.ts";
import type { Counter, Ticket } from "../domain/ticket.ts";
import { counterSnapshot, counterView, lobbyCounter, type Words } from "../views/counter-view.ts";
import { withoutReason, ticketView, type Moment } from "../views/ticket-view.ts";

/** `topic` is the hub's own name of it: a ticket's stands by its id, never its token. */
export type Draft = LobbyDraft | { readonly topic: string; readonly event: CounterEvent | QueueEvent | ResidentEvent };
export interface LobbyDraft {
  readonly topic: "lobby";
  readonly event: LobbyEvent;
}
interface ResidentEvent {
  readonly type: string;
  readonly at: string;
  readonly ticket: TicketOnWire;
}

export const ticketTopic = (id: string): string => `ticket:${id}`;

/** Frames of one event, given the state right after it. */
export function framesOf(event: Recorded, moment: Moment, words: Words): Draft[] {
  const { state, zone } = moment;
  const at = zone.iso(event.at);
  const ticket = "ticket" in event ? state.tickets.get(event.ticket) : undefined;
  const counters = countersOf(event, state);
  const drafts: Draft[] = [];
  const lobby = lobbyEvent(event, { moment, ticket, at });
  if (lobby) drafts.push({ topic: "lobby", event: lobby });
  for (const counter of counters) {
    drafts.push({
      topic: `counter/${String(counter.number)}`,
      event: { type: "counter", at, ...counterSnapshot(moment, counter) } satisfies CounterEvent,
    });
  }
  const view = ticket && ticketView(moment, ticket);
  if (view) {
    drafts.push({ topic: ticketTopic(view.id), event: { type: event.type, at, ticket: withoutReason(view) } });
  }
  const queue: QueueEvent = {
    type: event.type,
    at,
    ...(view && { ticket: view }),
    ...(counters.length > 0 && { counters: counters.map((counter) => counterView(moment, words, counter)) }),
  };
  drafts.push({ topic: "queue", event: queue });
  return drafts;
}

function countersOf(event: Recorded, state: HallState): Counter[] {
  if (!("counter" in event)) return [];
  const counter = state.counters.get(event.counter);
  return counter ? [counter] : [];
}

interface Happening {
  readonly moment: Moment;
  readonly ticket: Ticket | undefined;
  readonly at: string;
}

function lobbyEvent(event: Recorded, { moment, ticket, at }: Happening): LobbyEvent | null {
  const { state } = moment;
  switch (event.type) {
    case "ticket-called":
    case "ticket-resumed":
    case "ticket-recalled":
      return ticket ? { ...lobbyCall(event, state, ticket), at } : null;
    case "ticket-missed":
    case "ticket-held":
    case "ticket-finished":
    case "ticket-left-unfinished":
    case "ticket-transferred":
      if (!ticket) return null;
      return {
        type: "left",
        at,
        number: ticket.number,
        counter: event.counter,
        state: ticket.state,
        service: ticket.service,
        waiting: state.queue.waitingOf(ticket.service),
      };
    case "ticket-issued":
    case "ticket-requeued":
    case "ticket-cancelled":
    case "ticket-expired":
      return ticket
        ? { type: "waiting", at, service: ticket.service, waiting: state.queue.waitingOf(ticket.service) }
        : null;
    case "counter-opened":
    case "counter-paused":
    case "counter-closed": {
      const counter = state.counters.get(event.counter);
      return counter ? { type: "counter", at, counter: lobbyCounter(moment, counter) } : null;
    }
    case "day-opened":
      return { type: "day", at, date: event.date };
    case "hall-loaded":
      return { type: "hall", at };
    case "ticket-started":
    case "ticket-returned":
    case "ticket-reclassified":
    case "ticket-assisted":
    case "counter-taken-over":
    case "day-closed":
    case "epoch-begun":
      return null;
    default:
      return event satisfies never;
  }
}

type Calling = Extract<TicketEvent, { type: "ticket-called" | "ticket-resumed" | "ticket-recalled" }>;

/** A call for the lobby: never a class, never a reason, never a name. */
function lobbyCall(event: Calling, state: HallState, ticket: Ticket): Omit<LobbyCall, "at"> {
  const counter = state.hall?.counters.get(event.counter);
  return {
    type: "called",
    number: ticket.number,
    counter: event.counter,
    label: counter ? counterLabel(counter) : { zh: String(event.counter), en: String(event.counter) },
    ...(counter?.spoken && { spoken: counter.spoken }),
    area: counter?.area ?? "",
    service: ticket.service,
    lang: ticket.lang,
    times: ticket.calls,
    ...(event.type === "ticket-called" && event.silent && { silent: true as const }),
    ...(ticket.legs.length > 1 && ticket.legs.at(-2)?.state === "transferred" && { transferred: true as const }),
    waiting: state.queue.waitingOf(ticket.service),
  };
}
