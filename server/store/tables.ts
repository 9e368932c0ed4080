/**
 * Tables of the hub's SQLite file. `journal` is the truth; `tickets` and `bookings` are rebuilt from it;
 * the rest are working tables that no journal holds. Instants are epoch milliseconds.
 */
import { sql } from "drizzle-orm";
import { blob, index, integer, primaryKey, real, sqliteTable, text, uniqueIndex } from "drizzle-orm/sqlite-core";
import type { Printer } from "../../shared/wire/access.ts";
import type { ItemContent, ScreenSettings } from "../../shared/wire/lobby.ts";
import type { Slip } from "../../shared/wire/print.ts";
import type {
  DeviceKind,
  ItemState,
  MediaKind,
  PrintJobState,
  PrintProblem,
  Role,
} from "../../shared/domain/vocabulary.ts";

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

/** Files that items show; the bytes lie in the data folder, named by their hash. */
export const media = sqliteTable(
  "media",
  {
    id: text().primaryKey(),
    sha256: text().notNull(),
    kind: text().$type<MediaKind>().notNull(),
    /** As it was called where it came from. */
    name: text().notNull(),
    type: text().notNull(),
    bytes: integer().notNull(),
    width: integer().notNull(),
    height: integer().notNull(),
    seconds: real(),
    /** Of a PDF: each page as a picture. */
    pages: text({ mode: "json" }).$type<
      readonly { readonly sha256: string; readonly bytes: number; readonly width: number; readonly height: number }[]
    >(),
    by: text().notNull(),
    at: integer().notNull(),
  },
  (table) => [index("media_sha256").on(table.sha256)],
);

/** What lobby screens show besides calls: where each item stands. What it says stands in its versions. */
export const items = sqliteTable("items", {
  id: text().primaryKey(),
  state: text().$type<ItemState>().notNull(),
  version: integer().notNull(),
  publishedVersion: integer(),
  createdAt: integer().notNull(),
  changedAt: integer().notNull(),
});

/** Every version of every item, kept for good once one was published: what stood on a public wall can be told years later. */
export const itemVersions = sqliteTable(
  "item_versions",
  {
    item: text().notNull(),
    version: integer().notNull(),
    data: text({ mode: "json" }).$type<ItemContent>().notNull(),
    author: text().notNull(),
    at: integer().notNull(),
    submittedAt: integer(),
    /** How the review ended; null until it has. */
    verdict: text().$type<"approved" | "rejected">(),
    decidedBy: text(),
    decidedAt: integer(),
    /** Why it was sent back, sealed like all free text. */
    note: blob({ mode: "buffer" }),
    withdrawnAt: integer(),
  },
  (table) => [primaryKey({ columns: [table.item, table.version] })],
);

/** How a paired screen is set; a row goes with its device. */
export const screens = sqliteTable("screens", {
  device: text().primaryKey(),
  settings: text({ mode: "json" }).$type<ScreenSettings>().notNull(),
});

/** Proof of play, an hour of one item on one screen to a row: a wall shows ten thousand turns a day. */
export const plays = sqliteTable(
  "plays",
  {
    /** The beginning of the hour. */
    hour: integer().notNull(),
    screen: text().notNull(),
    item: text().notNull(),
    version: integer().notNull(),
    plays: integer().notNull(),
    seconds: real().notNull(),
    firstAt: integer().notNull(),
    lastAt: integer().notNull(),
  },
  (table) => [primaryKey({ columns: [table.hour, table.screen, table.item, table.version] })],
);
