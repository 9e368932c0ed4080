/** What one resident has chosen at the station, and where he has come to. Given back whole when he leaves. */
import type { TicketClass } from "../shared/domain/vocabulary.ts";
import type { ApiProblem } from "../shared/ui/api.ts";
import type { HallServiceNow } from "../shared/wire/hall.ts";
import type { AskBack } from "./ask-back.ts";
import type { Place } from "./events.ts";
import type { Found } from "./look-up.ts";

export type View =
  | { readonly at: Place }
  | { readonly at: "ask"; readonly service: HallServiceNow; readonly ask: AskBack }
  | { readonly at: "taking" }
  | { readonly at: "ticket" }
  | { readonly at: "refused"; readonly problem: ApiProblem }
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
