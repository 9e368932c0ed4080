/**
 * Verifies the journal of a data folder: its chain, and, since a chain that was cut short is still whole, whether
 * anything else remembers an event behind its end.
 */
import type Database from "better-sqlite3";
import { existsSync } from "node:fs";
import { join } from "node:path";
import { backupsIn } from "./backup.ts";
import { GENESIS, type Chain } from "./journal.ts";
import { readChain, reading } from "./verify.ts";

export interface ToVerify {
  /** The database of a data folder; a hub may be running on it. */
  readonly file: string;
  /** Where its backups lie, if there are any. */
  readonly backupFolder: string;
}

/** Says what it found; exit code 0 where the chain is whole and nothing tells of more, 1 where it is not so. */
export function verifyFolder({ file, backupFolder }: ToVerify, say: (line: string) => void): number {
  // Its own transaction: a hub that is running writes on meanwhile.
  return reading(file, (database) => {
    database.exec("BEGIN");
    const chain = readChain(database);
    if (chain.brokenAt !== null) {
      say(`the chain is broken at event ${String(chain.brokenAt)}`);
      return 1;
    }
    const missing = cutOff(database, chain.end) ?? behindBackup({ database, ...chain, backupFolder, say });
    if (missing !== null) {
      say(`events are missing behind the last one, ${String(chain.end.seq)}: ${missing}`);
      return 1;
    }
    say(`the chain is whole: ${String(chain.end.seq)} events`);
    return 0;
  });
}

/** Whatever is written with an event names its place: tickets all of theirs, days and snapshots the one they are of. */
function cutOff(database: Database.Database, end: Chain): string | null {
  const { seq } = database
    .prepare<[], { seq: number | null }>(
      `select max(seq) as seq from (
         select max(json_extract(data, '$.events[#-1]')) as seq from tickets
         union all select max(seq) from days
         union all select max(seq) from snapshots
       )`,
    )
    .get() ?? { seq: null };
  return seq !== null && seq > end.seq ? `a ticket or day of the hub's lists tells of event ${String(seq)}` : null;
}

interface BesideBackups {
  readonly database: Database.Database;
  readonly epoch: Chain | null;
  readonly backupFolder: string;
  readonly say: (line: string) => void;
}

/**
 * The newest backup of the present epoch must be a part of the journal. One of an epoch that the journal does not know
 * was made before another was put back, and says nothing of what came then.
 */
function behindBackup({ database, epoch, backupFolder, say }: BesideBackups): string | null {
  if (!existsSync(backupFolder)) return null;
  for (const name of backupsIn(backupFolder).reverse()) {
    try {
      const missing = reading(join(backupFolder, name), (backup) => {
        if (epoch !== null && !isIn(backup, epoch)) return undefined;
        const end = endOf(backup);
        return isIn(database, end) ? null : `the backup ${name} holds event ${String(end.seq)}`;
      });
      if (missing !== undefined) return missing;
    } catch {
      say(`the backup ${name} cannot be read`);
    }
  }
  return null;
}

function isIn(database: Database.Database, { seq, hash }: Chain): boolean {
  const row = database.prepare<[number], { hash: Buffer }>("select hash from journal where seq = ?").get(seq);
  return seq === 0 || row?.hash.equals(hash) === true;
}

function endOf(database: Database.Database): Chain {
  const row = database.prepare<[], Chain>("select seq, hash from journal order by seq desc limit 1").get();
  return row ?? { seq: 0, hash: GENESIS };
}
