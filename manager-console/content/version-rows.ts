/** A version of an item as lines that can be compared: every field with its words. Pure. */
import type { Language } from "../../shared/domain/vocabulary.ts";
import { commonWords } from "../../shared/text/common.ts";
import { contentWords, itemKindWords } from "../../shared/text/console-content.ts";
import { itemWords, mediaWords } from "../../shared/text/console-item.ts";
import { pick, say } from "../../shared/text/text.ts";
import type { HallNow } from "../../shared/wire/hall.ts";
import type { ItemContent, Media } from "../../shared/wire/lobby.ts";
import { priorityName, whenOf, whereOf, type Places } from "./item-words.ts";

export interface VersionRow {
  readonly label: string;
  readonly text: string;
}

/** What versions name beside words. */
export interface VersionNames extends Places {
  readonly media: readonly Pick<Media, "id" | "name">[];
  readonly services: HallNow["services"];
}

export function versionRows(content: ItemContent, names: VersionNames, language: Language): readonly VersionRow[] {
  const { title, body, media, url, service, seconds, priority } = content;
  const own = (words: ItemContent["body"], each: Language) => words?.[each] ?? "";
  const labelled = (word: string, each: Language) => `${word} · ${commonWords.languageName[each]}`;
  const named = names.services.find(({ id }) => id === service);
  return [
    { label: say(contentWords.kind, language), text: say(itemKindWords[content.kind], language) },
    ...(["zh", "zh-Hant", "en"] as const).flatMap((each) => [
      { label: labelled(say(itemWords.title, language), each), text: own(title, each) },
      { label: labelled(say(itemWords.body, language), each), text: own(body, each) },
    ]),
    {
      label: say(
        content.kind === "video" || content.kind === "pdf" ? mediaWords[content.kind] : mediaWords.image,
        language,
      ),
      text: media === null ? "" : (names.media.find(({ id }) => id === media)?.name ?? media),
    },
    { label: say(itemWords.url, language), text: url ?? "" },
    {
      label: say(itemWords.service, language),
      text: named ? pick(named.name, language) : (service ?? ""),
    },
    { label: say(itemWords.seconds, language), text: String(seconds) },
    { label: say(itemWords.priority, language), text: priorityName(priority, language) },
    { label: say(itemWords.schedule, language), text: whenOf(content.schedule, language) },
    { label: say(itemWords.targets, language), text: whereOf(content.targets, names, language) },
  ];
}
