/** What the tickets of days before tell an estimator that knows nothing yet: page by page, and not too many. */
import { dateAfter } from "../domain/calendar.ts";
import type { Observation } from "../domain/estimate/noticed.ts";
import type { HallState } from "../domain/state.ts";
import type { Leg, Ticket } from "../domain/ticket.ts";
import type { Reads } from "./ports.ts";

const DAYS = 14;
const PAGE = 100;
const TICKETS_AT_MOST = 8000;

/** Oldest first; after each day a new one begins. Who served is not kept with a leg, so clerks are learned from today on. */
export function* daysBefore(
  store: Pick<Reads, "listTickets">,
  state: () => HallState,
): Generator<readonly Observation[]> {
  const { day, hall } = state();
  if (!day || !hall) return;
  let left = TICKETS_AT_MOST;
  for (let back = DAYS; back > 0; back -= 1) {
    const date = dateAfter(day.date, -back);
    let after: string | undefined;
    let hasAny = false;
    while (left > 0) {
      const page = store.listTickets({ date, limit: PAGE, ...(after !== undefined && { after }) });
      if (page.length === 0) break;
      hasAny = true;
      left -= page.length;
      after = page.at(-1)?.id;
      yield page.flatMap((ticket) => ticket.legs.flatMap((leg) => ofLeg(ticket, leg, hall.services)));
      if (page.length < PAGE) break;
    }
    if (hasAny) yield [{ seq: 1, kind: "day-began" }];
  }
}

function ofLeg(
  { id, finishedAt }: Ticket,
  leg: Leg,
  services: ReadonlyMap<string, { readonly typicalMinutes?: number }>,
): Observation[] {
  const { service, queuedAt, calledAt, startedAt, servedMillis, state } = leg;
  const waited = (at: number): { service: string; at: number; ticket: string; waitSeconds: number } => ({
    service,
    at,
    ticket: id,
    waitSeconds: Math.max(0, Math.round((at - queuedAt) / 1000)),
  });
  if (calledAt === null)
    return state === "cancelled" && finishedAt !== null ? [{ seq: 1, kind: "left", ...waited(finishedAt) }] : [];
  const found: Observation[] = [{ seq: 1, kind: "called", ...waited(calledAt) }];
  if (startedAt !== null && servedMillis > 0) {
    const minutes = services.get(service)?.typicalMinutes;
    found.push({
      seq: 1,
      kind: "served",
      service,
      typicalSeconds: minutes === undefined ? null : minutes * 60,
      clerk: null,
      seconds: Math.round(servedMillis / 1000),
    });
  }
  return found;
}
