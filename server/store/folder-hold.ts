/**
 * One hub a data folder. Who holds it keeps an exclusive transaction open on a small file beside the journal: the lock
 * is the operating system's and goes with the process, however that ends, so that none is ever left behind.
 */
import Database from "better-sqlite3";
import { mkdirSync } from "node:fs";
import { join } from "node:path";

/** Two that come at the same instant must not both find the other one there. */
const PATIENCE_MILLIS = 250;

export interface FolderHold {
  release(): void;
}

/** Holds a data folder, which is made if it is missing. Throws where somebody else holds it, having changed nothing. */
export function holdFolder(dataFolder: string): FolderHold {
  mkdirSync(dataFolder, { recursive: true, mode: 0o700 });
  const file = new Database(join(dataFolder, "hub.lock"), { timeout: PATIENCE_MILLIS });
  try {
    // Nothing is ever written: the file stays empty and needs no other beside it.
    file.pragma("journal_mode = MEMORY");
    file.exec("BEGIN EXCLUSIVE");
  } catch (error) {
    file.close();
    throw isBusy(error) ? new Error(`a hub is running on ${dataFolder}; stop it first`) : error;
  }
  return {
    release() {
      file.close();
    },
  };
}

function isBusy(error: unknown): boolean {
  return error instanceof Error && "code" in error && error.code === "SQLITE_BUSY";
}
