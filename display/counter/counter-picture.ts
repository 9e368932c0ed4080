/** What a counter's own screen says now. Pure: from what the hub told and the time, a picture without words. */
import type { CounterSnapshot } from "../../shared/wire/live.ts";

export type CounterPicture =
  | { readonly kind: "called"; readonly number: string; readonly isRecall: boolean; readonly isFresh: boolean }
  | { readonly kind: "serving"; readonly number: string }
  | { readonly kind: "idle"; readonly services: readonly string[] }
  | { readonly kind: "paused"; readonly returnAt: string | null }
  | { readonly kind: "closed" };

export interface CounterMoment {
  /** The hub's time in milliseconds. */
  readonly now: number;
  /** When the number in hand was last called, in the same time; null when it was before anyone looked. */
  readonly calledAt: number | null;
  /** The hall counts a call as the begin of service; the resident must still be asked to come. */
  readonly autoStart: boolean;
}

const freshMillis = 10_000;
/** Where the call starts service, it is a call for so long: the time to walk through a hall. */
const walkMillis = 40_000;

export function counterPicture(
  { counter, inHand }: CounterSnapshot,
  { now, calledAt, autoStart }: CounterMoment,
): CounterPicture {
  if (inHand) {
    const age = calledAt === null ? Infinity : now - calledAt;
    const isComing = inHand.state === "called" || (autoStart && age < walkMillis);
    if (!isComing) return { kind: "serving", number: inHand.number };
    return { kind: "called", number: inHand.number, isRecall: inHand.calls > 1, isFresh: age < freshMillis };
  }
  switch (counter.state) {
    case "open":
      return { kind: "idle", services: counter.services };
    case "paused":
      return { kind: "paused", returnAt: counter.returnAt };
    case "closed":
      return { kind: "closed" };
  }
}
