/** The hub's voice: clips of calls, fetched before they are needed where that is known, and played as they are. */
import type { Language, VoiceEngine } from "../../shared/domain/vocabulary.ts";
import { askForSound } from "./fetch-sound.ts";
import type { CallToSound, Saying } from "./speech-queue.ts";

/** What plays a sound; a browser that blocks sound plays none. */
export interface Player {
  /** Answers whether it was heard to its end. */
  playClip(bytes: ArrayBuffer, begun: () => void): Promise<boolean>;
}

/** A call as far as its words go. */
export type CallWords = Pick<CallToSound, "number" | "counter" | "times" | "transferred">;

/** After so long the browser's own voice speaks instead. */
const patienceMillis = 700;
const fetchMillis = 10_000;
/** About ten megabytes. */
const keptClips = 60;

interface Asked {
  readonly at: number;
  readonly bytes: Promise<ArrayBuffer | null>;
  /** Asked for in case it is needed, and not here yet: the hub makes it after all that are called. */
  isGuess: boolean;
}

export class ClipVoice {
  /** What spoke last. */
  engine: VoiceEngine | null = null;
  private readonly asked = new Map<string, Asked>();

  constructor(
    private readonly token: string,
    private readonly player: Player,
  ) {}

  /** Asks for a clip, unless it is here. @param isAhead it may never be needed. */
  fetch(calls: readonly CallWords[], language: Language, isAhead = false): Asked {
    const query = clipQuery(calls, language);
    const known = this.asked.get(query);
    // What is wanted again is let go of last.
    this.asked.delete(query);
    if (known && (isAhead || !known.isGuess)) {
      this.asked.set(query, known);
      return known;
    }
    const loaded = this.load(query, isAhead);
    // What was guessed is called now: the hub is told so, and whichever answer comes first is taken.
    const bytes = known ? firstOf(known.bytes, loaded) : loaded;
    const asked: Asked = { at: performance.now(), bytes, isGuess: isAhead };
    this.asked.set(query, asked);
    for (const oldest of this.asked.keys()) if (this.asked.size > keptClips) this.asked.delete(oldest);
    void asked.bytes.then((bytes) => {
      asked.isGuess = false;
      // Asked for again it may be there.
      if (bytes === null && this.asked.get(query) === asked) this.asked.delete(query);
    });
    return asked;
  }

  /** Says it where its clip comes in time; several calls one after the other where only theirs do. Answers whether it was heard. */
  async speak({ calls, language }: Pick<Saying, "calls" | "language">, begun: () => void): Promise<boolean> {
    const bytes = await inTime(this.fetch(calls, language));
    if (bytes) return this.player.playClip(bytes, begun);
    if (calls.length < 2) return false;
    let wasHeard = false;
    for (const call of calls) if (await this.speak({ calls: [call], language }, begun)) wasHeard = true;
    return wasHeard;
  }

  private async load(query: string, isAhead: boolean): Promise<ArrayBuffer | null> {
    const address = `/api/voice/clip?${query}${isAhead ? "&ahead=true" : ""}`;
    const sound = await askForSound({ address, token: this.token, millis: fetchMillis });
    this.engine = sound?.engine ?? this.engine;
    return sound?.bytes ?? null;
  }
}

/** What comes first of two; null only where neither comes. */
function firstOf<T>(one: Promise<T | null>, other: Promise<T | null>): Promise<T | null> {
  const orOther = (found: T | null, left: Promise<T | null>) => found ?? left;
  return Promise.race([one.then((found) => orOther(found, other)), other.then((found) => orOther(found, one))]);
}

function inTime({ at, bytes }: Asked): Promise<ArrayBuffer | null> {
  const left = Math.max(0, at + patienceMillis - performance.now());
  return Promise.race([bytes, new Promise<null>((resolve) => setTimeout(() => resolve(null), left))]);
}

/** The hub words a third call as the second, and after a transfer only a first call. */
function clipQuery(calls: readonly CallWords[], language: Language): string {
  const times = calls.map((call) => Math.min(call.times, 2));
  const [only] = calls;
  return new URLSearchParams({
    number: calls.map(({ number }) => number).join(),
    counter: calls.map(({ counter }) => String(counter)).join(),
    lang: language,
    times: times.join(),
    ...(calls.length === 1 && only?.transferred === true && { transferred: "true" }),
  }).toString();
}
