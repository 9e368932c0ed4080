/**
 * Reasons that staff choose with one press. They are kept in the hall's first language, Chinese, whatever the page of
 * whoever pressed speaks, so that histories read alike, and are said in the reader's.
 */
import type { Language } from "../domain/vocabulary.ts";
import type { deskWords } from "./guide-desk.ts";
import { formWords } from "./panel-forms.ts";
import { say } from "./text.ts";

export const pauseReasons = [
  formWords.pauseBreak,
  formWords.pauseMeal,
  formWords.pauseErrand,
  formWords.pauseMeeting,
  formWords.pauseFault,
] as const;

export const callReasons = [
  formWords.reasonUrgent,
  formWords.reasonTogether,
  formWords.reasonBack,
  formWords.reasonOnTheSpot,
] as const;

type FixedReason = (typeof pauseReasons)[number] | (typeof callReasons)[number] | typeof deskWords.noPriority;

/** A chosen reason as it is kept. */
export function keptReason(words: FixedReason): string {
  return say(words, "zh");
}

/** The reason of a pause as it is read: a chosen one in the reader's language, a typed one as it was typed. */
export function pauseReason(kept: string, language: Language): string {
  const words = pauseReasons.find((each) => keptReason(each) === kept);
  return words ? say(words, language) : kept;
}
