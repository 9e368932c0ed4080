/** The language of an answer, by `Accept-Language`. */
import type { Language } from "../../shared/domain/vocabulary.ts";

/** The first of zh, zh-Hant and en that the header prefers; zh where it names none of them. */
export function languageOf(header: string | undefined): Language {
  if (header === undefined) return "zh";
  const wanted = header
    .split(",")
    .map((part) => {
      const [tag = "", ...params] = part.trim().split(";");
      const quality = params.map((param) => /^\s*q=([\d.]+)$/.exec(param)?.[1]).find((value) => value !== undefined);
      return { tag: tag.toLowerCase(), quality: quality === undefined ? 1 : Number(quality) };
    })
    .filter(({ quality }) => quality > 0)
    .sort((a, b) => b.quality - a.quality);
  for (const { tag } of wanted) {
    if (/^zh-(hant|tw|hk|mo)\b/.test(tag)) return "zh-Hant";
    if (/^zh\b/.test(tag)) return "zh";
    if (/^en\b/.test(tag)) return "en";
  }
  return "zh";
}
