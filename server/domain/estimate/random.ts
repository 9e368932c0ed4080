/** A seeded generator, so that the same picture of the hall always gives the same estimate. */

/** Numbers from 0 up to, not including, 1. */
export type Random = () => number;

/** Mulberry32: small, quick and even enough for simulated futures. */
export function seeded(seed: number): Random {
  let state = seed | 0;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}
