/** An instant as programs write it. */
import type { Millis } from "./vocabulary.ts";

/** Null where the text is none, or says no offset: whose time it is must not be guessed. */
export function isoInstant(text: string): Millis | null {
  const at = /^\d{4}-\d{2}-\d{2}T.*([+-]\d{2}:\d{2}|Z)$/.test(text) ? Date.parse(text) : Number.NaN;
  return Number.isNaN(at) ? null : at;
}
