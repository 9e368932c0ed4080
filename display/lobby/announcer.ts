/**
 * Decides which calls are sounded here: those that are new, once, that this screen is to say, and none that is old by
 * the time it arrives. What came while the line was lost updates the list in silence.
 */
import type { LobbyCounter, LobbyEvent } from "../../shared/wire/live.ts";
import type { ScreenSettings } from "../../shared/wire/lobby.ts";
import { saidMillis } from "../sound/speech-queue.ts";
import type { ListedCall } from "./picture.ts";

/** More than a hall calls within a minute. */
const rememberedCalls = 300;

/** Where calls are sounded, one after the other. */
export interface Sounding {
  add(call: ListedCall): void;
  drop(number: string): void;
  leave(seq: number): void;
  clear(): void;
}

/** Which screen this is, and how it hangs. */
export interface Place extends Pick<ScreenSettings, "area" | "speaks" | "ownCallsOnly"> {
  readonly device: string | null;
}

/** A screen of which nothing is known yet says everything: better twice than never. */
export const anyPlace: Place = { device: null, area: null, speaks: true, ownCallsOnly: false };

export class Announcer {
  /** By name, the calls that were told; the oldest first. */
  private readonly heard = new Map<string, ListedCall>();
  private hasStarted = false;

  /** @param now the hub's time in milliseconds, the same clock as the calls' `at`. */
  constructor(
    private readonly sounding: Sounding,
    private readonly now: () => number,
    private readonly place: () => Place = () => anyPlace,
  ) {}

  /**
   * A whole list, newest first. The first one finds the calls already made: this screen, or another, has sounded them.
   * A later one may hold calls this screen missed.
   * @param isAwaited whether somebody is still to be called by it.
   */
  listed(calls: readonly ListedCall[], isAwaited: (call: ListedCall) => boolean = () => true): void {
    const isFirst = !this.hasStarted;
    this.hasStarted = true;
    for (const call of [...calls].reverse()) {
      if (isFirst || !isAwaited(call)) this.remember(call);
      else this.called(call);
    }
  }

  called(call: ListedCall): void {
    if (this.remember(call) && this.isOurs(call)) this.sound(call);
  }

  /** The hub names another screen of a voice area for a call, since the first one did not begin. */
  renamed({
    call: seq,
    area,
    screen,
  }: Pick<LobbyEvent & { readonly type: "speak" }, "call" | "area" | "screen">): void {
    const { device } = this.place();
    if (device === null) return;
    const call = [...this.heard.values()].find((each) => each.seq === seq);
    if (screen === device) {
      if (call && this.place().speaks) this.sound(call);
    } else if (call?.speakers?.[area] === device) this.sounding.leave(seq);
  }

  /** A counter stands otherwise: whose service has begun there is called no more. */
  counterChanged({ number, serving }: LobbyCounter): void {
    if (number !== null && serving === true) this.gone(number);
  }

  /** The ticket is no longer wanted at its counter, or its call was taken back: no more of it is sounded. */
  gone(number: string): void {
    this.sounding.drop(number);
  }

  newDay(): void {
    this.sounding.clear();
  }

  private sound(call: ListedCall): void {
    if (call.silent === true || this.now() - Date.parse(call.at) > saidMillis) return;
    this.sounding.add(call);
  }

  /** A hub that names nobody leaves it to every screen that speaks. */
  private isOurs({ speakers, area }: ListedCall): boolean {
    const place = this.place();
    if (!place.speaks) return false;
    if (place.ownCallsOnly && place.area !== null && place.area !== area) return false;
    return speakers === undefined || place.device === null || Object.values(speakers).includes(place.device);
  }

  /** Answers whether the call was not known yet. */
  private remember(call: ListedCall): boolean {
    const { number, counter, times, at } = call;
    const name = [number, counter, times, at].join(" ");
    if (this.heard.has(name)) return false;
    this.heard.set(name, call);
    if (this.heard.size > rememberedCalls) {
      for (const oldest of this.heard.keys()) {
        this.heard.delete(oldest);
        break;
      }
    }
    return true;
  }
}
