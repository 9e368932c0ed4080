/**
 * Sounds calls one after the other: chime, then voice. Several calls of the same instant wait their turn in the order
 * they were made; with more than two waiting each is said once, and more than four are joined into one sentence: eight
 * at once are all through within a minute. Pure but for the timers between them; what makes the sounds is given.
 */
import type { Language } from "../../shared/domain/vocabulary.ts";
import {
  crowdWaiting,
  fewWaiting,
  inOneSentence,
  languagesToSpeak,
  type VoicePlan,
} from "../../shared/domain/voice-plan.ts";
import { joinedSentence } from "../../shared/text/joined-calls.ts";
import type { SpokenCall } from "../../shared/text/numbers.ts";

/** What makes the sounds. Its promises end when the sound is over; they never fail. */
export interface Sounds {
  chime(kind: ChimeKind): Promise<void>;
  /** Whether there is a voice for a language at all. */
  speaks(language: Language): boolean;
  /** Answers whether it was heard. `begun` is called when the voice begins. */
  speak(saying: Saying, begun: () => void): Promise<boolean>;
  /** These are about to be said: what can be fetched for it may be. */
  prepare?(saying: Saying): void;
}

export type ChimeKind = "call" | "recall";

/** One sentence, and the calls that it is about. */
export interface Saying {
  readonly sentence: string;
  readonly language: Language;
  readonly calls: readonly CallToSound[];
}

export interface CallToSound extends SpokenCall {
  readonly seq: number;
  readonly counter: number;
  readonly lang: string;
  /** The instant it was made. */
  readonly at: string;
}

export interface SpeechQueueOptions {
  readonly sounds: Sounds;
  readonly plan: () => VoicePlan;
  /** The hub's time in milliseconds, the same clock as the calls' `at`. */
  readonly now: () => number;
  /** The turn of these calls has come, or (none) nobody's. */
  readonly turned?: (calls: readonly CallToSound[]) => void;
  /** The voice has begun to say this call; once a call. */
  readonly spoken?: (call: CallToSound) => void;
}

const betweenSayingsMillis = 350;
const betweenCallsMillis = 600;
/** A call older than this is no longer said: whoever it is for has read it, or will ask. */
export const saidMillis = 60_000;
/** No hall calls so many at once; a queue must still have an end. */
const longestQueue = 60;

export class SpeechQueue {
  private waiting: CallToSound[] = [];
  private current: readonly CallToSound[] = [];
  /** `seq` of those of the current calls that need not be said any more. */
  private over = new Set<number>();
  /** `seq` of those of the current calls that are said already, or are just being said. */
  private begun = new Set<number>();
  private isRunning = false;
  /** Since more than a few were waiting, and until all have had their turn. */
  private isCrowded = false;

  constructor(private readonly options: SpeechQueueOptions) {}

  /** The `seq` of every call whose sounding is not over. */
  get pending(): ReadonlySet<number> {
    return new Set([...this.current, ...this.waiting].map(({ seq }) => seq));
  }

  /** The calls that are being sounded. */
  get sounding(): readonly CallToSound[] {
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

  /** Sounds nothing more of this number, save the words just being said: it is wanted no more, or was taken back. */
  drop(number: string): void {
    this.waiting = this.waiting.filter((call) => call.number !== number);
    for (const call of this.current) if (call.number === number) this.over.add(call.seq);
  }

  /** Leaves a call to another screen, unless its words have begun here. */
  leave(seq: number): void {
    this.waiting = this.waiting.filter((call) => call.seq !== seq);
    if (this.current.some((call) => call.seq === seq) && !this.begun.has(seq)) this.over.add(seq);
  }

  clear(): void {
    this.waiting = [];
  }

  private async run(): Promise<void> {
    this.isRunning = true;
    for (let turn = this.nextTurn(); turn.length > 0; turn = this.nextTurn()) {
      this.current = turn;
      this.over.clear();
      this.begun.clear();
      this.options.turned?.(turn);
      await this.sound(turn);
      await pause(betweenCallsMillis);
    }
    this.current = [];
    this.isRunning = false;
    this.isCrowded = false;
    this.options.turned?.([]);
  }

  /** The next call, or as many as one sentence holds where a crowd waits; none that is too old by now. */
  private nextTurn(): readonly CallToSound[] {
    const now = this.options.now();
    this.waiting = this.waiting.filter(({ at }) => now - Date.parse(at) <= saidMillis);
    return this.waiting.splice(0, this.waiting.length > crowdWaiting ? inOneSentence : 1);
  }

  private async sound(turn: readonly CallToSound[]): Promise<void> {
    const { sounds } = this.options;
    for (const saying of this.sayings(turn).slice(0, 1)) sounds.prepare?.(saying);
    await sounds.chime(turn.every(({ times }) => times > 1) ? "recall" : "call");
    const isJoined = turn.length > 1;
    const { repeat } = this.options.plan();
    for (let round = 0; round < repeat; round += 1) {
      if (round > 0 && (isJoined || this.isCrowded)) return;
      if (round > 0) await pause(betweenSayingsMillis);
      let wasHeard = false;
      for (const { language } of this.sayings(turn)) {
        // Asked anew after every sound: calls may have been taken back, and others may wait by now.
        const saying = this.sayings(turn).find((each) => each.language === language);
        if (saying && (await this.say(saying))) wasHeard = true;
      }
      if (!wasHeard) return;
    }
  }

  /** What is to be said of these calls as things stand: a sentence for each language that somebody is to hear. */
  private sayings(turn: readonly CallToSound[]): readonly Saying[] {
    const plan = this.options.plan();
    const { sounds } = this.options;
    const onlyTicketLanguage = plan.onlyTicketLanguage || turn.length > 1 || this.isCrowded;
    const wanted = { ...plan, onlyTicketLanguage };
    const left = turn.filter(({ seq }) => !this.over.has(seq));
    return plan.languages.flatMap((language) => {
      const calls = left.filter(({ lang }) =>
        languagesToSpeak(lang, wanted, (each) => sounds.speaks(each)).includes(language),
      );
      return calls.length === 0 ? [] : [{ language, calls, sentence: joinedSentence(calls, language, plan.yao) }];
    });
  }

  private say(saying: Saying): Promise<boolean> {
    return this.options.sounds.speak(saying, () => {
      for (const call of saying.calls) {
        if (!this.begun.has(call.seq)) this.options.spoken?.(call);
        this.begun.add(call.seq);
      }
    });
  }
}

function pause(millis: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, millis));
}
