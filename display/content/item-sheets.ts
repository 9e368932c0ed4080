/** What the items made of words say now, a sheet for each language. Pure. */
import type { Language } from "../../shared/domain/vocabulary.ts";
import { contentWords } from "../../shared/text/lobby-content.ts";
import { lobbyWords } from "../../shared/text/lobby.ts";
import { counterStates } from "../../shared/text/states.ts";
import { pick, say } from "../../shared/text/text.ts";
import { countAndWait, dateOf, instantAt, offsetMinutesOf, timeOfDay, whenComing } from "../../shared/text/times.ts";
import type { ScreenItem } from "../../shared/wire/lobby.ts";
import { labelLines } from "../label-parts.ts";
import { guideBlocks, guidedServices } from "./guide-sheet.ts";
import { isTold, type Block, type LiveContent, type Sheet } from "./sheet.ts";

/** @param round how often the item has had its turn: of several guides each takes one. */
export function sheetsOf(item: ScreenItem, live: LiveContent, round: number): readonly Sheet[] {
  const told: Sheet[] = [];
  for (const language of live.languages) {
    const sheet = sheetIn(item, language, { live, round });
    if (!sheet || (sheet.html === undefined && sheet.blocks.length === 0)) continue;
    // Where Simplified stands in for Traditional, nobody reads the same page twice.
    if (!told.some((other) => isSame(other, sheet))) told.push(sheet);
  }
  return told;
}

function isSame({ language: _, ...one }: Sheet, { language: __, ...other }: Sheet): boolean {
  return JSON.stringify(one) === JSON.stringify(other);
}

interface Telling {
  readonly live: LiveContent;
  readonly round: number;
}

function sheetIn(item: ScreenItem, language: Language, { live, round }: Telling): Sheet | null {
  const titled = (blocks: readonly Block[], otherwise = ""): Sheet => {
    const heading = isTold(item.title, language) ? pick(item.title, language) : otherwise;
    return { language, heading, blocks: blocks.length === 0 ? [] : [...blocks, ...wordsOf(item, language)] };
  };
  switch (item.kind) {
    case "notice":
      return isTold(item.html, language) && item.html ? { ...titled([]), html: htmlIn(item.html, language) } : null;
    case "guide": {
      const services = guidedServices(live.hall, item.service);
      const service = services[round % Math.max(1, services.length)];
      if (!service) return null;
      const blocks = [...guideBlocks(service, language), ...wordsOf(item, language)];
      return { language, heading: pick(service.name, language), blocks };
    }
    case "feed":
      return titled(feedBlocks(item, live, language));
    case "waiting":
      return titled(waitingBlocks(live, language), say(lobbyWords.waiting, language));
    case "counters":
      return titled(counterBlocks(live, language), say(lobbyWords.counters, language));
    case "today":
      return titled(todayBlocks(live, language), say(lobbyWords.openToday, language));
    case "image":
    case "video":
    case "pdf":
    case "qr":
    case "clock":
    case "ticker":
      return null;
    default:
      return item.kind satisfies never;
  }
}

/** What somebody has written to stand below what the hall knows. */
function wordsOf({ kind, text }: ScreenItem, language: Language): Block[] {
  return kind !== "notice" && text && isTold(text, language) ? [{ kind: "text", text: pick(text, language) }] : [];
}

/** HTML is not typeset: it would touch what stands within its tags. */
function htmlIn(html: NonNullable<ScreenItem["html"]>, language: Language): string {
  return language === "zh-Hant" ? (html["zh-Hant"] ?? html.zh) : html[language];
}

/** Entries are in the feed's own language and are the same on every sheet. */
function feedBlocks({ entries = [] }: ScreenItem, { now, languages }: LiveContent, language: Language): Block[] {
  if (language !== languages[0]) return [];
  return entries.flatMap(({ title, text, at }): Block[] => {
    const offset = offsetMinutesOf(now) ?? 0;
    const day = at === null ? "" : dateOf(instantAt(Date.parse(at), offset), language);
    return [
      { kind: "heading", text: title },
      ...(text === "" ? [] : [{ kind: "text", text } as const]),
      ...(day === "" ? [] : [{ kind: "text", text: day } as const]),
    ];
  });
}

function waitingBlocks({ hall, picture, isStale }: LiveContent, language: Language): Block[] {
  if (isStale) return [];
  return hall.services.flatMap(({ id, name, hidden, estimate }): Block[] => {
    const count = picture.waiting[id] ?? 0;
    if (hidden && count === 0) return [];
    const words = say(lobbyWords.people, language, { count });
    const seconds = count === 0 ? null : (estimate?.p50 ?? null);
    return [{ kind: "row", text: pick(name, language), value: countAndWait(words, seconds, language) }];
  });
}

function counterBlocks({ hall, picture, isStale, now }: LiveContent, language: Language): Block[] {
  return hall.counters.map(({ number, label, name }): Block => {
    const known = isStale ? undefined : picture.counters.find(({ counter }) => counter === number);
    const { large, above, below } = labelLines(pick(label, language));
    const isNumbered = above !== "" || below !== "";
    const value = known && known.state !== "open" ? stateOf(known, now, language) : undefined;
    return {
      kind: "row",
      sign: isNumbered ? large : "",
      text: isNumbered ? pick(name, language) : pick(label, language),
      ...(value !== undefined && { value }),
    };
  });
}

function stateOf(counter: LiveContent["picture"]["counters"][number], now: string, language: Language): string {
  if (counter.state === "closed") return say(counterStates.closed, language);
  const at = counter.returnAt === null ? null : whenComing(counter.returnAt, now, language);
  return say(counterStates.paused, language, { at });
}

function todayBlocks({ hall, isStale, now }: LiveContent, language: Language): Block[] {
  const periods = hall.date === now.slice(0, hall.date.length) ? hall.periods : [];
  const hours = periods.flatMap(({ from, to }): Block[] => {
    const period: Block = { kind: "row", text: `${timeOfDay(from)}–${timeOfDay(to)}` };
    if (hall.lastTicketMinutes === 0) return [period];
    const end = instantAt(Date.parse(to) - hall.lastTicketMinutes * 60_000, offsetMinutesOf(to) ?? 0);
    return [{ ...period, value: say(lobbyWords.lastTicket, language, { time: timeOfDay(end) }) }];
  });
  const left = isStale
    ? []
    : hall.services.flatMap(({ name, hidden, quotaLeft }): Block[] => {
        if (hidden || quotaLeft === null) return [];
        const value =
          quotaLeft > 0
            ? say(contentWords.quotaLeft, language, { count: quotaLeft })
            : say(contentWords.quotaGone, language);
        return [{ kind: "row", text: pick(name, language), value }];
      });
  return [
    ...(hours.length > 0 ? hours : [{ kind: "text", text: say(contentWords.closedToday, language) } as const]),
    ...(left.length > 0 ? [{ kind: "heading", text: say(contentWords.numbersLeft, language) } as const] : []),
    ...left,
  ];
}
