/** Sound as every engine hands it over and every browser plays it: RIFF/WAVE with uncompressed samples. */

export interface WavFormat {
  readonly channels: number;
  /** Samples a second. */
  readonly rate: number;
  readonly bits: number;
}

export interface Wav extends WavFormat {
  readonly samples: Buffer;
}

const HEADER_BYTES = 44;
const PCM = 1;
/** Names no format of its own: the real one follows in the chunk. */
const EXTENSIBLE = 0xfffe;

/** Reads a sound; null for what is none, or is compressed. A program that streams may not know how long it got. */
export function readWav(bytes: Buffer): Wav | null {
  if (bytes.length < HEADER_BYTES || bytes.toString("latin1", 0, 4) !== "RIFF") return null;
  if (bytes.toString("latin1", 8, 12) !== "WAVE") return null;
  let format: WavFormat | null = null;
  for (let at = 12; at + 8 <= bytes.length;) {
    const name = bytes.toString("latin1", at, at + 4);
    const size = bytes.readUInt32LE(at + 4);
    const body = at + 8;
    if (name === "fmt " && body + 16 <= bytes.length) format = readFormat(bytes.subarray(body));
    if (name === "data") {
      if (!format) return null;
      const frame = (format.channels * format.bits) / 8;
      const length = Math.min(size, bytes.length - body);
      return { ...format, samples: bytes.subarray(body, body + length - (length % frame)) };
    }
    at = body + size + (size % 2);
  }
  return null;
}

function readFormat(chunk: Buffer): WavFormat | null {
  const coding = chunk.readUInt16LE(0);
  const format = { channels: chunk.readUInt16LE(2), rate: chunk.readUInt32LE(4), bits: chunk.readUInt16LE(14) };
  const isPlain = coding === PCM || coding === EXTENSIBLE;
  const isSound = format.channels > 0 && format.rate >= 4_000 && [8, 16, 24, 32].includes(format.bits);
  return isPlain && isSound ? format : null;
}

/** A file of this sound, with a header that is right. */
export function writeWav({ channels, rate, bits, samples }: Wav): Buffer {
  const header = Buffer.alloc(HEADER_BYTES);
  const frame = (channels * bits) / 8;
  header.write("RIFF", 0, "latin1");
  header.writeUInt32LE(HEADER_BYTES - 8 + samples.length, 4);
  header.write("WAVEfmt ", 8, "latin1");
  header.writeUInt32LE(16, 16);
  header.writeUInt16LE(PCM, 20);
  header.writeUInt16LE(channels, 22);
  header.writeUInt32LE(rate, 24);
  header.writeUInt32LE(rate * frame, 28);
  header.writeUInt16LE(frame, 32);
  header.writeUInt16LE(bits, 34);
  header.write("data", 36, "latin1");
  header.writeUInt32LE(samples.length, 40);
  return Buffer.concat([header, samples]);
}

/** How long it sounds. */
export function millisOf({ channels, rate, bits, samples }: Wav): number {
  return (samples.length / ((channels * bits) / 8) / rate) * 1000;
}

/** So long a silence of a format. */
export function silence(format: WavFormat, millis: number): Buffer {
  const frames = Math.round((format.rate * millis) / 1000);
  // The middle of eight-bit samples, which have no sign, is 128.
  return Buffer.alloc((frames * format.channels * format.bits) / 8, format.bits === 8 ? 128 : 0);
}

export function isSameFormat(one: WavFormat, other: WavFormat): boolean {
  return one.channels === other.channels && one.rate === other.rate && one.bits === other.bits;
}
