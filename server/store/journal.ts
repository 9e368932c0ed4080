/**
 * The append-only, hash-chained record of what happened.
 * Each row's hash is SHA-256 of the previous row's hash followed by the row's bytes as they lie on disk.
 */
import { hash } from "node:crypto";
import { asc, desc, eq, gt, sql } from "drizzle-orm";
import type { Recorded } from "../domain/events.ts";
import type { OpenDatabase } from "./database.ts";
import { quick } from "./quick.ts";
import { journal } from "./tables.ts";

export const GENESIS = Buffer.alloc(32);

export interface Chain {
  readonly seq: number;
  readonly hash: Buffer;
}

export function nextHash(previous: Buffer, bytes: Buffer): Buffer {
  return hashOf(Buffer.concat([previous, bytes]));
}

function hashOf(chained: Buffer): Buffer {
  // As text, which a buffer of the pool then takes: a buffer straight from the library is memory of its own.
  return Buffer.from(hash("sha256", chained, "binary"), "binary");
}

/** What of a hall stands before each of its events: its id first, so that a city's collection of journals can tell whose a row is. */
export function eventHead(hall: string): string {
  return `{"hall":${JSON.stringify(hall)},`;
}

/** The event as it is written, and the chain's end with it. @param head see `eventHead`. */
export function chained(end: Chain, event: Recorded, head: string): { readonly bytes: Buffer; readonly end: Chain } {
  // Joined as text: an object with the hall in it would be a copy of every event.
  const text = head + JSON.stringify(event).slice(1);
  // Behind the hash that it follows, so that both are hashed where they lie.
  const both = Buffer.allocUnsafe(end.hash.length + Buffer.byteLength(text));
  end.hash.copy(both);
  both.write(text, end.hash.length);
  return { bytes: both.subarray(end.hash.length), end: { seq: event.seq, hash: hashOf(both) } };
}

/** Reads back what `chained` made; throws where a row is damaged beyond reading. */
function eventFrom(bytes: Buffer): Recorded {
  // The bytes were written by this hub from a typed event, and the chain's hash covers them.
  return JSON.parse(bytes.toString("utf8")) as Recorded;
}

export function journalTable({ db, raw }: OpenDatabase) {
  const insert = quick<[seq: number, bytes: Buffer, hash: Buffer]>(
    raw,
    db.insert(journal).values({
      seq: sql.placeholder("seq"),
      bytes: sql.placeholder("bytes"),
      hash: sql.placeholder("hash"),
    }),
    ["seq", "bytes", "hash"],
  );
  const one = db
    .select({ bytes: journal.bytes })
    .from(journal)
    .where(eq(journal.seq, sql.placeholder("seq")))
    .prepare();
  const after = db
    .select({ bytes: journal.bytes })
    .from(journal)
    .where(gt(journal.seq, sql.placeholder("seq")))
    .orderBy(asc(journal.seq))
    .limit(PAGE)
    .prepare();

  function* since(seq: number): Generator<Recorded> {
    let from = seq;
    for (;;) {
      const rows = after.all({ seq: from });
      for (const row of rows) {
        const event = eventFrom(row.bytes);
        from = event.seq;
        yield event;
      }
      if (rows.length < PAGE) return;
    }
  }

  return {
    insert(bytes: Buffer, { seq, hash }: Chain): void {
      insert.run(seq, bytes, hash);
    },
    last(): Chain {
      const row = db
        .select({ seq: journal.seq, hash: journal.hash })
        .from(journal)
        .orderBy(desc(journal.seq))
        .limit(1)
        .get();
      return row ?? { seq: 0, hash: GENESIS };
    },
    /** The events at these places. */
    at(seqs: readonly number[]): Recorded[] {
      return seqs.flatMap((seq) => {
        const row = one.get({ seq });
        return row ? [eventFrom(row.bytes)] : [];
      });
    },
    since,
    /** The events from one place on and before another. */
    *within({ from, until }: { readonly from: number; readonly until: number }): Generator<Recorded> {
      for (const event of since(from - 1)) {
        if (event.seq >= until) return;
        yield event;
      }
    },
  };
}

const PAGE = 1000;
