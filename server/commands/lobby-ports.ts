/** What the handlers of the lobby's content need from outside. */
import type { FeedEntry, ScreenAlert, ScreenContent, ScreenReport, ScreenSettings } from "../../shared/wire/lobby.ts";
import type { ItemKind, ItemState, MediaKind, Millis } from "../../shared/domain/vocabulary.ts";
import type { Item, ItemVersion, VersionedItem } from "../domain/item.ts";

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
  /** Whether any version of an item names it: all are kept, and each is to be seen as it was. */
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

/** What lobby screens show besides calls. */
export interface ItemTable {
  /** With its newest version. */
  find(id: string): VersionedItem | null;
  /** With their newest versions, the newest items first. */
  list(query: {
    state?: ItemState | undefined;
    kind?: ItemKind | undefined;
    /** The id of the last one of the page before. */
    after?: string | undefined;
    limit: number;
  }): VersionedItem[];
  /** With the versions that are on the screens, the oldest items first. */
  published(): VersionedItem[];
  version(item: string, version: number): ItemVersion | null;
  /** Newest first. */
  versions(item: string): ItemVersion[];
  insert(item: Item): void;
  insertVersion(version: ItemVersion): void;
  /** Where the item stands, and one of its versions. */
  update(changed: VersionedItem): void;
  /** Takes an item away, with all its versions. */
  remove(item: string): void;
  /** Forgets why versions were sent back before this instant; that they were stays. */
  forgetNotes(before: Millis): void;
  /** Notes of later than this instant count as of then. */
  keepNoLaterThan(at: Millis): void;
}

/** How paired lobby screens are set; those nobody has set yet have no row. */
export interface ScreenTable {
  all(): { readonly device: string; readonly settings: ScreenSettings }[];
  find(device: string): ScreenSettings | null;
  save(device: string, settings: ScreenSettings): void;
  remove(device: string): void;
}

/** What a screen has shown of a version within an hour. */
export interface PlayRow {
  /** The beginning of the hour. */
  readonly hour: Millis;
  readonly screen: string;
  readonly item: string;
  readonly version: number;
  readonly plays: number;
  readonly seconds: number;
  readonly firstAt: Millis;
  readonly lastAt: Millis;
}

export interface PlayTable {
  /** Adds to what is known of the hour. */
  add(row: PlayRow): void;
  /** The oldest first. `until` is not included; `after`: the last one of the page before. */
  list(query: {
    from?: Millis | undefined;
    until?: Millis | undefined;
    screen?: string | undefined;
    item?: string | undefined;
    after?: Pick<PlayRow, "hour" | "screen" | "item" | "version"> | undefined;
    limit: number;
  }): PlayRow[];
  forgetBefore(at: Millis): void;
  /** Forgets hours that, as it has turned out, have not come yet. */
  forgetAfter(at: Millis): void;
}

/** What the live side tells screens, and hears of them. */
export interface Wall {
  /** Changes with anything that any screen shows besides calls. */
  readonly version: string;
  settings(screen: string): ScreenSettings;
  /** All that a screen is to show, as a frame bears it: without its items where it `has` them or they are too many. */
  framed(screen: string, has?: string): ScreenContent;
  alerts(screen: string): readonly ScreenAlert[];
  heard(screen: string, report: ScreenReport): void;
  /** Hears of each screen that was set otherwise. */
  onSet(listener: (screen: string) => void): void;
}
