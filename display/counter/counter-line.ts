/** What the hub tells about one counter. Dispatches `change`. */
import type { CounterEvent, CounterSnapshot } from "../../shared/wire/live.ts";
import type { HubConnection } from "../../shared/ui/hub.ts";

/** What this needs of a screen's line. */
export interface WatchedLine {
  readonly hub: Pick<HubConnection, "watch">;
  reloadHall(): void;
}

export class CounterLine extends EventTarget {
  /** Null until the hub has spoken. */
  told: CounterSnapshot | null = null;
  /** When the number in hand was last called or recalled, in the hub's milliseconds; null while there is none. */
  calledAt: number | null = null;
  /** The hall has no counter of this number. */
  isUnknown = false;

  private end: () => void;

  constructor(
    private readonly line: WatchedLine,
    private readonly counter: number,
  ) {
    super();
    this.end = this.watch();
    line.hub.watch("lobby", {
      snapshot: () => undefined,
      event: ({ type }) => {
        if (type === "hall") this.beginAnew();
      },
    });
  }

  private watch(): () => void {
    return this.line.hub.watch(`counter/${String(this.counter)}`, {
      // The hub promises these shapes for this topic.
      snapshot: (data) => this.become(data as CounterSnapshot, null),
      event: (event) => {
        const told = event as unknown as CounterEvent;
        if (told.type === "counter") this.become(told, told.at);
      },
      refused: (code) => {
        this.isUnknown = code === "not-found";
        this.dispatchEvent(new Event("change"));
      },
    });
  }

  /** The hall has another file: the counter may be called otherwise, do other work, or be gone. */
  private beginAnew(): void {
    this.line.reloadHall();
    this.end();
    this.end = this.watch();
  }

  private become(told: CounterSnapshot, at: string | null): void {
    const before = this.told?.inHand ?? null;
    const now = told.inHand;
    const isRecalled = at !== null && before?.number === now?.number && (before?.calls ?? 0) < (now?.calls ?? 0);
    if (isRecalled) this.calledAt = Date.parse(at);
    else if (now === null || now.calledAt === null) this.calledAt = null;
    else if (before?.number !== now.number || this.calledAt === null) this.calledAt = Date.parse(now.calledAt);
    this.told = { counter: told.counter, name: told.name, inHand: told.inHand };
    this.isUnknown = false;
    this.dispatchEvent(new Event("change"));
  }
}
