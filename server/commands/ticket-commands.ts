/** Handlers of commands on a ticket in nobody's hand: answers the ticket. */
import { isRefusal, refuse } from "../../shared/domain/refusal.ts";
import type { Ticket as TicketOnWire } from "../../shared/wire/ticket.ts";
import type { TicketCommand } from "../domain/commands.ts";
import { residentView, ticketView } from "../views/ticket-view.ts";
import type { Context } from "./context.ts";
import type { Task } from "./ports.ts";

/** `audience`: staff see a priority's reason, the holder of the ticket's link does not. */
export function onTicket(context: Context, command: TicketCommand, audience: "staff" | "resident"): Task<TicketOnWire> {
  return ({ execute, state, now }) => {
    const ticket = state.tickets.get(command.ticket);
    if (!ticket && context.store.findTicket(command.ticket)) {
      // It belongs to a day that is over.
      return refuse(command.type === "requeue" ? "ticket-not-missed" : "ticket-not-waiting");
    }
    const events = execute(command);
    if (isRefusal(events)) return events;
    if (!ticket) return refuse("not-found", { field: "ticket" });
    const view = audience === "staff" ? ticketView : residentView;
    return view(context.moments.sure(state, now), ticket);
  };
}
