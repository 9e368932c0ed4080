/**
 * Says sentences by the packaged speech program, in a process of its own: the package is under the GPL, and only this
 * process ever loads it. Ends with the line to its hub, which is all that keeps it.
 */
import type { SpeechAnswer, SpeechOrder } from "./voice/packaged-speech.ts";
import { writeWav } from "./voice/wav.ts";

/** The part of the package that is used here. */
interface Speaker {
  set_voice(voice: string): void;
  set_rate(wordsAMinute: number): void;
  get_samplerate(): number;
  synthesize(text: string, heard: (samples: Int16Array | null) => boolean): void;
}
interface SpeechModule {
  readonly default: () => Promise<{ readonly eSpeakNGWorker: new () => Speaker | Promise<Speaker> }>;
}

/** By a name that no bundler follows: it is optional, and lies beside its data. */
const packageName = "@echogarden/espeak-ng-emscripten";
// The package brings no types; these are what it was seen to have.
const speaker = import(packageName).then(async (loaded: SpeechModule) => {
  const { eSpeakNGWorker } = await loaded.default();
  return new eSpeakNGWorker();
});

process.on("message", (order: SpeechOrder) => {
  void say(order).then((answer) => process.send?.(answer));
});

async function say({ id, text, voice, pace }: SpeechOrder): Promise<SpeechAnswer> {
  try {
    const voiced = await speaker;
    voiced.set_voice(voice);
    voiced.set_rate(pace);
    const parts: Buffer[] = [];
    voiced.synthesize(text, (samples) => {
      // What it hands over is used again for the next stretch.
      if (samples)
        parts.push(Buffer.from(samples.buffer.slice(samples.byteOffset, samples.byteOffset + samples.byteLength)));
      return false;
    });
    const rate = voiced.get_samplerate();
    return { id, sound: writeWav({ channels: 1, rate, bits: 16, samples: Buffer.concat(parts) }) };
  } catch {
    return { id, sound: null };
  }
}
