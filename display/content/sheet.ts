/** What text items say, in one language: a heading and what stands below it, over as many pages as it takes. */
import type { Language } from "../../shared/domain/vocabulary.ts";
import { languages as allLanguages } from "../../shared/domain/vocabulary.ts";
import type { HallNow } from "../../shared/wire/hall.ts";
import type { Text } from "../../shared/wire/common.ts";
import type { Picture } from "../lobby/picture.ts";

export type Block =
  | { readonly kind: "heading" | "text" | "item"; readonly text: string }
  /** A line with a value at its right end, and a sign before it where it has one. */
  | { readonly kind: "row"; readonly sign?: string; readonly text: string; readonly value?: string };

export interface Sheet {
  readonly language: Language;
  readonly heading: string;
  readonly blocks: readonly Block[];
  /** Instead of blocks: HTML that is cleaned before it is shown. */
  readonly html?: string;
}

/** What changes while an item stands: the hall, who waits, the time. */
export interface LiveContent {
  readonly hall: HallNow;
  readonly picture: Picture;
  /** The hub's time as an instant. */
  readonly now: string;
  /** Figures that change by the minute are left out while nobody can vouch for them. */
  readonly isStale: boolean;
  /** The hall's first language, and a second where it has one. */
  readonly languages: readonly Language[];
}

/** In which languages a screen tells things: the page's own first, where it is one of the hall's, and one more. */
export function languagesOf(hall: Pick<HallNow, "languages">, own: Language): readonly Language[] {
  const told = allLanguages.filter((language) => hall.languages.some((each) => each === language));
  const first = told.includes(own) ? own : (told[0] ?? own);
  const second = hall.languages.find((language) => language !== first);
  return second === undefined ? [first] : [first, second];
}

/** Whether a text says anything in a language; Simplified stands in for Traditional. */
export function isTold(text: Text | undefined, language: Language): boolean {
  if (!text) return false;
  const own = language === "zh-Hant" ? (text["zh-Hant"] ?? text.zh) : text[language];
  return own.trim() !== "";
}
