/** What happens to a ticket that is in nobody's hand: given up, let back in, its class changed, assisted. */
import { isRefusal, refuse, type Refusal } from "../../shared/domain/refusal.ts";
import { isOpenState, type Millis, type TicketClass } from "../../shared/domain/vocabulary.ts";
import type { TicketCommand } from "./commands.ts";
import { counterTakenBy } from "./counter-checks.ts";
import type { Decision } from "./decision.ts";
import { mayBeGivenFor, rulesOf } from "./hall.ts";
import { comparePositions, directlyBehind, joinedAt, type Position } from "./position.ts";
import type { HallState } from "./state.ts";
import type { Counter, Ticket } from "./ticket.ts";

const MINUTE_MILLIS = 60_000;

/** How long after a miss the counter that missed it may take it back at once. */
const NEXT_HERE_MILLIS = 5 * MINUTE_MILLIS;

export function decideTicket(state: HallState, command: TicketCommand, now: Millis): Decision {
  const ticket = state.tickets.get(command.ticket);
  if (!ticket) return refuse("not-found", { field: "ticket" });
  const event = { v: 1, at: now, by: command.by, ticket: ticket.id } as const;
  switch (command.type) {
    case "cancel": {
      const canLeave = ticket.state === "waiting" || ticket.state === "missed" || ticket.state === "held";
      return canLeave
        ? [{ type: "ticket-cancelled", ...event }]
        : refuse("ticket-not-waiting", { detail: { number: ticket.number } });
    }
    case "requeue":
      return requeue({ state, ticket, now }, command);
    case "reclassify": {
      // Why somebody goes without priority is free text, kept beside the journal.
      if (!state.hall || !mayBeGivenFor(state.hall, command.class, command.reason))
        return refuse("invalid-request", { field: "reason" });
      if (!isOpenState(ticket.state)) return refuse("ticket-not-waiting", { detail: { number: ticket.number } });
      // Only who has a slot, and was taken out of its class by mistake, can have it back.
      if (command.class === "appointment" && ticket.class !== "appointment" && ticket.dueAt === null)
        return refuse("invalid-request", { field: "class" });
      const { class: to, reason, note } = command;
      const position = placeIn(ticket, to);
      return [{ type: "ticket-reclassified", ...event, class: to, reason, note, ...(position && { position }) }];
    }
    case "assist":
      if (!isOpenState(ticket.state)) return refuse("ticket-not-waiting", { detail: { number: ticket.number } });
      return ticket.assisted === command.assisted
        ? []
        : [{ type: "ticket-assisted", ...event, assisted: command.assisted }];
    default:
      return command satisfies never;
  }
}

/**
 * Where somebody with a slot stands in the class they come to: as an appointment from the slot's start, else from their
 * check-in. Null for who has no slot, or stands where they were put since.
 */
function placeIn({ class: from, dueAt, position, issuedAt, issuedSeq }: Ticket, to: TicketClass): Position | null {
  if (dueAt === null || (from === "appointment") === (to === "appointment")) return null;
  const [bySlot, byCheckIn] = [joinedAt(dueAt, issuedSeq), joinedAt(issuedAt, issuedSeq)];
  const [here, there] = to === "appointment" ? [byCheckIn, bySlot] : [bySlot, byCheckIn];
  return comparePositions(position, here) === 0 ? there : null;
}

interface Asked {
  readonly state: HallState;
  readonly ticket: Ticket;
  readonly now: Millis;
}

type Requeue = Extract<TicketCommand, { type: "requeue" }>;

function requeue(asked: Asked, command: Requeue): Decision {
  const { state, ticket, now } = asked;
  const here = command.nextHere ? counterHere(asked, command) : null;
  if (isRefusal(here)) return here;
  if (ticket.state !== "missed" || ticket.missedAt === null) {
    return refuse("ticket-not-missed", { detail: { number: ticket.number } });
  }
  const event = { type: "ticket-requeued", v: 1, at: now, by: command.by, ticket: ticket.id } as const;
  const since = now - ticket.missedAt;
  if (here) {
    if (since > NEXT_HERE_MILLIS) return tooLate(ticket, NEXT_HERE_MILLIS / MINUTE_MILLIS);
    return [{ ...event, position: joinedAt(ticket.issuedAt, ticket.issuedSeq), nextHere: here.number }];
  }
  const { requeueMinutes, requeueTimes, requeueBehind } = rulesOf(state);
  if (ticket.requeues >= requeueTimes) {
    const times = ticket.requeues > 0 && { times: ticket.requeues };
    return refuse("requeue-limit", { detail: { number: ticket.number, ...times } });
  }
  if (since > requeueMinutes * MINUTE_MILLIS) return tooLate(ticket, requeueMinutes);
  return [{ ...event, position: behindOthers(asked, requeueBehind), nextHere: null }];
}

/** Missed longer ago than the way back it asks for stays open. */
function tooLate({ number }: Ticket, minutes: number): Refusal {
  return refuse("requeue-limit", { detail: { number, minutes } });
}

/** `next-here` is for the counter that missed it; who asks it of a ticket that nobody missed means their own. */
function counterHere({ state, ticket }: Asked, { clerk }: Requeue): Counter | Refusal {
  const number = ticket.state === "missed" ? ticket.counter : (state.clerks.get(clerk ?? "") ?? null);
  return number === null ? refuse("counter-closed") : counterTakenBy(state, { counter: number, clerk: clerk ?? "" });
}

/** Behind so many waiting tickets of its service and class, or last if there are fewer. */
function behindOthers({ state, ticket, now }: Asked, others: number): Position {
  const seq = state.seq + 1;
  state.queue.advance(now);
  if (others === 0) return [0, 0, -seq];
  const last = state.queue.nthOf(ticket.service, ticket.class, others - 1);
  return last ? directlyBehind(last.position, seq) : joinedAt(now, seq);
}
