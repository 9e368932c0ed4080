/** How much a stranger may ask for: plenty to open a page with, then a little at a time. */

const AT_ONCE = 64;
const A_SECOND = 8;

export class FrameBudget {
  #left = AT_ONCE;
  #at: number;

  /** @param now monotonic milliseconds. */
  constructor(private readonly now: () => number) {
    this.#at = now();
  }

  /** Whether one more frame may be taken; counts it if so. */
  spend(): boolean {
    const now = this.now();
    this.#left = Math.min(AT_ONCE, this.#left + ((now - this.#at) / 1000) * A_SECOND);
    this.#at = now;
    if (this.#left < 1) return false;
    this.#left -= 1;
    return true;
  }
}
