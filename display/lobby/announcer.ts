/**
 * Decides which calls are sounded: those that are new, once, and none that is old by the time it arrives.
 * What came while the line was lost updates the list in silence.
 */
import { saidMillis } from "../sound/speech-queue.ts";
import type { ListedCall } from "./picture.ts";

/** More than a hall calls within a minute. */
const rememberedCalls = 300;

/** Where calls are sounded, one after the other. */
export interface Sounding {
  add(call: ListedCall): void;
  drop(number: string): void;
  takeBack(number: string): void;
  clear(): void;
}

export class Announcer {
  private readonly heard = new Set<string>();
  private hasStarted = false;

  /** @param now the hub's time in milliseconds, the same clock as the calls' `at`. */
  constructor(
    private readonly sounding: Sounding,
    private readonly now: () => number,
  ) {}

  /**
   * A whole list, newest first. The first one finds the calls already made: this screen, or another, has sounded them.
   * A later one may hold calls this screen missed.
   */
  listed(calls: readonly ListedCall[]): void {
    const isFirst = !this.hasStarted;
    this.hasStarted = true;
    for (const call of [...calls].reverse()) {
      if (isFirst) this.remember(call);
      else this.called(call);
    }
  }

  called(call: ListedCall): void {
    if (!this.remember(call) || call.silent === true) return;
    if (this.now() - Date.parse(call.at) > saidMillis) return;
    this.sounding.add(call);
  }

  /** The ticket is no longer wanted at its counter: what has not been sounded yet is not sounded any more. */
  gone(number: string): void {
    this.sounding.drop(number);
  }

  /** The call itself was taken back. */
  takenBack(number: string): void {
    this.sounding.takeBack(number);
  }

  newDay(): void {
    this.sounding.clear();
  }

  /** Answers whether the call was not known yet. */
  private remember({ number, counter, times, at }: ListedCall): boolean {
    const name = [number, counter, times, at].join(" ");
    if (this.heard.has(name)) return false;
    this.heard.add(name);
    if (this.heard.size > rememberedCalls) {
      for (const oldest of this.heard) {
        this.heard.delete(oldest);
        break;
      }
    }
    return true;
  }
}
