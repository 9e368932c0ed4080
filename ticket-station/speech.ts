/** Reading aloud with the browser's own voice, where it has one for the language. */
import type { Language } from "../shared/domain/vocabulary.ts";
import { findVoice } from "../shared/ui/voices.ts";

function synthesis(): SpeechSynthesis | null {
  return "speechSynthesis" in window ? window.speechSynthesis : null;
}

function voiceFor(language: Language): SpeechSynthesisVoice | null {
  return findVoice(synthesis()?.getVoices() ?? [], language);
}

/** Whether something can be read aloud in this language. */
export function canSpeak(language: Language): boolean {
  return voiceFor(language) !== null;
}

/** Reads a text, a little slowly, instead of what was being read. */
export function speak(text: string, language: Language): void {
  const voice = voiceFor(language);
  const engine = synthesis();
  if (!engine || !voice) return;
  const sentence = new SpeechSynthesisUtterance(text);
  sentence.voice = voice;
  sentence.lang = voice.lang;
  sentence.rate = 0.85;
  engine.cancel();
  engine.speak(sentence);
}

export function hush(): void {
  synthesis()?.cancel();
}

/** Calls back when the browser's voices become known, which may be after the page. */
export function onVoices(changed: () => void): () => void {
  const engine = synthesis();
  engine?.addEventListener("voiceschanged", changed);
  return () => engine?.removeEventListener("voiceschanged", changed);
}
