/** Handlers of commands on a ticket in nobody's hand: each answers the ticket. */
import { isRefusal, refuse } from "../../shared/domain/refusal.ts";
import type { Ticket as TicketOnWire } from "../../shared/wire/ticket.ts";
import { ticketClasses, type TicketClass } from "../../shared/domain/vocabulary.ts";
import type { TicketCommand, VisitCommand } from "../domain/commands.ts";
import type { Actor } from "../domain/events.ts";
import { reasonsOf } from "../domain/hall.ts";
import { residentView, ticketView } from "../views/ticket-view.ts";
import type { Context } from "./context.ts";
import { noted } from "./counter-commands.ts";
import { ofDayOver } from "./day-over.ts";
import type { Task } from "./ports.ts";

/** `audience`: staff see a priority's reason, the holder of the ticket's link does not. */
export function onTicket(
  context: Context,
  command: TicketCommand | VisitCommand,
  audience: "staff" | "resident",
): Task<TicketOnWire> {
  return ({ execute, state, now }) => {
    const events = execute(command);
    if (isRefusal(events)) return ofDayOver(context, events, command);
    const ticket = state.tickets.get(command.ticket);
    if (!ticket) return refuse("not-found", { field: "ticket" });
    const view = audience === "staff" ? ticketView : residentView;
    return view(context.moments.sure(state, now), ticket);
  };
}

export interface Reclassification {
  readonly ticket: string;
  readonly by: Actor;
  readonly class: TicketClass;
  readonly reason: string;
}

/**
 * Another class for a ticket. A priority has one of the hall's reasons, by its key; why somebody goes back to where
 * everybody waits is free text.
 */
export function reclassify(context: Context, { reason, ...asked }: Reclassification): Task<TicketOnWire> {
  return (work) => {
    const { hall } = work.state;
    const isPriority = asked.class === "statutory" || asked.class === "courtesy";
    const isKey = isPriority || (hall !== null && ticketClasses.some((each) => reasonsOf(hall, each).includes(reason)));
    const change = (note: string | null): Task<TicketOnWire> =>
      onTicket(context, { type: "reclassify", ...asked, reason: isKey ? reason : null, note }, "staff");
    return noted(context, isKey ? null : reason, change)(work);
  };
}
