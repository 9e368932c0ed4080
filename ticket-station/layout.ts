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

/** Six tiles. */
export function frequentGrid({ isPortrait }: Pick<Reader, "isPortrait">): Grid {
  return isPortrait ? { columns: 2, rows: 3 } : { columns: 3, rows: 2 };
}

/** English titles run longer and large ones stand taller: then there are fewer rows. */
export function allServicesGrid({ isPortrait, isLarge, language }: Reader): Grid {
  const isLong = language === "en";
  if (isPortrait) return { columns: 2, rows: 5 - (isLong ? 1 : 0) - (isLarge ? 1 : 0) };
  return { columns: 3, rows: isLong || isLarge ? 2 : 3 };
}

/** The diagonal, in inches, of the glass that pages of this shape usually stand on. */
export function usualInches({ width, height }: { readonly width: number; readonly height: number }): number {
  if (height > width) return height / width > 1.5 ? 21.5 : 19;
  return width / height > 1.4 ? 24 : 19;
}
