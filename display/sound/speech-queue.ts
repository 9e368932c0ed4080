/**
 * Sounds calls one after the other: chime, then voice. Several calls of the same instant wait their turn in the order
 * they were made, and each is said the shorter for it: eight at once are all through within a minute. Pure but for the
 * timers between them; what makes the sounds is given.
 */
import type { Language } from "../../shared/domain/vocabulary.ts";
import { callSentence, type SpokenCall } from "../../shared/text/numbers.ts";

/** What makes the sounds. Its promises end when the sound is over; they never fail. */
export interface Sounds {
  chime(kind: ChimeKind): Promise<void>;
  /** Whether there is a voice for a language at all. */
  speaks(language: Language): boolean;
  /** Answers whether it was heard. `begun` is called when the voice begins. */
  speak(sentence: string, language: Language, begun: () => void): Promise<boolean>;
}

export type ChimeKind = "call" | "recall";

/** How the hall wants its calls spoken. */
export interface VoicePlan {
  readonly languages: readonly Language[];
  /** How often each call is said. */
  readonly repeat: number;
  readonly yao: boolean;
  /** Say a call only in the language its ticket was taken in, where there is a voice for it. */
  readonly onlyTicketLanguage: boolean;
}

export interface CallToSound extends SpokenCall {
  readonly seq: number;
  readonly lang: string;
  /** The instant it was made. */
  readonly at: string;
}

export interface SpeechQueueOptions {
  readonly sounds: Sounds;
  readonly plan: () => VoicePlan;
  /** The hub's time in milliseconds, the same clock as the calls' `at`. */
  readonly now: () => number;
  /** A call's turn has come, or (null) nobody's. */
  readonly turned?: (call: CallToSound | null) => void;
  /** The voice has begun to say this call; once a call. */
  readonly spoken?: (call: CallToSound) => void;
}

const betweenSayingsMillis = 350;
const betweenCallsMillis = 600;
/**
 * With more than so many waiting, and until all have had their turn, each call is said once and in one language, so that
 * the voice does not fall behind the screen.
 */
const fewWaiting = 2;
/** A call older than this is no longer said: whoever it is for has read it, or will ask. */
export const saidMillis = 60_000;
/** No hall calls so many at once; a queue must still have an end. */
const longestQueue = 60;

export class SpeechQueue {
  private waiting: CallToSound[] = [];
  private current: CallToSound | null = null;
  /** Whether what is being sounded was taken back meanwhile. */
  private isTakenBack = false;
  private isRunning = false;
  private isCrowded = false;

  constructor(private readonly options: SpeechQueueOptions) {}

  /** The `seq` of every call whose sounding is not over. */
  get pending(): ReadonlySet<number> {
    return new Set([...(this.current ? [this.current] : []), ...this.waiting].map(({ seq }) => seq));
  }

  /** The call that is being sounded. */
  get sounding(): CallToSound | null {
    return this.current;
  }

  /** A recall takes the place of the same number's call that has not been sounded yet. */
  add(call: CallToSound): void {
    const place = this.waiting.findIndex(({ number }) => number === call.number);
    if (place >= 0) this.waiting[place] = call;
    else this.waiting.push(call);
    if (this.waiting.length > longestQueue) this.waiting.shift();
    if (this.waiting.length > fewWaiting) this.isCrowded = true;
    if (!this.isRunning) void this.run();
  }

  /** Sounds nothing more of this number, save what is just being said. */
  drop(number: string): void {
    this.waiting = this.waiting.filter((call) => call.number !== number);
  }

  /** The call was taken back: nothing more of it is sounded, save the words just being said. */
  takeBack(number: string): void {
    this.drop(number);
    if (this.current?.number === number) this.isTakenBack = true;
  }

  clear(): void {
    this.waiting = [];
  }

  private async run(): Promise<void> {
    this.isRunning = true;
    for (let next = this.waiting.shift(); next; next = this.waiting.shift()) {
      this.current = next;
      this.isTakenBack = false;
      this.options.turned?.(next);
      await this.sound(next);
      await pause(betweenCallsMillis);
    }
    this.current = null;
    this.isRunning = false;
    this.isCrowded = false;
    this.options.turned?.(null);
  }

  /** Asked anew after every sound: it may have been taken back while that was heard. */
  private hasEnded(): boolean {
    return this.isTakenBack;
  }

  private async sound(call: CallToSound): Promise<void> {
    const { sounds, spoken, now } = this.options;
    const isOld = now() - Date.parse(call.at) > saidMillis;
    await sounds.chime(call.times > 1 ? "recall" : "call");
    if (isOld || this.hasEnded()) return;
    const plan = this.options.plan();
    const inLanguages = (wanted: VoicePlan) =>
      languagesToSpeak(call.lang, wanted, (language) => sounds.speaks(language));
    const [own] = inLanguages({ ...plan, onlyTicketLanguage: true });
    let isReported = false;
    for (let round = 0; round < plan.repeat; round += 1) {
      if (round > 0 && !this.isCrowded) await pause(betweenSayingsMillis);
      for (const language of inLanguages(plan)) {
        if (this.hasEnded()) return;
        if (this.isCrowded && (round > 0 || language !== own)) continue;
        const wasHeard = await sounds.speak(callSentence(call, language, plan.yao), language, () => {
          if (!isReported) spoken?.(call);
          isReported = true;
        });
        if (!wasHeard) return;
      }
    }
  }
}

/**
 * In which languages a call is said, in order. Where only the ticket's is wanted, the first that has a voice: the
 * ticket's own, then the hall's; else all of the hall's that have one. Mandarin is one voice for both scripts.
 */
export function languagesToSpeak(
  ticket: string,
  plan: VoicePlan,
  speaks: (language: Language) => boolean,
): readonly Language[] {
  const possible = plan.languages.filter(speaks);
  if (!plan.onlyTicketLanguage) return possible;
  const own =
    possible.find((language) => language === ticket) ??
    possible.find((language) => spokenAs(language) === spokenAs(ticket));
  const only = own ?? possible[0];
  return only === undefined ? [] : [only];
}

function spokenAs(language: string): string {
  return language === "zh-Hant" ? "zh" : language;
}

function pause(millis: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, millis));
}
