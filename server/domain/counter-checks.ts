/** Checks that every command at a counter begins with: it exists, it is open, it is this clerk's. */
import { isRefusal, refuse, type Refusal } from "../../shared/domain/refusal.ts";
import type { HallState } from "./state.ts";
import type { Counter, Ticket } from "./ticket.ts";

export function counterTakenBy(
  state: HallState,
  { counter: number, clerk }: { counter: number; clerk: string },
): Counter | Refusal {
  const counter = state.counters.get(number);
  if (!counter) return refuse("not-found", { field: "counter" });
  if (counter.state === "closed") return refuse("counter-closed");
  if (counter.clerk !== clerk) return refuse("not-allowed");
  return counter;
}

/** The counter and the ticket in its hand, which must be the one meant if one was named. */
export function inHandAt(
  state: HallState,
  command: { readonly counter: number; readonly clerk: string; readonly ticket: string | null },
): { readonly counter: Counter; readonly ticket: Ticket } | Refusal {
  const counter = counterTakenBy(state, command);
  if (isRefusal(counter)) return counter;
  const ticket = counter.ticket === null ? undefined : state.tickets.get(counter.ticket);
  if (!ticket || (command.ticket !== null && command.ticket !== ticket.id)) return refuse("not-in-hand");
  return { counter, ticket };
}
