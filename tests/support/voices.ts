/** A command that makes sounds, for the hub to speak with: as long as its text, and it writes down what it was asked. */
import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { writeWav, type Wav } from "../../server/voice/wav.ts";

export interface FakeVoice {
  /** For `LUNDAO_VOICE_COMMAND`. */
  readonly command: string;
  /** The sentences it was asked for so far. */
  said(): readonly string[];
}

/** What it does with a text. `fail`: ends with an error. `noise`: writes what is no sound. `sleep`: never ends. */
export type VoiceManner = "speak" | "fail" | "noise" | "sleep";

/** Milliseconds of sound for each character. */
export const MILLIS_A_SIGN = 20;

export function fakeVoice(folder: string, manner: VoiceManner = "speak"): FakeVoice {
  const file = join(folder, "say.mjs");
  const log = join(folder, "said.txt");
  writeFileSync(file, program);
  return {
    command: JSON.stringify([process.execPath, file, log, manner, "{lang}"]),
    said: () => (existsSync(log) ? readFileSync(log, "utf8").trim().split("\n") : []),
  };
}

/** Text on standard input, a WAV of 8 kHz on standard output, its header written as one who streams writes it. */
const program = `
import { appendFileSync, readFileSync } from "node:fs";
const [log, manner, lang] = process.argv.slice(2);
const text = readFileSync(0, "utf8");
appendFileSync(log, lang + " " + text + "\\n");
if (manner === "fail") process.exit(3);
if (manner === "noise") process.stdout.write("no sound");
if (manner === "sleep") setInterval(() => {}, 1000);
if (manner === "speak") {
  const frames = text.length * 8 * ${String(MILLIS_A_SIGN)};
  const bytes = Buffer.alloc(44 + frames * 2);
  bytes.write("RIFF", 0);
  bytes.writeUInt32LE(0xffffffff, 4);
  bytes.write("WAVEfmt ", 8);
  bytes.writeUInt32LE(16, 16);
  bytes.writeUInt16LE(1, 20);
  bytes.writeUInt16LE(1, 22);
  bytes.writeUInt32LE(8000, 24);
  bytes.writeUInt32LE(16000, 28);
  bytes.writeUInt16LE(2, 32);
  bytes.writeUInt16LE(16, 34);
  bytes.write("data", 36);
  bytes.writeUInt32LE(0xffffffff, 40);
  for (let i = 0; i < frames; i += 1) bytes.writeInt16LE(Math.round(8000 * Math.sin(i / 6)), 44 + i * 2);
  process.stdout.write(bytes);
}
`;

/** A tone of a recorded clip, with silence before and behind it. */
export function tone({ millis = 200, rate = 16_000, level = 0.3, lead = 30 } = {}): Wav {
  const frames = (rate * millis) / 1000;
  const silent = (rate * lead) / 1000;
  const samples = Buffer.alloc(Math.round(frames + 2 * silent) * 2);
  for (let at = 0; at < frames; at += 1)
    samples.writeInt16LE(Math.round(32_767 * level * Math.sin(at / 8)), (at + silent) * 2);
  return { channels: 1, rate, bits: 16, samples };
}

/** Puts clips into a language's folder of a pack. */
export function record(folder: string, language: string, clips: Readonly<Record<string, Wav>>): void {
  mkdirSync(join(folder, language), { recursive: true });
  for (const [name, sound] of Object.entries(clips))
    writeFileSync(join(folder, language, `${name}.wav`), writeWav(sound));
}
