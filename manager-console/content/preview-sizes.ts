/** A lobby screen in figures: how large its words are, and how a layout parts its glass where it is drawn as a sign. Pure. */
import { capitalCentimetres, centimetresPerMetre, readingFonts } from "../../shared/ui/reading-size.ts";
import type { ScreenSettings } from "../../shared/wire/lobby.ts";

export interface Box {
  readonly left: number;
  readonly top: number;
  readonly width: number;
  readonly height: number;
}

export interface ScreenParts {
  readonly width: number;
  readonly height: number;
  readonly pad: number;
  /** Font sizes of reading text, of lists, and of an item's heading. */
  readonly text: number;
  readonly row: number;
  readonly heading: number;
  /** Null where the layout has none. */
  readonly head: Box | null;
  readonly foot: Box | null;
  readonly calls: Box | null;
  readonly content: Box | null;
  /** Below the content, where it shares the glass with calls: the numbers that are next. */
  readonly ready: Box | null;
  /** Where there is one; above the foot. */
  readonly ticker: Box | null;
}

/** Capital height of reading text, in centimetres on the glass: as it is, and as the distance asks. */
export interface ReadingHeight {
  readonly have: number;
  readonly need: number;
}

export type Hung = Pick<ScreenSettings, "layout" | "orientation" | "sizeInches" | "viewingMetres">;

const [long, short] = [1920, 1080];
const callsShare = { landscape: 0.65, portrait: 0.6 } as const;
/** What rounding may take away. */
const tolerance = 0.98;

/** @param hasTicker whether a line of its own stands above the foot. */
export function screenParts({ layout, orientation, sizeInches, viewingMetres }: Hung, hasTicker = false): ScreenParts {
  const isPortrait = orientation === "portrait";
  const { width, height } = glassPixels(orientation);
  const glass = { width, height, inches: sizeInches, metres: viewingMetres };
  const { text, row } = readingFonts(glass);
  const isShared = layout === "calls-beside-content" || layout === "calls-only";
  const fullHead = Math.round(isPortrait ? text * 1.3 + row * 1.14 : row * 1.14);
  const lineHeight = Math.round(text * 1.34);
  // Where calls lie over content, the line at the foot has the clock; where there are none, nothing stands there.
  const headHeight = layout === "calls-over-content" ? 0 : fullHead;
  const footHeight = layout === "content-only" ? 0 : lineHeight;
  const tickerHeight = hasTicker ? lineHeight : 0;
  const bottom = height - footHeight;
  const body: Box = { left: 0, top: headHeight, width, height: bottom - tickerHeight - headHeight };
  const across = (top: number, high: number): Box | null => (high === 0 ? null : { left: 0, top, width, height: high });
  return {
    width,
    height,
    pad: Math.round(short * 0.03),
    text,
    row,
    heading: isShared ? text : row,
    head: across(0, headHeight),
    foot: across(bottom, footHeight),
    ticker: across(bottom - tickerHeight, tickerHeight),
    ...split(layout, body, { isPortrait, text, row }),
  };
}

/** Pixels of a page that fills a screen. */
export function glassPixels(orientation: Hung["orientation"]): Pick<Box, "width" | "height"> {
  return orientation === "portrait" ? { width: short, height: long } : { width: long, height: short };
}

/** @param text the font size that the screen has chosen; absent: the one that its size and distance ask for. */
export function readingHeight(
  { orientation, sizeInches, viewingMetres }: Omit<Hung, "layout">,
  text?: number,
): ReadingHeight {
  const glass = { ...glassPixels(orientation), inches: sizeInches, metres: viewingMetres };
  const have = capitalCentimetres(glass, text ?? readingFonts(glass).text);
  return { have, need: centimetresPerMetre.text * viewingMetres };
}

/** Whether reading text is smaller than those in the last row can read. */
export function isTooSmall({ have, need }: ReadingHeight): boolean {
  return have < need * tolerance;
}

/** How many times larger than it is a picture is shown; below 1 it is made smaller. */
export function enlargement(picture: Pick<Box, "width" | "height">, room: Pick<Box, "width" | "height">): number {
  return Math.min(room.width / picture.width, room.height / picture.height);
}

interface Words {
  readonly isPortrait: boolean;
  readonly text: number;
  readonly row: number;
}

function split(layout: Hung["layout"], body: Box, words: Words): Pick<ScreenParts, "calls" | "content" | "ready"> {
  switch (layout) {
    case "content-only":
      return { calls: null, content: body, ready: null };
    case "calls-over-content":
      // Only while somebody is called; the rest of the time the content has it all.
      return { calls: { ...body, height: Math.round(body.height * 0.3) }, content: body, ready: null };
    case "calls-only":
    case "calls-beside-content": {
      const { calls, side } = beside(body, words.isPortrait);
      const readyHeight = Math.round(1.15 * words.row + 0.2 * words.text + (words.isPortrait ? 0 : 1.15 * words.text));
      const high = side.height - readyHeight;
      const ready = { ...side, top: side.top + high, height: readyHeight };
      return { calls, content: layout === "calls-only" ? null : { ...side, height: high }, ready };
    }
    default:
      return layout satisfies never;
  }
}

function beside(body: Box, isPortrait: boolean): { readonly calls: Box; readonly side: Box } {
  if (isPortrait) {
    const height = Math.round(body.height * callsShare.portrait);
    const side = { ...body, top: body.top + height, height: body.height - height };
    return { calls: { ...body, height }, side };
  }
  const width = Math.round(body.width * callsShare.landscape);
  return { calls: { ...body, width }, side: { ...body, left: width, width: body.width - width } };
}
