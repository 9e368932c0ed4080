/**
 * Keeps what is told true within the day: after each call, what such tickets are told is moved a little up or down, so
 * that in the long run the promised share was called sooner, in all and by service, however the hall runs.
 */

/** What of yesterday's shift is believed in the morning. */
const OVERNIGHT = 0.5;
const FARTHEST = 2;

export interface CalibrationState {
  readonly all: number;
  readonly services: readonly (readonly [string, number])[];
}

export class Calibration {
  readonly #share: number;
  readonly #step: number;
  #all: number;
  readonly #services: Map<string, number>;

  /**
   * `share`: how many are to be called sooner than told. `step`: how far one case moves what is told of all, and as far
   * again what is told of its own service, as a share of the time told; greater steps follow sooner and err more.
   */
  constructor({ share, step }: { share: number; step: number }, state?: CalibrationState) {
    this.#share = share;
    this.#step = step;
    this.#all = state?.all ?? 0;
    this.#services = new Map(state?.services ?? []);
  }

  /** What is to be added to the logarithm of the time told. */
  shiftOf(service: string): number {
    return this.#all + (this.#services.get(service) ?? 0);
  }

  /** Somebody who had been told a time was called, later than that or not. */
  learn(service: string, wasLater: boolean): void {
    const pull = wasLater ? this.#share : this.#share - 1;
    this.#all = bounded(this.#all + this.#step * pull);
    this.#services.set(service, bounded((this.#services.get(service) ?? 0) + this.#step * pull));
  }

  startDay(): void {
    this.#all *= OVERNIGHT;
    for (const [service, shift] of this.#services) this.#services.set(service, shift * OVERNIGHT);
  }

  toJSON(): CalibrationState {
    return { all: this.#all, services: [...this.#services] };
  }
}

function bounded(shift: number): number {
  return Math.min(FARTHEST, Math.max(-FARTHEST, shift));
}
