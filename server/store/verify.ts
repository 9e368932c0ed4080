/** Checks the hash chain of a journal, row by row, without changing anything. */
import Database from "better-sqlite3";
import { GENESIS, nextHash, type Chain } from "./journal.ts";

export interface Verification {
  readonly events: number;
  /** The first row that does not fit; null where the whole chain does. */
  readonly brokenAt: number | null;
}

/** Reads the file directly, so that it can judge a copy that nothing else should touch. */
export function verifyChain(file: string): Verification {
  const { end, brokenAt } = reading(file, readChain);
  return { events: end.seq, brokenAt };
}

export interface ReadChain extends Pick<Verification, "brokenAt"> {
  /** The last row that fits. */
  readonly end: Chain;
  /** Where the present epoch began. */
  readonly epoch: Chain | null;
}

export function readChain(database: Database.Database): ReadChain {
  let end: Chain = { seq: 0, hash: GENESIS };
  let epoch: Chain | null = null;
  const rows = database
    .prepare<[], { seq: number; bytes: Buffer; hash: Buffer }>("select seq, bytes, hash from journal order by seq")
    .iterate();
  for (const { seq, bytes, hash } of rows) {
    const event = eventIn(bytes);
    if (seq !== end.seq + 1 || !nextHash(end.hash, bytes).equals(hash) || event.seq !== seq)
      return { end, epoch, brokenAt: end.seq + 1 };
    end = { seq, hash };
    if (event.type === "epoch-begun") epoch = end;
  }
  return { end, epoch, brokenAt: null };
}

function eventIn(bytes: Buffer): { readonly seq?: unknown; readonly type?: unknown } {
  try {
    const event: unknown = JSON.parse(bytes.toString("utf8"));
    return typeof event === "object" && event !== null ? event : {};
  } catch {
    return {};
  }
}

/** Opens a database for reading alone, and closes it again. */
export function reading<A>(file: string, read: (database: Database.Database) => A): A {
  const database = new Database(file, { readonly: true, fileMustExist: true });
  try {
    return read(database);
  } finally {
    database.close();
  }
}
