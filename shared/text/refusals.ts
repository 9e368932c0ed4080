/** How a refusal is told: its words (`refusal-words.ts`) filled for who reads them, where and when. */
import type { RefusalCode } from "../domain/refusal.ts";
import type { Language } from "../domain/vocabulary.ts";
import { refusals, type RefusalWords } from "./refusal-words.ts";
import { dayOf, isDay, isInstant, whenComing } from "./times.ts";
import { sayAny, type Param } from "./text.ts";

/** Who reads the sentence, what fills it, and the instant by which coming times are said (明早8:30). */
export interface RefusalTelling {
  readonly audience: "resident" | "staff";
  readonly params?: Readonly<Record<string, Param>> | undefined;
  readonly now: string;
}

/** The short name of a refusal. */
export function refusalTitle(code: RefusalCode, language: Language): string {
  return sayAny(refusals[code].title, language);
}

/** The sentence of a refusal; parameters that are instants or dates are said as people say times. */
export function refusalDetail(code: RefusalCode, language: Language, telling: RefusalTelling): string {
  const words: RefusalWords = refusals[code];
  const field = telling.params?.["field"];
  // Strangers name fields too: one called as what every object has (`constructor`) has no words.
  const ofField = Object.entries(words.ofField ?? {}).find(([name]) => name === field)?.[1];
  const chosen = ofField ?? (telling.audience === "staff" ? words.staff : undefined) ?? words.detail;
  const params = Object.fromEntries(
    Object.entries(telling.params ?? {}).map(([name, value]) => [
      name,
      isInstant(value) ? whenComing(value, telling.now, language) : isDay(value) ? dayOf(value, language) : value,
    ]),
  );
  return sayAny(chosen, language, params);
}
