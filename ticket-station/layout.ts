/** How many tiles a page of this shape holds, so that no tile falls below 90 × 32 mm and no title is cut. */
import type { Language } from "../shared/domain/vocabulary.ts";

export interface Grid {
  readonly columns: number;
  readonly rows: number;
}

export interface Reader {
  readonly isPortrait: boolean;
  readonly isLarge: boolean;
  readonly language: Language;
}

/**
 * The first page: six tiles, in large print four. A name then has the width of a portrait glass, to stand on one line or
 * two; what has to be said above the tiles takes the room of one of those.
 */
export function frequentGrid({ isPortrait, isLarge }: Omit<Reader, "language">, hasNotes: boolean): Grid {
  if (isLarge) return isPortrait ? { columns: 1, rows: hasNotes ? 3 : 4 } : { columns: 2, rows: 2 };
  return isPortrait ? { columns: 2, rows: 3 } : { columns: 3, rows: 2 };
}

/** English titles run longer and large ones stand taller: then there are fewer tiles. */
export function allServicesGrid({ isPortrait, isLarge, language }: Reader): Grid {
  const isLong = language === "en";
  if (isPortrait && isLarge) return { columns: isLong ? 1 : 2, rows: 4 };
  if (isPortrait) return { columns: 2, rows: isLong ? 4 : 5 };
  return { columns: isLarge ? 2 : 3, rows: isLong || isLarge ? 2 : 3 };
}

/** The diagonal, in inches, of the glass that pages of this shape usually stand on. */
export function usualInches({ width, height }: { readonly width: number; readonly height: number }): number {
  if (height > width) return height / width > 1.5 ? 21.5 : 19;
  return width / height > 1.4 ? 24 : 19;
}
