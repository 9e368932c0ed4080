/**
 * What stands where on a slip: the words of one ticket as lines with their sizes, before any byte is made.
 * Order and contents: screens, "Slip". The resident's language is set large; the hall's other languages repeat in small
 * type what cannot be guessed from the number, so that three languages still fit on paper no longer than a hand.
 */
import type { Language } from "../../shared/domain/vocabulary.ts";
import {
  aheadOnSlip,
  joinList,
  materialForm,
  missRuleOnSlip,
  slipWords,
  takenAt,
  waitOnSlip,
} from "../../shared/text/slip.ts";
import { pick, say } from "../../shared/text/text.ts";
import type { Slip } from "../../shared/wire/print.ts";
import { columnsOf, printable, spread, wrap } from "./columns.ts";

/** Paper width in narrow characters: 32 on 58 mm paper (384 dots), 48 on 80 mm (576 dots). */
export type PaperColumns = 32 | 48;

/** Dots of one narrow character at size 1; printers of 203 dpi set 8 dots to the millimetre. */
export const dotsPerColumn = 12;
/** How many times its own size a character is set, each way; printers know 1 to 8. */
export interface Scale {
  readonly width: number;
  readonly height: number;
}

export interface SlipLine {
  readonly kind: "line";
  readonly text: string;
  readonly scale: Scale;
  readonly align: "left" | "center";
  readonly bold: boolean;
  /** White on black. */
  readonly reverse: boolean;
}

export type SlipPart =
  | SlipLine
  | { readonly kind: "gap"; readonly dots: number }
  | { readonly kind: "qr"; readonly data: string; readonly moduleDots: number };

type Style = Omit<SlipLine, "kind" | "text">;

const small: Style = { scale: { width: 1, height: 1 }, align: "left", bold: false, reverse: false };
const smallCentred: Style = { ...small, align: "center" };
const tall: Style = { ...small, scale: { width: 1, height: 2 } };
const large: Style = { ...small, scale: { width: 2, height: 2 }, align: "center" };

const maxNamedCounters = 4;
/** White below an enlarged line: printers feed it by its own height only, and its strokes would touch the next line's. */
const leadDots = 12;
const sectionDots = 16;
/** Feed of a line of size 1: a sixth of an inch. */
const lineDots = 34;
const qrModuleDots = 5;
/** The white that a QR code needs around itself: four modules. */
const qrMarginDots = 4 * qrModuleDots;
/** What an address of the usual length takes as a QR code, near enough to judge the paper by. */
const qrDots = 37 * qrModuleDots;
/** A hand's length, 180 mm, less what the printer feeds before it cuts. */
const handDots = 1440 - 96;

/**
 * The largest size at which a number fits the paper, at least 15 mm high: a printer's capital fills no more than
 * 18 of its 24 dots, so seven times is the least that stands 15 mm (120 dots) high in ink.
 */
export function numberScale(number: string, columns: PaperColumns): Scale {
  const width = Math.max(1, Math.min(8, Math.floor(columns / columnsOf(number))));
  return { width, height: Math.max(7, width) };
}

/**
 * Lays a slip out for a paper width; `copy` marks it as possibly the second one of its ticket.
 * Materials and the miss rule are set tall where the paper stays within a hand's length, else at the plain size.
 */
export function layOutSlip(slip: Slip, options: { readonly columns: PaperColumns; readonly copy: boolean }): readonly SlipPart[] {
  const roomy = layOut(slip, options, tall);
  return dotsOf(roomy) <= handDots ? roomy : layOut(slip, options, small);
}

function layOut(
  slip: Slip,
  { columns, copy }: { readonly columns: PaperColumns; readonly copy: boolean },
  reading: Style,
): readonly SlipPart[] {
  const number = printable(slip.number);
  return [
    ...(copy ? copyMark(slip.lang, columns) : []),
    ...lines(pick(slip.hall, slip.lang), { ...smallCentred, bold: true }, columns),
    gap(sectionDots),
    ...lines(number, { ...large, scale: numberScale(number, columns) }, columns),
    ...queue(slip, columns),
    rule(columns),
    ...materials(slip, columns, reading),
    ...advice(slip, columns, reading),
    ...others(slip).flatMap((language) => [gap(sectionDots), ...keyLines(slip, language, columns)]),
    ...qr(slip, columns),
    gap(sectionDots),
    ...lines(takenAt(slip.issuedAt, slip.lang), smallCentred, columns),
  ];
}

function dotsOf(parts: readonly SlipPart[]): number {
  return parts.reduce((sum, part) => {
    if (part.kind === "gap") return sum + part.dots;
    if (part.kind === "qr") return sum + qrDots;
    return sum + Math.max(lineDots, 2 * dotsPerColumn * part.scale.height);
  }, 0);
}

function others(slip: Slip): readonly Language[] {
  return [...new Set(slip.languages)].filter((language) => language !== slip.lang);
}

function copyMark(language: Language, columns: PaperColumns): readonly SlipPart[] {
  const mark = ` ${say(slipWords.copyMark, language)} `;
  const style: Style = { ...large, bold: true, reverse: true };
  return [
    { kind: "line", text: mark, ...style },
    gap(leadDots),
    ...lines(say(slipWords.copyNote, language), smallCentred, columns),
    gap(sectionDots),
  ];
}

/** What is waited for, how long, and where. */
function queue(slip: Slip, columns: PaperColumns): readonly SlipPart[] {
  const language = slip.lang;
  return [
    ...lines(pick(slip.service, language), { ...large, bold: true }, columns),
    ...packed(waiting(slip, language), large, columns),
    ...packed(whereToWait(slip, language), { ...tall, align: "center" }, columns),
  ];
}

function waiting(slip: Slip, language: Language): readonly string[] {
  return [
    ...(slip.ahead === null ? [] : [aheadOnSlip(slip.ahead, language)]),
    ...(slip.estimate === null ? [] : [waitOnSlip(slip.estimate.p50, language)]),
  ];
}

function whereToWait(slip: Slip, language: Language): readonly string[] {
  const areas = slip.areas.map((area) => pick(area, language));
  const counters = slip.counters.map((label) => pick(label, language));
  const isAreaItself = counters.every((label) => areas.includes(label));
  return [
    ...(areas.length === 0 ? [] : [say(slipWords.waitIn, language, { areas: joinList(areas, language) })]),
    ...(isAreaItself ? [] : [say(slipWords.counters, language, { counters: named(counters, language) })]),
  ];
}

function named(counters: readonly string[], language: Language): string {
  const first = joinList(counters.slice(0, maxNamedCounters), language);
  if (counters.length <= maxNamedCounters) return first;
  return say(slipWords.andMore, language, { counters: first, count: counters.length });
}

function materials(slip: Slip, columns: PaperColumns, reading: Style): readonly SlipPart[] {
  if (slip.materials.length === 0) return [];
  const language = slip.lang;
  const items = slip.materials.flatMap((material): readonly SlipPart[] => {
    const name = printable(`□ ${pick(material.name, language)}`);
    const form = printable(materialForm(material, language));
    const together = form === "" ? null : spread(name, form, columns);
    const texts = together !== null ? [together] : [...wrap(name, columns), ...(form === "" ? [] : wrap(`   ${form}`, columns))];
    return [...texts.map((text): SlipPart => ({ kind: "line", text, ...reading })), ...(reading === tall ? [gap(leadDots / 2)] : [])];
  });
  return [...lines(say(slipWords.materials, language), { ...small, bold: true }, columns), ...items, rule(columns)];
}

/** 请听叫号、看屏幕 and the miss rule; the hall's footer stands in for the first where it says the same. */
function advice(slip: Slip, columns: PaperColumns, reading: Style): readonly SlipPart[] {
  const language = slip.lang;
  const listen = say(slipWords.listen, language);
  const footer = slip.footer === null ? "" : pick(slip.footer, language);
  const footerListens = footer.includes(listen);
  return [
    ...headline(footerListens ? footer : listen, columns),
    ...lines(missRuleOnSlip(slip.missRule, language), reading, columns),
    ...(footerListens ? [] : lines(footer, small, columns)),
  ];
}

/** Set large where it fits on one line, else tall. */
function headline(text: string, columns: PaperColumns): readonly SlipPart[] {
  const style = columnsOf(text) * large.scale.width <= columns ? large : { ...tall, align: "center" as const };
  return lines(text, { ...style, bold: true }, columns);
}

/** What a reader of another language needs beside the number. */
function keyLines(slip: Slip, language: Language, columns: PaperColumns): readonly SlipPart[] {
  const counters = named(slip.counters.map((label) => pick(label, language)), language);
  return [
    ...lines(pick(slip.service, language), { ...small, bold: true }, columns),
    ...packed([...waiting(slip, language), counters], small, columns),
    ...lines(say(slipWords.listen, language), small, columns),
  ];
}

function qr(slip: Slip, columns: PaperColumns): readonly SlipPart[] {
  if (slip.url === null) return [];
  return [
    gap(sectionDots),
    ...lines(say(slipWords.scan, slip.lang), smallCentred, columns),
    gap(qrMarginDots),
    { kind: "qr", data: slip.url, moduleDots: qrModuleDots },
    gap(qrMarginDots),
  ];
}

/** Puts short texts side by side as far as a line goes: a count and its unit are never torn apart. */
function packed(texts: readonly string[], style: Style, columns: PaperColumns): readonly SlipPart[] {
  const room = Math.floor(columns / style.scale.width);
  const rows: string[] = [];
  for (const text of texts.filter((each) => each !== "")) {
    const together = rows.length === 0 ? text : `${rows.at(-1) ?? ""}  ${text}`;
    if (rows.length > 0 && columnsOf(together) <= room) rows[rows.length - 1] = together;
    else rows.push(text);
  }
  return rows.flatMap((row) => lines(row, style, columns));
}

function lines(text: string, style: Style, columns: PaperColumns): readonly SlipPart[] {
  const room = Math.floor(columns / style.scale.width);
  return wrap(printable(text), room).flatMap((line): readonly SlipPart[] => [
    { kind: "line", text: line, ...style },
    ...(style.scale.height > 1 ? [gap(leadDots)] : []),
  ]);
}

function rule(columns: PaperColumns): SlipPart {
  return { kind: "line", text: "─".repeat(columns / 2), ...small };
}

function gap(dots: number): SlipPart {
  return { kind: "gap", dots };
}
