/**
 * A ticket's place within its class, compared number by number; a shorter one that agrees goes first.
 *
 * An ordinary ticket stands at `[1, instant, seq]`. Transfers to the front stand at `[0, seq]`, before them all and in
 * their own order. Whoever is let back in behind somebody stands at that one's position with a further number,
 * so that nobody's place has to be rewritten and the place is fixed at that moment.
 */
import type { Millis, TransferPosition } from "../../shared/domain/vocabulary.ts";

export type Position = readonly number[];

/** Negative if `a` goes before `b`. */
export function comparePositions(a: Position, b: Position): number {
  const shared = Math.min(a.length, b.length);
  for (let index = 0; index < shared; index += 1) {
    const difference = (a[index] ?? 0) - (b[index] ?? 0);
    if (difference !== 0) return difference;
  }
  return a.length - b.length;
}

/** By the instant of joining; ties by journal order. */
export function joinedAt(at: Millis, seq: number): Position {
  return [1, at, seq];
}

/** Before every waiting ticket of its class, after those put there earlier. */
function atTheFront(seq: number): Position {
  return [0, seq];
}

/** Where somebody stands who goes on to another line: before all, by the instant of issue, or last. */
export function placeFor(
  { issuedAt, issuedSeq }: { readonly issuedAt: Millis; readonly issuedSeq: number },
  { now, seq }: { readonly now: Millis; readonly seq: number },
): Readonly<Record<TransferPosition, Position>> {
  return { front: atTheFront(seq), issued: joinedAt(issuedAt, issuedSeq), back: joinedAt(now, seq) };
}

/** Directly behind the ticket at `position`; a later one put there goes between the two. */
export function directlyBehind(position: Position, seq: number): Position {
  return [...position, -seq];
}
