/** Ids that no other hall gives, in the order of their making. */
import { randomFillSync } from "node:crypto";
import { v7 as uuid } from "uuid";

const ID_BYTES = 16;
/** Random bytes are asked of the system for many ids at once. */
const POOL_BYTES = 256 * ID_BYTES;

const pool = new Uint8Array(POOL_BYTES);
let used = POOL_BYTES;

/** A UUID of version 7. */
export function newId(): string {
  return uuid({ rng: randomBytes });
}

/** The id of the ticket that is issued at this place of the journal: `issuedSeqOf` reads it again. */
export function newTicketId(issuedSeq: number): string {
  return uuid({ rng: randomBytes, seq: issuedSeq });
}

function randomBytes(): Uint8Array {
  if (used >= POOL_BYTES) {
    randomFillSync(pool);
    used = 0;
  }
  used += ID_BYTES;
  return pool.subarray(used - ID_BYTES, used);
}
