/** Online backups: a consistent copy made while the hub works, verified before it counts. */
import Database from "better-sqlite3";
import { mkdirSync, readdirSync, renameSync, rmSync } from "node:fs";
import { join } from "node:path";
import { databaseFile } from "./database.ts";
import { verifyChain } from "./verify.ts";

const KEPT = 30;

/**
 * Copies the journal of a data folder into the backup folder and verifies the copy's chain and integrity.
 * Answers the new file; throws, leaving none, where the copy is not sound. The thirty newest are kept.
 */
export async function backUp(dataFolder: string, backupFolder: string, now = new Date()): Promise<string> {
  mkdirSync(backupFolder, { recursive: true, mode: 0o700 });
  const name = `hub-${now.toISOString().replaceAll(/[:.]/g, "-")}.sqlite`;
  const draft = join(backupFolder, `.${name}.part`);
  const source = new Database(databaseFile(dataFolder), { fileMustExist: true });
  try {
    await source.backup(draft);
  } finally {
    source.close();
  }
  try {
    checkCopy(draft);
  } catch (error) {
    rmSync(draft, { force: true });
    throw error;
  }
  const file = join(backupFolder, name);
  renameSync(draft, file);
  for (const old of backupsIn(backupFolder).slice(0, -KEPT)) rmSync(join(backupFolder, old), { force: true });
  return file;
}

/** Throws where a copy of the database is not whole. */
export function checkCopy(file: string): void {
  const copy = new Database(file, { fileMustExist: true });
  try {
    copy.pragma("journal_mode = DELETE");
    const [first] = copy.pragma("integrity_check") as { integrity_check: string }[];
    if (first?.integrity_check !== "ok")
      throw new Error(`the copy is damaged: ${first?.integrity_check ?? "unreadable"}`);
  } finally {
    copy.close();
  }
  const { brokenAt } = verifyChain(file);
  if (brokenAt !== null) throw new Error(`the copy's chain is broken at event ${String(brokenAt)}`);
}

/** Backups of a folder, oldest first. */
export function backupsIn(folder: string): string[] {
  return readdirSync(folder)
    .filter((name) => /^hub-.*\.sqlite$/.test(name))
    .sort();
}
