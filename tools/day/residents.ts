/** Residents: they come, take a number, and some leave before they are called. */
import type { Ticket } from "../../shared/wire/ticket.ts";
import { codeOf } from "./hub-api.ts";
import type { Arrival } from "./plan.ts";
import type { Stage } from "./stage.ts";

/** Lets all come in their time; resolves when the last one has come, and all who would leave have left or been called. */
export async function letResidentsCome(stage: Stage, arrivals: readonly Arrival[]): Promise<void> {
  const visits: Promise<void>[] = [];
  for (const arrival of arrivals) {
    if (!(await stage.pace.until(arrival.at))) break;
    visits.push(visit(stage, arrival));
  }
  await Promise.all(visits);
}

async function visit(stage: Stage, arrival: Arrival): Promise<void> {
  const { api, pace, visits, station } = stage;
  const { service, class: ticketClass, reason, leavesAt } = arrival;
  let ticket: Ticket;
  try {
    const body = { service, class: ticketClass, ...(reason !== null && { reason }) };
    ticket = await api.post<Ticket>("/api/tickets", { as: station, body });
  } catch (error) {
    const code = codeOf(error);
    if (code === null) throw error;
    visits.refuse(code);
    return;
  }
  visits.add({ id: ticket.id, number: ticket.number, token: ticket.token ?? "", arrival });
  if (leavesAt !== null && (await pace.until(leavesAt))) await leave(stage, ticket);
}

/** Gives the number up, unless it has been called. */
async function leave({ api, visits, manager }: Stage, { id, token = "" }: Ticket): Promise<void> {
  try {
    await api.post(`/api/t/${token}/cancel`).catch((error: unknown) => {
      // All these residents share one address, from which the hub takes only so much; then the desk does it for them.
      if (codeOf(error) !== "too-many-requests") throw error;
      return api.post(`/api/tickets/${id}/cancel`, { as: manager });
    });
    visits.left += 1;
  } catch (error) {
    if (codeOf(error) === null) throw error;
    visits.calledBeforeLeaving += 1;
  }
}
