/**
 * What a screen sounds through: the chime before a call, made of tones and of no file, and the hub's clips. Two notes
 * falling for a call; for a recall two rising, twice; the soft chime is the same with one note in the place of two. All
 * lie where old ears still hear well, between 500 and 1,400 Hz. The voice begins within 0.75 s.
 */
import type { ChimeSound } from "../../shared/domain/vocabulary.ts";
import type { ChimeKind } from "./speech-queue.ts";

interface Note {
  readonly hertz: number;
  readonly atSeconds: number;
}

const high = 659.26;
const low = 523.25;

const melodies = {
  "two-tone": {
    call: [
      { hertz: high, atSeconds: 0 },
      { hertz: low, atSeconds: 0.34 },
    ],
    recall: [
      { hertz: low, atSeconds: 0 },
      { hertz: high, atSeconds: 0.13 },
      { hertz: low, atSeconds: 0.3 },
      { hertz: high, atSeconds: 0.43 },
    ],
  },
  soft: {
    call: [{ hertz: low, atSeconds: 0 }],
    recall: [
      { hertz: low, atSeconds: 0 },
      { hertz: high, atSeconds: 0.26 },
    ],
  },
  none: { call: [], recall: [] },
} as const satisfies Record<ChimeSound, Record<ChimeKind, readonly Note[]>>;

/** The soft chime is so much less loud. */
const softly = 0.45;

/** A struck bar: the tone, its octave and a short bright knock. */
const partials = [
  { multiple: 1, loudness: 0.5, seconds: 1.2 },
  { multiple: 2, loudness: 0.14, seconds: 0.6 },
  { multiple: 4, loudness: 0.05, seconds: 0.16 },
] as const;

const stuckMillis = 2_000;
const attackSeconds = 0.008;
/** After the last note has begun; the rest of its ring may lie under the voice. */
const ringMillis = 300;

/** Dispatches `change` when the browser begins or ceases to block sound. */
export class Chime extends EventTarget {
  /** Which chime it is. */
  sound: ChimeSound = "two-tone";
  /** From 0 to 1, of all that is sounded. */
  volume = 1;
  private readonly context = openAudio();
  private readonly playing = new Set<AudioBufferSourceNode>();
  /** Counts how often what was to be heard was cut short. */
  private cuts = 0;

  constructor() {
    super();
    this.context?.addEventListener("statechange", () => this.dispatchEvent(new Event("change")));
  }

  /** Whether the browser keeps this page silent until somebody touches it. */
  get isBlocked(): boolean {
    return this.context?.state === "suspended";
  }

  /** Whether there is nothing to make sound with. */
  get isMute(): boolean {
    return this.context === null;
  }

  /** Tries to begin; succeeds within a touch or a key press, or where the browser allows sound anyway. */
  unlock(): void {
    if (this.isBlocked) void this.context?.resume().catch(() => undefined);
  }

  /** Gives the sound device back; this chime is over. */
  close(): void {
    void this.context?.close().catch(() => undefined);
  }

  /** Plays to the end. While sound is blocked nothing is played, now or later. */
  async play(kind: ChimeKind): Promise<void> {
    const { context } = this;
    const melody: readonly Note[] = melodies[this.sound][kind];
    if (context?.state !== "running" || melody.length === 0) return;
    const begin = context.currentTime + 0.03;
    const out = this.output(context, this.sound === "soft" ? softly : 1);
    for (const note of melody) strike(context, out, { ...note, atSeconds: begin + note.atSeconds });
    const lastSeconds = Math.max(...melody.map(({ atSeconds }) => atSeconds));
    await new Promise((resolve) => setTimeout(resolve, lastSeconds * 1_000 + ringMillis));
  }

  /** Ends the clips that are being played; they count as heard. Notes ring out, and what is yet to begin does not. */
  hush(): void {
    this.cuts += 1;
    for (const source of this.playing) source.stop();
    this.playing.clear();
  }

  /** Plays a clip to its end. Answers whether it was heard; what cannot be played was not. */
  async playClip(bytes: ArrayBuffer, begun: () => void): Promise<boolean> {
    const { context } = this;
    if (context?.state !== "running") return false;
    const { cuts } = this;
    try {
      // Decoding takes the bytes away, and they are kept for another time.
      const buffer = await context.decodeAudioData(bytes.slice(0));
      if (cuts !== this.cuts) return false;
      const source = context.createBufferSource();
      source.buffer = buffer;
      source.connect(this.output(context, 1));
      const ended = new Promise<boolean>((resolve) => {
        source.onended = () => resolve(true);
        // A sound device that is taken away meanwhile ends nothing.
        setTimeout(() => resolve(false), buffer.duration * 1_000 + stuckMillis);
      });
      source.start();
      this.playing.add(source);
      begun();
      const wasHeard = await ended;
      this.playing.delete(source);
      return wasHeard;
    } catch {
      return false;
    }
  }

  private output(context: AudioContext, loudness: number): Output {
    const gain = context.createGain();
    gain.gain.value = this.volume * loudness;
    gain.connect(context.destination);
    return gain;
  }
}

/** A way to the loudspeaker. */
type Output = AudioNode;

function openAudio(): AudioContext | null {
  try {
    return new AudioContext();
  } catch {
    // No sound device, or none left: the screen still shows every call.
    return null;
  }
}

function strike(context: AudioContext, out: Output, { hertz, atSeconds: at }: Note): void {
  for (const { multiple, loudness, seconds } of partials) {
    const tone = context.createOscillator();
    const envelope = context.createGain();
    tone.frequency.value = hertz * multiple;
    envelope.gain.setValueAtTime(0, at);
    envelope.gain.linearRampToValueAtTime(loudness, at + attackSeconds);
    envelope.gain.exponentialRampToValueAtTime(0.0005, at + seconds);
    tone.connect(envelope).connect(out);
    tone.start(at);
    tone.stop(at + seconds + 0.05);
  }
}
