/** Checks the hash chain of a journal, row by row, without changing anything. */
import Database from "better-sqlite3";
import { GENESIS, nextHash } from "./journal.ts";

export interface Verification {
  readonly events: number;
  /** The first row that does not fit; null where the whole chain does. */
  readonly brokenAt: number | null;
}

/** Reads the file directly, so that it can judge a copy that nothing else should touch. */
export function verifyChain(file: string): Verification {
  const database = new Database(file, { readonly: true, fileMustExist: true });
  try {
    let hash: Buffer = GENESIS;
    let seq = 0;
    const rows = database
      .prepare<[], { seq: number; bytes: Buffer; hash: Buffer }>("select seq, bytes, hash from journal order by seq")
      .iterate();
    for (const row of rows) {
      const expected = nextHash(hash, row.bytes);
      if (row.seq !== seq + 1 || !expected.equals(row.hash) || seqIn(row.bytes) !== row.seq)
        return { events: seq, brokenAt: seq + 1 };
      hash = row.hash;
      seq = row.seq;
    }
    return { events: seq, brokenAt: null };
  } finally {
    database.close();
  }
}

function seqIn(bytes: Buffer): unknown {
  try {
    const event: unknown = JSON.parse(bytes.toString("utf8"));
    return typeof event === "object" && event !== null && "seq" in event ? event.seq : null;
  } catch {
    return null;
  }
}

/** Says what it found; exit code 0 where the chain is whole, 1 where it is not. */
export function verify(file: string, say: (line: string) => void): number {
  const { events, brokenAt } = verifyChain(file);
  say(
    brokenAt === null
      ? `the chain is whole: ${String(events)} events`
      : `the chain is broken at event ${String(brokenAt)}`,
  );
  return brokenAt === null ? 0 : 1;
}
