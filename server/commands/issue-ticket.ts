/** Taking a number: the ticket, the person's sealed data, and its slip are one commit. */
import { isRefusal, refuse } from "../../shared/domain/refusal.ts";
import type { Channel, Language, PrintJobState } from "../../shared/domain/vocabulary.ts";
import type { IssueTicket, Ticket as TicketOnWire } from "../../shared/wire/ticket.ts";
import type { Actor } from "../domain/events.ts";
import { ticketView } from "../views/ticket-view.ts";
import type { Context } from "./context.ts";
import { slipOf } from "./slip-of.ts";
import type { Task } from "./ports.ts";

export interface IssueRequest {
  readonly body: IssueTicket;
  readonly by: Actor;
  readonly channel: Channel;
  readonly lang: Language;
  /** The station it was taken at. */
  readonly device: string | null;
}

/** Refusals: `not-found`, `invalid-request`, `not-allowed`, `phone-limit`. The answer bears no token: routes add it. */
export function issueTicket(context: Context, { body, by, channel, lang, device }: IssueRequest): Task<TicketOnWire> {
  return ({ execute, state, tx, now }) => {
    const ticketClass = body.class ?? "normal";
    if (ticketClass === "appointment") return refuse("invalid-request", { field: "class" });
    const issuedSeq = state.seq + 1;
    const id = context.newTicketId(issuedSeq);
    const personId = body.person ? context.newId() : null;
    const events = execute({
      type: "issue",
      by,
      ticket: id,
      service: body.service,
      class: ticketClass,
      reason: body.reason ?? null,
      channel,
      lang,
      matters: body.matters ?? 1,
      personId,
    });
    if (isRefusal(events)) return events;
    const ticket = state.tickets.get(id);
    if (ticket?.issuedSeq !== issuedSeq) throw new Error("an issued ticket is in the state, at the place its id names");
    if (personId !== null && body.person) tx.addPerson(personId, context.seal.seal(JSON.stringify(body.person)), now);

    const moment = context.moments.sure(state, now);
    const view = ticketView(moment, ticket);
    const printer = device === null ? null : context.printerOf(device);
    const isPrinted = printer !== null && printer.kind !== "none";
    const jobState: PrintJobState = isPrinted ? "pending" : "kept";
    const slip = slipOf(context, moment, ticket);
    const job = tx.printJobs.insertFirst(
      { ticket: id, number: ticket.number, device, state: jobState, slip, createdAt: now },
      issuedSeq,
    );
    return isPrinted ? { ...view, print: { job, state: jobState } } : view;
  };
}
