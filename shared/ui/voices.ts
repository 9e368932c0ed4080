/** Which of a browser's voices speaks a language of the hall. */
import type { Language } from "../domain/vocabulary.ts";

/** Tags of voices that speak a language, the best first. Cantonese is no Mandarin. */
const voiceTags = {
  zh: [/^(zh|cmn)-(hans-)?cn\b/i, /^cmn\b/i, /^zh-hans\b/i, /^zh$/i, /^zh-(sg|tw)\b/i],
  "zh-Hant": [/^(zh|cmn)-(hant-)?tw\b/i, /^zh-hant$/i, /^(zh|cmn)-(hans-)?cn\b/i, /^cmn\b/i, /^zh$/i],
  en: [/^en-(us|gb)\b/i, /^en\b/i],
} as const satisfies Record<Language, readonly RegExp[]>;

/** The best voice for a language, one of the machine itself before one that needs the internet; null where none is. */
export function findVoice(voices: readonly SpeechSynthesisVoice[], language: Language): SpeechSynthesisVoice | null {
  for (const isLocal of [true, false]) {
    for (const tag of voiceTags[language]) {
      // Some systems write zh_CN.
      const voice = voices.find((each) => each.localService === isLocal && tag.test(each.lang.replace(/_/g, "-")));
      if (voice) return voice;
    }
  }
  return null;
}
