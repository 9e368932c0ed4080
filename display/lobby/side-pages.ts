/**
 * What stands beside the calls until a hall shows content of its own there: pages, one at a time, of what is useful and
 * true now. Pure. Nothing crawls; a page stays long enough to be read from the back row.
 */
import type { Language } from "../../shared/domain/vocabulary.ts";
import { lobbyWords } from "../../shared/text/lobby.ts";
import { counterStates } from "../../shared/text/states.ts";
import { pick, say } from "../../shared/text/text.ts";
import { instantAt, offsetMinutesOf, timeOfDay } from "../../shared/text/times.ts";
import type { HallNow } from "../../shared/wire/hall.ts";
import { labelLines } from "../label-parts.ts";
import type { Picture } from "./picture.ts";

export interface SideLine {
  /** Before the name, like a sign on a wall: a counter's number. Empty where only its place is kept. */
  readonly sign?: string;
  readonly name: string;
  /** At the right end of the line. */
  readonly value?: string;
}

interface Part {
  readonly heading: string;
  /** Which of how many pages of the same list. */
  readonly part: number;
  readonly of: number;
}

export type SidePage =
  | (Part & { readonly kind: "lines"; readonly lines: readonly SideLine[] })
  | (Part & { readonly kind: "phone"; readonly address: string });

export interface SideContent {
  readonly hall: HallNow;
  readonly picture: Picture;
  readonly language: Language;
  /** The hub's time as an instant. */
  readonly now: string;
  /** Figures that change by the minute are left out while nobody can vouch for them. */
  readonly isStale: boolean;
  /** What a phone scans to take a number; null where it cannot. */
  readonly joinAddress: string | null;
}

export interface SideRoom {
  /** Lines of reading text below a heading. */
  readonly lines: number;
  /** Whether a line's name fits beside its sign and its value, made a little smaller if need be. */
  readonly fits: (line: SideLine) => boolean;
}

export const pageMillis = 10_000;
/** A list of more counters takes so many pages that nobody waits for the one he needs; the calls name the counter. */
const mostCounters = 12;

/** The page for a moment: all screens of a hall turn together, by the hub's clock. */
export function pageAt(pages: readonly SidePage[], now: number): { page: SidePage | undefined; index: number } {
  const index = pages.length === 0 ? 0 : Math.floor(now / pageMillis) % pages.length;
  return { page: pages[index], index };
}

/** After so many other pages those who wait are shown again. */
const othersInARow = 2;

/** All pages in the order they are shown; how many wait comes again and again in between. */
export function sidePages(content: SideContent, room: SideRoom): readonly SidePage[] {
  const { hall, language, joinAddress } = content;
  const waiting = content.isStale ? [] : paged(say(lobbyWords.waiting, language), waitingLines(content, room), room);
  const others: SidePage[] = [];
  if (joinAddress !== null)
    others.push({ kind: "phone", heading: say(lobbyWords.phone, language), part: 0, of: 1, address: joinAddress });
  others.push(...paged(say(lobbyWords.openToday, language), hourLines(content), room));
  if (hall.counters.length <= mostCounters)
    others.push(...paged(say(lobbyWords.counters, language), counterLines(content), room));
  if (others.length === 0) return waiting;
  return others.flatMap((page, index) => (index % othersInARow === 0 ? [...waiting, page] : [page]));
}

/** How many wait, by service where the services fit one page, else by category. */
function waitingLines({ hall, picture, language }: SideContent, room: SideRoom): SideLine[] {
  const countOf = (id: string) => picture.waiting[id] ?? 0;
  const people = (count: number) => say(lobbyWords.people, language, { count });
  const services = hall.services.filter(({ id, hidden }) => !hidden || countOf(id) > 0);
  const byService = services.map(({ id, name }) => ({ name: pick(name, language), value: people(countOf(id)) }));
  const isShort = byService.length <= room.lines && byService.every(room.fits);
  if (isShort) return byService;
  return hall.categories.flatMap((category) => {
    const own = services.filter((service) => service.category === category.id);
    if (own.length === 0) return [];
    return [{ name: pick(category.name, language), value: people(own.reduce((sum, { id }) => sum + countOf(id), 0)) }];
  });
}

/** 3 社保医保窗口; a counter without a number is known by its label alone. */
function counterLines({ hall, picture, language, isStale }: SideContent): SideLine[] {
  return hall.counters.map(({ number, label, name }) => {
    const isPaused =
      !isStale && picture.counters.some(({ counter, state }) => counter === number && state === "paused");
    const { large, above, below } = labelLines(pick(label, language));
    const isNumbered = above !== "" || below !== "";
    const does = isPaused ? say(counterStates.paused, language, { at: null }) : pick(name, language);
    return isNumbered ? { sign: large, name: does } : { sign: "", name: isPaused ? `${large} ${does}` : large };
  });
}

function hourLines({ hall, language }: SideContent): SideLine[] {
  const lines = hall.periods.map(({ from, to }) => ({ name: `${timeOfDay(from)}–${timeOfDay(to)}` }));
  const last = hall.periods[hall.periods.length - 1]?.to;
  if (last === undefined || hall.lastTicketMinutes === 0) return lines;
  const end = instantAt(Date.parse(last) - hall.lastTicketMinutes * 60_000, offsetMinutesOf(last) ?? 0);
  return [...lines, { name: say(lobbyWords.lastTicket, language, { time: timeOfDay(end) }) }];
}

/** Parts lines into as few pages as hold them, all of about the same length. */
function paged(heading: string, lines: readonly SideLine[], room: SideRoom): SidePage[] {
  const fewest = filled(lines, room.lines, room);
  const all = lines.reduce((sum, line) => sum + heightOf(line, room), 0);
  const even = filled(lines, Math.ceil(all / Math.max(1, fewest.length)), room);
  const pages = even.length === fewest.length ? even : fewest;
  return pages.map((some, part) => ({ kind: "lines" as const, heading, part, of: pages.length, lines: some }));
}

/** Pages filled one after the other; a line too high for any still gets one. */
function filled(lines: readonly SideLine[], most: number, room: SideRoom): SideLine[][] {
  const pages: SideLine[][] = [];
  let taken = Infinity;
  for (const line of lines) {
    const height = heightOf(line, room);
    if (taken + height > most) {
      pages.push([]);
      taken = 0;
    }
    pages[pages.length - 1]?.push(line);
    taken += height;
  }
  return pages;
}

/** In lines of reading text. */
function heightOf(line: SideLine, room: SideRoom): number {
  return room.fits(line) ? 1 : 2;
}
