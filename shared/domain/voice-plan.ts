/** How the hall wants its calls spoken, and what of it is left when many wait. */
import type { Language } from "./vocabulary.ts";

export interface VoicePlan {
  readonly languages: readonly Language[];
  /** How often each call is said. */
  readonly repeat: number;
  readonly yao: boolean;
  /** Say a call only in the language its ticket was taken in, where there is a voice for it. */
  readonly onlyTicketLanguage: boolean;
}

/**
 * With more than so many waiting, and until all have had their turn, each call is said once and in one language, so that
 * the voice does not fall behind the screen.
 */
export const fewWaiting = 2;
/** More than so many waiting are said in one sentence. */
export const crowdWaiting = 4;
/** Nobody remembers a longer sentence; what is left makes another. */
export const inOneSentence = 8;

/**
 * In which languages a call is said, in order. Where only the ticket's is wanted, the first that has a voice: the
 * ticket's own, then the hall's; else all of the hall's that have one. Mandarin is one voice for both scripts.
 */
export function languagesToSpeak(
  ticket: string,
  plan: Pick<VoicePlan, "languages" | "onlyTicketLanguage">,
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
