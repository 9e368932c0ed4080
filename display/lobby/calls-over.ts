/**
 * The calls that lie over content. They come at once; each goes a while after it was sounded, and a few that overlap go
 * together. Where calls follow each other so closely that the glass is never free, content stands beside them after a
 * while instead of beneath. Given the hub's time, it needs no timer of its own.
 */
import type { ListedCall } from "./picture.ts";

/** How long a call is left standing once it has been sounded, or where it is not sounded at all. */
const stayMillis = 12_000;
/** So much longer a call may stand for the sake of those that came after it: rows that go one by one are hard to read. */
const companyMillis = 20_000;
/** So long content waits beneath calls. */
const longestCoverMillis = 60_000;

export interface CallsOverContent {
  /** Newest first, as they were given. */
  readonly calls: readonly ListedCall[];
  /** Content has waited long enough: it takes the room that the calls leave, and goes on. */
  readonly isBeside: boolean;
}

export class CallsOver {
  /** By `seq`, when the stay of each call on the glass is over. */
  private readonly ends = new Map<number, number>();
  /** Since when some call has stood there without a break. */
  private coveredSince = Infinity;

  /**
   * What lies over the content now.
   * @param calls all that are listed, newest first.
   * @param unsounded `seq` of calls whose sounding is not over.
   * @param now the hub's time in milliseconds.
   */
  standing(calls: readonly ListedCall[], unsounded: ReadonlySet<number>, now: number): CallsOverContent {
    const listed = new Set(calls.map(({ seq }) => seq));
    for (const seq of this.ends.keys()) if (!listed.has(seq)) this.ends.delete(seq);
    for (const call of calls) this.prolong(call, unsounded.has(call.seq), now);
    // The hub's time may have been set back since.
    this.coveredSince = Math.min(this.coveredSince, now);
    const isBeside = now - this.coveredSince >= longestCoverMillis;
    const hasCompany = [...this.ends.values()].some((end) => end > now);
    const company = hasCompany && !isBeside ? companyMillis : 0;
    for (const [seq, end] of this.ends) if (end + company <= now) this.ends.delete(seq);
    if (this.ends.size === 0) this.coveredSince = Infinity;
    return { calls: calls.filter(({ seq }) => this.ends.has(seq)), isBeside: isBeside && this.ends.size > 0 };
  }

  private prolong({ seq, at }: ListedCall, isSounding: boolean, now: number): void {
    const calledAt = Math.min(now, Date.parse(at));
    const known = this.ends.get(seq);
    if (isSounding) this.ends.set(seq, now + stayMillis);
    else if (known !== undefined) this.ends.set(seq, Math.min(known, now + stayMillis));
    else if (now - calledAt < stayMillis) this.ends.set(seq, calledAt + stayMillis);
  }
}
