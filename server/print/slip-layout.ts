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
/** White below a large line: printers feed it by its own height only, and its strokes would touch the next line's. */
const leadDots = 12;
const sectionDots = 16;
const qrMarginDots = 24;

/**
 * The largest size at which a number fits the paper, at least 15 mm high: a printer's capital fills no more than
 * 18 of its 24 dots, so seven times is the least that stands 15 mm (120 dots) high in ink.
 */
export function numberScale(number: string, columns: PaperColumns): Scale {
  const width = Math.max(1, Math.min(8, Math.floor(columns / columnsOf(number))));
  return { width, height: Math.max(7, width) };
}

/** Lays a slip out for a paper width; `copy` marks it as possibly the second one of its ticket. */
export function layOutSlip(slip: Slip, options: { readonly columns: PaperColumns; readonly copy: boolean }): readonly SlipPart[] {
  const { columns, copy } = options;
  const number = printable(slip.number);
  return [
    ...(copy ? copyMark(slip.lang, columns) : []),
    ...lines(pick(slip.hall, slip.lang), { ...smallCentred, bold: true }, columns),
    gap(sectionDots),
    ...lines(say(slipWords.yourNumber, slip.lang), smallCentred, columns),
    ...lines(number, { ...large, scale: numberScale(number, columns) }, columns),
    gap(sectionDots),
    ...queue(slip, columns),
    rule(columns),
    ...materials(slip, columns),
    ...rules(slip, columns),
    ...others(slip).flatMap((language) => [rule(columns), ...keyLines(slip, language, columns)]),
    ...qr(slip, columns),
    gap(sectionDots),
    ...lines(takenAt(slip.issuedAt, slip.lang), smallCentred, columns),
  ];
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
    ...fitTogether(waiting(slip, language), large, columns),
    gap(leadDots),
    ...whereToWait(slip, language).flatMap((text) => lines(text, { ...tall, align: "center" }, columns)),
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

function materials(slip: Slip, columns: PaperColumns): readonly SlipPart[] {
  if (slip.materials.length === 0) return [];
  const language = slip.lang;
  const items = slip.materials.flatMap((material): readonly SlipPart[] => {
    const name = printable(`□ ${pick(material.name, language)}`);
    const form = printable(materialForm(material, language));
    const together = form === "" ? null : spread(name, form, columns);
    const texts = together !== null ? [together] : [...wrap(name, columns), ...(form === "" ? [] : wrap(`   ${form}`, columns))];
    return [...texts.map((text): SlipPart => ({ kind: "line", text, ...tall })), gap(leadDots / 2)];
  });
  return [...lines(say(slipWords.materials, language), { ...small, bold: true }, columns), ...items, rule(columns)];
}

/** 请听叫号、看屏幕 and the miss rule; the hall's footer stands in for the first where it says the same. */
function rules(slip: Slip, columns: PaperColumns): readonly SlipPart[] {
  const language = slip.lang;
  const listen = say(slipWords.listen, language);
  const footer = slip.footer === null ? "" : pick(slip.footer, language);
  const footerListens = footer.includes(listen);
  return [
    ...lines(footerListens ? footer : listen, { ...large, bold: true }, columns),
    gap(leadDots / 2),
    ...lines(missRuleOnSlip(slip.missRule, language), tall, columns),
    ...(footerListens ? [] : lines(footer, small, columns)),
  ];
}

/** What a reader of another language needs beside the number. */
function keyLines(slip: Slip, language: Language, columns: PaperColumns): readonly SlipPart[] {
  return [
    ...lines(pick(slip.service, language), { ...small, bold: true }, columns),
    ...fitTogether(waiting(slip, language), small, columns),
    ...whereToWait(slip, language).flatMap((text) => lines(text, small, columns)),
    ...lines(say(slipWords.listen, language), small, columns),
  ];
}

function qr(slip: Slip, columns: PaperColumns): readonly SlipPart[] {
  if (slip.url === null) return [];
  return [
    rule(columns),
    ...lines(say(slipWords.scan, slip.lang), smallCentred, columns),
    gap(qrMarginDots),
    { kind: "qr", data: slip.url, moduleDots: slip.url.length > 100 ? 5 : 6 },
    gap(qrMarginDots),
  ];
}

/** Puts short texts on one line where they fit, else each on its own: a count and its unit are never torn apart. */
function fitTogether(texts: readonly string[], style: Style, columns: PaperColumns): readonly SlipPart[] {
  const together = texts.join("  ");
  const room = Math.floor(columns / style.scale.width);
  return columnsOf(together) <= room
    ? lines(together, style, columns)
    : texts.flatMap((text) => lines(text, style, columns));
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
