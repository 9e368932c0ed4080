/**
 * A sorted list that also knows ranks: what a waiting line needs, and no kept library offers together.
 * Entries lie in chunks, so that insert, remove and rank stay cheap with tens of thousands waiting.
 */
const CHUNK = 256;

export class SortedList<T> {
  readonly #chunks: T[][] = [];
  #size = 0;

  /** `compare` must be a total order; two entries that compare equal are the same entry. */
  constructor(private readonly compare: (a: T, b: T) => number) {}

  get size(): number {
    return this.#size;
  }

  get first(): T | undefined {
    return this.#chunks[0]?.[0];
  }

  get last(): T | undefined {
    return this.#chunks.at(-1)?.at(-1);
  }

  insert(entry: T): void {
    this.#size += 1;
    // Whoever joins a line stands last, nearly always.
    const last = this.#chunks.at(-1);
    const end = last?.at(-1);
    if (last === undefined || end === undefined || this.compare(end, entry) < 0) {
      if (last && last.length < CHUNK) last.push(entry);
      else this.#chunks.push([entry]);
      return;
    }
    const chunkIndex = this.#chunkOf(entry);
    const chunk = this.#chunks[chunkIndex];
    if (!chunk) throw new Error("what does not stand last stands in a chunk");
    chunk.splice(this.#rankIn(chunk, entry), 0, entry);
    if (chunk.length > CHUNK) this.#chunks.splice(chunkIndex + 1, 0, chunk.splice(CHUNK / 2));
  }

  /** Takes the entry out; false if it was not there. */
  remove(entry: T): boolean {
    const chunkIndex = this.#chunkOf(entry);
    const chunk = this.#chunks[chunkIndex];
    if (!chunk) return false;
    const index = this.#rankIn(chunk, entry);
    const found = chunk[index];
    if (found === undefined || this.compare(found, entry) !== 0) return false;
    chunk.splice(index, 1);
    if (chunk.length === 0) this.#chunks.splice(chunkIndex, 1);
    this.#size -= 1;
    return true;
  }

  /** How many entries go before this one, whether or not it is in the list. */
  countBefore(entry: T): number {
    const { last } = this;
    const order = last === undefined ? -1 : this.compare(last, entry);
    if (order <= 0) return order < 0 ? this.#size : this.#size - 1;
    const chunkIndex = this.#chunkOf(entry);
    let count = 0;
    for (let index = 0; index < chunkIndex; index += 1) count += this.#chunks[index]?.length ?? 0;
    const chunk = this.#chunks[chunkIndex];
    return chunk ? count + this.#rankIn(chunk, entry) : count;
  }

  /** The entry with so many before it. */
  at(rank: number): T | undefined {
    let rest = rank;
    for (const chunk of this.#chunks) {
      if (rest < chunk.length) return chunk[rest];
      rest -= chunk.length;
    }
    return undefined;
  }

  *[Symbol.iterator](): Iterator<T> {
    for (const chunk of this.#chunks) yield* chunk;
  }

  /** The first chunk whose last entry does not go before `entry`; one past the end if there is none. */
  #chunkOf(entry: T): number {
    let low = 0;
    let high = this.#chunks.length;
    while (low < high) {
      const middle = (low + high) >>> 1;
      const last = this.#chunks[middle]?.at(-1);
      if (last !== undefined && this.compare(last, entry) < 0) low = middle + 1;
      else high = middle;
    }
    return low;
  }

  #rankIn(chunk: readonly T[], entry: T): number {
    let low = 0;
    let high = chunk.length;
    while (low < high) {
      const middle = (low + high) >>> 1;
      const candidate = chunk[middle];
      if (candidate !== undefined && this.compare(candidate, entry) < 0) low = middle + 1;
      else high = middle;
    }
    return low;
  }
}
