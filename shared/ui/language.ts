/** The language a page speaks now: one store a page, and what Lit components need to follow it. */
import type { ReactiveController, ReactiveControllerHost } from "lit";
import { languages, type Language } from "../domain/vocabulary.ts";
import { languageTags } from "../text/text.ts";
import { recall, remember } from "./memory.ts";

const followers = new Set<() => void>();
let current: Language = "zh";
let kept: string | null = null;

/** The language now. */
export function currentLanguage(): Language {
  return current;
}

/** Changes the page's language, its `lang` attribute and every component that follows. */
export function setLanguage(language: Language): void {
  current = language;
  if (typeof document !== "undefined") document.documentElement.lang = languageTags[language];
  if (kept !== null) remember(kept, language);
  for (const follow of [...followers]) follow();
}

/**
 * Chooses the language a page starts with: `?lang=`, then what was chosen here before, then the browser's, then Chinese.
 * @param keepAs where the choice is remembered in this browser; a shared machine such as the station leaves it out.
 * @param browser whether the browser's own language counts; on the hall's machines it says nothing about the reader.
 */
export function startLanguage(options: { readonly keepAs?: string; readonly browser?: boolean } = {}): Language {
  kept = options.keepAs ?? null;
  const asked = new URLSearchParams(location.search).get("lang");
  const before = kept === null ? null : recall(kept);
  const own = options.browser === true ? matchLanguage(navigator.language) : null;
  setLanguage(matchLanguage(asked) ?? matchLanguage(before) ?? own ?? "zh");
  return current;
}

/** The hall's language that a language tag means; null when it means none of them. */
export function matchLanguage(tag: string | null): Language | null {
  if (tag === null || tag === "") return null;
  const exact = languages.find((language) => language.toLowerCase() === tag.toLowerCase());
  if (exact) return exact;
  if (/^zh\b/i.test(tag)) return /hant|tw|hk|mo/i.test(tag) ? "zh-Hant" : "zh";
  return /^en\b/i.test(tag) ? "en" : null;
}

/** Calls `follow` after every change; the answer stops it. */
function onLanguage(follow: () => void): () => void {
  followers.add(follow);
  return () => followers.delete(follow);
}

/** Makes a component render anew when the language changes: `private readonly language = new LanguageController(this)`. */
export class LanguageController implements ReactiveController {
  private stop: (() => void) | null = null;

  constructor(private readonly host: ReactiveControllerHost) {
    host.addController(this);
  }

  get current(): Language {
    return current;
  }

  hostConnected(): void {
    this.stop = onLanguage(() => this.host.requestUpdate());
  }

  hostDisconnected(): void {
    this.stop?.();
    this.stop = null;
  }
}
