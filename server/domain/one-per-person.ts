/** One person, one open ticket per service, where the hall wants it. Source: domain.md, "People". */
import { isOpenState } from "../../shared/domain/vocabulary.ts";
import type { HallState } from "./state.ts";
import type { Ticket } from "./ticket.ts";

/** The open ticket that keeps this person from another of the service; null where there is none, or the hall does not mind. */
export function openTicketOf(
  { hall, tickets }: Pick<HallState, "hall" | "tickets">,
  { personId, service }: { readonly personId: string | null; readonly service: string },
): Ticket | null {
  if (personId === null || hall?.rules.onePerPerson !== "service") return null;
  for (const ticket of tickets.values())
    if (ticket.personId === personId && ticket.service === service && isOpenState(ticket.state)) return ticket;
  return null;
}
