/**
 * Makes an emergency heard: with the hub's clip, else with the browser's voice. As loud as it goes and at any hour: a
 * hall's volume and silent hours are for its calls.
 */
import type { Language, VoiceEngine } from "../../shared/domain/vocabulary.ts";
import type { BrowserVoice } from "../sound/browser-voice.ts";
import type { Chime } from "../sound/chime.ts";
import type { EmergencyClips, EmergencyToSay } from "../sound/emergency-clips.ts";
import type { FetchedSound } from "../sound/fetch-sound.ts";
import type { Speaking } from "./emergency-voice.ts";

export interface SpeechParts {
  readonly clips: Pick<EmergencyClips, "clipOf">;
  readonly player: Pick<Chime, "volume" | "playClip" | "hush">;
  readonly browser: Pick<BrowserVoice, "volume" | "speaks" | "speak" | "hush">;
  /** Whether the hall would rather have the browser's voice. */
  readonly prefersBrowser: (language: Language) => boolean;
  /** Hears who has begun to speak. */
  readonly begun: (engine: VoiceEngine | null) => void;
}

/** So long the browser's voice lets a clip go first that is still to come. */
const patienceMillis = 1_500;
/** Where the browser has no voice, nothing is lost by waiting. */
const noOtherMillis = 10_000;

export class EmergencySpeech implements Speaking {
  /** Counts what was cut short: it is not taken up by another voice. */
  private cuts = 0;

  constructor(private readonly parts: SpeechParts) {}

  prepare(saying: EmergencyToSay): void {
    if (!this.parts.prefersBrowser(saying.language)) void this.parts.clips.clipOf(saying);
  }

  async speak(saying: EmergencyToSay): Promise<boolean> {
    const { clips, player, browser, prefersBrowser, begun } = this.parts;
    const { cuts } = this;
    const { language, sentence } = saying;
    if (!prefersBrowser(language)) {
      const sound = await inTime(clips.clipOf(saying), browser.speaks(language) ? patienceMillis : noOtherMillis);
      if (cuts !== this.cuts) return false;
      player.volume = 1;
      if (sound && (await player.playClip(sound.bytes, () => begun(sound.engine)))) return true;
      if (cuts !== this.cuts) return false;
    }
    browser.volume = 1;
    return browser.speak(sentence, language, () => begun("browser"));
  }

  hush(): void {
    this.cuts += 1;
    this.parts.player.hush();
    this.parts.browser.hush();
  }
}

function inTime(sound: Promise<FetchedSound | null>, millis: number): Promise<FetchedSound | null> {
  return Promise.race([sound, new Promise<null>((resolve) => setTimeout(() => resolve(null), millis))]);
}
