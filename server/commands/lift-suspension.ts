/** Letting somebody book again. */
import { isRefusal, refuse } from "../../shared/domain/refusal.ts";
import type { Actor } from "../domain/events.ts";
import type { Task } from "./ports.ts";

/** Forgets their no-shows; nothing to forget changes nothing. Refusals: `not-found` for nobody. */
export function liftSuspension(personId: string, by: Actor): Task<{ id: string; suspendedUntil: null }> {
  return ({ execute, state, tx }) => {
    if (!state.noShows.has(personId) && tx.people.byId(personId) === null) return refuse("not-found");
    const events = execute({ type: "lift-suspension", by, personId });
    return isRefusal(events) ? events : { id: personId, suspendedUntil: null };
  };
}
