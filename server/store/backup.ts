/** Online backups: a consistent copy made while the hub works, verified before it counts. */
import {
  accessSync,
  closeSync,
  constants,
  existsSync,
  fsyncSync,
  mkdirSync,
  openSync,
  readdirSync,
  renameSync,
  rmSync,
} from "node:fs";
import { join } from "node:path";
import { databaseFile } from "./database.ts";
import { reading, verifyChain } from "./verify.ts";

const KEPT = 30;
const DAY_MILLIS = 24 * 60 * 60_000;

/** Makes the backup folder where it is missing. Throws where nothing could be written into it. */
export function openBackupFolder(backupFolder: string): void {
  mkdirSync(backupFolder, { recursive: true, mode: 0o700 });
  accessSync(backupFolder, constants.W_OK);
}

/**
 * Copies the database of a data folder into the backup folder and verifies the copy's chain and integrity.
 * Answers the new file; throws, leaving none, where the copy is not sound. The thirty newest are kept.
 */
export function backUp(dataFolder: string, backupFolder: string, now = new Date()): string {
  openBackupFolder(backupFolder);
  // First, since what cut-off ones left may be what this one lacks room for.
  forgetDrafts(backupFolder, now.getTime());
  const name = nameOf(now);
  const draft = join(backupFolder, `.${name}.part`);
  try {
    copyTo(draft, dataFolder);
    checkCopy(draft);
    toDisk(draft);
  } catch (error) {
    for (const suffix of ["", "-journal", "-wal", "-shm"]) rmSync(draft + suffix, { force: true });
    throw error;
  }
  const file = join(backupFolder, name);
  renameSync(draft, file);
  toDisk(backupFolder);
  for (const old of oldestFirst(backupFolder, name).slice(0, -KEPT)) rmSync(join(backupFolder, old), { force: true });
  return file;
}

/**
 * In one reading transaction, so that a hub which goes on committing neither waits nor makes it begin anew.
 * What was deleted is not in the copy, not even in pages that are free.
 */
function copyTo(draft: string, dataFolder: string): void {
  reading(databaseFile(dataFolder), (source) => source.prepare("VACUUM INTO ?").run(draft));
}

function toDisk(path: string): void {
  const descriptor = openSync(path, "r");
  try {
    fsyncSync(descriptor);
  } finally {
    closeSync(descriptor);
  }
}

/** A backup that was cut off left its draft; one of today may still be on its way. */
function forgetDrafts(backupFolder: string, now: number): void {
  const yesterday = `.${nameOf(new Date(now - DAY_MILLIS))}`;
  for (const name of readdirSync(backupFolder))
    if (/^\.hub-.*\.part/.test(name) && name < yesterday) rmSync(join(backupFolder, name), { force: true });
}

function nameOf(at: Date): string {
  return `hub-${at.toISOString().replaceAll(/[:.]/g, "-")}.sqlite`;
}

/** Throws where a copy of the database is not whole; changes nothing of it. */
export function checkCopy(file: string): void {
  reading(file, (copy) => {
    const [first] = copy.pragma("integrity_check") as { integrity_check: string }[];
    if (first?.integrity_check !== "ok")
      throw new Error(`the copy is damaged: ${first?.integrity_check ?? "unreadable"}`);
  });
  const { brokenAt } = verifyChain(file);
  if (brokenAt !== null) throw new Error(`the copy's chain is broken at event ${String(brokenAt)}`);
}

/** Those that are named later than what was made just now are of a clock that had run ahead: they go first. */
function oldestFirst(backupFolder: string, newest: string): string[] {
  const found = backupsIn(backupFolder);
  return [...found.filter((name) => name > newest), ...found.filter((name) => name <= newest)];
}

/** Whether a backup was made within a day before this instant. */
export function isBackedUp(backupFolder: string, now = new Date()): boolean {
  if (!existsSync(backupFolder)) return false;
  const newest = backupsIn(backupFolder).findLast((name) => name <= nameOf(now));
  return newest !== undefined && newest > nameOf(new Date(now.getTime() - DAY_MILLIS));
}

/** Backups of a folder, oldest first. */
export function backupsIn(folder: string): string[] {
  return readdirSync(folder)
    .filter((name) => /^hub-.*\.sqlite$/.test(name))
    .sort();
}
