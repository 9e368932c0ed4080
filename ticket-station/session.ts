/** What one resident has chosen at the station, and where he has come to. Given back whole when he leaves. */
import type { TicketClass } from "../shared/domain/vocabulary.ts";
import type { ApiProblem } from "../shared/ui/api.ts";
import type { HallNow, HallServiceNow } from "../shared/wire/hall.ts";
import type { AskBack } from "./ask-back.ts";
import type { Place } from "./events.ts";
import type { Found } from "./look-up.ts";
import { keptPlaces, nextPlaces } from "./service-order.ts";

export type View =
  /** `typed`: digits that led to no booking, to be looked at again. */
  | { readonly at: Place; readonly typed?: string }
  | { readonly at: "ask"; readonly service: HallServiceNow; readonly ask: AskBack }
  | { readonly at: "taking" }
  | { readonly at: "ticket" }
  | { readonly at: "refused"; readonly problem: ApiProblem }
  /** No booking goes by these digits. */
  | { readonly at: "not-booked"; readonly typed: string }
  /** The hub was never heard: nobody here knows whether a number was given. */
  | { readonly at: "unsure" }
  | { readonly at: "found"; readonly found: Found };

export interface Priority {
  readonly class: TicketClass;
  readonly reason: string;
}

export interface Session {
  readonly view: View;
  readonly isLarge: boolean;
  readonly priority: Priority | null;
  /** Ids of the services with a place on the first page; they stay from one resident to the next. */
  readonly frequent: readonly string[];
}

export const freshSession: Session = { view: { at: "services" }, isLarge: false, priority: null, frequent: [] };

/** Whether there is nothing in it to give back. */
export function isUntouched({ view, isLarge, priority }: Session): boolean {
  return view.at === "services" && !isLarge && priority === null;
}

/**
 * The session with the hall as it is now. Whoever stands there may be about to tap: only a service that is gone makes
 * room. Before the first page was ever shown, what is taken most has its place at once.
 */
export function withServices(session: Session, hall: HallNow): Session {
  const { frequent } = session;
  return { ...session, frequent: frequent.length === 0 ? nextPlaces(frequent, hall) : keptPlaces(frequent, hall) };
}

/** A new resident's session: nothing of the last one's but the places of the services. */
export function nextSession({ frequent }: Session, hall: HallNow | null): Session {
  return { ...freshSession, frequent: hall ? nextPlaces(frequent, hall) : frequent };
}
