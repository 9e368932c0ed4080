/** The day's calls as a lobby screen that just came in should show them: newest first, each number once. */
import type { LobbyCall } from "../../shared/wire/live.ts";

export type RecentCall = Omit<LobbyCall, "waiting"> & { readonly seq: number };

const KEPT = 30;

export class RecentCalls {
  #calls: RecentCall[] = [];

  add(seq: number, { waiting: _, ...call }: LobbyCall): void {
    this.#calls = [{ ...call, seq }, ...this.#calls.filter(({ number }) => number !== call.number)].slice(0, KEPT);
  }

  /** More is known of a call than when it was added. */
  replace(seq: number, { waiting: _, ...call }: LobbyCall): void {
    this.#calls = this.#calls.map((each) => (each.seq === seq ? { ...call, seq } : each));
  }

  /** A call that was taken back is shown to nobody who comes in now. */
  withdraw(number: string): void {
    this.#calls = this.#calls.filter((call) => call.number !== number);
  }

  clear(): void {
    this.#calls = [];
  }

  get newestFirst(): readonly RecentCall[] {
    return this.#calls;
  }
}
