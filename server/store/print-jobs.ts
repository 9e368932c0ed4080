/**
 * The table of slips to be printed. A job's key is its ticket's place in the journal and which of the ticket's slips it
 * is: a ticket's slips lie together, and a number taken syncs no index of them.
 */
import { and, asc, count, desc, eq, gt, gte, lt, max, sql, type SQL } from "drizzle-orm";
import type { NewPrintJob, PrintJobRow, PrintJobTable } from "../commands/ports.ts";
import { issuedSeqOf } from "../domain/ticket-id.ts";
import type { OpenDatabase } from "./database.ts";
import { dayTable, within } from "./days.ts";
import { quick } from "./quick.ts";
import { printJobs } from "./tables.ts";

/** Slips that one ticket can have. */
const SLIPS = 1000;

function firstJobOf(issuedSeq: number): number {
  return issuedSeq * SLIPS;
}

export function printJobTable({ db, raw }: OpenDatabase): PrintJobTable {
  const days = dayTable({ db });
  const insert = quick<
    [
      order: number,
      ticket: string,
      number: string,
      device: string | null,
      state: string,
      isCopy: number,
      slip: Buffer,
      createdAt: number,
    ]
  >(
    raw,
    db.insert(printJobs).values({
      order: sql.placeholder("order"),
      ticket: sql.placeholder("ticket"),
      number: sql.placeholder("number"),
      device: sql.placeholder("device"),
      state: sql.placeholder("state"),
      isCopy: sql.placeholder("isCopy"),
      attempts: sql`0`,
      problem: sql`null`,
      slip: sql.placeholder("slip"),
      createdAt: sql.placeholder("createdAt"),
      printedAt: sql`null`,
    }),
    ["order", "ticket", "number", "device", "state", "isCopy", "slip", "createdAt"],
  );
  const add = ({ ticket, number, device, state, slip, createdAt }: NewPrintJob, order: number, isCopy: 0 | 1): void => {
    insert.run(order, ticket, number, device, state, isCopy, slip, createdAt);
  };
  const slipsFrom = (first: number): SQL | undefined =>
    and(gte(printJobs.order, first), lt(printJobs.order, first + SLIPS));
  const latest = db
    .select()
    .from(printJobs)
    .where(and(gte(printJobs.order, sql.placeholder("first")), lt(printJobs.order, sql.placeholder("end"))))
    .orderBy(desc(printJobs.order))
    .limit(1)
    .prepare();
  // The condition on the state is the partial index's own, word for word.
  const due = (device: string): SQL | undefined =>
    and(eq(printJobs.device, device), sql`state in ('pending', 'printing')`);

  return {
    insertFirst(job, issuedSeq) {
      const order = firstJobOf(issuedSeq);
      add(job, order, 0);
      return String(order);
    },
    insertCopy(job, of) {
      const first = Number(of) - (Number(of) % SLIPS);
      const last = db
        .select({ order: max(printJobs.order) })
        .from(printJobs)
        .where(slipsFrom(first))
        .get();
      const order = (last?.order ?? first) + 1;
      if (order >= first + SLIPS) return null;
      add(job, order, 1);
      return String(order);
    },
    keepNoLaterThan: (at) => void db.update(printJobs).set({ createdAt: at }).where(gt(printJobs.createdAt, at)).run(),
    forgetBefore: (at) => void db.delete(printJobs).where(lt(printJobs.createdAt, at)).run(),
    update(id, change) {
      db.update(printJobs)
        .set(change)
        .where(eq(printJobs.order, Number(id)))
        .run();
    },
    find(id) {
      const row = isId(id)
        ? db
            .select()
            .from(printJobs)
            .where(eq(printJobs.order, Number(id)))
            .get()
        : undefined;
      return row ? shape(row) : null;
    },
    list({ state, ticket, date, after, limit }) {
      const wanted: (SQL | undefined)[] = [];
      if (state !== undefined) wanted.push(eq(printJobs.state, state));
      if (ticket !== undefined) {
        const seq = issuedSeqOf(ticket);
        if (seq === null) return [];
        wanted.push(slipsFrom(firstJobOf(seq)), eq(printJobs.ticket, ticket));
      }
      if (date !== undefined) {
        wanted.push(within(printJobs.order, days.stretches(date), SLIPS));
      }
      if (after !== undefined) wanted.push(lt(printJobs.order, Number(after)));
      const rows = db
        .select()
        .from(printJobs)
        .where(and(...wanted))
        .orderBy(desc(printJobs.order))
        .limit(limit)
        .all();
      return rows.map(shape);
    },
    firstDue(device) {
      const row = db.select().from(printJobs).where(due(device)).orderBy(asc(printJobs.order)).limit(1).get();
      return row ? shape(row) : null;
    },
    countDue: (device) => db.select({ jobs: count() }).from(printJobs).where(due(device)).get()?.jobs ?? 0,
    latestOf({ issuedSeq }) {
      const first = firstJobOf(issuedSeq);
      const row = latest.get({ first, end: first + SLIPS });
      return row ? shape(row) : null;
    },
  };
}

function shape({ order, ...row }: typeof printJobs.$inferSelect): PrintJobRow {
  return { id: String(order), ...row };
}

function isId(id: string): boolean {
  return /^[1-9]\d{0,14}$/.test(id);
}
