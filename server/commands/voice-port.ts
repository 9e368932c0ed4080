/** The hub's voice, as the rest of the hub knows it. */
import type { Language, Millis, VoiceEngine } from "../../shared/domain/vocabulary.ts";
import type { SpokenEmergency } from "../views/emergency-speech.ts";

/** One call of a sentence. */
export interface CallToSay {
  readonly number: string;
  readonly counter: number;
  readonly times: number;
  readonly transferred: boolean;
}

/** What is to be said: one call, or several joined into one sentence. */
export interface Saying {
  readonly calls: readonly CallToSay[];
  readonly language: Language;
}

/** An emergency, or the all-clear after one. */
export interface EmergencySaying {
  readonly of: SpokenEmergency | "all-clear";
  readonly language: Language;
}

/** `emergency`: before all else. `called`: somebody listens for it now. `likely`: it may be needed soon. */
export type Urgency = "emergency" | "called" | "likely";

export interface Clip {
  /** Differs wherever the sound does. */
  readonly key: string;
  readonly sound: Buffer;
  readonly engine: VoiceEngine;
}

export interface EngineHealth {
  readonly engine: VoiceEngine;
  readonly isReady: boolean;
  readonly problem: string | null;
  readonly problemAt: Millis | null;
}

export interface HubVoice {
  /** What makes the voice now, the preferred first: engines of the hub that can, and the browser where the hall lets it. */
  readonly engines: readonly VoiceEngine[];
  readonly health: {
    readonly engine: VoiceEngine | null;
    readonly engines: readonly EngineHealth[];
    readonly clips: number;
    readonly bytes: number;
    readonly waiting: number;
  };
  /** A clip; null where no engine of the hub can say it. Throws where the hall has no such counter. */
  clip(saying: Saying, urgency: Urgency): Promise<Clip | null>;
  /** The same of an emergency. */
  emergencyClip(saying: EmergencySaying, urgency: Urgency): Promise<Clip | null>;
  /** How long saying it takes: as its clip is long, else by the length of the sentence. */
  millisOf(saying: Saying): number;
}
