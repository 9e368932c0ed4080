/**
 * Committed events made into frames, kept for those who come back, and handed to those who watch.
 * Nothing leaves before its event is on disk; nothing on disk goes unannounced.
 */
import type { LobbyEvent } from "../../shared/wire/live.ts";
import type { Follower } from "../commands/ports.ts";
import type { Recorded } from "../domain/events.ts";
import type { HallState } from "../domain/state.ts";
import type { Words } from "../views/counter-view.ts";
import type { Moment } from "../views/ticket-view.ts";
import { framesOf, type Draft, type LobbyDraft } from "./frames.ts";
import { RecentCalls } from "./recent-calls.ts";

/** Somebody who watches a topic. `name` is what the watcher calls it (a ticket's topic bears its token). */
export interface Watcher {
  send(frame: string): void;
}

/** An event without a place in the journal. */
export type PassingEvent = { readonly type: string; readonly at: string } & Readonly<Record<string, unknown>>;

/** More than the contract's 10,000 events of a day. */
const KEPT_EVENTS = 12_000;

/** What a client that comes back has seen: the topic, under which name, up to where, and where the journal is now. */
export interface Resumption {
  readonly topic: string;
  readonly name: string;
  readonly since: number;
  readonly last: number;
}

interface Entry {
  readonly seq: number;
  /** One a topic; a handful at most. */
  readonly frames: readonly Frame[];
  readonly lobby: LobbyEvent | null;
}

/** The event's text is made once, when somebody first needs it. */
class Frame {
  #text: string | null = null;

  constructor(
    readonly seq: number,
    private readonly draft: Draft,
  ) {}

  get topic(): string {
    return this.draft.topic;
  }

  named(topic: string): string {
    this.#text ??= JSON.stringify(this.draft.event);
    return `{"t":"event","topic":${JSON.stringify(topic)},"seq":${String(this.seq)},"event":${this.#text}}`;
  }
}

export class HubTopics implements Follower {
  #prepared: Entry[] = [];
  #kept: Entry[] = [];
  #first = Number.POSITIVE_INFINITY;
  readonly #watchers = new Map<string, Map<string, Set<Watcher>>>();
  readonly #afterPublish = new Set<() => void>();
  readonly calls = new RecentCalls();

  constructor(
    private readonly momentOf: (state: HallState, now: number) => Moment | null,
    private readonly words: Words,
  ) {}

  prepare(event: Recorded, state: HallState): void {
    const moment = this.momentOf(state, event.at);
    const drafts = moment ? framesOf(event, moment, this.words) : [];
    this.#prepared.push({
      seq: event.seq,
      frames: drafts.map((draft) => new Frame(event.seq, draft)),
      lobby: drafts.find((draft): draft is LobbyDraft => draft.topic === "lobby")?.event ?? null,
    });
  }

  publish(): void {
    const entries = this.#prepared;
    this.#prepared = [];
    const oldest = entries[0];
    if (!oldest) return;
    this.#remember(entries);
    if (this.#kept.length === 0) this.#first = oldest.seq;
    this.#kept.push(...entries);
    if (this.#kept.length > KEPT_EVENTS * 1.2) {
      this.#kept = this.#kept.slice(-KEPT_EVENTS);
      this.#first = this.#kept[0]?.seq ?? this.#first;
    }
    for (const { frames } of entries) for (const frame of frames) this.#send(frame.topic, (name) => frame.named(name));
    for (const listener of this.#afterPublish) listener();
  }

  discard(): void {
    this.#prepared = [];
  }

  /** Frames of a topic in journal order; null where they are no longer all kept. */
  resume({ topic, name, since, last }: Resumption): string[] | null {
    if (since === last) return [];
    if (since > last || since + 1 < this.#first) return null;
    const from = since + 1 - this.#first;
    const frames: string[] = [];
    for (let index = Math.max(0, from); index < this.#kept.length; index += 1) {
      const frame = this.#kept[index]?.frames.find((candidate) => candidate.topic === topic);
      if (frame) frames.push(frame.named(name));
    }
    return frames;
  }

  /** Watches a topic under a name until the returned function is called. */
  watch(topic: string, name: string, watcher: Watcher): () => void {
    const names = this.#watchers.get(topic) ?? new Map<string, Set<Watcher>>();
    this.#watchers.set(topic, names);
    const watchers = names.get(name) ?? new Set<Watcher>();
    names.set(name, watchers);
    watchers.add(watcher);
    return () => {
      watchers.delete(watcher);
      if (watchers.size === 0) names.delete(name);
      if (names.size === 0) this.#watchers.delete(topic);
    };
  }

  /** A frame without `seq`, for those who watch now; nobody gets it later. */
  pass(topic: string, event: PassingEvent): void {
    const text = JSON.stringify(event);
    this.#send(topic, (name) => `{"t":"event","topic":${JSON.stringify(name)},"event":${text}}`);
  }

  /** Topics that somebody watches now. */
  watched(): IterableIterator<string> {
    return this.#watchers.keys();
  }

  isWatched(topic: string): boolean {
    return this.#watchers.has(topic);
  }

  /** Hears that something was published. */
  onPublish(listener: () => void): void {
    this.#afterPublish.add(listener);
  }

  #remember(entries: readonly Entry[]): void {
    for (const { seq, lobby } of entries) {
      if (lobby?.type === "day") this.calls.clear();
      if (lobby?.type === "called") this.calls.add(seq, lobby);
    }
  }

  #send(topic: string, frame: (name: string) => string): void {
    const names = this.#watchers.get(topic);
    if (!names) return;
    for (const [name, watchers] of names) {
      const text = frame(name);
      for (const watcher of watchers) watcher.send(text);
    }
  }
}
