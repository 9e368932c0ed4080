/** Numbers of the printed block, entered after an outage. No slip is printed: the resident holds one. */
import { isRefusal } from "../../shared/domain/refusal.ts";
import type { Language } from "../../shared/domain/vocabulary.ts";
import type { Ticket as TicketOnWire } from "../../shared/wire/ticket.ts";
import type { PaperNumber } from "../domain/commands.ts";
import type { Actor } from "../domain/events.ts";
import { ticketView } from "../views/ticket-view.ts";
import type { Context } from "./context.ts";
import type { Task } from "./ports.ts";

export interface PaperRequest {
  readonly by: Actor;
  readonly lang: Language;
  readonly items: readonly Omit<PaperNumber, "ticket">[];
}

/** Answers the tickets in the order given; refusals are those of `decidePaper`, and then none was taken. */
export function enterPaper(context: Context, { by, lang, items }: PaperRequest): Task<{ items: TicketOnWire[] }> {
  return ({ execute, state, now }) => {
    const first = state.seq + 1;
    const named = items.map((item, index) => ({ ...item, ticket: context.newTicketId(first + index) }));
    const events = execute({ type: "issue-paper", by, lang, items: named });
    if (isRefusal(events)) return events;
    const moment = context.moments.sure(state, now);
    return {
      items: named.flatMap(({ ticket: id }) => {
        const ticket = state.tickets.get(id);
        return ticket ? [ticketView(moment, ticket)] : [];
      }),
    };
  };
}
