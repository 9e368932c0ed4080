/**
 * How each event changes the hall. Total and deterministic: the same journal always gives the same state.
 * It changes the state in place, since a state that must be given up is folded anew.
 */
import { evolveBooking } from "./evolve-booking.ts";
import { evolveClock } from "./evolve-clock.ts";
import { evolveEmergency } from "./evolve-emergency.ts";
import { evolveEnquiry } from "./evolve-enquiry.ts";
import { evolveCounter, evolveDay } from "./evolve-hall.ts";
import { beginLeg, endPending, newLeg, orderLegs, stopServing, takeUpLeg } from "./evolve-legs.ts";
import { evolveToday } from "./evolve-today.ts";
import { counterOf, presentLeg, ticketOf } from "./lookups.ts";
import { runAfter } from "./calling-order.ts";
import { countPaper } from "./numbering.ts";
import type { Recorded, TicketEvent, TicketIssued } from "./events.ts";
import type { HallState } from "./state.ts";
import type { Counter, Leg, Ticket } from "./ticket.ts";
import { countGiven, isOvertime } from "./today.ts";
import { countOvertime, rememberStep, undoStep } from "./undo.ts";

/** Applies one recorded event. Throws only where journal and rules disagree, which means a broken journal. */
export function evolve(state: HallState, event: Recorded): void {
  switch (event.type) {
    case "hall-loaded":
    case "day-opened":
    case "day-closed":
    case "epoch-begun":
      evolveDay(state, event);
      break;
    case "clock-doubted":
    case "clock-cleared":
    case "clock-confirmed":
      evolveClock(state, event);
      break;
    case "emergency-raised":
    case "emergency-ended":
      evolveEmergency(state, event);
      break;
    case "counter-opened":
    case "counter-paused":
    case "counter-closed":
    case "counter-taken-over":
    case "counter-help-asked":
    case "counter-help-answered":
    case "counter-tiers-set":
      evolveCounter(state, event);
      break;
    case "booking-made":
    case "booking-moved":
    case "booking-cancelled":
    case "booking-checked-in":
    case "booking-missed":
    case "booking-restored":
    case "suspension-lifted":
      evolveBooking(state, event);
      break;
    case "enquiry-answered":
    case "enquiry-taken-back":
      evolveEnquiry(state, event);
      break;
    case "service-stopped":
    case "service-resumed":
    case "hall-extended":
    case "period-ended":
    case "calendar-read":
    case "calendar-imported":
      evolveToday(state, event);
      break;
    case "ticket-issued":
      issued(state, event);
      break;
    default:
      evolveTicket(state, event);
      state.openTickets.note(ticketOf(state, event.ticket));
  }
  state.seq = event.seq;
  state.at = event.at;
}

function issued(state: HallState, event: Recorded<TicketIssued>): void {
  const takenAt = event.takenAt ?? event.at;
  const ticket: Ticket = {
    id: event.ticket,
    number: event.number,
    channel: event.channel,
    lang: event.lang,
    issuedAt: takenAt,
    issuedSeq: event.seq,
    personId: event.personId,
    matters: event.matters,
    assisted: false,
    service: event.service,
    class: event.class,
    reason: event.reason,
    state: "waiting",
    counter: null,
    queuedAt: takenAt,
    position: event.position,
    dueAt: event.dueAt,
    calledAt: null,
    startedAt: null,
    finishedAt: null,
    heldAt: null,
    missedAt: null,
    calls: 0,
    requeues: 0,
    directed: null,
    legs: [newLeg({ service: event.service, at: takenAt, matters: event.matters })],
    pending: [],
    events: [event.seq],
  };
  // Numbers of the printed block are not the hub's to give, and come in any order.
  if (event.channel === "paper") countPaper(state.today, event.prefix, event.sequence);
  else state.sequences.set(event.prefix, event.sequence);
  state.issued.set(event.service, (state.issued.get(event.service) ?? 0) + 1);
  countGiven(state.today, { service: event.service, channel: event.channel, period: event.period ?? null });
  state.tickets.set(ticket.id, ticket);
  state.openTickets.note(ticket);
  state.queue.add(ticket);
}

function evolveTicket(state: HallState, event: Recorded<Exclude<TicketEvent, TicketIssued>>): void {
  const ticket = ticketOf(state, event.ticket);
  const leg = presentLeg(ticket);
  rememberStep(state, ticket, event);
  ticket.events.push(event.seq);
  switch (event.type) {
    case "ticket-called": {
      const counter = counterOf(state, event.counter);
      leaveLine(state, ticket);
      if (event.how === "next") counter.run = runAfter(counter.run, ticket.class);
      ticket.missedAt = null;
      call(counter, ticket, event.at);
      return;
    }
    case "ticket-resumed":
      letGo(state, ticket);
      call(counterOf(state, event.counter), ticket, event.at);
      return;
    case "ticket-recalled":
      ticket.calls += 1;
      return;
    case "ticket-started":
      start(ticket, leg, event.at);
      return;
    case "ticket-missed":
      if (ticket.state === "serving") takeBackStart(ticket, leg);
      release(state, event.counter, ticket);
      leaveLine(state, ticket);
      letGo(state, ticket);
      ticket.state = leg.state = "missed";
      ticket.counter = event.counter;
      ticket.missedAt = event.at;
      return;
    case "ticket-requeued":
      ticket.state = leg.state = "waiting";
      ticket.counter = null;
      ticket.calls = 0;
      ticket.calledAt = ticket.startedAt = null;
      ticket.position = event.position;
      ticket.queuedAt = event.at;
      ticket.missedAt = null;
      if (event.nextHere === null) ticket.requeues += 1;
      else ticket.directed = { counter: event.nextHere, order: [-1, -event.seq] };
      state.queue.add(ticket);
      return;
    case "ticket-held":
      stopServing(ticket, leg, event.at);
      release(state, event.counter, ticket);
      state.held.add(ticket.id);
      ticket.state = leg.state = "held";
      ticket.counter = event.counter;
      ticket.heldAt = event.at;
      return;
    case "ticket-transferred":
      stopServing(ticket, leg, event.at);
      release(state, event.counter, ticket);
      endLeg(leg, "transferred", event.at);
      waitOn(state, ticket, { ...event, matters: ticket.matters });
      if (event.to !== null) directTo(state, ticket, { counter: event.to, order: [0, event.seq] });
      return;
    case "ticket-returned":
      state.queue.remove(ticket.id);
      ticket.directed = null;
      ticket.position = event.position;
      state.queue.add(ticket);
      return;
    case "ticket-finished":
      if (event.arrived) start(ticket, leg, ticket.calledAt ?? event.at);
      stopServing(ticket, leg, event.at);
      leg.outcome = event.outcome;
      release(state, event.counter, ticket);
      if (isOvertime(state.today, event.at)) countOvertime(state, event.counter, ticket);
      end(ticket, "finished", event.at);
      return;
    case "ticket-leg-finished":
      if (event.arrived) start(ticket, leg, ticket.calledAt ?? event.at);
      stopServing(ticket, leg, event.at);
      leg.outcome = event.outcome;
      release(state, event.counter, ticket);
      endLeg(leg, "finished", event.at);
      waitOn(state, ticket, event);
      return;
    case "ticket-service-added":
      ticket.pending.push({ ...newLeg({ ...event, matters: 1 }), state: "pending" });
      return;
    case "ticket-legs-ordered":
      orderLegs(ticket, event.order);
      return;
    case "ticket-leg-begun":
      stopServing(ticket, leg, event.at);
      beginLeg(ticket, event);
      return;
    case "step-undone":
      undoStep(state, event);
      return;
    case "ticket-left-unfinished":
      stopServing(ticket, leg, event.at);
      release(state, event.counter, ticket);
      end(ticket, "unfinished", event.at);
      return;
    case "ticket-cancelled":
    case "ticket-expired":
      leaveLine(state, ticket);
      letGo(state, ticket);
      end(ticket, event.type === "ticket-cancelled" ? "cancelled" : "expired", event.at);
      return;
    case "ticket-reclassified": {
      const isWaiting = ticket.state === "waiting";
      if (isWaiting) state.queue.remove(ticket.id);
      ticket.class = event.class;
      ticket.reason = event.reason;
      ticket.position = event.position ?? ticket.position;
      if (isWaiting) state.queue.add(ticket);
      return;
    }
    case "ticket-assisted":
      ticket.assisted = event.assisted;
      return;
    default:
      event satisfies never;
  }
}

function call(counter: Counter, ticket: Ticket, at: number): void {
  const leg = presentLeg(ticket);
  counter.ticket = ticket.id;
  ticket.state = leg.state = "called";
  ticket.counter = leg.counter = counter.number;
  ticket.calls = 1;
  ticket.calledAt = at;
  ticket.startedAt = null;
  leg.calledAt ??= at;
}

function start(ticket: Ticket, leg: Leg, at: number): void {
  ticket.state = leg.state = "serving";
  ticket.startedAt = at;
  leg.startedAt ??= at;
}

/** With `autoStart` the call began a service that nobody came for. What began with an earlier call had truly begun. */
function takeBackStart(ticket: Ticket, leg: Leg): void {
  if (leg.startedAt === ticket.startedAt) leg.startedAt = null;
  ticket.startedAt = null;
}

/** Ends a hold, if it is held. */
function letGo(state: HallState, ticket: Ticket): void {
  state.held.delete(ticket.id);
  ticket.heldAt = null;
}

/** Goes on to a leg: waits again, in the line of its service. */
function waitOn(
  state: HallState,
  ticket: Ticket,
  event: Pick<
    Recorded<Extract<TicketEvent, { type: "ticket-leg-finished" }>>,
    "service" | "position" | "matters" | "at"
  >,
): void {
  ticket.service = event.service;
  ticket.state = "waiting";
  ticket.counter = null;
  ticket.position = event.position;
  ticket.directed = null;
  ticket.queuedAt = event.at;
  ticket.calledAt = null;
  ticket.startedAt = null;
  ticket.calls = 0;
  takeUpLeg(ticket, event);
  state.queue.add(ticket);
}

/** Waits for one counter by name. */
function directTo(state: HallState, ticket: Ticket, directed: NonNullable<Ticket["directed"]>): void {
  state.queue.remove(ticket.id);
  ticket.directed = directed;
  state.queue.add(ticket);
}

function leaveLine(state: HallState, ticket: Ticket): void {
  state.queue.remove(ticket.id);
  ticket.directed = null;
}

function release(state: HallState, number: number, ticket: Ticket): void {
  const counter = counterOf(state, number);
  if (counter.ticket === ticket.id) counter.ticket = null;
}

function end(ticket: Ticket, as: "finished" | "cancelled" | "expired" | "unfinished", at: number): void {
  ticket.state = as;
  ticket.finishedAt = at;
  endLeg(presentLeg(ticket), as, at);
  endPending(ticket, as, at);
}

function endLeg(leg: Leg, as: Leg["state"], at: number): void {
  leg.state = as;
  leg.finishedAt = at;
}
