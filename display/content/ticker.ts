/** A ticker's lines, turned page by page: what must be read does not crawl. Pure. */
import type { Language } from "../../shared/domain/vocabulary.ts";
import { pick } from "../../shared/text/text.ts";
import type { ScreenItem } from "../../shared/wire/lobby.ts";
import { isTold } from "./sheet.ts";

/** A page of the line stays so long. */
export const tickerMillis = 8_000;

/** Where a line turns best: after a mark, else at a space, else anywhere between two characters. */
const marks = /[，、；：。？！,;:?!·\s]/;

/** All pages of all lines, each in one language and then in the next. */
export function tickerPages(
  items: readonly ScreenItem[],
  languages: readonly Language[],
  fits: (text: string) => boolean,
): readonly string[] {
  return items.flatMap(({ title, text }) => {
    const told = isTold(text, languages[0] ?? "zh") && text ? text : title;
    return languages.flatMap((language) => (isTold(told, language) ? turnedPages(pick(told, language), fits) : []));
  });
}

export function tickerPageAt(pages: readonly string[], now: number): string | null {
  return pages[Math.floor(now / tickerMillis) % Math.max(1, pages.length)] ?? null;
}

/** A text in as few pages as it takes, about as long as each other: a last page of one word is read by nobody. */
export function turnedPages(text: string, fits: (text: string) => boolean): readonly string[] {
  const full = lines(text, fits);
  const length = [...text.trim()].length;
  for (let most = Math.ceil(length / Math.max(1, full.length)); most < length; most += 1) {
    const even = lines(text, (line) => [...line].length <= most && fits(line));
    if (even.length === full.length) return even;
  }
  return full;
}

function lines(text: string, fits: (text: string) => boolean): readonly string[] {
  const found: string[] = [];
  let rest = [...text.trim()];
  while (rest.length > 0) {
    const most = mostThatFit(rest, fits);
    const turn = most === rest.length ? most : bestTurn(rest, most);
    found.push(rest.slice(0, turn).join("").trim());
    rest = [...rest.slice(turn).join("").trimStart()];
  }
  return found.filter((line) => line !== "");
}

function mostThatFit(characters: readonly string[], fits: (text: string) => boolean): number {
  let least = 1;
  let most = characters.length;
  while (least < most) {
    const middle = Math.ceil((least + most) / 2);
    if (fits(characters.slice(0, middle).join(""))) least = middle;
    else most = middle - 1;
  }
  return least;
}

/** The last good place to turn that leaves the line at least half full. */
function bestTurn(characters: readonly string[], most: number): number {
  for (let turn = most; turn > most / 2; turn -= 1) if (marks.test(characters[turn - 1] ?? "")) return turn;
  return most;
}
