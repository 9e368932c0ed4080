/**
 * Taking a counter's last step back. The counter remembers what its last step replaced, as events make it, so that the
 * journal alone tells both what an undo restores and whether there is anything to undo.
 */
import { rulesOf } from "./hall.ts";
import { counterOf, ticketOf } from "./lookups.ts";
import type { Recorded, TicketEvent, TicketIssued } from "./events.ts";
import type { HallState } from "./state.ts";
import type { StepName } from "../../shared/domain/vocabulary.ts";
import type { Counter, Replaced, Ticket } from "./ticket.ts";

type OfTicket = Recorded<Exclude<TicketEvent, TicketIssued>>;

/** Keeps what an event is about to replace, where it is a clerk's step; called before the event changes anything. */
export function rememberStep(state: HallState, ticket: Ticket, event: OfTicket): void {
  const what = stepName(event);
  if (what === null || !("counter" in event)) return;
  const counter = counterOf(state, event.counter);
  // The hub lets holds lapse and ends the day; neither is anybody's step at a counter.
  if (event.type === "ticket-missed" && counter.ticket !== ticket.id) return;
  const isCall = event.type === "ticket-called" || event.type === "ticket-resumed";
  const goesOn = goesOnFrom(state, event);
  const { last } = counter;
  if (last && goesOn !== null && last.replaced.some(({ seqs }) => seqs.includes(goesOn))) {
    counter.last = { ...last, replaced: joined(last.replaced, ticket, { seq: event.seq, isCall }) };
    return;
  }
  counter.last = { what, at: event.at, run: counter.run, replaced: joined([], ticket, { seq: event.seq, isCall }) };
}

function stepName({ type }: OfTicket): StepName | null {
  switch (type) {
    case "ticket-called":
      return "call";
    case "ticket-resumed":
      return "resume";
    case "ticket-started":
      return "start";
    case "ticket-finished":
    case "ticket-leg-finished":
      return "finish";
    case "ticket-missed":
      return "miss";
    case "ticket-held":
      return "hold";
    case "ticket-transferred":
      return "transfer";
    default:
      return null;
  }
}

/** Place of the event that the same press made before this one: the call of a start by itself, the end before a call. */
function goesOnFrom(state: HallState, event: OfTicket): number | null {
  if (event.type === "ticket-called") return event.after ?? null;
  return event.type === "ticket-started" && rulesOf(state).autoStart ? event.seq - 1 : null;
}

function joined(
  replaced: readonly Replaced[],
  ticket: Ticket,
  { seq, isCall }: { readonly seq: number; readonly isCall: boolean },
): Replaced[] {
  const own = replaced.find((each) => each.ticket === ticket.id);
  if (!own) return [...replaced, { ticket: ticket.id, seqs: [seq], isCall, before: copyOf(ticket) }];
  return replaced.map((each) =>
    each === own ? { ...own, seqs: [...own.seqs, seq], isCall: own.isCall || isCall } : each,
  );
}

function copyOf({ events: _, ...ticket }: Ticket): Replaced["before"] {
  return { ...ticket, legs: copies(ticket.legs), pending: copies(ticket.pending) };
}

function copies<T extends object>(items: readonly T[]): T[] {
  return items.map((item) => ({ ...item }));
}

/** Counts a service that ended after hours; the step that ended it remembers so, for hours may change before it is taken back. */
export function countOvertime(state: HallState, number: number, ticket: Ticket): void {
  state.today.overtime += 1;
  const { last } = counterOf(state, number);
  if (!last) return;
  const replaced = last.replaced.map((each) =>
    each.ticket === ticket.id ? { ...each, isOvertime: true as const } : each,
  );
  counterOf(state, number).last = { ...last, replaced };
}

/** Makes a ticket, its counter and its place in line what they were before the counter's last step. */
export function undoStep(state: HallState, event: Recorded<Extract<TicketEvent, { type: "step-undone" }>>): void {
  const counter = counterOf(state, event.counter);
  const ticket = ticketOf(state, event.ticket);
  const own = counter.last?.replaced.find((each) => each.ticket === ticket.id);
  if (!counter.last || !own) throw new Error(`journal: nothing of ticket ${ticket.id} to undo`);
  state.queue.remove(ticket.id);
  state.held.delete(ticket.id);
  const { legs, pending, ...facts } = own.before;
  Object.assign(ticket, facts);
  ticket.legs.splice(0, ticket.legs.length, ...copies(legs));
  ticket.pending.splice(0, ticket.pending.length, ...copies(pending));
  if (ticket.state === "waiting") state.queue.add(ticket);
  if (ticket.state === "held") state.held.add(ticket.id);
  if (own.isOvertime) state.today.overtime -= 1;
  takeInHand(counter, ticket);
  counter.run = counter.last.run;
  const replaced = counter.last.replaced.filter((each) => each !== own);
  counter.last = replaced.length === 0 ? null : { ...counter.last, replaced };
}

function takeInHand(counter: Counter, ticket: Ticket): void {
  const isInHand = ticket.state === "called" || ticket.state === "serving";
  if (isInHand) counter.ticket = ticket.id;
  else if (counter.ticket === ticket.id) counter.ticket = null;
}

/** Whether the last step can be taken back: nothing has happened since to any ticket it touched. */
export function isStepWhole(state: HallState, { last }: Counter): boolean {
  return last !== null && last.replaced.every((each) => isUntouched(state, each));
}

function isUntouched(state: HallState, { ticket: id, seqs, before }: Replaced): boolean {
  const ticket = state.tickets.get(id);
  if (ticket?.events.at(-1) !== seqs.at(-1)) return false;
  if (wouldHaveExpired(state, before)) return false;
  // Whoever waited for a counter by name would have been sent back to the line when it closed.
  return before.directed === null || state.counters.get(before.directed.counter)?.state !== "closed";
}

/** Where a period's end has let everybody go who waited, who is in hand since before it cannot wait again. */
function wouldHaveExpired(state: HallState, { state: was, ...before }: Replaced["before"]): boolean {
  const { ended } = state.today;
  if (ended === null || rulesOf(state).periodEnd !== "expire" || (was !== "waiting" && was !== "missed")) return false;
  const since = was === "missed" ? (before.missedAt ?? before.queuedAt) : before.queuedAt;
  return since < ended.at && (before.dueAt === null || before.dueAt < ended.at);
}
