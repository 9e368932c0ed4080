/** What the handlers of the lobby's content need from outside. */
import type { FeedEntry } from "../../shared/wire/lobby.ts";
import type { MediaKind, Millis } from "../../shared/domain/vocabulary.ts";

/** A page of a PDF, as the picture that screens show. */
export interface MediaPage {
  readonly sha256: string;
  readonly bytes: number;
  readonly width: number;
  readonly height: number;
}

export interface MediaRow {
  readonly id: string;
  readonly sha256: string;
  readonly kind: MediaKind;
  readonly name: string;
  /** Media type. */
  readonly type: string;
  readonly bytes: number;
  readonly width: number;
  readonly height: number;
  /** How long a video is. */
  readonly seconds: number | null;
  readonly pages: readonly MediaPage[] | null;
  /** Id of who uploaded it. */
  readonly by: string;
  readonly at: Millis;
}

/** The files that items show. */
export interface MediaTable {
  find(id: string): MediaRow | null;
  bySha256(sha256: string): MediaRow | null;
  /** Newest first. */
  list(): MediaRow[];
  /** Whether what an item says now, or what the screens show of it, names it. */
  isNeeded(id: string): boolean;
  /** Those from before this instant that no version of any item has ever named. */
  unnamedBefore(at: Millis): MediaRow[];
  insert(row: MediaRow): void;
  remove(id: string): void;
}

/** What the hub has fetched of the feeds that items name. */
export interface Feeds {
  /** Of an address: its newest entries; null while nothing could be fetched. */
  of(url: string): readonly FeedEntry[] | null;
  /** The addresses that items on the screens name now: fetched from here on, others no more. */
  follow(urls: readonly string[]): void;
  /** Hears that some feed's entries have changed. */
  onChange(listener: () => void): void;
}
