/**
 * The feeds that items name: fetched every quarter of an hour, one after the other, more seldom while they fail. What was
 * fetched last stays until there is something newer.
 */
import { MOST_FEEDS } from "../../domain/item.ts";
import type { Feeds } from "../../commands/lobby-ports.ts";
import type { FeedEntry } from "../../../shared/wire/lobby.ts";
import { NotFetched, type Fetched, type Validators } from "./fetch-feed.ts";
import type { KeptFeed } from "./kept-feeds.ts";

export interface FeedParts {
  readonly fetch: (url: string, known: Validators) => Promise<Fetched>;
  /** Null where it is no feed. */
  readonly read: (body: Uint8Array, contentType: string | null) => Promise<readonly FeedEntry[] | null>;
  readonly kept: readonly KeptFeed[];
  readonly save: (feeds: readonly KeptFeed[]) => void;
  /** An instant as the hall writes it. */
  readonly iso: (at: number) => string;
  readonly onTrouble: (host: string, why: string) => void;
  /** From 0 to 1. */
  readonly random?: () => number;
  /** Does something later; answers how to call it off. */
  readonly later?: (task: () => void, millis: number) => () => void;
}

const MINUTE_MILLIS = 60_000;
const EVERY_MINUTES = 15;
const MOST_MINUTES = 60;

interface Followed {
  failures: number;
  callOff: () => void;
}

export class FollowedFeeds implements Feeds {
  readonly #feeds = new Map<string, Followed>();
  readonly #kept: Map<string, KeptFeed>;
  readonly #listeners: (() => void)[] = [];
  readonly #random: () => number;
  readonly #later: NonNullable<FeedParts["later"]>;
  #last: Promise<unknown> = Promise.resolve();

  constructor(private readonly parts: FeedParts) {
    this.#kept = new Map(parts.kept.map((feed) => [feed.url, feed]));
    this.#random = parts.random ?? Math.random;
    this.#later = parts.later ?? afterwards;
  }

  of(url: string): readonly FeedEntry[] | null {
    const { entries } = this.#kept.get(url) ?? {};
    return (
      entries?.map((entry) => ({ ...entry, at: entry.at === null ? null : this.parts.iso(Date.parse(entry.at)) })) ??
      null
    );
  }

  follow(urls: readonly string[]): void {
    const wanted = new Set(urls.slice(0, MOST_FEEDS));
    for (const [url, { callOff }] of this.#feeds)
      if (!wanted.has(url)) {
        callOff();
        this.#feeds.delete(url);
      }
    for (const url of wanted)
      if (!this.#feeds.has(url)) {
        const followed = { failures: 0, callOff: () => undefined };
        this.#feeds.set(url, followed);
        this.#plan(url, followed, 0);
      }
  }

  onChange(listener: () => void): void {
    this.#listeners.push(listener);
  }

  stop(): void {
    this.follow([]);
  }

  #plan(url: string, followed: Followed, minutes: number): void {
    // Not all at the same instant, and not every hall of a city either.
    const millis = minutes * MINUTE_MILLIS * (0.9 + 0.2 * this.#random());
    followed.callOff = this.#later(() => {
      this.#last = this.#last.then(() => this.#look(url, followed));
    }, millis);
  }

  async #look(url: string, followed: Followed): Promise<void> {
    const isFollowed = (): boolean => this.#feeds.get(url) === followed;
    if (!isFollowed()) return;
    try {
      const news = await this.#news(url);
      if (!isFollowed()) return;
      followed.failures = 0;
      if (news) this.#keep(news);
    } catch (error) {
      if (!isFollowed()) return;
      followed.failures += 1;
      const host = URL.canParse(url) ? new URL(url).host : "?";
      this.parts.onTrouble(host, error instanceof Error ? error.message : "unknown");
    }
    const { failures } = followed;
    this.#plan(url, followed, failures === 0 ? EVERY_MINUTES : Math.min(2 ** (failures - 1), MOST_MINUTES));
  }

  /** Null where nothing has changed. */
  async #news(url: string): Promise<KeptFeed | null> {
    const known = this.#kept.get(url);
    const fetched = await this.parts.fetch(url, known ?? { etag: null, lastModified: null });
    if (fetched === "unchanged") return null;
    const entries = await this.parts.read(fetched.body, fetched.contentType);
    if (!entries) throw new NotFetched("is no feed");
    return { url, entries, etag: fetched.etag, lastModified: fetched.lastModified };
  }

  #keep(news: KeptFeed): void {
    const before = this.#kept.get(news.url);
    this.#kept.set(news.url, news);
    for (const url of this.#kept.keys()) if (!this.#feeds.has(url)) this.#kept.delete(url);
    try {
      this.parts.save([...this.#kept.values()]);
    } catch (error) {
      // The disk may be full: the screens have it nevertheless, and it can be fetched again.
      this.parts.onTrouble("disk", error instanceof Error ? error.message : "unknown");
    }
    if (JSON.stringify(before?.entries) !== JSON.stringify(news.entries))
      for (const listener of this.#listeners) listener();
  }
}

function afterwards(task: () => void, millis: number): () => void {
  const timer = setTimeout(task, millis).unref();
  return () => {
    clearTimeout(timer);
  };
}
