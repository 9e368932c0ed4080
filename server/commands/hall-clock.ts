/**
 * The hall's time, between the machine's clock and the writer. What the machine's clock shows is believed as long as it
 * agrees with the time that has passed; where it does not, the hall's time goes on by itself from the last instant that
 * was believed. Source: domain.md, "Days and hours".
 */
import type { Millis } from "../../shared/domain/vocabulary.ts";
import type { Sight } from "../domain/sight.ts";
import type { HallState } from "../domain/state.ts";
import type { Clock } from "./ports.ts";

const MINUTE_MILLIS = 60_000;
const DAY_MILLIS = 24 * 60 * MINUTE_MILLIS;

/** So far ahead of what is believed the machine's clock may be, by what there is to judge it by. */
const MOST_AHEAD = {
  /** The time that has passed. */
  leap: 10 * MINUTE_MILLIS,
  /** The last event, at a start: halls close for a holiday, machines are put away. */
  pause: 30 * DAY_MILLIS,
} as const;

/** A time service sets a clock back by moments, which nobody need hear of. */
const BACK_MILLIS = 10_000;
/** Both clocks run a little apart over the days: what is believed is taken anew. */
const ANEW_MILLIS = 60 * MINUTE_MILLIS;
/** Within a moment of the last look the clock need not be judged again. */
const MOMENT_MILLIS = 1000;

type Known = Pick<HallState, "at" | "clockDoubt">;
type Ahead = keyof typeof MOST_AHEAD;

export class HallClock {
  /** What was last believed: at so much time passed, it was so late. Null while the clock has stood behind the hall's. */
  #believed: { readonly at: Millis; readonly passed: Millis } | null = null;
  /** The last look at which it was believed: from there the hall's time goes on by itself. */
  #last: { readonly at: Millis; readonly passed: Millis } | null = null;
  #ahead: Ahead | null = null;
  #judgedAt = Number.NEGATIVE_INFINITY;

  constructor(private readonly clock: Clock) {}

  /** `known`: the last event's instant, and what the journal says of the clock. */
  look(known: Known): Sight {
    const machine = this.clock.now();
    const believed = this.#isGuarded(known, machine) ? this.#judge(known, machine) : machine;
    if (this.#ahead !== null) return { machine, doubt: this.#ahead, now: Math.max(believed, known.at) };
    const doubt = known.at - machine > BACK_MILLIS ? "back" : null;
    return { machine, doubt, now: Math.max(machine, known.at) };
  }

  /** What it shows now is right: somebody has said so, and that is on disk. */
  believe(): void {
    this.#believe(this.clock.now(), this.clock.passed?.() ?? 0);
  }

  #isGuarded(known: Known, machine: Millis): boolean {
    if (!this.clock.passed) return false;
    const sinceJudged = machine - this.#judgedAt;
    const isSure = this.#ahead === null && known.clockDoubt === null;
    return !(isSure && sinceJudged >= 0 && sinceJudged < MOMENT_MILLIS);
  }

  /** Settles whether the clock is too far ahead; answers the instant to go by if it is. */
  #judge({ at, clockDoubt }: Known, machine: Millis): Millis {
    const passed = this.clock.passed?.() ?? 0;
    this.#judgedAt = machine;
    this.#believed ??= this.#begin({ at, clockDoubt }, { machine, passed });
    if (this.#believed === null) return at;
    const believed = this.#believed.at + (passed - this.#believed.passed);
    const ahead = machine - believed;
    if (ahead > MOST_AHEAD[this.#ahead ?? "leap"]) {
      this.#ahead ??= "leap";
      return this.#last ? this.#last.at + (passed - this.#last.passed) : believed;
    }
    this.#last = { at: Math.max(machine, at), passed };
    const wasPause = this.#ahead === "pause";
    this.#ahead = null;
    // What was too long after the last event says nothing of the minutes since.
    if (wasPause) this.#believed = machine >= at ? { at: machine, passed } : null;
    else if (machine >= at && passed - this.#believed.passed >= ANEW_MILLIS) this.#believe(machine, passed);
    return machine;
  }

  /**
   * The first look at a clock that may be believed: what came before it in the journal is all there is to go by. A
   * machine that has lost its time starts somewhere in the past; it is judged once its clock has caught up.
   */
  #begin({ at, clockDoubt }: Known, { machine, passed }: { machine: Millis; passed: Millis }) {
    if (clockDoubt !== null) {
      this.#ahead = clockDoubt.why;
      return { at, passed };
    }
    if (machine < at) return null;
    if (at === 0 || machine - at <= MOST_AHEAD.pause) return { at: machine, passed };
    this.#ahead = "pause";
    return { at, passed };
  }

  #believe(machine: Millis, passed: Millis): void {
    this.#believed = { at: machine, passed };
    this.#last = null;
    this.#ahead = null;
  }
}
