/**
 * The calls that lie over content: they come at once, and all of them go together, a while after the last one was
 * sounded. Given the hub's time, it needs no timer of its own.
 */
import type { ListedCall } from "./picture.ts";

/** How long the last call is left standing once it has been sounded, or where it is not sounded at all. */
const stayMillis = 12_000;

export class CallsOver {
  private readonly members = new Set<number>();
  private busyAt = -Infinity;

  /**
   * The calls that lie over the content now, newest first as they were given.
   * @param unsounded `seq` of calls whose sounding is not over.
   * @param now the hub's time in milliseconds.
   */
  standing(calls: readonly ListedCall[], unsounded: ReadonlySet<number>, now: number): readonly ListedCall[] {
    for (const { seq, at } of calls) {
      const calledAt = Date.parse(at);
      const isSounding = unsounded.has(seq);
      if (!isSounding && now - calledAt >= stayMillis) continue;
      this.members.add(seq);
      this.busyAt = Math.max(this.busyAt, isSounding ? now : Math.min(now, calledAt));
    }
    // The hub's time may have been set back since.
    this.busyAt = Math.min(this.busyAt, now);
    if (now - this.busyAt >= stayMillis) this.members.clear();
    return calls.filter(({ seq }) => this.members.has(seq));
  }
}
