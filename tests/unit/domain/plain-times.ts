/**
 * Waiting and service said a second time, straight from what happened: a leg is waited for until its first call,
 * whatever becomes of that call; it is served while somebody sits at the counter, not while they fetch something.
 */
import type { Recorded } from "../../../server/domain/events.ts";
import type { Ticket } from "../../../server/domain/ticket.ts";

interface PlainLeg {
  readonly service: string;
  from: number;
  firstCall: number | null;
  served: number;
}

interface Visit {
  readonly legs: PlainLeg[];
  /** Services of the visit that are still to come, or were put off for another. */
  readonly pending: PlainLeg[];
  call: number;
  /** Since when it is being served. */
  since: number | null;
}

/** Milliseconds waited for each leg (null: not called yet), and served in it. */
export type LegTimes = readonly (readonly [waited: number | null, served: number])[];

export class PlainTimes {
  readonly #visits = new Map<string, Visit>();

  hear(event: Recorded): void {
    if (!("ticket" in event)) return;
    const { at, type } = event;
    if (type === "ticket-issued") {
      const first = newLeg(event.service, event.takenAt ?? at);
      this.#visits.set(event.ticket, { legs: [first], pending: [], call: at, since: null });
      return;
    }
    const visit = this.#visits.get(event.ticket);
    const leg = visit?.legs.at(-1);
    if (!visit || !leg) throw new Error(`nobody goes by ${event.ticket}`);
    const ends = (): void => {
      if (visit.since !== null) leg.served += at - visit.since;
      visit.since = null;
    };
    switch (type) {
      case "ticket-called":
      case "ticket-resumed":
        visit.call = at;
        leg.firstCall ??= at;
        return;
      case "ticket-started":
        visit.since = at;
        return;
      case "ticket-missed":
        visit.since = null;
        return;
      case "ticket-finished":
        if (event.arrived) visit.since = visit.call;
        ends();
        return;
      case "ticket-held":
      case "ticket-left-unfinished":
        ends();
        return;
      case "ticket-transferred":
        ends();
        visit.legs.push(taken(visit, event.service, at));
        return;
      case "ticket-leg-finished":
        if (event.arrived) visit.since = visit.call;
        ends();
        visit.legs.push(taken(visit, event.service, at));
        return;
      case "ticket-service-added":
        visit.pending.push(newLeg(event.service, at));
        return;
      case "ticket-leg-begun": {
        ends();
        const begun = taken(visit, event.service, at);
        begun.firstCall ??= at;
        visit.since = at;
        visit.pending.unshift(...visit.legs.splice(-1, 1, begun));
        return;
      }
      default:
    }
  }

  of(ticket: string): LegTimes {
    const legs = this.#visits.get(ticket)?.legs ?? [];
    return legs.map(({ from, firstCall, served }) => [firstCall === null ? null : firstCall - from, served]);
  }
}

function newLeg(service: string, from: number): PlainLeg {
  return { service, from, firstCall: null, served: 0 };
}

/** The leg of a service as it is taken up: one of those to come, or a new one. Who was never called waits from now on. */
function taken({ pending }: Visit, service: string, at: number): PlainLeg {
  const index = pending.findIndex((leg) => leg.service === service);
  const [leg = newLeg(service, at)] = index < 0 ? [] : pending.splice(index, 1);
  if (leg.firstCall === null) leg.from = at;
  return leg;
}

/** The same as the hub keeps it. */
export function timesOf({ legs }: Pick<Ticket, "legs">): LegTimes {
  return legs.map(({ queuedAt, calledAt, servedMillis }) => [
    calledAt === null ? null : calledAt - queuedAt,
    servedMillis,
  ]);
}
