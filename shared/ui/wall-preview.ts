/**
 * What the console and the drawing of a lobby screen within it say to each other. The drawing is the screen's own page, in
 * a frame as large as the screen's glass; it knows the hall and its calls by itself, and hears what it is to show besides.
 */
import type { Language } from "../domain/vocabulary.ts";
import type { ScreenItem, ScreenSettings } from "../wire/lobby.ts";

/** Where the drawing is. */
export const wallPreviewAddress = "/display/preview/";

export interface WallWanted {
  readonly settings: ScreenSettings;
  /** The screen's own language: a second one of the hall's follows it. */
  readonly language: Language;
  /** They show whatever their time. */
  readonly items: readonly ScreenItem[];
  /** Which page of the item, from 0. */
  readonly page: number;
  /** Whether somebody is being called: calls that come and go stand on the glass. */
  readonly isCalling: boolean;
}

export interface WallDrawn {
  /** Whether an item stands on the glass, in its place or in the line of its own. */
  readonly isShowing: boolean;
  readonly page: number;
  readonly pages: number;
  readonly pageSeconds: number;
  /** How much of the glass content has, in its pixels; null where the layout has none for it. */
  readonly room: { readonly width: number; readonly height: number } | null;
  /** Font size of reading text, in pixels of the glass. */
  readonly text: number;
  /** The least contrast between the item's words and their ground; null where there are no words. */
  readonly contrast: number | null;
  /** Whether calls and those who wait are made up, as the hall has none now. */
  readonly isMadeUp: boolean;
}

/** The drawing asks for what it is to draw as soon as it can hear. */
export type FromWall = { readonly wall: "listening" } | { readonly wall: "drawn"; readonly drawn: WallDrawn };
export interface ToWall {
  readonly wanted: WallWanted;
}
