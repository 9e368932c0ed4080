/**
 * What stands beside the calls until a hall shows content of its own there: pages, one at a time, of what is useful and
 * true now. Pure. Nothing crawls; a page stays long enough to be read from the back row.
 */
import type { Language } from "../../shared/domain/vocabulary.ts";
import { lobbyWords } from "../../shared/text/lobby.ts";
import { counterStates } from "../../shared/text/states.ts";
import { pick, say } from "../../shared/text/text.ts";
import { countAndWait, instantAt, offsetMinutesOf, shortWait, timeOfDay, whenComing } from "../../shared/text/times.ts";
import type { Text } from "../../shared/wire/common.ts";
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
  | (Part & { readonly kind: "lines"; readonly lines: readonly SideLine[]; readonly columns: 1 | 2 })
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
  /** The same in half the width; a place that is too narrow for two columns has none. */
  readonly fitsHalf?: (line: SideLine) => boolean;
}

export const pageMillis = 10_000;
/** A list of more counters takes so many pages that nobody waits for the one he needs; the calls name the counter. */
const mostCounters = 12;

/** More pages of those who wait are too many to wait for: services for which nobody waits are left out. */
const mostWaitingPages = 2;

/** The page for a moment: all screens of a hall turn together, by the hub's clock. */
export function pageAt(pages: readonly SidePage[], now: number): { page: SidePage | undefined; index: number } {
  const index = pages.length === 0 ? 0 : Math.floor(now / pageMillis) % pages.length;
  return { page: pages[index], index };
}

/** After so many other pages these are shown again. */
const othersInARow = 2;

/**
 * All pages in the order they are shown; which services are stopped, and how many wait, comes again and again in between:
 * whoever waits for a stopped one looks for its reason now.
 */
export function sidePages(content: SideContent, room: SideRoom): readonly SidePage[] {
  const { hall, language, joinAddress } = content;
  // In two columns a reason might come to stand beside its service's foot.
  const { lines, fits } = room;
  const stopped = paged(say(lobbyWords.stopped, language), stoppedServices(content), { lines, fits });
  const again = [...stopped, ...(content.isStale ? [] : waitingPages(content, room))];
  const others: SidePage[] = [];
  if (joinAddress !== null)
    others.push({ kind: "phone", heading: say(lobbyWords.phone, language), part: 0, of: 1, address: joinAddress });
  others.push(...paged(say(lobbyWords.openToday, language), hours(content), room));
  if (hall.counters.length <= mostCounters)
    others.push(...paged(say(lobbyWords.counters, language), single(counterLines(content)), room));
  if (others.length === 0) return again;
  return others.flatMap((page, index) => (index % othersInARow === 0 ? [...again, page] : [page]));
}

function waitingPages(content: SideContent, room: SideRoom): SidePage[] {
  const heading = say(lobbyWords.waiting, content.language);
  const together = countsAndWaits(content, room);
  if (together) return paged(heading, single(together), room);
  return [...countPages(heading, content, room), ...howLongPages(content, room)];
}

function countPages(heading: string, content: SideContent, room: SideRoom): SidePage[] {
  const counts = waitingLines(content, room);
  const lines = counts.map(({ line }) => line);
  const pages = paged(heading, single(lines), room);
  const wanted = counts.filter(({ count }) => count > 0).map(({ line }) => line);
  return pages.length <= mostWaitingPages || wanted.length === 0 ? pages : paged(heading, single(wanted), room);
}

interface WaitingLine {
  readonly line: SideLine;
  readonly count: number;
}

/** How many wait for each service, and about how long; null where all that does not fit one page. */
function countsAndWaits({ hall, picture, language }: SideContent, room: SideRoom): SideLine[] | null {
  const lines = listed(hall, picture).map(({ id, name, estimate }) => {
    const count = picture.waiting[id] ?? 0;
    const words = say(lobbyWords.people, language, { count });
    const seconds = count === 0 ? null : (estimate?.p50 ?? null);
    return { name: pick(name, language), value: countAndWait(words, seconds, language) };
  });
  return isOnePage(lines, room) ? lines : null;
}

/** About how long it takes where somebody waits: by service where that fits one page, else the longest of a category. */
function howLongPages({ hall, picture, language }: SideContent, room: SideRoom): SidePage[] {
  const told = hall.services.flatMap(({ id, name, category, estimate }) =>
    estimate === null || (picture.waiting[id] ?? 0) === 0 ? [] : [{ name, category, seconds: estimate.p50 }],
  );
  const line = (name: Text, seconds: number) => ({ name: pick(name, language), value: shortWait(seconds, language) });
  const byService = told.map(({ name, seconds }) => line(name, seconds));
  const heading = say(lobbyWords.howLong, language);
  if (isOnePage(byService, room)) return paged(heading, single(byService), room);
  const byCategory = hall.categories.flatMap(({ id, name }) => {
    const own = told.filter(({ category }) => category === id);
    return own.length === 0 ? [] : [line(name, Math.max(...own.map(({ seconds }) => seconds)))];
  });
  const pages = paged(heading, single(byCategory), room);
  return pages.length <= mostWaitingPages ? pages : [];
}

function isOnePage(lines: readonly SideLine[], room: SideRoom): boolean {
  return lines.length <= room.lines && lines.every((line) => room.fits(line));
}

/** A hidden service is told of only while somebody waits for it. */
function listed(hall: HallNow, picture: Picture): HallNow["services"] {
  return hall.services.filter(({ id, hidden }) => !hidden || (picture.waiting[id] ?? 0) > 0);
}

/** How many wait, by service where the services fit one page, else by category. */
function waitingLines({ hall, picture, language }: SideContent, room: SideRoom): WaitingLine[] {
  const countOf = (id: string) => picture.waiting[id] ?? 0;
  const counted = (name: Text, count: number) => ({
    line: { name: pick(name, language), value: say(lobbyWords.people, language, { count }) },
    count,
  });
  const services = listed(hall, picture);
  const byService = services.map(({ id, name }) => counted(name, countOf(id)));
  if (
    isOnePage(
      byService.map(({ line }) => line),
      room,
    )
  )
    return byService;
  return hall.categories.flatMap((category) => {
    const own = services.filter((service) => service.category === category.id);
    if (own.length === 0) return [];
    const count = own.reduce((sum, { id }) => sum + countOf(id), 0);
    return [counted(category.name, count)];
  });
}

/**
 * Each service that is stopped, when it goes on, and below it the reason, so that nobody waits without knowing; a hidden
 * one only while somebody waits for it.
 */
function stoppedServices({ hall, picture, language }: SideContent): Entry[] {
  return listed(hall, picture).flatMap((service) => {
    if (service.stopped === null) return [];
    const isOpenEnded = service.nextOpening === null || service.stopped.until === null;
    const at = isOpenEnded ? null : whenComing(service.nextOpening ?? "", hall.now, language);
    const name = pick(service.name, language);
    const value = at === null ? null : say(lobbyWords.resumesAt, language, { at });
    const { reason } = service.stopped;
    return [[value === null ? { name } : { name, value }, ...(reason === null ? [] : [{ name: reason }])]];
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

/** Each period, and below it until when it gives numbers. */
function hours({ hall, language }: SideContent): Entry[] {
  return hall.periods.map(({ from, to }) => {
    const period = { name: `${timeOfDay(from)}–${timeOfDay(to)}` };
    if (hall.lastTicketMinutes === 0) return [period];
    const end = instantAt(Date.parse(to) - hall.lastTicketMinutes * 60_000, offsetMinutesOf(to) ?? 0);
    return [period, { name: say(lobbyWords.lastTicket, language, { time: timeOfDay(end) }) }];
  });
}

/** Lines that are read together: they never stand on two pages. */
type Entry = readonly SideLine[];

function single(lines: readonly SideLine[]): Entry[] {
  return lines.map((line) => [line]);
}

/** Parts a list into as few pages as hold it, all of about the same length; in two columns where one takes several. */
function paged(heading: string, entries: readonly Entry[], room: SideRoom): SidePage[] {
  const { fitsHalf } = room;
  const inOne = parted(entries, room);
  const canHalve = inOne.length > 1 && fitsHalf !== undefined && entries.flat().every(fitsHalf);
  const pages = canHalve ? parted(entries, { lines: 2 * room.lines, fits: () => true }) : inOne;
  const columns = canHalve ? 2 : 1;
  return pages.map((lines, part) => ({ kind: "lines", heading, part, of: pages.length, columns, lines }));
}

function parted(all: readonly Entry[], room: SideRoom): SideLine[][] {
  const entries = all.flatMap((entry) => (heightOf(entry, room) > room.lines ? single(entry) : [entry]));
  const fewest = filled(entries, room.lines, room);
  const even = filled(entries, Math.ceil(heightOf(entries.flat(), room) / Math.max(1, fewest.length)), room);
  return even.length === fewest.length && even.every((lines) => heightOf(lines, room) <= room.lines) ? even : fewest;
}

/** Pages filled one after the other; what is too high for any still gets one. */
function filled(entries: readonly Entry[], most: number, room: SideRoom): SideLine[][] {
  const pages: SideLine[][] = [];
  let taken = Infinity;
  for (const entry of entries) {
    const height = heightOf(entry, room);
    if (taken + height > most) {
      pages.push([]);
      taken = 0;
    }
    pages[pages.length - 1]?.push(...entry);
    taken += height;
  }
  return pages;
}

/** In lines of reading text. */
function heightOf(lines: readonly SideLine[], room: SideRoom): number {
  return lines.reduce((sum, line) => sum + (room.fits(line) ? 1 : 2), 0);
}
