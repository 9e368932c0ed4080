/** Tickets of a day that is over: the state knows them no longer, and yet they are not unknown. */
import { refuse, type Refusal, type RefusalCode } from "../../shared/domain/refusal.ts";
import type { Command } from "../domain/commands.ts";
import type { Context } from "./context.ts";

/** What a command that found no ticket is told where the ticket is of an earlier day: that its state refuses it. */
export function ofDayOver({ store }: Pick<Context, "store">, refusal: Refusal, command: Command): Refusal {
  const named = "ticket" in command ? command.ticket : null;
  if (refusal.refused !== "not-found" || refusal.field !== "ticket" || named === null) return refusal;
  const ticket = store.findTicket(named);
  return ticket ? refuse(refusedFor(command.type), { detail: { number: ticket.number } }) : refusal;
}

function refusedFor(type: Command["type"]): RefusalCode {
  if (type === "requeue") return "ticket-not-missed";
  return type === "resume" ? "ticket-not-held" : "ticket-not-waiting";
}
