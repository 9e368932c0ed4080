/** Tables that no journal holds: answers kept for repeated requests, users, sign-ins, devices, print jobs. */
import { and, asc, desc, eq, gt, isNull, lt, ne, sql, type SQL } from "drizzle-orm";
import type {
  Devices,
  KeptAnswer,
  NewAnswer,
  PrintJobRow,
  PrintJobTable,
  Sessions,
  UserRow,
  Users,
} from "../commands/ports.ts";
import type { Db } from "./database.ts";
import { answers, devices, printJobs, sessions, users } from "./tables.ts";

export function answerTable(db: Db) {
  const one = db
    .select()
    .from(answers)
    .where(and(eq(answers.scope, sql.placeholder("scope")), eq(answers.key, sql.placeholder("key"))))
    .prepare();
  const insert = db
    .insert(answers)
    .values({
      scope: sql.placeholder("scope"),
      key: sql.placeholder("key"),
      fingerprint: sql.placeholder("fingerprint"),
      body: sql.placeholder("body"),
      at: sql.placeholder("at"),
    })
    .prepare();
  return {
    find: (scope: string, key: string): KeptAnswer | null => one.get({ scope, key }) ?? null,
    keep({ scope, key, fingerprint, body, at }: NewAnswer): void {
      insert.run({ scope, key, fingerprint, body, at });
    },
    forgetBefore(at: number): void {
      db.delete(answers).where(lt(answers.at, at)).run();
    },
  };
}

export function userTable(db: Db): Users {
  const alive = isNull(users.deletedAt);
  const shape = ({ deletedAt: _, ...row }: typeof users.$inferSelect): UserRow => row;
  return {
    all: () =>
      db
        .select()
        .from(users)
        .all()
        .map((row) => ({ ...shape(row), isDeleted: row.deletedAt !== null })),
    byName(user) {
      const row = db
        .select()
        .from(users)
        .where(and(eq(users.user, user), alive))
        .get();
      return row ? shape(row) : null;
    },
    byId(id) {
      const row = db
        .select()
        .from(users)
        .where(and(eq(users.id, id), alive))
        .get();
      return row ? shape(row) : null;
    },
    insert: (row) => void db.insert(users).values(row).run(),
    update: (id, change) => void db.update(users).set(change).where(eq(users.id, id)).run(),
    remove: (id, at) => void db.update(users).set({ deletedAt: at, passwordHash: "" }).where(eq(users.id, id)).run(),
  };
}

export function sessionTable(db: Db): Sessions {
  return {
    all: () => db.select().from(sessions).all(),
    insert: (row) => void db.insert(sessions).values(row).run(),
    forgetExpired: (at) => void db.delete(sessions).where(lt(sessions.expiresAt, at)).run(),
    remove: (tokenHash) => void db.delete(sessions).where(eq(sessions.tokenHash, tokenHash)).run(),
    removeOf(userId, except) {
      const spared = except === undefined ? undefined : ne(sessions.tokenHash, except);
      db.delete(sessions)
        .where(and(eq(sessions.userId, userId), spared))
        .run();
    },
  };
}

export function deviceTable(db: Db): Devices {
  return {
    all: () => db.select().from(devices).orderBy(asc(devices.createdAt)).all(),
    insert: (row) => void db.insert(devices).values(row).run(),
    update: (id, change) => void db.update(devices).set(change).where(eq(devices.id, id)).run(),
    remove: (id) => void db.delete(devices).where(eq(devices.id, id)).run(),
  };
}

/** A job's id is its place in the table, spelled out: one look-up less for every ticket. */
export function printJobTable(db: Db): PrintJobTable {
  const insert = db
    .insert(printJobs)
    .values({
      ticket: sql.placeholder("ticket"),
      number: sql.placeholder("number"),
      device: sql.placeholder("device"),
      state: sql.placeholder("state"),
      isCopy: sql.placeholder("isCopy"),
      attempts: sql.placeholder("attempts"),
      problem: sql.placeholder("problem"),
      slip: sql.placeholder("slip"),
      createdAt: sql.placeholder("createdAt"),
      printedAt: sql.placeholder("printedAt"),
    })
    .prepare();
  const shape = ({ order, ...row }: typeof printJobs.$inferSelect): PrintJobRow => ({ id: String(order), ...row });
  const isId = (id: string): boolean => /^[1-9]\d{0,14}$/.test(id);
  return {
    insert: (row) => String(insert.run(row).lastInsertRowid),
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
    list({ state, ticket, after, limit }) {
      const wanted: SQL[] = [];
      if (state !== undefined) wanted.push(eq(printJobs.state, state));
      if (ticket !== undefined) wanted.push(eq(printJobs.ticket, ticket));
      if (after !== undefined) wanted.push(gt(printJobs.order, Number(after)));
      const rows = db
        .select()
        .from(printJobs)
        .where(and(...wanted))
        .orderBy(asc(printJobs.order))
        .limit(limit)
        .all();
      return rows.map(shape);
    },
    due: (device) =>
      db
        .select()
        .from(printJobs)
        // The condition on the state is the partial index's own, word for word.
        .where(and(eq(printJobs.device, device), sql`state in ('pending', 'printing')`))
        .orderBy(asc(printJobs.order))
        .all()
        .map(shape),
    latestOf(ticket) {
      const row = db
        .select()
        .from(printJobs)
        .where(eq(printJobs.ticket, ticket))
        .orderBy(desc(printJobs.order))
        .limit(1)
        .get();
      return row ? shape(row) : null;
    },
  };
}
