/**
 * Says an emergency and its all-clear with the browser's voice. Screens that hear the same say it at the same moments,
 * counted from its beginning, so that a hall does not talk across itself.
 */
import type { Language } from "../../shared/domain/vocabulary.ts";
import { allClearSentence, emergencySentence } from "../../shared/text/emergency.ts";
import type { Emergency } from "../../shared/wire/lobby.ts";

/** Makes it heard. */
export interface Speaking {
  speaks(language: Language): boolean;
  /** Resolves when the sentence is over, heard or not. */
  speak(sentence: string, language: Language, begun: () => void): Promise<boolean>;
}

const everyMillis = 30_000;
const mostTimes = 5;

export class EmergencyVoice {
  /** What was said last: which emergency, and for which time. */
  private said = "";

  /** @param first is handed what is being said: calls are sounded after it. */
  constructor(
    private readonly voice: Speaking,
    private readonly first: (saying: Promise<unknown>) => void,
  ) {}

  /** To be called every second. @param now the hub's clock in milliseconds. */
  look(shown: Emergency | "all-clear" | null, now: number, languages: readonly Language[]): void {
    const turn = turnOf(shown, now);
    if (turn === this.said) return;
    const isAfterwards = this.said !== "";
    this.said = turn;
    if (shown === null || turn === "" || (shown === "all-clear" && !isAfterwards)) return;
    this.first(this.say((language) => sentenceOf(shown, language), languages));
  }

  private async say(sentence: (language: Language) => string, languages: readonly Language[]): Promise<void> {
    for (const language of languages)
      if (this.voice.speaks(language)) await this.voice.speak(sentence(language), language, () => undefined);
  }
}

/** Names the saying that is due; the last one stays due. */
function turnOf(shown: Emergency | "all-clear" | null, now: number): string {
  if (shown === null) return "";
  if (shown === "all-clear") return shown;
  const times = Math.floor((now - Date.parse(shown.raisedAt)) / everyMillis);
  return `${shown.id} ${String(Math.max(0, Math.min(times, mostTimes - 1)))}`;
}

function sentenceOf(shown: Emergency | "all-clear", language: Language): string {
  return shown === "all-clear" ? allClearSentence(language) : emergencySentence(shown, language);
}
