/** One person, one open ticket per service, where the hall wants it. Source: domain.md, "People". */
import type { HallState } from "./state.ts";
import type { Ticket } from "./ticket.ts";

/** The open ticket that keeps this person from another of the service; null where there is none, or the hall does not mind. */
export function openTicketOf(
  { hall, openTickets }: Pick<HallState, "hall" | "openTickets">,
  { personId, service }: { readonly personId: string | null; readonly service: string },
): Ticket | null {
  if (personId === null || hall?.rules.onePerPerson !== "service") return null;
  for (const ticket of openTickets.ofPerson(personId)) if (isFor(ticket, service)) return ticket;
  return null;
}

/** What is still to come in the visit counts as well. */
function isFor({ service: present, pending }: Ticket, service: string): boolean {
  return present === service || pending.some((leg) => leg.service === service);
}
