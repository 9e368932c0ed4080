/**
 * Which screen of each voice area says a call, and who takes over where that one does not begin. Source: contract,
 * "Lobby": no `spoken` within a second of a call's turn, and another is named, once.
 */
import type { Millis } from "../../shared/domain/vocabulary.ts";
import { fewWaiting } from "../../shared/domain/voice-plan.ts";
import type { SoundState } from "../../shared/domain/vocabulary.ts";

/** A lobby screen as far as its voice goes. */
export interface SpeakingScreen {
  readonly id: string;
  /** Null: it hangs for the whole hall. */
  readonly area: string | null;
  readonly speaks: boolean;
  readonly ownCallsOnly: boolean;
  readonly isConnected: boolean;
  /** As it reported last; null: nothing yet. */
  readonly sound: SoundState | null;
}

export interface SpokenFor {
  readonly seq: number;
  readonly number: string;
  /** Of its counter. */
  readonly area: string;
  readonly speakers: Readonly<Record<string, string>>;
  /** How long saying it takes: as the hall wants it, and cut short in a crowd. */
  readonly fullMillis: Millis;
  readonly shortMillis: Millis;
}

export interface SpeakersOptions {
  readonly areas: () => readonly string[];
  /** In the order in which they were paired, so that the choice is the same every time. */
  readonly screens: () => readonly SpeakingScreen[];
  readonly now: () => Millis;
  /** Another screen of the area is to say the call. */
  readonly name: (call: number, area: string, screen: string) => void;
}

/** From a call's turn, which its chime begins, to its first word. */
const PATIENCE_MILLIS = 1_000;
/** Between two calls a screen takes breath; its clock and ours never tick together. */
const BETWEEN_MILLIS = 900;
/** A screen that let a call pass is asked last for so long. */
const MISTRUST_MILLIS = 5 * 60_000;
/** Older ones are said by nobody. */
const LONGEST_MILLIS = 60_000;

interface Turn {
  readonly call: SpokenFor;
  readonly since: Millis;
  screen: string;
  hasOther: boolean;
}

interface Area {
  readonly waiting: Turn[];
  /** When what is being said is over. */
  busyUntil: Millis;
  timer: NodeJS.Timeout | null;
}

export class Speakers {
  readonly #areas = new Map<string, Area>();
  /** Until when a screen that let a call pass is asked last. */
  readonly #mistrusted = new Map<string, Millis>();

  constructor(private readonly options: SpeakersOptions) {}

  /** By voice area, who says a call of a counter's area; an area without a screen that would is left out. */
  choose(callArea: string): Readonly<Record<string, string>> {
    const chosen: Record<string, string> = {};
    for (const area of this.options.areas()) {
      const [best] = this.#candidates(area, callArea);
      if (best) chosen[area] = best.id;
    }
    return chosen;
  }

  /** A call is on its way to the screens. */
  called(call: SpokenFor): void {
    const since = this.options.now();
    for (const [area, screen] of Object.entries(call.speakers)) {
      const line = this.#line(area);
      this.#forget(line, ({ call: other }) => other.number === call.number);
      line.waiting.push({ call, since, screen, hasOther: false });
      this.#watch(area, line);
    }
  }

  /** A screen has begun to say a call. Answers how long it is busy with it; null for a call that waits for nobody. */
  spoken(screen: string, seq: number): Millis | null {
    this.#mistrusted.delete(screen);
    const now = this.options.now();
    let busy: Millis | null = null;
    for (const [area, line] of this.#areas) {
      const turn = line.waiting.find((each) => each.call.seq === seq);
      if (!turn || !(turn.screen === screen || turn.call.speakers[area] === screen)) continue;
      const millis = line.waiting.length > fewWaiting ? turn.call.shortMillis : turn.call.fullMillis;
      this.#forget(line, (each) => each === turn);
      // Of several in one sentence, the later ones are said behind the earlier ones.
      line.busyUntil = Math.max(line.busyUntil, now) + millis + BETWEEN_MILLIS;
      busy = Math.max(busy ?? 0, line.busyUntil - now);
      this.#watch(area, line);
    }
    return busy;
  }

  /** Nobody is to be called by this number any more. */
  over(number: string): void {
    for (const [area, line] of this.#areas) {
      this.#forget(line, ({ call }) => call.number === number);
      this.#watch(area, line);
    }
  }

  stop(): void {
    for (const { timer } of this.#areas.values()) if (timer) clearTimeout(timer);
    this.#areas.clear();
  }

  #line(area: string): Area {
    const known = this.#areas.get(area);
    if (known) return known;
    const made: Area = { waiting: [], busyUntil: -Infinity, timer: null };
    this.#areas.set(area, made);
    return made;
  }

  #forget(line: Area, isOver: (turn: Turn) => boolean): void {
    for (let at = line.waiting.length - 1; at >= 0; at -= 1) {
      const turn = line.waiting[at];
      if (turn && isOver(turn)) line.waiting.splice(at, 1);
    }
  }

  /** Waits for the first in line to be said; the others' turn comes after it. */
  #watch(area: string, line: Area): void {
    if (line.timer) clearTimeout(line.timer);
    line.timer = null;
    const [first] = line.waiting;
    if (!first) return;
    const turnAt = Math.max(first.since, line.busyUntil);
    const millis = turnAt + PATIENCE_MILLIS - this.options.now();
    line.timer = setTimeout(
      () => {
        this.#passed(area, line, first);
      },
      Math.max(0, millis),
    ).unref();
  }

  /** A turn has passed and nobody has said the call. */
  #passed(area: string, line: Area, turn: Turn): void {
    const now = this.options.now();
    this.#mistrusted.set(turn.screen, now + MISTRUST_MILLIS);
    const isOld = now - turn.since > LONGEST_MILLIS;
    const other = turn.hasOther || isOld ? undefined : this.#other(area, turn);
    line.busyUntil = now;
    if (other) {
      turn.screen = other.id;
      turn.hasOther = true;
      this.options.name(turn.call.seq, area, other.id);
    } else this.#forget(line, (each) => each === turn);
    this.#watch(area, line);
  }

  #other(area: string, { screen, call }: Turn): SpeakingScreen | undefined {
    return this.#candidates(area, call.area, true).find(({ id, isConnected }) => id !== screen && isConnected);
  }

  /** The best first. An area without a screen of its own is spoken to by those of the whole hall, as are others at need. */
  #candidates(area: string, callArea: string, needsAny = false): readonly SpeakingScreen[] {
    const speaking = this.options.screens().filter(({ speaks }) => speaks);
    const own = speaking.filter((screen) => screen.area === area);
    const saying = own.filter(({ ownCallsOnly }) => !ownCallsOnly || area === callArea);
    const ofHall = speaking.filter((screen) => screen.area === null);
    const all = own.length === 0 ? ofHall : saying.length > 0 && needsAny ? [...saying, ...ofHall] : saying;
    const now = this.options.now();
    return all
      .map((screen) => ({ screen, rank: this.#rank(screen, now) }))
      .sort((one, other) => other.rank - one.rank)
      .map(({ screen }) => screen);
  }

  /** A screen that is away may be back within the minute in which a call is still said: better it than nobody. */
  #rank({ id, isConnected, sound }: SpeakingScreen, now: Millis): number {
    const isTrusted = (this.#mistrusted.get(id) ?? -Infinity) <= now;
    const canSound = sound === null || sound === "on";
    return (isConnected ? 4 : 0) + (canSound ? 2 : 0) + (isTrusted ? 1 : 0);
  }
}
