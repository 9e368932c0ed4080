/** Handlers of what clerks do at counters. Answers are made of the state the command has just made. */
import { isRefusal, refuse } from "../../shared/domain/refusal.ts";
import type { Counter as CounterOnWire } from "../../shared/wire/counter.ts";
import type { Ticket as TicketOnWire, TicketAndNext } from "../../shared/wire/ticket.ts";
import type { CallCommand, CounterCommand, InHandCommand, UndoCommand } from "../domain/commands.ts";
import type { HallState } from "../domain/state.ts";
import type { Ticket } from "../domain/ticket.ts";
import { counterView } from "../views/counter-view.ts";
import { ticketView } from "../views/ticket-view.ts";
import type { Context } from "./context.ts";
import { ofDayOver } from "./day-over.ts";
import type { Task, UserRow } from "./ports.ts";

/** Opening, pausing, closing, taking over: answers the counter. */
export function atCounter(context: Context, command: CounterCommand): Task<CounterOnWire> {
  return ({ execute, state, now }) => {
    const events = execute(command);
    if (isRefusal(events)) return events;
    const counter = state.counters.get(command.counter);
    if (!counter) return refuse("not-found", { field: "counter" });
    return counterView(context.moments.sure(state, now), context.words, counter);
  };
}

/**
 * For whoever takes a counter: they may have been deleted, or become somebody else's, by a task of this very turn.
 * `may`: whether they may still. Refusals: `not-signed-in`, `not-allowed`.
 */
export function asTheyAre<A>(userId: string, may: (user: UserRow) => boolean, task: Task<A>): Task<A> {
  return (work) => {
    const user = work.tx.users.byId(userId);
    if (!user) return refuse("not-signed-in");
    return may(user) ? task(work) : refuse("not-allowed");
  };
}

/** Calling and what is done with the ticket in hand: answers the ticket. */
export function withTicket(
  context: Context,
  command: CallCommand | Exclude<InHandCommand, { type: "finish" | "miss" }>,
): Task<TicketOnWire> {
  return ({ execute, state, now }) => {
    const events = execute(command);
    if (isRefusal(events)) return ofDayOver(context, events, command);
    const named = events.find((event) => "ticket" in event);
    const ticket = named && "ticket" in named ? state.tickets.get(named.ticket) : undefined;
    return ticket ? ticketView(context.moments.sure(state, now), ticket) : refuse("not-found", { field: "ticket" });
  };
}

/** Answers the ticket that the step taken back was about: of an end and the next call, the one that had ended. */
export function undoing(context: Context, command: UndoCommand): Task<TicketOnWire> {
  return ({ execute, state, now }) => {
    const events = execute(command);
    if (isRefusal(events)) return events;
    const about = events.at(-1);
    const ticket = about && "ticket" in about ? state.tickets.get(about.ticket) : undefined;
    return ticket ? ticketView(context.moments.sure(state, now), ticket) : refuse("nothing-to-undo");
  };
}

/** Finish and miss: answers the ticket ended and the one called with it. */
export function endingTicket(
  context: Context,
  command: Extract<InHandCommand, { type: "finish" | "miss" }>,
): Task<TicketAndNext> {
  return ({ execute, state, now }) => {
    const ended = inHand(state, command.counter);
    const events = execute(command);
    if (isRefusal(events)) return events;
    const next = inHand(state, command.counter);
    const moment = context.moments.sure(state, now);
    if (!ended) return refuse("not-in-hand");
    return { ticket: ticketView(moment, ended), next: next ? ticketView(moment, next) : null };
  };
}

function inHand(state: HallState, number: number): Ticket | null {
  const ticket = state.counters.get(number)?.ticket ?? null;
  return ticket === null ? null : (state.tickets.get(ticket) ?? null);
}

/**
 * Keeps a free-text reason beside the journal, sealed, and hands on the id that the event will bear. It is there before
 * the event, since whoever hears of the event reads it; a refusal leaves none behind.
 */
export function noted<A>(
  { newId, seal }: Pick<Context, "newId" | "seal">,
  text: string | null,
  task: (note: string | null) => Task<A>,
): Task<A> {
  if (text === null) return task(null);
  const id = newId();
  const inner = task(id);
  return (work) => {
    work.tx.addNote(id, seal.seal(text), work.now);
    const answer = inner(work);
    if (isRefusal(answer)) work.tx.dropNote(id);
    return answer;
  };
}
