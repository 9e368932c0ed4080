/** What a backup holds, read without changing it, be it of an earlier version of the hub. */
import { drizzle } from "drizzle-orm/better-sqlite3";
import type { HallState } from "../domain/state.ts";
import { foldState } from "./fold.ts";
import { journalTable } from "./journal.ts";
import * as tables from "./tables.ts";
import { reading } from "./verify.ts";

export interface BackupContents {
  readonly state: HallState;
  /** Tells with which secret key the hub worked; null where it never came to say so. */
  readonly key: string | null;
}

/** Throws where the file is no backup; expects one that `checkCopy` has found whole. */
export function backupContents(file: string): BackupContents {
  return reading(file, (raw) => {
    const db = drizzle(raw, { schema: tables, casing: "snake_case" });
    const fact = raw.prepare<[], { value: string }>("select value from facts where name = 'key'").get();
    return { state: foldState({ db, journal: journalTable({ db, raw }) }), key: fact?.value ?? null };
  });
}
