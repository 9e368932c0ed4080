/** Time in the hall that is played: it runs `speed` times as fast as the clock on the wall. */
import { setMaxListeners } from "node:events";
import { setTimeout as sleep } from "node:timers/promises";

export class Pace {
  readonly #begun = performance.now();

  /** @param from seconds after midnight at which the day begins now. */
  constructor(
    private readonly from: number,
    readonly speed: number,
    private readonly signal: AbortSignal,
  ) {
    // Everybody in the hall waits for something at the same time.
    setMaxListeners(0, signal);
  }

  /** Seconds after midnight in the hall. */
  get now(): number {
    return this.from + ((performance.now() - this.#begun) / 1000) * this.speed;
  }

  /** Whether the day was broken off. */
  get isOver(): boolean {
    return this.signal.aborted;
  }

  /** Waits for a time in the hall; false where the day was broken off before. */
  until(at: number): Promise<boolean> {
    return this.realMillis(((at - this.now) / this.speed) * 1000);
  }

  /** Waits as the clock on the wall goes; for rules of the hub, which know no other. */
  async realMillis(millis: number): Promise<boolean> {
    if (this.signal.aborted) return false;
    if (millis <= 0) return true;
    return sleep(millis, true, { signal: this.signal }).catch(() => false);
  }
}
