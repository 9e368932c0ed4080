/** What a slip is made of: lines with their sizes, white between them, a QR code. Lengths are dots, 8 to the millimetre. */
import { columnsOf, printable, wrap, wrapEvenly } from "./columns.ts";

/** Paper width in narrow characters: 32 on 58 mm paper (384 dots), 48 on 80 mm (576 dots). */
export type PaperColumns = 32 | 48;

/** How many times its own size a character is set, each way; printers know 1 to 8. */
export interface Scale {
  readonly width: number;
  readonly height: number;
}

export interface Style {
  readonly scale: Scale;
  readonly align: "left" | "center";
  readonly bold: boolean;
  /** White on black. */
  readonly reverse: boolean;
}

export interface SlipLine extends Style {
  readonly kind: "line";
  readonly text: string;
}

export type SlipPart =
  | SlipLine
  | { readonly kind: "gap"; readonly dots: number }
  | { readonly kind: "qr"; readonly data: string; readonly moduleDots: number };

export const small: Style = { scale: { width: 1, height: 1 }, align: "left", bold: false, reverse: false };
export const smallCentred: Style = { ...small, align: "center" };
export const tall: Style = { ...small, scale: { width: 1, height: 2 } };
export const tallCentred: Style = { ...tall, align: "center" };
export const large: Style = { ...small, scale: { width: 2, height: 2 }, align: "center" };

/** Height of a character at size 1. */
const squareDots = 24;
/** Feed of a line of size 1: a sixth of an inch. */
const lineDots = 34;
/** White below an enlarged line: printers feed it by its own height only, and its strokes would touch the next one's. */
const leadDots = 12;
export const sectionDots = 16;

export const qrModuleDots = 5;
/** The white that a QR code needs around itself: four modules. */
export const qrMarginDots = 4 * qrModuleDots;
/** What an address of the usual length takes as a QR code, near enough to judge the paper by. */
const qrDots = 37 * qrModuleDots;

/**
 * The largest size at which a number fits the paper, at least 15 mm high: a printer's capital fills no more than
 * 18 of its 24 dots, so seven times is the least that stands 15 mm (120 dots) high in ink.
 */
export function numberScale(number: string, columns: PaperColumns): Scale {
  const width = Math.max(1, Math.min(8, Math.floor(columns / columnsOf(number))));
  return { width, height: Math.max(7, width) };
}

/** A text as lines that fit the paper; centred ones are broken evenly. */
export function lines(text: string, style: Style, columns: PaperColumns): readonly SlipPart[] {
  const room = roomOf(style, columns);
  const broken = style.align === "center" ? wrapEvenly(printable(text), room) : wrap(printable(text), room);
  return broken.flatMap((line) => setLine(line, style));
}

/** One line as it is, spaces at its ends included, with the white below it. */
export function setLine(text: string, style: Style): readonly SlipPart[] {
  return [{ kind: "line", text, ...style }, ...(style.scale.height > 1 ? [gap(leadDots)] : [])];
}

/** Puts short texts side by side as far as a line goes: a count and its unit are never torn apart. */
export function packed(texts: readonly string[], style: Style, columns: PaperColumns): readonly SlipPart[] {
  const rows: string[] = [];
  for (const text of texts.map(printable)) {
    if (text === "") continue;
    const before = rows.at(-1);
    const together = `${before ?? ""}  ${text}`;
    if (before !== undefined && columnsOf(together) <= roomOf(style, columns)) rows[rows.length - 1] = together;
    else rows.push(text);
  }
  return rows.flatMap((row) => lines(row, style, columns));
}

/** Set large where it fits on one line, else tall. */
export function headline(text: string, columns: PaperColumns): readonly SlipPart[] {
  const style = columnsOf(printable(text)) <= roomOf(large, columns) ? large : tallCentred;
  return lines(text, { ...style, bold: true }, columns);
}

/** A thin line across the paper. */
export function rule(columns: PaperColumns): SlipPart {
  return { kind: "line", text: "─".repeat(columns / 2), ...small };
}

export function gap(dots: number): SlipPart {
  return { kind: "gap", dots };
}

/** How much paper the parts take, before the cut. */
export function dotsOf(parts: readonly SlipPart[]): number {
  return parts.reduce((sum, part) => {
    if (part.kind === "gap") return sum + part.dots;
    if (part.kind === "qr") return sum + qrDots;
    return sum + Math.max(lineDots, squareDots * part.scale.height);
  }, 0);
}

function roomOf(style: Style, columns: PaperColumns): number {
  return Math.floor(columns / style.scale.width);
}
