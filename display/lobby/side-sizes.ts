/** How the part beside the calls is divided, in pixels. Pure. */
import type { Sizes } from "./sizes.ts";

export interface SideFill {
  /** Numbers under 请准备, and how wide the widest and the heading are, in ems. */
  readonly ready: number;
  readonly readyEms: number;
  readonly headingEms: number;
  /** How wide each line of the note about sound is, in ems; none where there is no note. */
  readonly note: readonly number[];
}

export interface SideSizes {
  /** Width for words. */
  readonly inner: number;
  /** Of one of two columns. */
  readonly half: number;
  readonly readyFont: number;
  /** Of the block of those who should be ready. */
  readonly readyHeight: number;
  readonly noteFont: number;
  /** Lines of reading text that fit below a page's heading. */
  readonly lines: number;
  /** Edge of a QR code that takes a page of its own. */
  readonly code: number;
}

export const lineLeading = 1.14;
export const headingLeading = 1.25;
export const readyLeading = 1.15;
/** Of the block of the ready numbers and of the note, in ems of their text. */
const readyPadding = 0.2;
export const noteLeading = 1.35;
/** Above and below the note, in ems of its text. */
export const notePadding = 0.5;
/** Between two columns, in ems of reading text. */
export const columnGap = 0.6;

export function sideSizes(sizes: Sizes, fill: SideFill): SideSizes {
  const { text, side, isPortrait } = sizes;
  const inner = side.width - 2 * sizes.pad;
  // A tall screen has the heading beside the numbers, a wide one above them.
  const beside = isPortrait ? fill.headingEms * text : 0;
  const readyFont = fill.ready === 0 ? 0 : Math.min(sizes.row, (inner - beside) / ((fill.readyEms + 0.5) * fill.ready));
  const readyHeight =
    fill.ready === 0 ? 0 : readyLeading * readyFont + readyPadding * text + (isPortrait ? 0 : readyLeading * text);
  const noteFont = Math.min(0.34 * text, ...fill.note.map((ems) => inner / (ems + 0.1)));
  const noteHeight = fill.note.length === 0 ? 0 : (fill.note.length * noteLeading + 2 * notePadding) * noteFont;
  const height = side.height - readyHeight - noteHeight - headingLeading * text;
  return {
    inner,
    half: (inner - columnGap * text) / 2,
    readyFont,
    readyHeight,
    noteFont,
    lines: Math.floor(height / (lineLeading * text + 1)),
    code: Math.max(0, Math.min(inner, height - 0.5 * text)),
  };
}
