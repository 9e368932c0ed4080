/** What a day is made of, wherever it comes from. Times are seconds after midnight, in the hall that is played. */

/** Somebody who takes a number. */
export interface Arrival {
  readonly at: number;
  /** The hall's service. */
  readonly service: string;
  /** What it is called where the day comes from; the report counts by it. */
  readonly kind: string;
  readonly class: "normal" | "courtesy" | "statutory";
  /** A key of the hall's reasons for priority, where one is given. */
  readonly reason: string | null;
  /** How long the service takes once it is called. */
  readonly serviceSeconds: number;
  /** When it gives up if nobody has called it by then; null: it stays. */
  readonly leavesAt: number | null;
  readonly does: Deed;
}

/** What happens at the counter beside being served. */
export type Deed =
  | { readonly what: "nothing" }
  /** Does not come when called; `returnsAfter` that many seconds if at all. */
  | { readonly what: "no-show"; readonly returnsAfter: number | null }
  /** Fetches something for so long in the middle of the service. */
  | { readonly what: "hold"; readonly forSeconds: number }
  /** Is sent on to another service, where it takes so long again. */
  | { readonly what: "transfer"; readonly service: string; readonly serviceSeconds: number };

export interface Stretch {
  readonly from: number;
  readonly to: number;
}

/** A clerk, the counter, and when that clerk is there; between stretches the counter pauses. */
export interface Shift {
  readonly clerk: string;
  readonly counter: number;
  readonly works: readonly Stretch[];
}

export interface DayPlan {
  /** In the order of coming. */
  readonly arrivals: readonly Arrival[];
  readonly shifts: readonly Shift[];
}

/** A counter as far as planning needs it. */
export interface PlannedCounter {
  readonly number: number;
  readonly tiers: readonly (readonly string[])[];
}

/** `09:05` or `33:10` for the small hours after a long day. */
export function clockTime(seconds: number): string {
  const two = (value: number): string => String(Math.floor(value)).padStart(2, "0");
  return `${two(seconds / 3600)}:${two((seconds % 3600) / 60)}`;
}
