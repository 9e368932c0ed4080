/**
 * When an emergency and its all-clear are said. Screens that hear the same say it at the same moments, counted from its
 * beginning, so that a hall does not talk across itself.
 */
import type { Language } from "../../shared/domain/vocabulary.ts";
import { allClearSentence, emergencySentence } from "../../shared/text/emergency.ts";
import type { Emergency } from "../../shared/wire/lobby.ts";
import type { EmergencyToSay } from "../sound/emergency-clips.ts";

/** Makes it heard. */
export interface Speaking {
  /** It is to be said soon: what it takes is fetched. */
  prepare(saying: EmergencyToSay): void;
  /** Resolves when it is over, heard or not. */
  speak(saying: EmergencyToSay): Promise<boolean>;
  /** Ends whatever is being said, calls too. */
  hush(): void;
}

const everyMillis = 30_000;
const mostTimes = 5;

export class EmergencyVoice {
  /** What was said last: which emergency, and for which time. */
  private said = "";
  /** What is being said; null while nothing is. */
  private saying: symbol | null = null;

  /** @param first is handed what is being said: calls are sounded after it. */
  constructor(
    private readonly voice: Speaking,
    private readonly first: (saying: Promise<unknown>) => void,
  ) {}

  /**
   * To be called every second, and when what it answers is over. @param now the hub's clock in milliseconds.
   * @returns milliseconds until it is to be said again; null: not so.
   */
  look(shown: Emergency | "all-clear" | null, now: number, languages: readonly Language[]): number | null {
    const turn = turnOf(shown, now);
    if (turn !== this.said) {
      const isOther = subjectOf(turn) !== subjectOf(this.said);
      const isAfterwards = this.said !== "";
      this.said = turn;
      if (isOther) this.stop();
      // Words that take longer than the time between two sayings are not begun again in the midst of them.
      if (shown !== null && !this.saying && (shown !== "all-clear" || isAfterwards)) this.begin(shown, languages);
    }
    return untilNext(shown, now);
  }

  private begin(shown: Emergency | "all-clear", languages: readonly Language[]): void {
    const saying = Symbol("saying");
    this.saying = saying;
    // Over everything, so over a call that is being said as well.
    this.voice.hush();
    this.first(this.say(saying, shown, languages));
  }

  private stop(): void {
    if (!this.saying) return;
    this.saying = null;
    this.voice.hush();
  }

  private async say(saying: symbol, shown: Emergency | "all-clear", languages: readonly Language[]): Promise<void> {
    const parts = languages.map((language) => ({ shown, language, sentence: sentenceOf(shown, language) }));
    for (const part of parts) this.voice.prepare(part);
    for (const part of parts) if (this.saying === saying) await this.voice.speak(part);
    if (this.saying === saying) this.saying = null;
  }
}

/** Names the saying that is due; the last one stays due. */
function turnOf(shown: Emergency | "all-clear" | null, now: number): string {
  if (shown === null) return "";
  if (shown === "all-clear") return shown;
  const times = Math.floor((now - Date.parse(shown.raisedAt)) / everyMillis);
  return `${shown.id} ${String(Math.max(0, Math.min(times, mostTimes - 1)))}`;
}

/** Of a saying that is due, which emergency it is of. */
function subjectOf(turn: string): string {
  return turn.replace(/ \d+$/, "");
}

function sentenceOf(shown: Emergency | "all-clear", language: Language): string {
  return shown === "all-clear" ? allClearSentence(language) : emergencySentence(shown, language);
}

function untilNext(shown: Emergency | "all-clear" | null, now: number): number | null {
  if (shown === null || shown === "all-clear") return null;
  const since = now - Date.parse(shown.raisedAt);
  return since < 0 || since >= (mostTimes - 1) * everyMillis ? null : everyMillis - (since % everyMillis);
}
