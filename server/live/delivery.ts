/**
 * Whether the lobby's screens have shown a call and said it: `counter/N` hears how many of its area have, or after a
 * second that none has. Only a counter's latest call counts. Source: contract, "Lobby".
 */
import type { CounterEvent } from "../../shared/wire/live.ts";
import type { Millis } from "../../shared/domain/vocabulary.ts";
import type { CallFigures } from "../commands/live-ports.ts";
import type { HubTopics } from "./hub-topics.ts";
import type { RecentCall } from "./recent-calls.ts";
import { nameOf } from "./told.ts";

const PATIENCE_MILLIS = 1000;
/** Screens paint within moments of each other: those moments make one frame. */
const TOGETHER_MILLIS = 100;

interface Shown {
  readonly call: RecentCall;
  /** Ids of the screens of its area that have shown it. */
  readonly screens: Set<string>;
  /** Ids of all that have, and of those that have said it: each counts once. */
  readonly painted: Set<string>;
  readonly spoken: Set<string>;
  readonly patience: NodeJS.Timeout;
  together: NodeJS.Timeout | null;
}

export interface DeliveryOptions {
  /** The present instant as the hall writes it, and in milliseconds. */
  readonly now: () => string;
  readonly millis: () => Millis;
  /** Where a screen hangs; null: it is for the whole hall. */
  readonly areaOf: (screen: string) => string | null;
  readonly figures: CallFigures;
}

interface Seen {
  readonly seq: number;
  readonly painted?: string | undefined;
  readonly spoken?: string | undefined;
}

type Word = Extract<CounterEvent, { type: "shown" | "not-shown" }>;

export class Delivery {
  readonly #shown = new Map<number, Shown>();
  /** Calls up to here were made before this hub started, or are awaited already. */
  #newest: number;

  constructor(
    private readonly topics: HubTopics,
    private readonly options: DeliveryOptions,
  ) {
    this.#newest = topics.calls.newestFirst[0]?.seq ?? 0;
    topics.onPublish(() => {
      this.#awaitNew();
    });
  }

  /** A screen says that it has shown a call, that it has begun to say it, or both; instants on the hub's time. */
  seen(screen: string, { seq, painted, spoken }: Seen): void {
    for (const shown of this.#shown.values()) {
      if (shown.call.seq !== seq) continue;
      const isNew = [
        painted !== undefined && this.#counts(shown, screen, { at: painted, kind: "painted" }),
        spoken !== undefined && this.#counts(shown, screen, { at: spoken, kind: "spoken" }),
      ];
      if (!isNew.includes(true)) continue;
      shown.together ??= setTimeout(() => {
        shown.together = null;
        this.#say(shown, this.#standing(shown));
      }, TOGETHER_MILLIS).unref();
    }
  }

  /** Answers whether the panel is to hear of it. */
  #counts(shown: Shown, screen: string, { at, kind }: { at: string; kind: "painted" | "spoken" }): boolean {
    const { figures, millis, areaOf } = this.options;
    if (shown[kind].has(screen)) return false;
    const isFirst = shown[kind].size === 0;
    shown[kind].add(screen);
    const called = Date.parse(shown.call.at);
    figures[kind]((plausible(at, called, millis()) - called) / 1000);
    if (kind === "spoken") return isFirst;
    const area = areaOf(screen);
    if (area !== null && area !== shown.call.area) return false;
    shown.screens.add(screen);
    return true;
  }

  #standing({ call: { number }, screens, spoken }: Shown): Word {
    const said = spoken.size > 0 ? { spoken: true as const } : {};
    return { type: "shown", at: this.options.now(), number, screens: screens.size, ...said };
  }

  stop(): void {
    for (const shown of this.#shown.values()) forget(shown);
    this.#shown.clear();
  }

  #awaitNew(): void {
    const { newestFirst } = this.topics.calls;
    for (const [counter, shown] of this.#shown) if (isWithdrawn(shown, newestFirst)) this.#forget(counter, shown);
    for (const call of newestFirst) {
      if (call.seq <= this.#newest) break;
      this.#await(call);
    }
    this.#newest = newestFirst[0]?.seq ?? this.#newest;
  }

  #await(call: RecentCall): void {
    const before = this.#shown.get(call.counter);
    if (before) forget(before);
    const shown: Shown = {
      call,
      screens: new Set(),
      painted: new Set(),
      spoken: new Set(),
      patience: setTimeout(() => {
        if (shown.screens.size > 0) return;
        this.#say(shown, { type: "not-shown", at: this.options.now(), number: call.number });
      }, PATIENCE_MILLIS).unref(),
      together: null,
    };
    this.#shown.set(call.counter, shown);
  }

  #forget(counter: number, shown: Shown): void {
    forget(shown);
    this.#shown.delete(counter);
  }

  #say({ call }: Shown, word: Word): void {
    this.topics.pass(nameOf({ kind: "counter", number: call.counter }), word);
  }
}

/** A screen reckons the hub's time from answers that take a moment. */
const AHEAD_MILLIS = 2_000;

/** Nothing was seen before it was called, nor after now: such an instant counts as received now. */
function plausible(at: string, called: Millis, now: Millis): Millis {
  const millis = /^\d{4}-\d{2}-\d{2}T.*([+-]\d{2}:\d{2}|Z)$/.test(at) ? Date.parse(at) : Number.NaN;
  return millis >= called && millis <= now + AHEAD_MILLIS
    ? Math.min(millis, Math.max(now, called))
    : Math.max(now, called);
}

/** Neither it nor a recall of it stands among the calls any more. */
function isWithdrawn({ call }: Shown, newestFirst: readonly RecentCall[]): boolean {
  const oldest = newestFirst.at(-1)?.seq ?? 0;
  return call.seq >= oldest && !newestFirst.some(({ number }) => number === call.number);
}

function forget({ patience, together }: Shown): void {
  clearTimeout(patience);
  if (together) clearTimeout(together);
}
