/**
 * Whether the lobby's screens have shown a call: `counter/N` hears how many have, or after a second that none has.
 * Only a counter's latest call counts. Source: contract, "Lobby".
 */
import type { CounterEvent } from "../../shared/wire/live.ts";
import type { HubTopics } from "./hub-topics.ts";
import type { RecentCall } from "./recent-calls.ts";
import { nameOf } from "./told.ts";

const PATIENCE_MILLIS = 1000;
/** Screens paint within moments of each other: those moments make one frame. */
const TOGETHER_MILLIS = 100;

interface Shown {
  readonly call: RecentCall;
  /** Ids of the screens that have shown it. */
  readonly screens: Set<string>;
  readonly patience: NodeJS.Timeout;
  together: NodeJS.Timeout | null;
}

type Word = Extract<CounterEvent, { type: "shown" | "not-shown" }>;

export class Delivery {
  readonly #shown = new Map<number, Shown>();
  /** Calls up to here were made before this hub started, or are awaited already. */
  #newest: number;

  /** @param now the present instant as the hall writes it. */
  constructor(
    private readonly topics: HubTopics,
    private readonly now: () => string,
  ) {
    this.#newest = topics.calls.newestFirst[0]?.seq ?? 0;
    topics.onPublish(() => {
      this.#awaitNew();
    });
  }

  /** A screen says that it has shown a call. */
  seen(screen: string, seq: number): void {
    for (const shown of this.#shown.values()) {
      if (shown.call.seq !== seq || shown.screens.has(screen)) continue;
      shown.screens.add(screen);
      shown.together ??= setTimeout(() => {
        shown.together = null;
        this.#say(shown, { type: "shown", at: this.now(), number: shown.call.number, screens: shown.screens.size });
      }, TOGETHER_MILLIS).unref();
    }
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
      patience: setTimeout(() => {
        if (shown.screens.size === 0) this.#say(shown, { type: "not-shown", at: this.now(), number: call.number });
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

/** Neither it nor a recall of it stands among the calls any more. */
function isWithdrawn({ call }: Shown, newestFirst: readonly RecentCall[]): boolean {
  const oldest = newestFirst.at(-1)?.seq ?? 0;
  return call.seq >= oldest && !newestFirst.some(({ number }) => number === call.number);
}

function forget({ patience, together }: Shown): void {
  clearTimeout(patience);
  if (together) clearTimeout(together);
}
