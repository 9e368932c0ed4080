/** The line at the foot of a lobby screen. Pure: what it says now, as parts that stand apart. */
import type { Language } from "../../shared/domain/vocabulary.ts";
import { lobbyWords } from "../../shared/text/lobby.ts";
import { counterStates } from "../../shared/text/states.ts";
import { pick, say } from "../../shared/text/text.ts";
import { countAndWait, timeOfDay, whenComing } from "../../shared/text/times.ts";
import type { HallNow } from "../../shared/wire/hall.ts";
import { turnedPages } from "../content/ticker.ts";
import type { Picture } from "./picture.ts";
import { pageMillis } from "./side-pages.ts";

export interface FootContent {
  readonly hall: HallNow;
  readonly picture: Picture;
  readonly language: Language;
  /** The hub's time, as an instant and in milliseconds. */
  readonly now: string;
  readonly millis: number;
  readonly staleSince: string | null;
  /** Whether there is room for more than one part. */
  readonly isWide: boolean;
  /** Whether a text fits the line at reading size. */
  readonly fits: (text: string) => boolean;
  /** Who waits, where nothing else on the glass says so: lines that take turns. */
  readonly waiting?: readonly string[];
}

export interface Foot {
  readonly isStale: boolean;
  readonly parts: readonly string[];
}

/** What does not fit the line takes turns, page by page: its words are never set smaller than reading text. */
export function footOf(content: FootContent): Foot {
  const { hall, language, staleSince } = content;
  if (staleSince !== null) {
    const first = say(lobbyWords.staleSince, language, { time: timeOfDay(staleSince) });
    const second = say(lobbyWords.listenToStaff, language);
    const parts = fitBeside(first, [second], content) ? [first, second] : [turn([first], content)];
    return { isStale: true, parts };
  }
  const missed = say(lobbyWords.missed, language);
  const paused = [...pausedNotes(content), ...(content.waiting ?? [])];
  if (paused.length === 0) {
    const own = hall.ticketFooter === null ? missed : pick(hall.ticketFooter, language);
    return { isStale: false, parts: [content.fits(own) ? own : turn([missed], content)] };
  }
  if (fitBeside(missed, paused, content)) return { isStale: false, parts: [missed, turn(paused, content)] };
  return { isStale: false, parts: [turn([missed, ...paused], content)] };
}

/** Whether each of these has room beside the first. */
function fitBeside(first: string, others: readonly string[], { isWide, fits }: FootContent): boolean {
  return isWide && others.every((other) => fits(`${first}　${other}`));
}

/** 4号窗口 暂停办理,13:30恢复; Counter 4: Paused, back at 13:30 */
function pausedNotes({ picture, language, now }: FootContent): string[] {
  const joint = language === "en" ? ": " : " ";
  return picture.counters
    .filter(({ state }) => state === "paused")
    .map(({ label, returnAt }) => {
      const at = returnAt === null ? null : whenComing(returnAt, now, language);
      return pick(label, language) + joint + say(counterStates.paused, language, { at });
    });
}

/** 养老待遇8位·约25分 · 社保卡3位 (S 8位·约25分 where the name has no room): in as many lines as it takes, of services for which somebody waits. */
export function waitingLines(
  { hall, picture, language }: Pick<FootContent, "hall" | "picture" | "language">,
  fits: (text: string) => boolean,
): readonly string[] {
  const lines: string[] = [];
  for (const { id, name, prefix, estimate } of hall.services) {
    const count = picture.waiting[id] ?? 0;
    if (count === 0) continue;
    const words = say(lobbyWords.people, language, { count });
    const figures = countAndWait(words, estimate?.p50 ?? null, language);
    const whole = `${pick(name, language)} ${figures}`;
    const piece = fits(whole) ? whole : `${prefix} ${figures}`;
    const last = lines[lines.length - 1];
    const joined = `${last ?? ""}　${piece}`;
    if (last !== undefined && fits(joined)) lines[lines.length - 1] = joined;
    else lines.push(piece);
  }
  return lines;
}

/** One after the other, by the hub's clock, so that nothing has to crawl. */
function turn(notes: readonly string[], { millis, fits }: FootContent): string {
  const pages = notes.flatMap((note) => turnedPages(note, fits));
  return pages[Math.floor(millis / pageMillis) % Math.max(1, pages.length)] ?? "";
}
