/**
 * How simulations of this hall have come out so far: boosted trees, trained between two days, that move what was
 * simulated by what such cases came to. With little history there are none, and the simulation stands as it is.
 */
import { BoostedTrees, train, type TreesState } from "./boosted-trees.ts";
import { FEATURES } from "./features.ts";
import type { Random } from "./random.ts";

const CASES_KEPT = 12_000;
/** Fewer cases than these say nothing. */
const CASES_NEEDED = 300;

export interface Case {
  readonly features: Float32Array;
  /** Logarithms of the simulated median and ninth decile, and of the wait that came. */
  readonly simulated: readonly [p50: number, p90: number];
  readonly wait: number;
}

export interface CorrectionState {
  /** The newest cases: features, simulated median and ninth decile, wait, one after the other. */
  readonly cases: readonly number[];
  readonly p50: TreesState | null;
  readonly p90: TreesState | null;
}

const WIDTH = FEATURES + 3;

export class Correction {
  #cases: Case[] = [];
  #p50: BoostedTrees | null;
  #p90: BoostedTrees | null;

  constructor(state?: CorrectionState) {
    this.#p50 = state?.p50 ? new BoostedTrees(state.p50) : null;
    this.#p90 = state?.p90 ? new BoostedTrees(state.p90) : null;
    const numbers = state?.cases ?? [];
    for (let at = 0; at + WIDTH <= numbers.length; at += WIDTH) {
      const features = Float32Array.from(numbers.slice(at, at + FEATURES));
      const [p50 = 0, p90 = 0, wait = 0] = numbers.slice(at + FEATURES, at + WIDTH);
      this.#cases.push({ features, simulated: [p50, p90], wait });
    }
  }

  /** Logarithms of the median and the ninth decile, corrected. */
  correct(features: Float32Array, offset: number, [p50, p90]: Case["simulated"]): [p50: number, p90: number] {
    if (!this.#p50 || !this.#p90) return [p50, p90];
    return [p50 + this.#p50.valueOf(features, offset), p90 + this.#p90.valueOf(features, offset)];
  }

  add(one: Case): void {
    this.#cases.push(one);
    if (this.#cases.length > CASES_KEPT + 1000) this.#cases = this.#cases.slice(-CASES_KEPT);
  }

  /** Learns anew from the cases kept. Takes a few seconds with all of them. */
  train(random: Random): void {
    const cases = this.#cases.slice(-CASES_KEPT);
    if (cases.length < CASES_NEEDED) return;
    const features = new Float32Array(cases.length * FEATURES);
    for (const [row, one] of cases.entries()) features.set(one.features, row * FEATURES);
    const fit = (quantile: number, simulatedOf: (one: Case) => number): BoostedTrees =>
      train({
        features,
        width: FEATURES,
        targets: Float64Array.from(cases, (one) => one.wait - simulatedOf(one)),
        quantile,
        trees: 160,
        rate: 0.06,
        random,
      });
    this.#p50 = fit(0.5, ({ simulated }) => simulated[0]);
    this.#p90 = fit(0.9, ({ simulated }) => simulated[1]);
  }

  toJSON(): CorrectionState {
    const cases = this.#cases.slice(-CASES_KEPT);
    const rounded = (value: number): number => Math.round(value * 1000) / 1000;
    return {
      cases: cases.flatMap(({ features, simulated, wait }) => [...features, ...simulated, wait].map(rounded)),
      p50: this.#p50?.toJSON() ?? null,
      p90: this.#p90?.toJSON() ?? null,
    };
  }
}
