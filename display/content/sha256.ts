/**
 * SHA-256 of a file that comes in pieces, also where the page is plain HTTP and the browser's own is missing; that one
 * could not be fed in pieces either, and a film does not fit an old box's memory. Source: FIPS 180-4.
 */
const roundConstants = constants(64, 3);
const initial = constants(8, 2);
const blockBytes = 64;

export class Sha256 {
  private readonly state = initial.slice();
  private readonly block = new Uint8Array(blockBytes);
  private readonly words = new Int32Array(64);
  private filled = 0;
  private total = 0;

  update(bytes: Uint8Array): this {
    this.total += bytes.length;
    let at = 0;
    if (this.filled > 0) {
      at = Math.min(blockBytes - this.filled, bytes.length);
      this.block.set(bytes.subarray(0, at), this.filled);
      this.filled += at;
      if (this.filled < blockBytes) return this;
      this.mix(this.block, 0);
      this.filled = 0;
    }
    for (; at + blockBytes <= bytes.length; at += blockBytes) this.mix(bytes, at);
    this.block.set(bytes.subarray(at));
    this.filled = bytes.length - at;
    return this;
  }

  /** The hash in hexadecimal; the end of this object's use. */
  hex(): string {
    const bits = this.total * 8;
    const rest = this.filled;
    const tail = new Uint8Array(rest < 56 ? blockBytes : 2 * blockBytes);
    tail.set(this.block.subarray(0, rest));
    tail[rest] = 0x80;
    const view = new DataView(tail.buffer);
    view.setUint32(tail.length - 8, Math.floor(bits / 2 ** 32));
    view.setUint32(tail.length - 4, bits >>> 0);
    for (let at = 0; at < tail.length; at += blockBytes) this.mix(tail, at);
    return Array.from(this.state, (word) => (word >>> 0).toString(16).padStart(8, "0")).join("");
  }

  private mix(bytes: Uint8Array, at: number): void {
    const { words, state } = this;
    for (let index = 0; index < 16; index += 1) {
      const from = at + 4 * index;
      words[index] =
        ((bytes[from] ?? 0) << 24) |
        ((bytes[from + 1] ?? 0) << 16) |
        ((bytes[from + 2] ?? 0) << 8) |
        (bytes[from + 3] ?? 0);
    }
    for (let index = 16; index < 64; index += 1) {
      const w15 = words[index - 15] ?? 0;
      const w2 = words[index - 2] ?? 0;
      const s0 = turned(w15, 7) ^ turned(w15, 18) ^ (w15 >>> 3);
      const s1 = turned(w2, 17) ^ turned(w2, 19) ^ (w2 >>> 10);
      words[index] = ((words[index - 16] ?? 0) + s0 + (words[index - 7] ?? 0) + s1) | 0;
    }
    let [a = 0, b = 0, c = 0, d = 0, e = 0, f = 0, g = 0, h = 0] = state;
    for (let index = 0; index < 64; index += 1) {
      const s1 = turned(e, 6) ^ turned(e, 11) ^ turned(e, 25);
      const one = (h + s1 + ((e & f) ^ (~e & g)) + (roundConstants[index] ?? 0) + (words[index] ?? 0)) | 0;
      const s0 = turned(a, 2) ^ turned(a, 13) ^ turned(a, 22);
      const two = (s0 + ((a & b) ^ (a & c) ^ (b & c))) | 0;
      h = g;
      g = f;
      f = e;
      e = (d + one) | 0;
      d = c;
      c = b;
      b = a;
      a = (one + two) | 0;
    }
    const mixed = [a, b, c, d, e, f, g, h];
    for (let index = 0; index < 8; index += 1) state[index] = (state[index] ?? 0) + (mixed[index] ?? 0);
  }
}

function turned(word: number, by: number): number {
  return (word >>> by) | (word << (32 - by));
}

/** The first 32 bits behind the point of the first primes' square or cube roots. */
function constants(count: number, root: 2 | 3): Int32Array {
  const found: number[] = [];
  for (let candidate = 2; found.length < count; candidate += 1) {
    const isPrime = !Array.from({ length: candidate - 2 }, (_, index) => index + 2).some((by) => candidate % by === 0);
    if (isPrime) found.push(Math.floor((candidate ** (1 / root) % 1) * 2 ** 32) | 0);
  }
  return Int32Array.from(found);
}
