/**
 * How long something takes, learned one case at a time: a histogram of fixed size over logarithmic bins from one second
 * to about five hours. Forgets slowly: beyond `MEMORY` cases, all that is known loses half its weight.
 */
const BINS = 72;
const STEP = Math.log(1.147);
const MEMORY = 4000;

export interface SpansState {
  /** Weight of each bin. */
  readonly bins: readonly number[];
}

export class Spans {
  readonly #bins: Float64Array;
  #total = 0;

  constructor(state?: SpansState) {
    this.#bins = Float64Array.from({ length: BINS }, (_, bin) => state?.bins[bin] ?? 0);
    for (const weight of this.#bins) this.#total += weight;
  }

  /** How many cases are remembered, older ones counting less. */
  get weight(): number {
    return this.#total;
  }

  add(seconds: number): void {
    const bin = binOf(seconds);
    this.#bins[bin] = (this.#bins[bin] ?? 0) + 1;
    this.#total += 1;
    if (this.#total <= MEMORY) return;
    this.#total = 0;
    for (const [index, weight] of this.#bins.entries()) {
      this.#bins[index] = weight / 2;
      this.#total += weight / 2;
    }
  }

  /** Adds to `into` as much of this as comes to `weight`, every span multiplied by `factor`. */
  blendInto(into: Float64Array, weight: number, factor: number): void {
    if (this.#total === 0) return;
    const shift = Math.log(factor) / STEP;
    for (const [bin, own] of this.#bins.entries()) {
      if (own > 0) addAt(into, bin + shift, (own / this.#total) * weight);
    }
  }

  toJSON(): SpansState {
    return { bins: Array.from(this.#bins, (weight) => Math.round(weight * 1000) / 1000) };
  }
}

/** An empty set of bins to blend into. */
export function emptyBins(): Float64Array {
  return new Float64Array(BINS);
}

/** Adds a bell of logarithms around `seconds`: what is thought of a service of which only the typical time is known. */
export function blendTypical(into: Float64Array, weight: number, seconds: number): void {
  const spread = 0.8;
  const bells = [-2, -1.5, -1, -0.5, 0, 0.5, 1, 1.5, 2];
  const total = bells.reduce((sum, at) => sum + Math.exp((-at * at) / 2), 0);
  const middle = Math.log(Math.max(1, seconds)) / STEP;
  for (const at of bells) {
    addAt(into, middle + (at * spread) / STEP, (weight * Math.exp((-at * at) / 2)) / total);
  }
}

const POINTS = 128;

/** A distribution made quick to draw from. */
export class SpanTable {
  /** The spans at even shares, from the shortest to the longest. */
  readonly #at = new Float64Array(POINTS + 1);
  readonly mean: number;
  /** Mean of the logarithms. */
  readonly meanLog: number;

  constructor(bins: Float64Array) {
    let total = 0;
    for (const weight of bins) total += weight;
    let bin = 0;
    let below = 0;
    for (let point = 0; point <= POINTS; point += 1) {
      const target = (total * point) / POINTS;
      while (bin < BINS - 1 && below + (bins[bin] ?? 0) < target) {
        below += bins[bin] ?? 0;
        bin += 1;
      }
      const within = Math.min(1, Math.max(0, (target - below) / Math.max(1e-12, bins[bin] ?? 0)));
      this.#at[point] = Math.exp((bin + within) * STEP);
    }
    let sum = 0;
    let logs = 0;
    for (const at of this.#at) {
      sum += at;
      logs += Math.log(at);
    }
    this.mean = sum / (POINTS + 1);
    this.meanLog = logs / (POINTS + 1);
  }

  /** The span below which a share `u` (0 to 1) lies. */
  draw(u: number): number {
    const place = u * POINTS;
    const low = Math.floor(place);
    const a = this.#at[low] ?? 0;
    return a + ((this.#at[low + 1] ?? a) - a) * (place - low);
  }

  /** How much longer something takes that has already taken `elapsed`; beyond all that was seen, about a quarter more. */
  drawRest(u: number, elapsed: number): number {
    const gone = this.#shareBelow(elapsed);
    if (gone > 0.99) return -Math.log(1 - u) * Math.max(15, elapsed / 4);
    return Math.max(0, this.draw(gone + u * (1 - gone)) - elapsed);
  }

  #shareBelow(seconds: number): number {
    let low = 0;
    let high = POINTS;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((this.#at[middle] ?? 0) <= seconds) low = middle + 1;
      else high = middle;
    }
    if (low === 0) return 0;
    const from = this.#at[low - 1] ?? 0;
    const to = this.#at[low] ?? from;
    return Math.min(1, (low - 1 + Math.min(1, (seconds - from) / Math.max(1e-9, to - from))) / POINTS);
  }
}

function binOf(seconds: number): number {
  return Math.min(BINS - 1, Math.max(0, Math.floor(Math.log(Math.max(1, seconds)) / STEP)));
}

function addAt(bins: Float64Array, place: number, weight: number): void {
  const bounded = Math.min(BINS - 1, Math.max(0, place));
  const low = Math.floor(bounded);
  const share = bounded - low;
  bins[low] = (bins[low] ?? 0) + weight * (1 - share);
  if (share > 0) bins[low + 1] = (bins[low + 1] ?? 0) + weight * share;
}
