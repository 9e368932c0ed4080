/** What the hub tells of the hall: its rules and services, its queue as it changes. */
import { HallKeeper } from "../../shared/ui/hall-keeper.ts";
import type { ClockNow } from "../../shared/wire/clock.ts";
import type { HallNow } from "../../shared/wire/hall.ts";
import type { QueueEvent, QueueSnapshot } from "../../shared/wire/live.ts";
import type { TicketHistory } from "../../shared/wire/ticket.ts";
import type { Ask, Line } from "./ports.ts";
import { afterEvent, fromSnapshot, type QueueState } from "./queue-state.ts";

/** A ticket called longer ago than this was missed too long ago to be taken back at once: no need to ask when. */
const askMissMillis = 30 * 60_000;

/** Opening hours, quotas and stops change with the clock, too. */
const refreshMillis = 30_000;
/** Events after which the hall gives other numbers than before. */
const changesHall: ReadonlySet<string> = new Set([
  "service-stopped",
  "service-resumed",
  "hall-extended",
  "period-ended",
  "counter-tiers-set",
]);
const changesClock: ReadonlySet<string> = new Set(["clock-doubted", "clock-cleared", "clock-confirmed"]);

export interface HallFeedOptions {
  readonly ask: Ask;
  readonly line: Line;
  /** The queue, or the hall, is another than before. */
  readonly changed: () => void;
  /** The hub no longer tells this browser. */
  readonly refused: () => void;
}

export class HallFeed {
  hall: HallNow | null = null;
  queue: QueueState | null = null;
  /** The machine's clock, while somebody is signed in. */
  clock: ClockNow | null = null;
  private readonly keeper: HallKeeper;
  private unwatch: (() => void) | null = null;
  private readonly askedMisses = new Set<string>();

  constructor(private readonly options: HallFeedOptions) {
    this.keeper = new HallKeeper(
      (hall) => {
        this.hall = hall;
        options.changed();
        // A clock that went back writes nothing that would be told, so it is asked for as often as the hall.
        if (this.unwatch) void this.loadClock();
      },
      { ask: () => options.ask<HallNow>("GET", "/api/hall"), everyMillis: refreshMillis },
    );
  }

  /** Asks for the hall's rules and services, until the hub tells them. */
  loadHall(): Promise<void> {
    return this.keeper.load();
  }

  /**
   * Follows the queue as the one signed in.
   * @param isLineOld whether the line was opened before the sign-in: it keeps who it was opened for, and is opened anew.
   */
  follow(isLineOld: boolean): void {
    if (this.unwatch) return;
    if (isLineOld) this.options.line.reconnect();
    this.watch();
    void this.loadClock();
  }

  /** Forgets the queue: nobody is signed in any more. */
  leave(): void {
    if (!this.unwatch && !this.queue) return;
    this.unwatch?.();
    this.unwatch = null;
    this.queue = null;
    this.clock = null;
    this.options.line.reconnect();
  }

  /** After the page was loaded anew: when those of this counter were missed stands in their history. */
  async learnMisses(counter: number): Promise<void> {
    for (const { id, state, counter: at, calledAt } of this.queue?.tickets.values() ?? []) {
      if (state !== "missed" || at !== counter || this.queue?.missedAt.has(id) === true || this.askedMisses.has(id))
        continue;
      if (calledAt === null || this.options.line.now() - Date.parse(calledAt) > askMissMillis) continue;
      this.askedMisses.add(id);
      const answer = await this.options.ask<TicketHistory>("GET", `/api/tickets/${encodeURIComponent(id)}/history`);
      // What was lost is asked again with the next news of the queue.
      if (!answer.ok) this.askedMisses.delete(id);
      const miss = answer.ok
        ? [...answer.value.items].reverse().find(({ type }) => type === "ticket-missed")
        : undefined;
      if (!miss || !this.queue) continue;
      this.queue = { ...this.queue, missedAt: new Map([...this.queue.missedAt, [id, Date.parse(miss.at)]]) };
      this.options.changed();
    }
  }

  private async loadClock(): Promise<void> {
    const answer = await this.options.ask<ClockNow>("GET", "/api/clock");
    if (!answer.ok || !this.unwatch) return;
    this.clock = answer.value;
    this.options.changed();
  }

  private watch(): void {
    this.unwatch = this.options.line.watch("queue", {
      // Snapshots and events of this topic have the wire's shapes.
      snapshot: (data) => this.takeSnapshot(data as QueueSnapshot),
      event: (event) => this.takeEvent(event),
      refused: () => {
        this.unwatch?.();
        this.unwatch = null;
        this.options.refused();
      },
    });
  }

  private takeSnapshot(data: QueueSnapshot): void {
    const queue = fromSnapshot(data);
    // A snapshot does not say when somebody was missed; what was heard before still holds.
    const heard = [...(this.queue?.missedAt ?? [])].filter(([id]) => queue.tickets.get(id)?.state === "missed");
    for (const id of this.askedMisses) if (!queue.tickets.has(id)) this.askedMisses.delete(id);
    this.queue = { ...queue, missedAt: new Map(heard) };
    this.options.changed();
  }

  private takeEvent(event: QueueEvent): void {
    if (changesHall.has(event.type)) void this.loadHall();
    if (changesClock.has(event.type)) void this.loadClock();
    const after = this.queue && afterEvent(this.queue, event);
    if (after) {
      // When one was missed who is missed again by an undo stands in the history alone.
      if (event.type === "step-undone" && event.ticket) this.askedMisses.delete(event.ticket.id);
      this.queue = after;
      this.options.changed();
      return;
    }
    this.unwatch?.();
    void this.loadHall();
    this.watch();
  }
}
