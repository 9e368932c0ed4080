/**
 * When another screen's voice is heard here: from a call's arrival, which its chime follows at once, until its words are
 * over, as the hub tells. Whatever plays on this screen is turned down as long. Given the time, it needs no timer.
 */
import type { LobbyCounter, LobbyEvent } from "../../shared/wire/live.ts";
import { saidMillis } from "../sound/speech-queue.ts";
import type { Place } from "./announcer.ts";
import type { ListedCall } from "./picture.ts";

/** From a call's turn to its first words: the chime, and the second that a screen is given before another is named. */
const chimeMillis = 2_500;

type Saying = Pick<LobbyEvent & { readonly type: "saying" }, "call" | "area" | "screen" | "millis">;

interface WaitingCall extends Pick<ListedCall, "seq" | "number"> {
  readonly cameAt: number;
}

export class NearbyVoice {
  /** Calls that are to be said here by another screen, and are not said yet. */
  private waiting: readonly WaitingCall[] = [];
  private until = -Infinity;

  /**
   * @param now milliseconds that no setting of a clock changes.
   * @param place which screen this is, and how it hangs.
   */
  constructor(
    private readonly now: () => number,
    private readonly place: () => Pick<Place, "device" | "area">,
  ) {}

  get isHeard(): boolean {
    return this.now() < this.until;
  }

  called(call: ListedCall): void {
    if (call.silent === true || !this.isSaidHere(call)) return;
    const { seq, number } = call;
    this.gone(number);
    this.waiting = [...this.waiting, { seq, number, cameAt: this.now() }];
    this.last(chimeMillis);
  }

  saying({ call, area, screen, millis }: Saying): void {
    if (!this.hears(area) || screen === this.place().device) return;
    const now = this.now();
    this.waiting = this.waiting.filter(({ seq, cameAt }) => seq !== call && now - cameAt <= saidMillis);
    // The next one's chime comes a breath later: sound that swells up in between is worse than none.
    this.last(millis + (this.waiting.length > 0 ? chimeMillis : 0));
  }

  /** Nobody is to be called by this number any more. */
  gone(number: string): void {
    this.waiting = this.waiting.filter((each) => each.number !== number);
  }

  counterChanged({ number, serving }: LobbyCounter): void {
    if (number !== null && serving === true) this.gone(number);
  }

  newDay(): void {
    this.waiting = [];
  }

  private last(millis: number): void {
    this.until = Math.max(this.until, this.now() + millis);
  }

  private isSaidHere({ speakers = {} }: Pick<ListedCall, "speakers">): boolean {
    const { device } = this.place();
    return Object.entries(speakers).some(([area, screen]) => screen !== device && this.hears(area));
  }

  private hears(area: string | null): boolean {
    const own = this.place().area;
    return own === null || area === null || own === area;
  }
}
