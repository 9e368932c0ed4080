/** Everything a lobby screen sounds: chime and voice, one call after the other, each once. */
import type { VoicePlan } from "../../shared/domain/voice-plan.ts";
import type { HallNow } from "../../shared/wire/hall.ts";
import { BrowserVoice } from "../sound/browser-voice.ts";
import { Chime } from "../sound/chime.ts";
import { SpeechQueue, type CallToSound } from "../sound/speech-queue.ts";
import { Announcer, anyPlace, type Place } from "./announcer.ts";

const plainVoice: VoicePlan = { languages: ["zh"], repeat: 1, yao: true, onlyTicketLanguage: false };

/** What a browser takes for a person's leave to make sound. */
const touches = ["pointerdown", "keydown"] as const;

/** Dispatches `change` when other calls are being sounded, or when the browser begins or ceases to block sound. */
export class LobbySound extends EventTarget {
  readonly announcer: Announcer;
  /** Which screen this is, and how it hangs. */
  place: Place = anyPlace;
  private readonly chime = new Chime();
  private readonly voice = new BrowserVoice();
  private readonly queue: SpeechQueue;
  private plan = plainVoice;
  private readonly unlock = () => {
    this.chime.unlock();
    this.voice.unlock();
  };

  /**
   * @param now the hub's time in milliseconds.
   * @param spoken hears that the voice has begun to say a call.
   */
  constructor(now: () => number, spoken: (call: CallToSound) => void) {
    super();
    const { chime, voice } = this;
    this.queue = new SpeechQueue({
      sounds: {
        chime: (kind) => chime.play(kind),
        speaks: (language) => voice.speaks(language),
        speak: ({ sentence, language }, begun) => voice.speak(sentence, language, begun),
      },
      plan: () => this.plan,
      now,
      turned: () => this.changed(),
      spoken,
    });
    this.announcer = new Announcer(this.queue, now, () => this.place);
    chime.addEventListener("change", () => this.changed());
    voice.addEventListener("change", () => this.changed());
    for (const touch of touches) window.addEventListener(touch, this.unlock);
  }

  get isBlocked(): boolean {
    return this.chime.isBlocked || this.voice.isBlocked;
  }

  /** `seq` of the calls whose sounding is not over. */
  get unsounded(): ReadonlySet<number> {
    return this.queue.pending;
  }

  /** `seq` of the call that is being sounded; of several in one sentence, the first. */
  get soundingSeq(): number | null {
    return this.queue.sounding[0]?.seq ?? null;
  }

  speakAs({ voice }: HallNow): void {
    this.plan = { ...voice, onlyTicketLanguage: voice.onlyTicketLanguage ?? false };
  }

  close(): void {
    for (const touch of touches) window.removeEventListener(touch, this.unlock);
    this.announcer.newDay();
    this.chime.close();
    this.voice.close();
  }

  private changed(): void {
    this.dispatchEvent(new Event("change"));
  }
}
