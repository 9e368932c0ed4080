/**
 * The chime before a call, made of tones and of no file. Two notes falling for a call; for a recall two rising, twice.
 * Both lie where old ears still hear well, between 500 and 1,400 Hz.
 */
import type { ChimeKind } from "./speech-queue.ts";

interface Note {
  readonly hertz: number;
  readonly atSeconds: number;
}

const high = 659.26;
const low = 523.25;

const melodies = {
  call: [
    { hertz: high, atSeconds: 0 },
    { hertz: low, atSeconds: 0.42 },
  ],
  recall: [
    { hertz: low, atSeconds: 0 },
    { hertz: high, atSeconds: 0.24 },
    { hertz: low, atSeconds: 0.62 },
    { hertz: high, atSeconds: 0.86 },
  ],
} as const satisfies Record<ChimeKind, readonly Note[]>;

/** A struck bar: the tone, its octave and a short bright knock. */
const partials = [
  { multiple: 1, loudness: 0.5, seconds: 1.2 },
  { multiple: 2, loudness: 0.14, seconds: 0.6 },
  { multiple: 4, loudness: 0.05, seconds: 0.16 },
] as const;

const attackSeconds = 0.008;
/** After the last note has begun; the rest of its ring may lie under the voice. */
const ringMillis = 750;

/** Dispatches `change` when the browser begins or ceases to block sound. */
export class Chime extends EventTarget {
  private readonly context = openAudio();

  constructor() {
    super();
    this.context?.addEventListener("statechange", () => this.dispatchEvent(new Event("change")));
  }

  /** Whether the browser keeps this page silent until somebody touches it. */
  get isBlocked(): boolean {
    return this.context?.state === "suspended";
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
    if (context?.state !== "running") return;
    const melody: readonly Note[] = melodies[kind];
    const begin = context.currentTime + 0.03;
    for (const note of melody) strike(context, note.hertz, begin + note.atSeconds);
    const lastSeconds = Math.max(...melody.map(({ atSeconds }) => atSeconds));
    await new Promise((resolve) => setTimeout(resolve, lastSeconds * 1_000 + ringMillis));
  }
}

function openAudio(): AudioContext | null {
  try {
    return new AudioContext();
  } catch {
    // No sound device, or none left: the screen still shows every call.
    return null;
  }
}

function strike(context: AudioContext, hertz: number, at: number): void {
  for (const { multiple, loudness, seconds } of partials) {
    const tone = context.createOscillator();
    const envelope = context.createGain();
    tone.frequency.value = hertz * multiple;
    envelope.gain.setValueAtTime(0, at);
    envelope.gain.linearRampToValueAtTime(loudness, at + attackSeconds);
    envelope.gain.exponentialRampToValueAtTime(0.0005, at + seconds);
    tone.connect(envelope).connect(context.destination);
    tone.start(at);
    tone.stop(at + seconds + 0.05);
  }
}
