/** A ticket as answers and live frames show it: instants in the hall's own offset, personal data never. */
import type { Leg as LegOnWire, Ticket as TicketOnWire } from "../../shared/wire/ticket.ts";
import type { Millis } from "../../shared/domain/vocabulary.ts";
import { aheadOf } from "../domain/ahead.ts";
import type { ZoneClock } from "../domain/calendar.ts";
import type { HallState } from "../domain/state.ts";
import type { Leg, Ticket } from "../domain/ticket.ts";

/** The present moment of the hall, from which views are made. */
export interface Moment {
  readonly state: HallState;
  readonly zone: ZoneClock;
  readonly now: Millis;
}

export function ticketView({ state, zone, now }: Moment, ticket: Ticket): TicketOnWire {
  const instant = (at: Millis | null): string | null => (at === null ? null : zone.iso(at));
  return {
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
    counter: ticket.counter ?? ticket.directed?.counter ?? null,
    issuedAt: zone.iso(ticket.issuedAt),
    queuedAt: zone.iso(ticket.queuedAt),
    calledAt: instant(ticket.calledAt),
    startedAt: instant(ticket.startedAt),
    finishedAt: instant(ticket.finishedAt),
    calls: ticket.calls,
    requeues: ticket.requeues,
    legs: ticket.legs.map((leg) => legView(leg, zone)),
    ahead: aheadOf(state, ticket, now),
    estimate: null,
  };
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
