/** Taking a number: the ticket, the marks of who takes it, and its slip are one commit. */
import { isRefusal, refuse, type Refusal } from "../../shared/domain/refusal.ts";
import type { Channel, Language, PrintJobState } from "../../shared/domain/vocabulary.ts";
import type { IssueTicket, Ticket as TicketOnWire } from "../../shared/wire/ticket.ts";
import type { Actor } from "../domain/events.ts";
import { rulesOf } from "../domain/hall.ts";
import { ticketView } from "../views/ticket-view.ts";
import type { Context } from "./context.ts";
import { slipOf } from "./slip-of.ts";
import { findPerson, marksOf, remember, type Marks } from "./people.ts";
import type { Task, Work } from "./ports.ts";

export interface IssueRequest {
  readonly body: IssueTicket;
  readonly by: Actor;
  readonly channel: Channel;
  readonly lang: Language;
  /** The station it was taken at. */
  readonly device: string | null;
}

/** Refusals: those of `decideIssue`; for strangers `contact-the-desk`. The answer bears no token: routes add it. */
export function issueTicket(context: Context, { body, by, channel, lang, device }: IssueRequest): Task<TicketOnWire> {
  return (work) => {
    const { execute, state, tx, now } = work;
    const ticketClass = body.class ?? "normal";
    if (ticketClass === "appointment") return refuse("invalid-request", { field: "class" });
    const issuedSeq = state.seq + 1;
    const id = context.newTicketId(issuedSeq);
    const marks = marksWanted(context, work, body);
    const known = marks && findPerson(tx.people, marks);
    const personId = marks ? (known?.id ?? context.newId()) : null;
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
      anyHour: context.anyHour,
    });
    if (isRefusal(events)) {
      // Whose number it is that keeps them from one more would tell a stranger who is here.
      if (by === "resident" && events.refused === "already-queued") return refuse("contact-the-desk");
      return events.refused === "service-closed"
        ? withReason(context, events, state.today.stopped.get(body.service)?.note ?? null)
        : events;
    }
    // Of whoever takes a number nothing is kept but the marks.
    if (marks && personId !== null)
      remember(context.seal, tx.people, { id: personId, known, marks, data: {}, until: now, isTrusted: false });
    return withFirstSlip(context, work, { id, issuedSeq, device });
  };
}

/** Who takes a number matters only where the hall gives one a person and service. */
function marksWanted({ seal }: Context, { state }: Work, { person }: IssueTicket): Marks | null {
  if (!person || rulesOf(state).onePerPerson === "off") return null;
  const marks = marksOf(seal, person);
  return marks.id === null && marks.phone === null ? null : marks;
}

/** The ticket just issued, with the job of its slip. `device`: the station it was taken at. */
export function withFirstSlip(
  context: Context,
  { state, tx, now }: Pick<Work, "state" | "tx" | "now">,
  { id, issuedSeq, device }: { readonly id: string; readonly issuedSeq: number; readonly device: string | null },
): TicketOnWire {
  const ticket = state.tickets.get(id);
  if (ticket?.issuedSeq !== issuedSeq) throw new Error("an issued ticket is in the state, at the place its id names");
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
}

/** Why the service is stopped stands beside the journal, where the rules do not look. */
function withReason({ words }: Context, refusal: Refusal, note: string | null): Refusal {
  const reason = note === null ? null : words.note(note);
  return reason === null ? refusal : { ...refusal, detail: { ...refusal.detail, reason } };
}
