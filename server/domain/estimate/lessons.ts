/**
 * What happened today, in the order in which an estimator is to learn it: what may still be taken back waits, what is
 * certain is kept to the day's end, for an estimator that begins anew.
 */
import type { Millis } from "../../../shared/domain/vocabulary.ts";
import type { Noticed, Observation } from "./noticed.ts";
import { Observer } from "./observer.ts";

/** Of a longer day the first of it is forgotten, but not that it began. */
const KEPT = 6000;

const SETTLING: readonly Noticed["what"][] = ["day-began", "day-ended", "clock-set"];

export class Lessons {
  /** What may still be taken back. */
  #unsettled: Noticed[] = [];
  readonly #observer = new Observer();
  #certain: Observation[] = [];
  /** How many of them were told. */
  #told = 0;

  hear(noticed: Noticed): void {
    if (noticed.what === "undone") {
      this.#unsettled = this.#unsettled.filter(({ seq }) => !noticed.undone.includes(seq));
      return;
    }
    this.#unsettled.push(noticed);
    // No step is taken back across a day, and instants before a clock was set say nothing after.
    if (SETTLING.includes(noticed.what)) this.settle(Number.POSITIVE_INFINITY);
  }

  /** Nothing up to this instant can be taken back any more. */
  settle(until: Millis): void {
    const count = this.#unsettled.findIndex(({ at }) => at > until);
    for (const noticed of this.#unsettled.splice(0, count < 0 ? this.#unsettled.length : count)) {
      if (noticed.what === "day-began" && !this.hasUntold) this.#certain.length = this.#told = 0;
      this.#certain.push(...this.#observer.see(noticed));
    }
    this.#forgetSurplus();
  }

  /** What was not told yet; from now on it was. */
  tell(): readonly Observation[] {
    const untold = this.#certain.slice(this.#told);
    this.#told = this.#certain.length;
    return untold;
  }

  /** Whoever was told is gone, and with it what it had not kept: all is to be told again. */
  tellAnew(): void {
    this.#told = 0;
  }

  get hasUntold(): boolean {
    return this.#told < this.#certain.length;
  }

  /** The day is over, somebody came, and nobody has learned of it. */
  get hasDayToTell(): boolean {
    return (
      this.isDayOver && this.hasUntold && this.#certain.some(({ kind }) => kind !== "day-began" && kind !== "day-ended")
    );
  }

  get isDayOver(): boolean {
    return this.#certain.at(-1)?.kind === "day-ended";
  }

  #forgetSurplus(): void {
    if (this.#certain.length <= KEPT) return;
    const kept = this.#certain.slice(-KEPT);
    const [first] = kept;
    const began = this.#certain.findLast(({ kind }) => kind === "day-began");
    // It has its place among those that are kept, or the first of them gives way to it.
    if (began && first && began.seq < first.seq) kept[0] = began;
    const forgotten = this.#certain.length - KEPT;
    this.#certain = kept;
    this.#told = Math.max(0, this.#told - forgotten);
  }
}
