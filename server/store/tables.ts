/**
 * Tables of the hub's SQLite file. `journal` is the truth; `tickets` and `bookings` are rebuilt from it;
 * the rest are working tables that no journal holds. Instants are epoch milliseconds.
 */
import { sql } from "drizzle-orm";
import { blob, index, integer, primaryKey, sqliteTable, text, uniqueIndex } from "drizzle-orm/sqlite-core";
import type { Printer } from "../../shared/wire/access.ts";
import type { Slip } from "../../shared/wire/print.ts";
import type { DeviceKind, PrintJobState, PrintProblem, Role } from "../../shared/domain/vocabulary.ts";

export const journal = sqliteTable("journal", {
  seq: integer().primaryKey(),
  /** The event as it was written; the hash is over these bytes, which are never made anew. */
  bytes: blob({ mode: "buffer" }).notNull(),
  hash: blob({ mode: "buffer" }).notNull(),
});

export const snapshots = sqliteTable("snapshots", { seq: integer().primaryKey(), state: text().notNull() });

/** Where each business day begins in the journal. A date that begins again has that place behind it: `2026-11-25 1234`. */
export const days = sqliteTable("days", { date: text().primaryKey(), seq: integer().notNull() });

/**
 * One row a ticket: its last state. It lies at the place in the journal of its issue, so that a day's tickets lie
 * together in their order. Its id names that place, for every index less is a page less to sync with each number taken.
 */
export const tickets = sqliteTable("tickets", {
  seq: integer().primaryKey(),
  number: text().notNull(),
  service: text().notNull(),
  state: text().notNull(),
  counter: integer(),
  data: text().notNull(),
});

export const answers = sqliteTable(
  "answers",
  {
    scope: text().notNull(),
    key: text().notNull(),
    fingerprint: text().notNull(),
    body: text().notNull(),
    at: integer().notNull(),
  },
  (table) => [primaryKey({ columns: [table.scope, table.key] }), index("answers_at").on(table.at)],
);

export const users = sqliteTable(
  "users",
  {
    id: text().primaryKey(),
    user: text().notNull(),
    name: text().notNull(),
    role: text().$type<Role>().notNull(),
    counters: text({ mode: "json" }).$type<number[]>(),
    passwordHash: text().notNull(),
    deletedAt: integer(),
  },
  (table) => [
    uniqueIndex("users_user")
      .on(table.user)
      .where(sql`deleted_at is null`),
  ],
);

export const sessions = sqliteTable("sessions", {
  tokenHash: text().primaryKey(),
  userId: text().notNull(),
  createdAt: integer().notNull(),
  expiresAt: integer().notNull(),
});

export const devices = sqliteTable("devices", {
  id: text().primaryKey(),
  kind: text().$type<DeviceKind>().notNull(),
  name: text().notNull(),
  counter: integer(),
  tokenHash: text(),
  secretHash: text(),
  printer: text({ mode: "json" }).$type<Printer>(),
  createdAt: integer().notNull(),
  pairedAt: integer(),
});

export const printJobs = sqliteTable(
  "print_jobs",
  {
    /** See `firstJobOf`. */
    order: integer().primaryKey(),
    ticket: text().notNull(),
    number: text().notNull(),
    device: text(),
    state: text().$type<PrintJobState>().notNull(),
    isCopy: integer({ mode: "boolean" }).notNull(),
    attempts: integer().notNull(),
    problem: text().$type<PrintProblem>(),
    slip: blob({ mode: "json" }).$type<Slip>().notNull(),
    createdAt: integer().notNull(),
    printedAt: integer(),
  },
  (table) => [
    index("print_jobs_due")
      .on(table.device)
      .where(sql`state in ('pending', 'printing')`),
  ],
);

/**
 * Names, phones and ID numbers, sealed, with marks by which the same person is found again; a row goes with its marks
 * `retainDays` after `at`, the last instant at which it was needed.
 */
export const people = sqliteTable(
  "people",
  {
    id: text().primaryKey(),
    sealed: blob({ mode: "buffer" }).notNull(),
    at: integer().notNull(),
    idMark: text(),
    phoneMark: text(),
  },
  (table) => [
    index("people_id_mark")
      .on(table.idMark)
      .where(sql`id_mark is not null`),
    index("people_phone_mark")
      .on(table.phoneMark)
      .where(sql`phone_mark is not null`),
  ],
);

/** One row a booking: its last state. A projection, like `tickets`. */
export const bookings = sqliteTable(
  "bookings",
  { id: text().primaryKey(), date: text().notNull(), start: integer().notNull(), data: text().notNull() },
  (table) => [index("bookings_date").on(table.date, table.start)],
);

/** Free-text reasons, sealed, for a person's data may stand in them. */
export const notes = sqliteTable("notes", {
  id: text().primaryKey(),
  sealed: blob({ mode: "buffer" }).notNull(),
  at: integer().notNull(),
});

export const facts = sqliteTable("facts", { name: text().primaryKey(), value: text().notNull() });
