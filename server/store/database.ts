/** Opens the hub's SQLite file the way a journal needs it: write-ahead log, every commit synced to disk. */
import Database from "better-sqlite3";
import { drizzle, type BetterSQLite3Database } from "drizzle-orm/better-sqlite3";
import { migrate } from "drizzle-orm/better-sqlite3/migrator";
import { mkdirSync } from "node:fs";
import { join } from "node:path";
import * as tables from "./tables.ts";

export type Db = BetterSQLite3Database<typeof tables>;

export interface OpenDatabase {
  readonly db: Db;
  readonly raw: Database.Database;
}

/** A log of 16 MB before it is brought home: most pages are written to many times until then, and go home once. */
const CHECKPOINT_PAGES = 4000;

/** The file of the journal in a data folder. */
export function databaseFile(dataFolder: string): string {
  return join(dataFolder, "hub.sqlite");
}

/**
 * Opens and migrates the database of a data folder, which is made if it is missing.
 * Throws where the folder or file cannot be used.
 */
export function openDatabase(dataFolder: string, migrationsFolder: string): OpenDatabase {
  mkdirSync(dataFolder, { recursive: true, mode: 0o700 });
  const raw = new Database(databaseFile(dataFolder));
  try {
    raw.pragma("journal_mode = WAL");
    raw.pragma("synchronous = FULL");
    raw.pragma(`wal_autocheckpoint = ${String(CHECKPOINT_PAGES)}`);
    raw.pragma("busy_timeout = 5000");
    const db = drizzle(raw, { schema: tables, casing: "snake_case" });
    migrate(db, { migrationsFolder });
    return { db, raw };
  } catch (error) {
    raw.close();
    throw error;
  }
}
