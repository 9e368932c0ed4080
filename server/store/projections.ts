/** What is kept beside the journal in the transaction of its events: one row a ticket with its last state. */
import { and, asc, eq, gt, sql, type SQL } from "drizzle-orm";
import type { TicketQuery } from "../commands/ports.ts";
import { issuedSeqOf } from "../domain/ticket-id.ts";
import { counterNamedBy, type Ticket } from "../domain/ticket.ts";
import type { OpenDatabase } from "./database.ts";
import { dayTable, END, within } from "./days.ts";
import { quick } from "./quick.ts";
import { tickets } from "./tables.ts";

export function ticketTable({ db, raw }: OpenDatabase) {
  const days = dayTable({ db });
  const save = quick<
    [seq: number, number: string, service: string, state: string, counter: number | null, data: string]
  >(
    raw,
    db
      .insert(tickets)
      .values({
        seq: sql.placeholder("seq"),
        number: sql.placeholder("number"),
        service: sql.placeholder("service"),
        state: sql.placeholder("state"),
        counter: sql.placeholder("counter"),
        data: sql.placeholder("data"),
      })
      .onConflictDoUpdate({
        target: tickets.seq,
        set: {
          service: sql`excluded.service`,
          state: sql`excluded.state`,
          counter: sql`excluded.counter`,
          data: sql`excluded.data`,
        },
      }),
    ["seq", "number", "service", "state", "counter", "data"],
  );
  const bySeq = db
    .select({ data: tickets.data })
    .from(tickets)
    .where(eq(tickets.seq, sql.placeholder("seq")))
    .prepare();

  return {
    save(ticket: Ticket): void {
      const { issuedSeq, number, service, state } = ticket;
      save.run(issuedSeq, number, service, state, counterNamedBy(ticket), JSON.stringify(ticket));
    },
    find(id: string): Ticket | null {
      const seq = issuedSeqOf(id);
      const found = seq === null ? undefined : bySeq.get({ seq });
      const ticket = found ? parse(found.data) : null;
      return ticket?.id === id ? ticket : null;
    },
    list({ date, state, service, counter, number, after, limit }: TicketQuery): Ticket[] {
      const wanted: SQL[] = [within(tickets.seq, days.stretches(date))];
      if (state !== undefined) wanted.push(eq(tickets.state, state));
      if (service !== undefined) wanted.push(eq(tickets.service, service));
      if (counter !== undefined) wanted.push(eq(tickets.counter, counter));
      if (number !== undefined) wanted.push(eq(tickets.number, number));
      if (after !== undefined) wanted.push(gt(tickets.seq, issuedSeqOf(after) ?? END));
      const rows = db
        .select({ data: tickets.data })
        .from(tickets)
        .where(and(...wanted))
        .orderBy(asc(tickets.seq))
        .limit(limit)
        .all();
      return rows.map((found) => parse(found.data));
    },
  };
}

/** What rows of earlier versions do not say yet. */
const atFirst = { pending: [] } satisfies Partial<Ticket>;

/** Rows are written by `save` alone, so their shape is known. */
function parse(data: string): Ticket {
  return { ...atFirst, ...(JSON.parse(data) as Ticket) };
}
