/** Looking up what an event names. The journal is the truth: what it names and the state lacks means a broken journal. */
import type { HallState } from "./state.ts";
import type { Counter, Leg, Ticket } from "./ticket.ts";

export function presentLeg(ticket: Ticket): Leg {
  const leg = ticket.legs.at(-1);
  if (!leg) throw new Error(`journal: ticket ${ticket.id} has no leg`);
  return leg;
}

export function ticketOf(state: HallState, id: string): Ticket {
  const ticket = state.tickets.get(id);
  if (!ticket) throw new Error(`journal: ticket ${id} was never issued today`);
  return ticket;
}

export function counterOf(state: HallState, number: number): Counter {
  const counter = state.counters.get(number);
  if (!counter) throw new Error(`journal: counter ${String(number)} does not exist`);
  return counter;
}
