/**
 * How words are kept and said. A word table holds every sentence in the three languages side by side,
 * so that a missing translation is a type error and not an empty sign.
 */
import type { Language } from "../domain/vocabulary.ts";
import type { Text } from "../wire/common.ts";
import { typeset } from "./typeset.ts";

/** One sentence in every language. `{name}` is filled; `[…]` is left out when a name inside it is not given. */
export interface Words {
  readonly zh: string;
  readonly "zh-Hant": string;
  readonly en: string;
}

export type WordTable = Readonly<Record<string, Words>>;

/** What fills a placeholder; null and undefined count as not given. */
export type Param = string | number | null | undefined;

type NamesIn<S extends string> = S extends `${string}{${infer Name}}${infer Rest}` ? Name | NamesIn<Rest> : never;

type NamesOf<W extends Words> = NamesIn<W["zh"]> | NamesIn<W["en"]>;

/** The placeholders of a sentence, as its wordings name them. */
export type ParamsOf<W extends Words> = Readonly<Record<NamesOf<W>, Param>>;

/** Declares a table of words; the literal types let `say` check the placeholders. */
export function defineWords<const T extends WordTable>(table: T): T {
  return table;
}

/** Fills a template: `{name}` by its parameter, `[…]` dropped when a name inside it has none. */
export function fill(template: string, params: Readonly<Record<string, Param>> = {}): string {
  const kept = template.replace(/\[([^\]]*)\]/g, (_, inside: string) =>
    [...inside.matchAll(/\{(\w+)\}/g)].every(([, name]) => isGiven(params[name ?? ""])) ? inside : "",
  );
  return kept.replace(/\{(\w+)\}/g, (_, name: string) => String(params[name] ?? ""));
}

function isGiven(param: Param): boolean {
  return param !== null && param !== undefined && param !== "";
}

/** One sentence of a table in one language, with its placeholders filled. */
export function say<W extends Words>(
  words: W,
  language: Language,
  ...[params]: [NamesOf<W>] extends [never] ? [] : [ParamsOf<W>]
): string {
  return sayAny(words, language, params);
}

/** The same for a sentence picked at run time, whose placeholders the compiler cannot know. */
export function sayAny(words: Words, language: Language, params: Readonly<Record<string, Param>> = {}): string {
  return typeset(fill(words[language], params), language);
}

/** A hall's own text in one language; Simplified stands in where the hall has no Traditional wording. */
export function pick(text: Text, language: Language): string {
  if (language === "en") return text.en;
  return typeset(language === "zh-Hant" ? (text["zh-Hant"] ?? text.zh) : text.zh, language);
}

/** The value of `lang` attributes and `Accept-Language` for a language of the hall. */
export const languageTags = { zh: "zh-Hans", "zh-Hant": "zh-Hant", en: "en" } as const satisfies Record<
  Language,
  string
>;
