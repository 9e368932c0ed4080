/**
 * What lobby screens show besides calls: everything published, made ready once for all screens, and told to each screen
 * whose share of it has changed. Reads what is on disk alone.
 */
import { createHash } from "node:crypto";
import { isMeantFor } from "../../shared/domain/programme.ts";
import { screenDefaults } from "../../shared/domain/screen-defaults.ts";
import type { Millis } from "../../shared/domain/vocabulary.ts";
import type { Text } from "../../shared/wire/common.ts";
import type {
  ItemContent,
  ScreenAlert,
  ScreenContent,
  ScreenHealth as HealthOnWire,
  ScreenItem,
  ScreenReport,
  ScreenSettings,
} from "../../shared/wire/lobby.ts";
import type { Feeds, Wall } from "../commands/lobby-ports.ts";
import type { DeviceRow, Reads } from "../commands/ports.ts";
import type { Hall } from "../domain/hall.ts";
import { screenItem, type Sources } from "./content.ts";
import { cleanText, loadMarkdown, type Clean } from "./markdown.ts";
import { ScreenHealth } from "./screen-health.ts";

export interface SignageParts {
  readonly store: Pick<Reads, "items" | "screens" | "media">;
  readonly hall: () => Hall | null;
  readonly devices: () => readonly DeviceRow[];
  readonly isConnected: (device: string) => boolean;
  readonly feeds: Feeds;
  /** Whether an emergency is over everything in an area, or where screens have none. */
  readonly isEmergency: (area: string | null, at: Millis) => boolean;
  /** Tells those who watch a topic. */
  readonly pass: (topic: string, event: { readonly type: string; readonly at: string }) => void;
  readonly now: () => Millis;
  readonly iso: (at: Millis) => string;
  readonly onFailure: (error: unknown) => void;
}

/** Something published, for whichever screens. */
export interface Published {
  readonly id: string;
  readonly version: number;
  readonly data: ItemContent;
  /** Null while there is nothing of it to show. */
  readonly shown: ScreenItem | null;
}

interface Content {
  readonly version: string;
  readonly items: readonly ScreenItem[];
  /** Of all of it as JSON. */
  readonly bytes: number;
}

/** A frame is of 64 KiB at most, and bears more than this. */
const FRAMED_BYTES = 56 * 1024;
const LOOK_MILLIS = 5_000;
const VERSION_LENGTH = 32;

export class Signage implements Wall {
  #published: readonly Published[] = [];
  #version = versionOf([]);
  #settings = new Map<string, ScreenSettings>();
  /** By screen, what it was told last. */
  readonly #contents = new Map<string, Content>();
  /** By screen, the alerts told last. */
  readonly #alerts = new Map<string, string>();
  /** By item and version: they never change. */
  #cleaned = new Map<string, Text>();
  #clean: Clean | null = null;
  #hall: Hall | null = null;
  readonly #health: ScreenHealth;
  readonly #listeners = new Set<(screen: string) => void>();
  readonly #looking: NodeJS.Timeout;

  constructor(private readonly parts: SignageParts) {
    this.#health = new ScreenHealth(parts.now());
    this.#loadSettings();
    parts.feeds.onChange(() => void this.refresh());
    this.#looking = setInterval(() => {
      this.look();
    }, LOOK_MILLIS).unref();
  }

  stop(): void {
    clearInterval(this.#looking);
  }

  get version(): string {
    return this.#version;
  }

  /** The oldest first. */
  get published(): readonly Published[] {
    return this.#published;
  }

  settings(screen: string): ScreenSettings {
    return this.#settings.get(screen) ?? screenDefaults;
  }

  /** Everything published for a screen, whatever its time. */
  content(screen: string): Required<ScreenContent> {
    const { version, items } = this.#contentOf(screen);
    return { version, items };
  }

  framed(screen: string, has?: string): ScreenContent {
    const { version, items, bytes } = this.#contentOf(screen);
    return has === version || bytes > FRAMED_BYTES ? { version } : { version, items };
  }

  /** What somebody has written as screens would get it; null where there would be nothing to show. */
  async preview(data: ItemContent): Promise<ScreenItem | null> {
    const hall = this.parts.hall();
    if (data.kind === "notice") this.#clean ??= await loadMarkdown();
    return (
      hall &&
      screenItem(
        { id: "preview", version: 1, data },
        this.#sources(hall, (body) => this.#html(body)),
      )
    );
  }

  isEmergency(screen: string, at: Millis): boolean {
    return this.parts.isEmergency(this.settings(screen).area, at);
  }

  health(screen: string): HealthOnWire {
    return this.#health.of(screen, this.parts.iso);
  }

  alerts(screen: string): readonly ScreenAlert[] {
    const device = this.parts.devices().find(({ id }) => id === screen);
    if (device?.kind !== "screen") return [];
    const { id, pairedAt, createdAt } = device;
    const looked = { id, isConnected: this.parts.isConnected(id), settings: this.settings(id) };
    return this.#health.alerts({ ...looked, since: pairedAt ?? createdAt }, this.parts.now());
  }

  heard(screen: string, report: ScreenReport): void {
    this.#health.heard(screen, report, this.parts.now());
    this.#tellAlerts(screen);
  }

  onSet(listener: (screen: string) => void): void {
    this.#listeners.add(listener);
  }

  /** A screen's settings are on disk: it hears of them, and of what it is to show now. */
  screenSet(screen: string): void {
    this.#loadSettings();
    for (const listener of this.#listeners) listener(screen);
    this.#tellContents();
    this.#tellAlerts(screen);
  }

  /** Tells a screen to do something. */
  order(screen: string, event: { readonly type: string } & Readonly<Record<string, unknown>>): void {
    this.#pass(`screen/${screen}`, event);
  }

  /**
   * What is published is made ready anew, and told where it has changed. Never rejects: where it cannot be read, screens
   * go on with what they have, and the hall with its calls.
   */
  async refresh(): Promise<void> {
    try {
      const rows = this.parts.store.items.published();
      const hasNotice = rows.some(({ version }) => version.data.kind === "notice");
      if (hasNotice) this.#clean ??= await loadMarkdown();
      this.#publish();
    } catch (error) {
      this.parts.onFailure(error);
    }
  }

  /** Another hall file has other guides. */
  hallMayHaveChanged(): void {
    if (this.parts.hall() !== this.#hall) void this.refresh();
  }

  /** Looks at screens that tell nothing: they paint no more, or are gone. */
  look(): void {
    const known = new Set(this.parts.devices().map(({ id }) => id));
    for (const screen of known) this.#tellAlerts(screen);
    for (const told of [this.#alerts, this.#contents])
      for (const screen of told.keys()) if (!known.has(screen)) told.delete(screen);
    this.#health.keepOnly(known);
  }

  #publish(): void {
    const hall = this.parts.hall();
    this.#hall = hall;
    const before = this.#cleaned;
    this.#cleaned = new Map();
    const rows = hall ? this.parts.store.items.published() : [];
    this.#published = rows.flatMap(({ item, version: { version, data } }) => {
      if (!hall) return [];
      const key = `${item.id} ${String(version)}`;
      const html = (body: Text): Text => {
        const cleaned = before.get(key) ?? this.#html(body);
        this.#cleaned.set(key, cleaned);
        return cleaned;
      };
      const written = { id: item.id, version, data };
      return [{ ...written, shown: this.#shown(written, this.#sources(hall, html)) }];
    });
    const feeds = rows.flatMap(({ version: { data } }) =>
      data.kind === "feed" && data.url !== null ? [data.url] : [],
    );
    this.parts.feeds.follow([...new Set(feeds)]);
    const version = versionOf(this.#published.map(({ data, shown }) => [data.targets, shown]));
    const hasChanged = version !== this.#version;
    this.#version = version;
    this.#tellContents();
    if (hasChanged) this.#pass("lobby", { type: "content", content: version });
  }

  /** One that cannot be made ready costs the wall itself and no other. */
  #shown(written: Omit<Published, "shown">, sources: Sources): ScreenItem | null {
    try {
      return screenItem(written, sources);
    } catch (error) {
      this.parts.onFailure(error);
      return null;
    }
  }

  #sources(hall: Hall, html: Sources["html"]): Sources {
    const { store, feeds } = this.parts;
    return { hall, media: (id) => store.media.find(id), feed: (url) => feeds.of(url), html };
  }

  #html(body: Text): Text {
    if (!this.#clean) throw new Error("a notice before its reader is loaded");
    return cleanText(this.#clean, body);
  }

  #contentOf(screen: string): Content {
    const known = this.#contents.get(screen);
    if (known) return known;
    const content = this.#newContent(screen);
    this.#contents.set(screen, content);
    return content;
  }

  #newContent(screen: string): Content {
    const { area, group } = this.settings(screen);
    const items = this.#published.flatMap(({ data, shown }) =>
      shown && isMeantFor(data.targets, { id: screen, area, group }) ? [shown] : [],
    );
    return { version: versionOf(items), items, bytes: Buffer.byteLength(JSON.stringify(items)) };
  }

  /** Who was never told asks first. */
  #tellContents(): void {
    for (const [screen, before] of this.#contents) {
      const content = this.#newContent(screen);
      if (content.version === before.version) continue;
      this.#contents.set(screen, content);
      this.#pass(`screen/${screen}`, { type: "content", content: this.framed(screen) });
    }
  }

  #tellAlerts(screen: string): void {
    const device = this.parts.devices().find(({ id }) => id === screen);
    if (device?.kind !== "screen") return;
    const alerts = this.alerts(screen);
    const text = alerts.join();
    if (text === (this.#alerts.get(screen) ?? "")) return;
    this.#alerts.set(screen, text);
    this.#pass("health", { type: "screen", screen, name: device.name, alerts });
  }

  #loadSettings(): void {
    const rows = this.parts.store.screens.all();
    this.#settings = new Map(rows.map(({ device, settings }) => [device, { ...screenDefaults, ...settings }]));
  }

  #pass(topic: string, event: { readonly type: string } & Readonly<Record<string, unknown>>): void {
    this.parts.pass(topic, { ...event, at: this.parts.iso(this.parts.now()) });
  }
}

/** The same for the same content, and for no other. */
function versionOf(content: unknown): string {
  return createHash("sha256").update(JSON.stringify(content)).digest("hex").slice(0, VERSION_LENGTH);
}
