/** Everything a lobby screen sounds: chime and voice, one call after the other, each once. */
import { volumeAt } from "../../shared/domain/sound-hours.ts";
import type { Language, SoundState, VoiceEngine } from "../../shared/domain/vocabulary.ts";
import type { VoicePlan } from "../../shared/domain/voice-plan.ts";
import type { HallNow } from "../../shared/wire/hall.ts";
import { BrowserVoice } from "../sound/browser-voice.ts";
import { Chime } from "../sound/chime.ts";
import { ClipVoice } from "../sound/clip-voice.ts";
import { EmergencyClips } from "../sound/emergency-clips.ts";
import { SpeechQueue, type CallToSound, type Saying } from "../sound/speech-queue.ts";
import { EmergencySpeech } from "./emergency-speech.ts";
import { EmergencyVoice } from "./emergency-voice.ts";
import { expectedCalls } from "./expected-calls.ts";
import type { Picture } from "./picture.ts";
import { Announcer, anyPlace, type Place } from "./announcer.ts";

const plainVoice: VoicePlan = { languages: ["zh"], repeat: 1, yao: true, onlyTicketLanguage: false };

/** What a browser takes for a person's leave to make sound. */
const touches = ["pointerdown", "keydown"] as const;

/** What this needs of a screen's line: the hub's time, and who the screen is. */
export interface SoundLine {
  readonly token: string;
  now(): number;
  instant(): string;
}

/** Dispatches `change` when other calls are being sounded, or when the browser begins or ceases to block sound. */
export class LobbySound extends EventTarget {
  readonly announcer: Announcer;
  /** Heard before every call. */
  readonly emergency: EmergencyVoice;
  /** Which screen this is, and how it hangs. */
  place: Place = anyPlace;
  private readonly chime = new Chime();
  private readonly voice = new BrowserVoice();
  private readonly clips: ClipVoice;
  private readonly emergencyClips: EmergencyClips;
  private readonly queue: SpeechQueue;
  private plan = plainVoice;
  /** What calls wait for. */
  private first: Promise<unknown> = Promise.resolve();
  private settings: HallNow["voice"] | null = null;
  /** The numbers whose clips were asked for last. */
  private expected = "";
  /** The hall whose emergencies were asked for last. */
  private expectedOf: HallNow | null = null;
  private spokeAs: VoiceEngine | null = null;
  private readonly unlock = () => {
    this.chime.unlock();
    this.voice.unlock();
  };

  /** @param spoken hears that the voice has begun to say a call. */
  constructor(
    private readonly line: SoundLine,
    spoken: (call: CallToSound) => void,
  ) {
    super();
    const { chime, voice } = this;
    const now = () => line.now();
    this.clips = new ClipVoice(line.token, {
      playClip: (bytes, begun) => this.aside(() => chime.playClip(bytes, begun)),
    });
    this.emergencyClips = new EmergencyClips(line.token);
    this.queue = new SpeechQueue({
      sounds: {
        chime: async (kind) => {
          await this.afterEmergency();
          if (this.setVolume() > 0) await chime.play(kind);
        },
        speaks: (language) => this.hasClips || (this.mayBrowser && voice.speaks(language)),
        prepare: ({ calls, language }) => {
          if (this.hasClips && !this.prefersBrowser(language)) this.clips.fetch(calls, language);
        },
        speak: (saying, begun) => this.say(saying, begun),
      },
      plan: () => this.plan,
      now,
      turned: () => this.changed(),
      spoken,
    });
    this.announcer = new Announcer(this.queue, now, () => this.place);
    const speech = new EmergencySpeech({
      clips: this.emergencyClips,
      player: chime,
      browser: voice,
      prefersBrowser: (language) => this.prefersBrowser(language),
      begun: (engine) => {
        this.spokeAs = engine ?? this.spokeAs;
      },
    });
    this.emergency = new EmergencyVoice(speech, (saying) => {
      this.first = saying;
    });
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

  /** For the hub and whoever looks after the screen. */
  get state(): SoundState {
    if (this.isBlocked) return "blocked";
    return this.chime.isMute ? "none" : "on";
  }

  /** What made the voice last. */
  get engine(): VoiceEngine | null {
    return this.spokeAs;
  }

  /** Fetches the clips of those who are to get ready, before they are called. */
  expect(hall: HallNow, picture: Picture): void {
    if (!this.hasClips || !this.place.speaks) return;
    const calls = expectedCalls(hall, picture);
    const names = JSON.stringify(calls);
    if (names === this.expected) return;
    this.expected = names;
    for (const { call, language } of calls) this.clips.fetch([call], language, true);
  }

  /** Fetches the clips of what may be raised in this hall. */
  expectEmergencies(hall: HallNow): void {
    if (hall === this.expectedOf || !this.place.speaks) return;
    this.expectedOf = hall;
    const { languages, engines, rate } = hall.voice;
    if (this.hasClips) this.emergencyClips.expect(languages, JSON.stringify([engines, rate]));
  }

  speakAs({ voice }: HallNow): void {
    this.settings = voice;
    this.chime.sound = voice.chime ?? "two-tone";
    this.voice.pace = voice.rate ?? 1;
    this.plan = { ...voice, onlyTicketLanguage: voice.onlyTicketLanguage ?? false };
  }

  close(): void {
    for (const touch of touches) window.removeEventListener(touch, this.unlock);
    this.announcer.newDay();
    this.emergencyClips.close();
    this.chime.close();
    this.voice.close();
  }

  private get engines(): readonly VoiceEngine[] {
    return this.settings?.engines ?? ["browser"];
  }

  private get hasClips(): boolean {
    return this.engines.some((engine) => engine !== "browser");
  }

  private get mayBrowser(): boolean {
    return this.engines.includes("browser");
  }

  private prefersBrowser(language: Language): boolean {
    return this.engines[0] === "browser" && this.voice.speaks(language);
  }

  /** Sets how loud it is now; answers it. */
  private setVolume(): number {
    const volume = volumeAt(this.settings ?? {}, this.line.instant().slice(11, 16)) / 100;
    this.chime.volume = volume;
    this.voice.volume = volume;
    return volume;
  }

  private async say(saying: Saying, begun: () => void): Promise<boolean> {
    await this.afterEmergency();
    if (this.setVolume() === 0) return false;
    const { sentence, language } = saying;
    const said = (engine: VoiceEngine | null) => () => {
      this.spokeAs = engine;
      begun();
    };
    if (this.hasClips && !this.prefersBrowser(language)) {
      if (await this.clips.speak(saying, () => said(this.clips.engine)())) return true;
    }
    return this.mayBrowser && this.aside(() => this.voice.speak(sentence, language, said("browser")));
  }

  /** Plays what is of a call while no emergency is being said, and anew where one has cut it short. */
  private async aside(play: () => Promise<boolean>): Promise<boolean> {
    for (;;) {
      await this.afterEmergency();
      if (this.setVolume() === 0) return false;
      const { first } = this;
      const wasHeard = await play();
      if (first === this.first) return wasHeard;
    }
  }

  /** Resolves while no emergency is being said. */
  private async afterEmergency(): Promise<void> {
    for (let first: unknown = null; first !== this.first;) {
      first = this.first;
      await this.first;
    }
  }

  private changed(): void {
    this.dispatchEvent(new Event("change"));
  }
}
