/**
 * Committed events, kept for those who come back and handed as frames to those who watch.
 * Nothing leaves before its event is on disk; nothing on disk goes unannounced.
 */
import type { Follower } from "../commands/ports.ts";
import type { Recorded } from "../domain/events.ts";
import type { HallState } from "../domain/state.ts";
import type { Words } from "../views/counter-view.ts";
import type { Moment } from "../views/ticket-view.ts";
import { RecentCalls } from "./recent-calls.ts";
import { nameOf, Told, type JournalTopic, type SpeakersOf } from "./told.ts";

/** Somebody who watches a topic. */
export interface Watcher {
  send(frame: string): void;
}

/** An event without a place in the journal. */
export type PassingEvent = { readonly type: string; readonly at: string } & Readonly<Record<string, unknown>>;

/** More than the contract's 10,000 events of a day. */
const KEPT_EVENTS = 12_000;
/** Kept beyond that until they are dropped together. */
const SPARE_EVENTS = 2_400;
/** Looking at an event that is not for the topic costs about so much less than a frame. */
const LOOKS_PER_FRAME = 16;

/** What a client that comes back asks for: what came on a topic, by the name it goes by there, after a `seq`. */
export interface Missed {
  readonly topic: JournalTopic;
  readonly name: string;
  readonly after: number;
  /** So many frames at once, and no more. */
  readonly most: number;
}

/** Missed frames in journal order. */
export interface Stretch {
  readonly frames: readonly string[];
  /** Everything up to here is among them or before them. */
  readonly upTo: number;
  readonly isLast: boolean;
  /** What it took, in frames. */
  readonly cost: number;
}

export class HubTopics implements Follower {
  #prepared: Told[] = [];
  #kept: Told[] = [];
  readonly #watchers = new Map<string, Map<string, Set<Watcher>>>();
  readonly #afterPublish = new Set<(events: readonly Told[]) => void>();
  #speakers: SpeakersOf | null = null;
  readonly calls = new RecentCalls();

  constructor(
    private readonly momentOf: (state: HallState, now: number) => Moment | null,
    private readonly words: Words,
    /** Told what went wrong with one watcher. */
    private readonly onFailure: (error: unknown) => void,
  ) {}

  /** Chooses which screens say a call; those told before a hub's restart are given theirs now, and resumed like any. */
  chooseSpeakers(speakersOf: SpeakersOf | null): void {
    this.#speakers = speakersOf;
    if (!speakersOf) return;
    for (const told of this.#kept) {
      told.chooseSpeakers(speakersOf);
      const call = told.call();
      if (call) this.calls.replace(told.seq, call);
    }
  }

  prepare(event: Recorded, state: HallState): void {
    this.#prepared.push(new Told(event, this.momentOf(state, event.at), this.#speakers));
  }

  publish(): void {
    const events = this.#prepared;
    if (events.length === 0) return;
    this.#prepared = [];
    for (const told of events) {
      this.#kept.push(told);
      this.#remember(told);
    }
    if (this.#kept.length > KEPT_EVENTS + SPARE_EVENTS) this.#kept = this.#kept.slice(-KEPT_EVENTS);
    for (const told of events) this.#announce(told);
    for (const listener of this.#afterPublish) listener(events);
  }

  discard(): void {
    this.#prepared = [];
  }

  /** The first frames of what was missed; null where it is not all kept, or what was seen has not happened. */
  missed({ topic, name, after, most }: Missed, last: number): Stretch | null {
    if (after === last) return { frames: [], upTo: last, isLast: true, cost: 0 };
    const first = this.#kept[0]?.seq;
    if (first === undefined || after > last || after + 1 < first) return null;
    const from = after + 1 - first;
    const until = Math.min(this.#kept.length, from + most * LOOKS_PER_FRAME);
    const frames: string[] = [];
    let index = from;
    for (; index < until && frames.length < most; index += 1) {
      const told = this.#kept[index];
      const text = told?.textOn(topic, this.words);
      if (told && text != null) frames.push(frameOf(name, text, told.seq));
    }
    const cost = frames.length + (index - from) / LOOKS_PER_FRAME;
    return { frames, upTo: first + index - 1, isLast: index === this.#kept.length, cost };
  }

  /** Watches a topic until the returned function is called. `name`: what the watcher calls it (a ticket's bears its token). */
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
    const names = this.#watchers.get(topic);
    if (names) this.#send(names, JSON.stringify(event), null);
  }

  /** Topics that somebody watches now. */
  watched(): IterableIterator<string> {
    return this.#watchers.keys();
  }

  isWatched(topic: string): boolean {
    return this.#watchers.has(topic);
  }

  /** Hears what was published. */
  onPublish(listener: (events: readonly Told[]) => void): void {
    this.#afterPublish.add(listener);
  }

  #remember(told: Told): void {
    if (told.type === "day-opened") this.calls.clear();
    if (told.withdrawn !== null) this.calls.withdraw(told.withdrawn);
    const call = told.call();
    if (call) this.calls.add(told.seq, call);
  }

  #announce(told: Told): void {
    if (this.#watchers.size === 0) return;
    for (const topic of told.topics) {
      const names = this.#watchers.get(nameOf(topic));
      const text = names && told.textOn(topic, this.words);
      if (names && text != null) this.#send(names, text, told.seq);
    }
  }

  /** One text a name, however many watch by it. */
  #send(names: ReadonlyMap<string, ReadonlySet<Watcher>>, event: string, seq: number | null): void {
    for (const [name, watchers] of names) {
      const frame = frameOf(name, event, seq);
      for (const watcher of watchers) this.#tell(watcher, frame);
    }
  }

  /** A watcher that fails costs nobody else their frame. */
  #tell(watcher: Watcher, frame: string): void {
    try {
      watcher.send(frame);
    } catch (error) {
      this.onFailure(error);
    }
  }
}

/** @param event as JSON. @param seq null for what passes. */
function frameOf(topic: string, event: string, seq: number | null): string {
  const place = seq === null ? "" : `"seq":${String(seq)},`;
  return `{"t":"event","topic":${JSON.stringify(topic)},${place}"event":${event}}`;
}
