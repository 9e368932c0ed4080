/** The projection of tickets: one row each with its last state, kept in the transaction of its events. */
import { and, asc, eq, gt, sql, type SQL } from "drizzle-orm";
import type { TicketQuery } from "../commands/ports.ts";
import type { Ticket } from "../domain/ticket.ts";
import type { Db } from "./database.ts";
import { tickets } from "./tables.ts";

export function ticketTable(db: Db) {
  const row = {
    id: sql.placeholder("id"),
    seq: sql.placeholder("seq"),
    date: sql.placeholder("date"),
    number: sql.placeholder("number"),
    service: sql.placeholder("service"),
    state: sql.placeholder("state"),
    counter: sql.placeholder("counter"),
    data: sql.placeholder("data"),
  };
  const save = db
    .insert(tickets)
    .values(row)
    .onConflictDoUpdate({
      target: tickets.id,
      set: {
        service: sql`excluded.service`,
        state: sql`excluded.state`,
        counter: sql`excluded.counter`,
        data: sql`excluded.data`,
      },
    })
    .prepare();
  const byId = db
    .select({ data: tickets.data })
    .from(tickets)
    .where(eq(tickets.id, sql.placeholder("id")))
    .prepare();

  return {
    save(ticket: Ticket, date: string): void {
      save.run({
        id: ticket.id,
        seq: ticket.issuedSeq,
        date,
        number: ticket.number,
        service: ticket.service,
        state: ticket.state,
        counter: ticket.counter,
        data: JSON.stringify(ticket),
      });
    },
    find(id: string): Ticket | null {
      const found = byId.get({ id });
      return found ? parse(found.data) : null;
    },
    list({ date, state, service, counter, number, after, limit }: TicketQuery): Ticket[] {
      const wanted: SQL[] = [eq(tickets.date, date)];
      if (state !== undefined) wanted.push(eq(tickets.state, state));
      if (service !== undefined) wanted.push(eq(tickets.service, service));
      if (counter !== undefined) wanted.push(eq(tickets.counter, counter));
      if (number !== undefined) wanted.push(eq(tickets.number, number));
      if (after !== undefined) wanted.push(gt(tickets.seq, sql`(select seq from tickets where id = ${after})`));
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

/** Rows are written by `save` alone, so their shape is known. */
function parse(data: string): Ticket {
  return JSON.parse(data) as Ticket;
}
