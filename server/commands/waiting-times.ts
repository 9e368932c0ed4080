/**
 * Keeps waiting times told: an estimator in a thread of its own hears what happened in the hall, once it is on disk and
 * nobody can take it back, and is shown the hall at most once a second. Nobody waits for it: views read what it told
 * last. A thread that dies is started again and learns today anew.
 */
import type { Millis } from "../../shared/domain/vocabulary.ts";
import { hallPicture } from "../domain/estimate/hall-picture.ts";
import type { FromEstimator, ToEstimator } from "../domain/estimate/estimator-work.ts";
import { notice, type Noticed, type Observation } from "../domain/estimate/noticed.ts";
import { Observer } from "../domain/estimate/observer.ts";
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
/** Of a longer day the beginning is forgotten when a thread must learn it anew. */
const KEPT_OF_TODAY = 6000;
const RESTART_MILLIS = { first: 1000, most: 60_000 };
/** Between two pages of history, so that requests pass. */
const PAGE_MILLIS = 20;

export class WaitingTimes implements Follower {
  #prepared: Noticed[] = [];
  /** What may still be taken back. */
  #unsettled: Noticed[] = [];
  readonly #observer = new Observer();
  #today: Observation[] = [];
  /** How many of them the thread has heard. */
  #sent = 0;
  #board: EstimateBoard | null = null;
  #thread: EstimatorThread | null = null;
  /** Whether the thread has all that there is of days before. */
  #isReady = false;
  #isBusy = false;
  #hasChanged = false;
  #lastLook = Number.NEGATIVE_INFINITY;
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
    this.#prepared.push(...notice(event, state));
  }

  publish(): void {
    for (const noticed of this.#prepared) this.#take(noticed);
    this.#prepared = [];
    this.#hasChanged = true;
    this.#soon();
  }

  discard(): void {
    this.#prepared = [];
  }

  async stop(): Promise<void> {
    this.#isStopped = true;
    for (const timer of [this.#pending, this.#paging]) if (timer) clearTimeout(timer);
    if (this.#regular) clearInterval(this.#regular);
    await this.#thread?.stop();
    this.#thread = null;
  }

  #take(noticed: Noticed): void {
    if (noticed.what === "undone") {
      this.#unsettled = this.#unsettled.filter(({ seq }) => !noticed.undone.includes(seq));
      return;
    }
    this.#unsettled.push(noticed);
    // No step is taken back across a day.
    if (noticed.what === "day-began" || noticed.what === "day-ended") this.#settle(Number.POSITIVE_INFINITY);
  }

  #settle(until: Millis): void {
    const count = this.#unsettled.findIndex(({ at }) => at > until);
    for (const noticed of this.#unsettled.splice(0, count < 0 ? this.#unsettled.length : count)) {
      if (noticed.what === "day-began" && this.#sent === this.#today.length) this.#today.length = this.#sent = 0;
      this.#today.push(...this.#observer.see(noticed));
    }
    const surplus = this.#today.length - KEPT_OF_TODAY;
    if (surplus <= 0) return;
    this.#today = this.#today.slice(surplus);
    this.#sent = Math.max(0, this.#sent - surplus);
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
    this.#settle(now - rulesOf(state).undoSeconds * 1000);
    if (!this.#isNeeded(state)) return;
    const thread = this.#thread ?? this.#start();
    if (!thread) return;
    this.#learn(thread, state.epoch);
    if (this.#isBusy) return;
    const picture = hallPicture(state, { now, anyHour: this.options.anyHour });
    if (!picture) return;
    this.#lastLook = this.#millis();
    this.#hasChanged = false;
    this.#isBusy = true;
    thread.post({ type: "tell", picture });
  }

  /** A hub at rest holds no thread: it begins with the first counter at work, and from then on keeps what was learned. */
  #isNeeded({ counters }: HallState): boolean {
    if (this.#thread) return true;
    for (const { state } of counters.values()) if (state !== "closed") return true;
    return false;
  }

  #learn(thread: EstimatorThread, epoch: string): void {
    if (!this.#isReady || this.#sent === this.#today.length) return;
    thread.post({ type: "learn", epoch, observations: this.#today.slice(this.#sent) });
    this.#sent = this.#today.length;
  }

  #start(): EstimatorThread | null {
    if (this.#millis() < this.#startFrom) return null;
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
    this.#isReady = this.#isBusy = false;
    this.#sent = 0;
    this.#regular ??= setInterval(() => {
      this.#soon();
    }, EVERY_MILLIS).unref();
    return own.thread;
  }

  #ended(error: unknown): void {
    if (this.#isStopped) return;
    this.options.onFailure(error);
    this.#thread = null;
    if (this.#paging) clearTimeout(this.#paging);
    const wait = Math.min(RESTART_MILLIS.most, RESTART_MILLIS.first * 2 ** this.#deaths);
    this.#deaths += 1;
    this.#startFrom = this.#millis() + wait;
    this.#lastLook = Math.max(this.#lastLook, this.#startFrom - BETWEEN_MILLIS);
    this.#soon();
  }

  #heard(message: FromEstimator): void {
    if (message.type === "ready") {
      if (message.knows) this.#ready();
      else this.#readHistory(this.options.history()[Symbol.iterator]());
      return;
    }
    const { at, tickets, services } = message;
    this.#isBusy = false;
    this.#deaths = 0;
    this.#board = { at, tickets, services };
    if (this.#hasChanged) this.#soon();
    this.options.onTold();
  }

  #ready(): void {
    this.#isReady = true;
    this.#soon();
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
      this.#ready();
    }, PAGE_MILLIS).unref();
  }
}
