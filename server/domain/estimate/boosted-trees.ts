/**
 * Boosted regression trees for a quantile: many small trees, each a little better than those before it at the share of
 * cases below. Written out here because no kept JavaScript library has them; histogram splits, full trees of one depth.
 */
import type { Random } from "./random.ts";

const DEPTH = 3;
const LEAVES = 1 << DEPTH;
const SPLITS = LEAVES - 1;
const BINS = 24;

export interface TreesState {
  readonly features: number;
  /** Of all trees in turn: the feature and the cut of each split, level by level, and the leaves. */
  readonly by: readonly number[];
  readonly cuts: readonly number[];
  readonly leaves: readonly number[];
}

export class BoostedTrees {
  readonly #state: TreesState;
  readonly #by: Uint8Array;
  readonly #cuts: Float64Array;
  readonly #leaves: Float64Array;

  constructor(state: TreesState) {
    this.#state = state;
    this.#by = Uint8Array.from(state.by);
    this.#cuts = Float64Array.from(state.cuts);
    this.#leaves = Float64Array.from(state.leaves);
  }

  /** What the trees add up to for the case at `offset` in `features`. */
  valueOf(features: Float32Array, offset: number): number {
    const by = this.#by;
    const cuts = this.#cuts;
    let sum = 0;
    for (let split = 0, leaf = 0; split < by.length; split += SPLITS, leaf += LEAVES) {
      let node = 0;
      for (let level = 0; level < DEPTH; level += 1) {
        const at = split + node;
        node = 2 * node + ((features[offset + (by[at] ?? 0)] ?? 0) <= (cuts[at] ?? 0) ? 1 : 2);
      }
      sum += this.#leaves[leaf + node - SPLITS] ?? 0;
    }
    return sum;
  }

  toJSON(): TreesState {
    return this.#state;
  }
}

export interface Training {
  /** Cases in turn, each with as many features as `width`. */
  readonly features: Float32Array;
  readonly width: number;
  readonly targets: Float64Array;
  /** The share of cases that is to lie below. */
  readonly quantile: number;
  readonly trees: number;
  /** How much of each tree is believed. */
  readonly rate: number;
  readonly random: Random;
}

/** Fits trees to the targets. */
export function train({ features, width, targets, quantile, trees, rate, random }: Training): BoostedTrees {
  const count = targets.length;
  const cutsOf = Array.from({ length: width }, (_, feature) => evenCuts(features, width, feature));
  const bins = new Uint8Array(count * width);
  for (let at = 0; at < bins.length; at += 1) bins[at] = binOf(cutsOf[at % width] ?? [], features[at] ?? 0);
  const minimum = Math.max(10, Math.min(40, Math.floor(count / 50)));
  const [by, cuts, leaves]: [number[], number[], number[]] = [[], [], []];
  const fitted = new Float64Array(count);
  const node = new Uint8Array(count);
  const isUsed = new Uint8Array(count);

  for (let tree = 0; tree < trees; tree += 1) {
    node.fill(0);
    for (let row = 0; row < count; row += 1) isUsed[row] = random() < 0.6 ? 1 : 0;
    const considered = Array.from({ length: width }, (_, feature) => feature).filter(() => random() < 0.5);
    const pull = (row: number): number => ((targets[row] ?? 0) > (fitted[row] ?? 0) ? quantile : quantile - 1);
    const firstSplit = by.length;
    for (let level = 0; level < DEPTH; level += 1) {
      const best = bestSplits({ level, considered, bins, width, node, isUsed, pull, minimum });
      for (const { feature, bin } of best) {
        by.push(feature);
        cuts.push(cutsOf[feature]?.[bin] ?? UNSPLIT);
      }
      for (let row = 0; row < count; row += 1) {
        const split = firstSplit + (node[row] ?? 0);
        const goesLeft = (features[row * width + (by[split] ?? 0)] ?? 0) <= (cuts[split] ?? 0);
        node[row] = 2 * (node[row] ?? 0) + (goesLeft ? 1 : 2);
      }
    }
    const rests: number[][] = Array.from({ length: LEAVES }, () => []);
    for (let row = 0; row < count; row += 1) {
      if (isUsed[row] === 1) rests[(node[row] ?? 0) - SPLITS]?.push((targets[row] ?? 0) - (fitted[row] ?? 0));
    }
    const values = rests.map((rest) => leafValue(rest, quantile) * rate);
    leaves.push(...values);
    for (let row = 0; row < count; row += 1)
      fitted[row] = (fitted[row] ?? 0) + (values[(node[row] ?? 0) - SPLITS] ?? 0);
  }
  return new BoostedTrees({ features: width, by, cuts, leaves });
}

/** Greater than every feature, so that all go to the left; finite, so that JSON can say it. */
const UNSPLIT = 1e30;

interface Level {
  readonly level: number;
  readonly considered: readonly number[];
  readonly bins: Uint8Array;
  readonly width: number;
  readonly node: Uint8Array;
  readonly isUsed: Uint8Array;
  readonly pull: (row: number) => number;
  /** Cases that each side must have. */
  readonly minimum: number;
}

/** For each node of a level the split that parts those pulled up from those pulled down best. */
function bestSplits({ level, considered, bins, width, node, isUsed, pull, minimum }: Level): {
  feature: number;
  bin: number;
}[] {
  const nodes = 1 << level;
  const first = nodes - 1;
  const sums = new Float64Array(nodes * BINS);
  const counts = new Int32Array(nodes * BINS);
  const best = Array.from({ length: nodes }, () => ({ feature: 0, bin: BINS, gain: 1e-9 }));
  for (const feature of considered) {
    sums.fill(0);
    counts.fill(0);
    for (let row = 0; row < node.length; row += 1) {
      if (isUsed[row] !== 1) continue;
      const at = ((node[row] ?? 0) - first) * BINS + (bins[row * width + feature] ?? 0);
      sums[at] = (sums[at] ?? 0) + pull(row);
      counts[at] = (counts[at] ?? 0) + 1;
    }
    for (const [index, chosen] of best.entries()) {
      let [sum, count, leftSum, leftCount] = [0, 0, 0, 0];
      for (let bin = 0; bin < BINS; bin += 1) {
        sum += sums[index * BINS + bin] ?? 0;
        count += counts[index * BINS + bin] ?? 0;
      }
      for (let bin = 0; bin < BINS - 1; bin += 1) {
        leftSum += sums[index * BINS + bin] ?? 0;
        leftCount += counts[index * BINS + bin] ?? 0;
        if (leftCount < minimum || count - leftCount < minimum) continue;
        const right = sum - leftSum;
        const gain = (leftSum * leftSum) / leftCount + (right * right) / (count - leftCount) - (sum * sum) / count;
        if (gain > chosen.gain) Object.assign(chosen, { feature, bin, gain });
      }
    }
  }
  return best;
}

/** Cuts between which about as many cases lie. */
function evenCuts(features: Float32Array, width: number, feature: number): number[] {
  const values = new Float32Array(features.length / width);
  for (let row = 0; row < values.length; row += 1) values[row] = features[row * width + feature] ?? 0;
  values.sort();
  const cuts: number[] = [];
  for (let bin = 1; bin < BINS; bin += 1) {
    const cut = values[Math.floor((bin * values.length) / BINS)] ?? 0;
    if (cuts.length === 0 || cut > (cuts[cuts.length - 1] ?? 0)) cuts.push(cut);
  }
  return cuts;
}

function binOf(cuts: readonly number[], value: number): number {
  let bin = 0;
  while (bin < cuts.length && value > (cuts[bin] ?? 0)) bin += 1;
  return bin;
}

/** The quantile of what is left over, drawn towards nothing where there are few. */
function leafValue(rests: number[], quantile: number): number {
  if (rests.length === 0) return 0;
  const sorted = Float64Array.from(rests).sort();
  const at = Math.min(sorted.length - 1, Math.floor(quantile * sorted.length));
  return ((sorted[at] ?? 0) * rests.length) / (rests.length + 5);
}
