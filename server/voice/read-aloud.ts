/** A sentence as espeak-ng reads it right. */
import type { Utterance } from "./voice-engine.ts";

/** An A of English is no article here. */
export function toReadAloud({ sentence, language }: Pick<Utterance, "sentence" | "language">): string {
  return language === "en" ? sentence.replace(/\bA\b/g, "eigh") : sentence;
}
