/**
 * Keeps waiting times told: an estimator in a thread of its own hears what happened in the hall, once it is on disk and
 * nobody can take it back, and is shown the hall at most once a second. Nobody waits for it: views read what it told
 * last. A thread that dies, or hangs, is started again and learns today anew; one that nobody needs is let go.
 */
import type { Millis } from "../../shared/domain/vocabulary.ts";
import { hallPicture } from "../domain/estimate/hall-picture.ts";
import type { FromEstimator, ToEstimator } from "../domain/estimate/estimator-work.ts";
import { Lessons } from "../domain/estimate/lessons.ts";
import { notice, type Noticed, type Observation } from "../domain/estimate/noticed.ts";
import type { Recorded } from "../domain/events.ts";
import { rulesOf } from "../domain/hall.ts";
import type { HallState } from "../domain/state.ts";
import type { EstimateBoard } from "../views/estimates.ts";
import type { Follower } from "./ports.ts";

/** An estimator at work elsewhere. Nothing is heard of it once it was stopped. */
export interface EstimatorThread {
  post(message: ToEstimator): void;
  stop(): Promise<void>;
}

export interface HearsEstimator {
  heard(message: FromEstimator): void;
  /** It has died by itself. */
  ended(error: unknown): void;
}

/** Starts one; `forgets`: what it kept is to be left alone, since it has died of it before. */
export type StartEstimator = (hears: HearsEstimator, options: { readonly forgets: boolean }) => EstimatorThread;

export interface WaitingTimesOptions {
  readonly start: StartEstimator;
  /** Committed. */
  readonly state: () => HallState;
  readonly now: () => Millis;
  readonly anyHour: boolean;
  /** What happened on days before, page by page, for an estimator that knows nothing. */
  readonly history: () => Iterable<readonly Observation[]>;
  readonly onTold: () => void;
  readonly onFailure: (error: unknown) => void;
  /** Milliseconds that only ever rise. */
  readonly millis?: () => number;
}

/** From the first change to the picture: changes come in flocks. */
const SOON_MILLIS = 50;
const BETWEEN_MILLIS = 1000;
/** Time alone changes what is to be told. */
const EVERY_MILLIS = 10_000;
const RESTART_MILLIS = { first: 1000, most: 60_000 };
/** Training takes a slow machine half a minute. Whoever says nothing for so long hangs. */
const SILENT_MILLIS = 120_000;
/** So long after the last counter has closed a hub holds no thread. */
const LINGER_MILLIS = 10 * 60_000;
/** Between two pages of history, so that requests pass. */
const PAGE_MILLIS = 20;

export class WaitingTimes implements Follower {
  #prepared: Noticed[] = [];
  #isPrepared = false;
  readonly #lessons = new Lessons();
  #board: EstimateBoard | null = null;
  #thread: EstimatorThread | null = null;
  /** Whether the thread has all that there is of days before. */
  #isReady = false;
  /** Since when an answer of the thread is awaited. */
  #asksSince: number | null = null;
  #hasChanged = false;
  #lastLook = Number.NEGATIVE_INFINITY;
  #neededAt = Number.NEGATIVE_INFINITY;
  #deaths = 0;
  #startFrom = Number.NEGATIVE_INFINITY;
  #pending: NodeJS.Timeout | null = null;
  #paging: NodeJS.Timeout | null = null;
  #regular: NodeJS.Timeout | null = null;
  #isStopped = false;
  readonly #millis: () => number;

  constructor(private readonly options: WaitingTimesOptions) {
    this.#millis = options.millis ?? (() => performance.now());
  }

  /** What was told last. */
  get board(): EstimateBoard | null {
    return this.#board;
  }

  prepare(event: Recorded, state: HallState): void {
    this.#isPrepared = true;
    this.#prepared.push(...notice(event, state));
  }

  publish(): void {
    if (!this.#isPrepared) return;
    for (const noticed of this.#prepared) this.#lessons.hear(noticed);
    this.discard();
    this.#hasChanged = true;
    this.#soon();
  }

  discard(): void {
    this.#prepared = [];
    this.#isPrepared = false;
  }

  async stop(): Promise<void> {
    this.#isStopped = true;
    if (this.#pending) clearTimeout(this.#pending);
    await this.#letGo();
  }

  #soon(): void {
    if (this.#isStopped || this.#pending) return;
    const wait = Math.max(SOON_MILLIS, this.#lastLook + BETWEEN_MILLIS - this.#millis());
    this.#pending = setTimeout(() => {
      this.#pending = null;
      try {
        this.#look();
      } catch (error) {
        this.options.onFailure(error);
      }
    }, wait).unref();
  }

  /** Made of committed state, never within a commit. */
  #look(): void {
    const state = this.options.state();
    const now = this.options.now();
    this.#lessons.settle(now - rulesOf(state).undoSeconds * 1000);
    if (this.#isNeeded(state)) this.#neededAt = this.#millis();
    else if (!this.#thread) return;
    const thread = this.#thread ?? this.#start();
    if (!thread) return;
    if (this.#isReady && this.#lessons.hasUntold)
      thread.post({ type: "learn", epoch: state.epoch, observations: this.#lessons.tell() });
    if (this.#asksSince !== null) {
      if (this.#millis() - this.#asksSince > SILENT_MILLIS) this.#hangs();
      return;
    }
    if (this.#isReady && this.#millis() - this.#neededAt > LINGER_MILLIS) {
      this.#rest();
      return;
    }
    const picture = hallPicture(state, { now, anyHour: this.options.anyHour });
    if (!picture) return;
    this.#lastLook = this.#asksSince = this.#millis();
    this.#hasChanged = false;
    thread.post({ type: "tell", picture });
  }

  /** A hub at rest holds no thread: it begins with the first counter at work, or to learn of a day that is over. */
  #isNeeded({ counters }: HallState): boolean {
    for (const { state } of counters.values()) if (state !== "closed") return true;
    return this.#lessons.hasDayToTell;
  }

  #start(): EstimatorThread | null {
    if (this.#millis() < this.#startFrom) {
      this.#soon();
      return null;
    }
    const own: { thread: EstimatorThread | null } = { thread: null };
    const hears: HearsEstimator = {
      heard: (message) => {
        if (own.thread !== null && own.thread === this.#thread) this.#heard(message);
      },
      ended: (error) => {
        if (own.thread === this.#thread) this.#ended(error);
      },
    };
    try {
      own.thread = this.options.start(hears, { forgets: this.#deaths > 1 });
    } catch (error) {
      this.#ended(error);
      return null;
    }
    this.#thread = own.thread;
    this.#asksSince = this.#millis();
    this.#lessons.tellAnew();
    this.#regular ??= setInterval(() => {
      this.#soon();
    }, EVERY_MILLIS).unref();
    return own.thread;
  }

  #ended(error: unknown): void {
    if (this.#isStopped) return;
    this.options.onFailure(error);
    this.#forgetThread();
    this.#lessons.tellAnew();
    const wait = Math.min(RESTART_MILLIS.most, RESTART_MILLIS.first * 2 ** this.#deaths);
    this.#deaths += 1;
    this.#startFrom = this.#millis() + wait;
    this.#lastLook = Math.max(this.#lastLook, this.#startFrom - BETWEEN_MILLIS);
    this.#soon();
  }

  #hangs(): void {
    this.#thread?.stop().catch(this.options.onFailure);
    this.#ended(new Error("the estimator's thread does not answer"));
  }

  /** What it has learned of a day that is over it has kept; of any other it is to be told again. */
  #rest(): void {
    if (!this.#lessons.isDayOver) this.#lessons.tellAnew();
    this.#board = null;
    this.#letGo().catch(this.options.onFailure);
  }

  #letGo(): Promise<void> {
    const thread = this.#thread;
    this.#forgetThread();
    if (this.#regular) clearInterval(this.#regular);
    this.#regular = null;
    return thread?.stop() ?? Promise.resolve();
  }

  #forgetThread(): void {
    this.#thread = null;
    this.#isReady = false;
    this.#asksSince = null;
    if (this.#paging) clearTimeout(this.#paging);
    this.#paging = null;
  }

  #heard(message: FromEstimator): void {
    this.#asksSince = null;
    if (message.type === "ready") {
      if (message.knows) this.#isReady = true;
      else this.#readHistory(this.options.history()[Symbol.iterator]());
      this.#soon();
      return;
    }
    const { at, tickets, services } = message;
    this.#deaths = 0;
    this.#board = { at, tickets, services };
    if (this.#hasChanged) this.#soon();
    this.options.onTold();
  }

  /** Days before are read a page a turn, and told before today. */
  #readHistory(pages: Iterator<readonly Observation[]>): void {
    this.#paging = setTimeout(() => {
      this.#paging = null;
      try {
        const page = pages.next();
        if (page.done !== true) {
          this.#thread?.post({ type: "learn", epoch: this.options.state().epoch, observations: page.value });
          this.#readHistory(pages);
          return;
        }
      } catch (error) {
        this.options.onFailure(error);
      }
      this.#isReady = true;
      this.#soon();
    }, PAGE_MILLIS).unref();
  }
}
