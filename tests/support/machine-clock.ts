/** A machine whose clock can go wrong: time passes with `advance`, and `set` moves the clock alone. */
import { TestClock } from "./hub.ts";

export class MachineClock extends TestClock {
  readonly #leaps: number[] = [];

  /** The clock is moved: no time has passed. */
  override set(at: string): void {
    const before = this.now();
    super.set(at);
    this.#leaps.push(this.now() - before);
  }

  passed(): number {
    return this.now() - this.#leaps.reduce((sum, leap) => sum + leap, 0);
  }
}
