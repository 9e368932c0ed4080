/** What one resident has chosen at the station, and where he has come to. Given back whole when he leaves. */
import type { TicketClass } from "../shared/domain/vocabulary.ts";
import type { ApiProblem } from "../shared/ui/api.ts";
import type { HallNow, HallServiceNow } from "../shared/wire/hall.ts";
import type { AskBack } from "./ask-back.ts";
import type { Place } from "./events.ts";
import type { Found } from "./look-up.ts";
import { frequentServices, offeredServices } from "./service-order.ts";

export type View =
  | { readonly at: Place }
  | { readonly at: "ask"; readonly service: HallServiceNow; readonly ask: AskBack }
  | { readonly at: "taking" }
  | { readonly at: "ticket" }
  | { readonly at: "refused"; readonly problem: ApiProblem }
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
  /** Ids of the services on the first page; kept while somebody reads it, so that nothing moves under a finger. */
  readonly frequent: readonly string[];
}

export const freshSession: Session = { view: { at: "services" }, isLarge: false, priority: null, frequent: [] };

/** Whether there is nothing in it to give back. */
export function isUntouched({ view, isLarge, priority }: Session): boolean {
  return view.at === "services" && !isLarge && priority === null;
}

/**
 * Puts the most taken services first for a new resident, and for nobody else: whoever stands there may be about to
 * tap. Only a service that is gone makes room before.
 */
export function withServices(session: Session, hall: HallNow): Session {
  const offered = offeredServices(hall);
  const { frequent } = session;
  const isWhole = frequent.length > 0 && frequent.every((id) => offered.some((service) => service.id === id));
  return isWhole ? session : { ...session, frequent: frequentServices(hall) };
}
