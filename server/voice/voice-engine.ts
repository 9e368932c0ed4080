/** What makes the hub's voice. */
import type { Language, VoiceEngine } from "../../shared/domain/vocabulary.ts";
import type { CallInParts } from "../../shared/text/spoken-parts.ts";

/** What is to be said. */
export interface Utterance {
  readonly sentence: string;
  readonly language: Language;
  /** What the sentence says, for an engine that puts it together of pieces; of an emergency nothing. */
  readonly calls: readonly CallInParts[];
  /** Of an emergency: the recorded clip that says all of it; null where nobody can have recorded it. */
  readonly recorded?: string | null;
  readonly yao: boolean;
  /** 1 is the usual pace. */
  readonly rate: number;
}

export interface HubEngine {
  readonly kind: Exclude<VoiceEngine, "browser">;
  /** Changes when the same sentence would sound otherwise. */
  readonly fingerprint: string;
  /** Looks whether it does. */
  refresh?(): Promise<void>;
  /** Whether it is made for such an utterance at all, which is no failure where it is not; left out: for any. */
  isFor?(utterance: Utterance): Promise<boolean>;
  /** Why it cannot speak on this machine; null where it can. */
  readonly missing: string | null;
  /** A sound, as a WAV file. Throws `VoiceFailed`. */
  make(utterance: Utterance): Promise<Buffer>;
  stop(): void;
}

export const voiceProblems = [
  "not-set-up",
  "not-found",
  "clip-missing",
  "formats-differ",
  "cannot-read-aloud",
  "too-slow",
  "too-much",
  "ended-with-error",
  "not-a-sound",
] as const;
export type VoiceProblem = (typeof voiceProblems)[number];

/** An engine could not say something; `about` names what, never who. */
export class VoiceFailed extends Error {
  constructor(
    readonly problem: VoiceProblem,
    about?: string,
  ) {
    super(about === undefined ? problem : `${problem}: ${about}`);
  }
}
