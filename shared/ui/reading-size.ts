/**
 * How large words on a lobby screen are, from what is measured on the glass: capital height per metre of viewing distance
 * (newest call 1.2 cm, list and headings 0.8 cm, reading text 0.6 cm). Pure. Source: `screens.md`.
 */
import { pixelsPerMillimetre } from "./glass.ts";

/** A page that fills a screen, and how that screen hangs. */
export interface HungGlass {
  readonly width: number;
  readonly height: number;
  /** Diagonal of the screen. */
  readonly inches: number;
  /** From the screen to those who read it. */
  readonly metres: number;
}

/** Capital height of the page's faces, in ems. */
const capital = 0.73;
export const centimetresPerMetre = { large: 1.2, row: 0.8, text: 0.6 } as const;

/** The font size, in pixels, whose capitals have this height at this distance. */
export function fontFor(glass: HungGlass, centimetres: number): number {
  return (centimetres * 10 * glass.metres * pixelsPerMillimetre(glass, glass.inches)) / capital;
}

/** Capital height on the glass, in centimetres, of a font size in pixels. */
export function capitalCentimetres(glass: HungGlass, font: number): number {
  return (font * capital) / pixelsPerMillimetre(glass, glass.inches) / 10;
}

/**
 * Font sizes of reading text and of lists and headings, in pixels: as large as the distance asks, but neither so large
 * that hardly a word fits, nor smaller than the glass allows.
 */
export function readingFonts(glass: HungGlass): { readonly text: number; readonly row: number } {
  const short = Math.min(glass.width, glass.height);
  return {
    text: within(fontFor(glass, centimetresPerMetre.text), short * 0.052, short * 0.084),
    row: within(fontFor(glass, centimetresPerMetre.row), short * 0.07, short * 0.115),
  };
}

function within(value: number, least: number, most: number): number {
  return Math.min(Math.max(value, least), most);
}
