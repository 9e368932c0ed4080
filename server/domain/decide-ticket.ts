/** What happens to a ticket that is in nobody's hand: given up, let back in, its class changed, assisted. */
import { refuse } from "../../shared/domain/refusal.ts";
import { openTicketStates, type Millis } from "../../shared/domain/vocabulary.ts";
import type { TicketCommand } from "./commands.ts";
import type { Decision } from "./decision.ts";
import { directlyBehind, joinedAt, type Position } from "./position.ts";
import type { HallState } from "./state.ts";
import type { Ticket } from "./ticket.ts";

/** How long after a miss the counter that missed it may take it back at once. */
const NEXT_HERE_MILLIS = 5 * 60_000;

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
      if (!isOpen(ticket)) return refuse("ticket-not-waiting", { detail: { number: ticket.number } });
      if (command.class === "appointment" && ticket.class !== "appointment")
        return refuse("invalid-request", { field: "class" });
      return [
        { type: "ticket-reclassified", ...event, class: command.class, reason: command.reason, note: command.note },
      ];
    }
    case "assist":
      if (!isOpen(ticket)) return refuse("ticket-not-waiting", { detail: { number: ticket.number } });
      return ticket.assisted === command.assisted
        ? []
        : [{ type: "ticket-assisted", ...event, assisted: command.assisted }];
    default:
      return command satisfies never;
  }
}

interface Asked {
  readonly state: HallState;
  readonly ticket: Ticket;
  readonly now: Millis;
}

function requeue(asked: Asked, command: Extract<TicketCommand, { type: "requeue" }>): Decision {
  const { state, ticket, now } = asked;
  const { hall } = state;
  if (!hall || ticket.state !== "missed" || ticket.missedAt === null) {
    return refuse("ticket-not-missed", { detail: { number: ticket.number } });
  }
  const event = { type: "ticket-requeued", v: 1, at: now, by: command.by, ticket: ticket.id } as const;
  if (command.nextHere) {
    const counter = ticket.counter === null ? undefined : state.counters.get(ticket.counter);
    if (!counter || counter.clerk === null || counter.clerk !== command.clerk) return refuse("not-allowed");
    if (now - ticket.missedAt > NEXT_HERE_MILLIS) return refuse("requeue-limit", { detail: { number: ticket.number } });
    return [{ ...event, position: joinedAt(ticket.issuedAt, ticket.issuedSeq), nextHere: counter.number }];
  }
  const isLate = now - ticket.missedAt > hall.rules.requeueMinutes * 60_000;
  if (isLate || ticket.requeues >= hall.rules.requeueTimes) {
    return refuse("requeue-limit", { detail: { number: ticket.number } });
  }
  return [{ ...event, position: behindOthers(asked, hall.rules.requeueBehind), nextHere: null }];
}

/** Behind so many waiting tickets of its service and class, or last if there are fewer. */
function behindOthers({ state, ticket, now }: Asked, others: number): Position {
  const seq = state.seq + 1;
  state.queue.advance(now);
  if (others === 0) return [0, 0, -seq];
  const last = state.queue.nthOf(ticket.service, ticket.class, others - 1);
  return last ? directlyBehind(last.position, seq) : joinedAt(now, seq);
}

const openStates: ReadonlySet<string> = new Set(openTicketStates);

function isOpen(ticket: Ticket): boolean {
  return openStates.has(ticket.state);
}
