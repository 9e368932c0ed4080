/** Chance that can be had again: the same seed gives the same day. */
export class Chance {
  #state: number;

  constructor(seed: number) {
    this.#state = seed >>> 0;
  }

  /** From 0 up to but not 1. A 32-bit mixing generator; see Steele, Lea, Flood: Fast splittable pseudorandom number generators. */
  next(): number {
    this.#state = (this.#state + 0x9e3779b9) >>> 0;
    let mixed = this.#state;
    mixed = Math.imul(mixed ^ (mixed >>> 16), 0x85ebca6b);
    mixed = Math.imul(mixed ^ (mixed >>> 13), 0xc2b2ae35);
    return ((mixed ^ (mixed >>> 16)) >>> 0) / 2 ** 32;
  }

  between(low: number, high: number): number {
    return low + (high - low) * this.next();
  }

  happens(share: number): boolean {
    return this.next() < share;
  }

  /** One of the items, each as likely as its weight. Throws where there is none. */
  pick<T>(items: readonly T[], weight: (item: T) => number = () => 1): T {
    let left = items.reduce((sum, item) => sum + weight(item), 0) * this.next();
    for (const item of items) {
      left -= weight(item);
      if (left < 0) return item;
    }
    const last = items.at(-1);
    if (last === undefined) throw new Error("there is nothing to pick from");
    return last;
  }

  /** Time until the next of things that come so often on average. */
  untilNext(mean: number): number {
    return -Math.log(1 - this.next()) * mean;
  }

  /** Log-normal about its median: most near it, few much longer. `spread`: the standard deviation of its logarithm. */
  logNormal(middle: number, spread: number): number {
    const normal = Math.sqrt(-2 * Math.log(1 - this.next())) * Math.cos(2 * Math.PI * this.next());
    return middle * Math.exp(normal * spread);
  }
}
