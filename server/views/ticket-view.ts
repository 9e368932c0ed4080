/** A ticket as answers and live frames show it: instants in the hall's own offset, personal data never. */
import type { Leg as LegOnWire, Ticket as TicketOnWire } from "../../shared/wire/ticket.ts";
import type { Millis, PrintJobState } from "../../shared/domain/vocabulary.ts";
import { aheadOf } from "../domain/ahead.ts";
import type { ZoneClock } from "../domain/calendar.ts";
import type { HallState } from "../domain/state.ts";
import { estimateOf, type EstimateBoard } from "./estimates.ts";
import { counterNamedBy, type Leg, type Ticket } from "../domain/ticket.ts";

/** The present moment of the hall, from which views are made. */
export interface Moment {
  readonly state: HallState;
  readonly zone: ZoneClock;
  readonly now: Millis;
  /** The waiting times told last. */
  readonly estimates?: EstimateBoard | null;
}

/** The same object for the same moment: the answer, the queue and the ticket's own page show it alike. */
export function ticketView(moment: Moment, ticket: Ticket): TicketOnWire {
  const { seq } = moment.state;
  const estimates = moment.estimates ?? null;
  if (last?.ticket !== ticket || last.seq !== seq || last.now !== moment.now || last.estimates !== estimates) {
    last = { ticket, seq, now: moment.now, estimates, view: newView(moment, ticket) };
  }
  return last.view;
}

/** What was asked for last: a command's event and its answer are made one after the other. */
let last: {
  readonly ticket: Ticket;
  readonly seq: number;
  readonly now: Millis;
  readonly estimates: EstimateBoard | null;
  readonly view: TicketOnWire;
} | null = null;

function newView(moment: Moment, ticket: Ticket): TicketOnWire {
  const { state, zone, now } = moment;
  const view: TicketOnWire = {
    id: ticket.id,
    number: ticket.number,
    service: ticket.service,
    class: ticket.class,
    reason: ticket.reason,
    channel: ticket.channel,
    lang: ticket.lang,
    matters: ticket.matters,
    assisted: ticket.assisted,
    state: ticket.state,
    counter: counterNamedBy(ticket),
    issuedAt: zone.iso(ticket.issuedAt),
    queuedAt: zone.iso(ticket.queuedAt),
    calledAt: ticket.calledAt === null ? null : zone.iso(ticket.calledAt),
    startedAt: ticket.startedAt === null ? null : zone.iso(ticket.startedAt),
    finishedAt: ticket.finishedAt === null ? null : zone.iso(ticket.finishedAt),
    calls: ticket.calls,
    requeues: ticket.requeues,
    legs: ticket.legs.map((leg) => legView(leg, zone)),
    ahead: aheadOf(state, ticket, now),
    estimate: estimateOf(moment, ticket),
  };
  for (const leg of ticket.pending) view.legs.push(legView(leg, zone));
  // Set afterwards, since a spread amid the fields would make V8 build every view one field at a time.
  if (ticket.dueAt !== null) view.dueAt = zone.iso(ticket.dueAt);
  return view;
}

function legView(leg: Leg, zone: ZoneClock): LegOnWire {
  return {
    service: leg.service,
    counter: leg.counter,
    state: leg.state,
    queuedAt: zone.iso(leg.queuedAt),
    calledAt: leg.calledAt === null ? null : zone.iso(leg.calledAt),
    startedAt: leg.startedAt === null ? null : zone.iso(leg.startedAt),
    finishedAt: leg.finishedAt === null ? null : zone.iso(leg.finishedAt),
    servedSeconds: Math.round(leg.servedMillis / 1000),
    outcome: leg.outcome,
  };
}

export function withoutReason(view: TicketOnWire): TicketOnWire {
  return view.reason === null ? view : { ...view, reason: null };
}

/** What the holder of a ticket sees: no reason of a priority, since a daughter, or a stranger, may look on. */
export function residentView(moment: Moment, ticket: Ticket): TicketOnWire {
  return withoutReason(ticketView(moment, ticket));
}

/** With how its slip fares, where a printer is set; `job` is that of its latest slip. */
export function withPrint(
  view: TicketOnWire,
  job: { readonly id: string; readonly state: PrintJobState } | null,
): TicketOnWire {
  return job && job.state !== "kept" ? { ...view, print: { job: job.id, state: job.state } } : view;
}
