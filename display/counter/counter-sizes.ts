/**
 * How large everything on a counter's screen is, in pixels: as large as the glass and the words allow, since it is read
 * from across the hall. Pure.
 */
import type { LabelLines } from "../label-parts.ts";
import type { CounterWords } from "./counter-words.ts";

export interface CounterFill {
  readonly label: LabelLines;
  readonly words: CounterWords;
  readonly hasFoot: boolean;
  readonly isDemo: boolean;
  /** Width of a text in ems. */
  readonly measure: (text: string) => number;
}

export interface CounterSizes {
  /** The label stands above the state, in one line, not beside it. */
  readonly isTall: boolean;
  /** The word before the large ones stands above them: the state is narrower than high. */
  readonly isLeadAbove: boolean;
  readonly pad: number;
  readonly labelWidth: number;
  readonly labelHeight: number;
  /** Font sizes: of the label's number and of the rest of it, of the large words and of those beside them. */
  readonly key: number;
  readonly rest: number;
  readonly big: number;
  readonly line: number;
  /** Services that fit at once. */
  readonly listed: number;
  readonly demoHeight: number;
  readonly footHeight: number;
}

const listLeading = 1.3;
const leading = 1.16;
/** Of a line, below the last one; in ems of the smaller words. */
const below = 0.14;
/** The label tells where; who is called is larger. */
const tallLabel = 0.28;
const wideKey = 0.84;
/** Of the height, for the words beside the large ones, and more where the width leaves it. */
const leastLine = 0.2;
const mostLine = 0.3;
/** Of the height, for large words that stand alone. */
const mostAlone = 0.6;
/** Against the large words. */
const smallerLine = 0.6;

export function counterSizes(
  page: { readonly width: number; readonly height: number },
  fill: CounterFill,
): CounterSizes {
  const { width } = page;
  const footHeight = fill.hasFoot ? Math.min(0.14 * page.height, 0.07 * width) : 0;
  const demoHeight = fill.isDemo ? Math.max(16, 0.04 * Math.min(width, page.height)) : 0;
  const height = page.height - footHeight - demoHeight;
  const isTall = width < 2.2 * page.height;
  const pad = Math.round(0.05 * Math.min(width, height));
  const labelWidth = isTall ? width : 0.36 * width;
  const labelHeight = isTall ? tallLabel * height : height;
  const box = isTall
    ? { width: width - 2 * pad, height: height - labelHeight }
    : { width: width - labelWidth - 2 * pad, height };
  const label = isTall
    ? oneLine(fill, labelWidth - 2 * pad, labelHeight)
    : twoLines(fill, labelWidth - 2 * pad, labelHeight);
  const isLeadAbove = box.height > 0.9 * box.width;
  const state = fill.words.list.length > 0 ? listFont(fill, box) : stateFonts(fill, box, isLeadAbove);
  const listed = Math.max(1, Math.floor(box.height / (state.line * listLeading) - listLeading));
  return { isTall, isLeadAbove, pad, labelWidth, labelHeight, ...label, ...state, listed, demoHeight, footHeight };
}

interface Box {
  readonly width: number;
  readonly height: number;
}

function oneLine({ label, measure }: CounterFill, width: number, height: number) {
  const key = Math.min(
    height / leading,
    width / measure([label.above, label.large, label.below].filter(Boolean).join(" ")),
  );
  return { key, rest: key };
}

function twoLines({ label, measure }: CounterFill, width: number, height: number) {
  const other = [label.above, label.below].filter(Boolean);
  const rest = other.length === 0 ? 0 : Math.min(0.24 * height, ...other.map((text) => width / measure(text)));
  const key = Math.min((wideKey * height - other.length * rest * leading) / leading, width / measure(label.large));
  return { key, rest };
}

/** The large words as large as the glass allows; what the height then leaves is for the words beside them. */
function stateFonts({ words, measure }: CounterFill, box: Box, isLeadAbove: boolean) {
  const lines = (words.line === "" ? 0 : 1) + (isLeadAbove && words.lead !== "" ? 1 : 0);
  const lineEms = measure(words.line) + measure(words.hurry) + (words.hurry === "" ? 0 : 0.6);
  const leadEms = isLeadAbove || words.lead === "" ? 0 : measure(words.lead) + 0.2;
  const small = Math.min(leastLine * box.height, words.line === "" ? Infinity : box.width / (lineEms + 0.1));
  const tall = (box.height - (lines * leading + below) * small) / leading;
  const wide = (box.width - leadEms * small) / (measure(words.big) + 0.05);
  const big = Math.min(tall, wide, lines === 0 ? mostAlone * box.height : Infinity);
  if (lines === 0 || leadEms > 0) return { line: small, big };
  const left = (box.height - leading * big) / (lines * leading + below);
  const line = Math.min(left, smallerLine * big, mostLine * box.height, box.width / (lineEms + 0.1));
  return { line: Math.max(small, line), big };
}

/** All services at once where that is large enough to read, else so many that it is. */
function listFont({ words, measure }: CounterFill, box: Box) {
  const widest = Math.max(...[words.line, ...words.list].map(measure));
  const all = box.height / ((words.list.length + 1) * listLeading + 0.7);
  return { line: Math.min(Math.max(all, 0.13 * box.height), 0.2 * box.height, box.width / widest), big: 0 };
}
