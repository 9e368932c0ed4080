/**
 * The one writer. Tasks of one turn of the event loop are decided in order on the working state and committed in one
 * transaction; every answer, refusals included, waits until it is on disk. If that fails nothing happened:
 * all hear `not-durable`, the working state is dropped and folded anew.
 */
import { isRefusal, refuse, type Refusal } from "../../shared/domain/refusal.ts";
import type { Millis } from "../../shared/domain/vocabulary.ts";
import type { HallFile } from "../../shared/wire/hall-file.ts";
import type { Booking } from "../domain/booking.ts";
import { clockOf, dayEnd } from "../domain/calendar.ts";
import { decide } from "../domain/decide.ts";
import { periodToEnd } from "../domain/decide-hour.ts";
import type { Recorded } from "../domain/events.ts";
import { evolve } from "../domain/evolve.ts";
import type { Sight } from "../domain/sight.ts";
import type { HallState } from "../domain/state.ts";
import type { Ticket } from "../domain/ticket.ts";
import { HallClock } from "./hall-clock.ts";
import { newId } from "./new-id.ts";
import type { Answer, Clock, Follower, Store, Task, Tx, Work } from "./ports.ts";

export interface WriterOptions {
  readonly store: Store;
  readonly clock: Clock;
  /** Told what went wrong with a commit; never told data. */
  readonly onFailure: (error: unknown) => void;
  /** Gives room on a full disk, once; true if it did. */
  readonly makeRoom?: () => boolean;
  /** Periods do not end, since numbers are given at any hour. */
  readonly anyHour?: boolean;
  /** Tasks that may wait for their turn. */
  readonly queueLimit?: number;
}

interface Waiting {
  readonly run: (work: Work) => unknown;
  readonly settle: (result: unknown) => void;
}

const QUEUE_LIMIT = 5000;

export class Writer {
  readonly #clock: HallClock;
  #state: HallState;
  #dayEnd: { readonly file: HallFile; readonly date: string; readonly at: Millis } | null = null;
  #queue: Waiting[] = [];
  #isScheduled = false;
  #isWritable = true;
  #isStale = false;

  /** Folds the journal, showing the followers each event since the last day's close, and stands ready. */
  constructor(
    private readonly options: WriterOptions,
    private readonly followers: readonly Follower[] = [],
  ) {
    this.#clock = new HallClock(options.clock);
    this.#state = options.store.fold((event, state) => {
      for (const follower of followers) follower.prepare(event, state);
    });
    for (const follower of followers) follower.publish();
  }

  /** The committed state: what every read sees. */
  get state(): HallState {
    if (this.#isStale) this.#foldAnew();
    return this.#state;
  }

  /** Whether the last commit reached the disk. Once one has failed, only one that has written something counts. */
  get isWritable(): boolean {
    return this.#isWritable;
  }

  /** The present instant as the hall counts it: never before its last event. */
  now(): Millis {
    return this.sight.now;
  }

  /** The machine's clock as the hall sees it. */
  get sight(): Sight {
    return this.#clock.look(this.state);
  }

  /** Queues a task; resolves with its answer once that is on disk. Never rejects for what a hall can meet. */
  submit<A>(task: Task<A>): Promise<Answer<A>> {
    if (this.#queue.length >= (this.options.queueLimit ?? QUEUE_LIMIT)) return Promise.resolve(refuse("overloaded"));
    return new Promise((resolve) => {
      // `settle` hands back what `run` returned, or a refusal: both are an Answer of A.
      this.#queue.push({ run: task, settle: resolve as (result: unknown) => void });
      if (this.#isScheduled) return;
      this.#isScheduled = true;
      setImmediate(() => {
        this.#commitQueued();
      });
    });
  }

  #commitQueued(): void {
    this.#isScheduled = false;
    const tasks = this.#queue;
    this.#queue = [];
    const answers = this.#commitAll(tasks);
    tasks.forEach((task, index) => {
      task.settle(answers[index]);
    });
  }

  /** Commits all tasks that can be; what they answered stands in their order. */
  #commitAll(tasks: readonly Waiting[]): unknown[] {
    const failed = new Map<Waiting, Refusal>();
    for (let hasMadeRoom = false; ;) {
      const willing = failed.size === 0 ? tasks : tasks.filter((task) => !failed.has(task));
      try {
        const answers = this.#commit(willing);
        this.#publish();
        if (failed.size === 0) return answers;
        const given = answers.values();
        return tasks.map((task) => failed.get(task) ?? given.next().value);
      } catch (error) {
        this.#dropState();
        if (error instanceof TaskFailed) {
          this.options.onFailure(error.cause);
          failed.set(error.task, refuse("internal"));
        } else if (isFull(error) && !hasMadeRoom && this.#makeRoom()) {
          hasMadeRoom = true;
        } else {
          this.#isWritable = false;
          this.options.onFailure(error);
          return tasks.map(() => refuse("not-durable"));
        }
      }
    }
  }

  #makeRoom(): boolean {
    try {
      return this.options.makeRoom?.() === true;
    } catch (error) {
      this.options.onFailure(error);
      return false;
    }
  }

  #commit(tasks: readonly Waiting[]): unknown[] {
    if (this.#isStale) this.#foldAnew();
    const { sight } = this;
    const batch = new Batch(this.#state, sight.now, this.followers);
    const answers = this.options.store.commit((tx) => {
      const work = batch.workWith(tx);
      this.#passTime(work, sight);
      // A commit of nothing touches no disk and would prove nothing.
      if (!this.#isWritable) probe(work);
      const given = tasks.map((task) => {
        const wasConfirmed = batch.isClockConfirmed;
        const answer = attempt(task, work);
        if (batch.isClockConfirmed && !wasConfirmed) this.#passTime(work, { machine: work.now, doubt: null });
        return answer;
      });
      batch.saveRows(tx);
      return given;
    });
    this.#isWritable = true;
    if (batch.isClockConfirmed) this.#clock.believe();
    return answers;
  }

  /** What is on disk is told; a follower that fails keeps nothing from the others. */
  #publish(): void {
    for (const follower of this.followers) {
      try {
        follower.publish();
      } catch (error) {
        this.options.onFailure(error);
      }
    }
  }

  /** What the hour brings comes before what anybody asks: the day turns, the day and its periods end, bookings, holds and stops lapse. */
  #passTime(work: Work, { machine, doubt }: Pick<Sight, "machine" | "doubt">): void {
    const file = work.state.hall?.file;
    if (!file) return;
    if (doubt === "leap" || doubt === "pause") {
      work.execute({ type: "doubt-clock", by: "hub", why: doubt, machine });
      return;
    }
    if (work.state.clockDoubt !== null) work.execute({ type: "clear-clock", by: "hub", machine });
    const zone = clockOf(file.hall.timezone);
    const date = zone.date(work.now);
    if (work.state.day === null || work.state.day.date < date)
      work.execute({ type: "turn-day", by: "hub", date, ...this.options.store.givenOn(date) });
    if (this.#dayEnd?.date !== date || this.#dayEnd.file !== file) {
      this.#dayEnd = { file, date, at: dayEnd(file, zone, date) };
    }
    if (work.now >= this.#dayEnd.at && work.state.day?.isClosed === false)
      work.execute({ type: "close-day", by: "hub" });
    const expected = work.state.bookings.firstExpected;
    if (expected && expected.start < work.now) work.execute({ type: "miss-bookings", by: "hub" });
    if (work.state.held.size > 0) work.execute({ type: "lapse-holds", by: "hub" });
    if (this.options.anyHour !== true && periodToEnd(work.state, work.now))
      work.execute({ type: "end-period", by: "hub" });
    if (work.state.today.stopped.size > 0) work.execute({ type: "resume-due", by: "hub" });
    if (work.state.emergency) work.execute({ type: "lapse-emergency", by: "hub" });
  }

  #dropState(): void {
    for (const follower of this.followers) follower.discard();
    this.#isStale = true;
  }

  #foldAnew(): void {
    this.#state = this.options.store.fold();
    this.#isStale = false;
  }
}

/** One transaction's worth of decisions. */
class Batch {
  readonly #touched = new Set<Ticket>();
  /** As they stand last; the state itself forgets those of a day that is over. */
  readonly #booked = new Map<string, Booking>();
  #isClockConfirmed = false;

  constructor(
    private readonly state: HallState,
    private now: Millis,
    private readonly followers: readonly Follower[],
  ) {}

  /** From then on the machine's instant is the hall's. */
  get isClockConfirmed(): boolean {
    return this.#isClockConfirmed;
  }

  workWith(tx: Tx): Work {
    const { state } = this;
    const now = (): Millis => this.now;
    return {
      state,
      get now() {
        return now();
      },
      tx,
      execute: (command) => {
        const decision = decide(state, command, now());
        if (isRefusal(decision)) return decision;
        // What was decided is made anew for each command; a copy with its place would be built one field at a time.
        return decision.map((event) => this.#record(tx, Object.assign(event, { seq: state.seq + 1 })));
      },
    };
  }

  saveRows(tx: Tx): void {
    for (const ticket of this.#touched) tx.saveTicket(ticket);
    for (const booking of this.#booked.values()) tx.saveBooking(booking);
  }

  #record(tx: Tx, event: Recorded): Recorded {
    evolve(this.state, event);
    tx.append(event);
    if ("ticket" in event) {
      const ticket = this.state.tickets.get(event.ticket);
      if (ticket) this.#touched.add(ticket);
    }
    if (event.type === "clock-confirmed") {
      this.now = event.at;
      this.#isClockConfirmed = true;
    }
    if ("booking" in event) {
      const booking = this.state.bookings.get(event.booking);
      if (booking) this.#booked.set(booking.id, booking);
    }
    if (event.type === "day-closed") tx.saveSnapshot(this.state);
    for (const follower of this.followers) follower.prepare(event, this.state);
    return event;
  }
}

/** Writes a row that means nothing, and never twice the same, which would be left out: does it reach the disk? */
export const probe: Task<null> = ({ tx }) => {
  tx.setFact("probe", newId());
  return null;
};

/** A task failed for a reason of its own; it must not take others with it. */
class TaskFailed extends Error {
  constructor(
    readonly task: Waiting,
    override readonly cause: unknown,
  ) {
    super("a task failed");
  }
}

function attempt(task: Waiting, work: Work): unknown {
  try {
    return task.run(work);
  } catch (error) {
    throw isStorage(error) ? error : new TaskFailed(task, error);
  }
}

/** The disk's or the file's fault; a constraint is the task's. */
function isStorage(error: unknown): boolean {
  const code = error instanceof Error && "code" in error ? String(error.code) : "";
  return code.startsWith("SQLITE_") && !code.startsWith("SQLITE_CONSTRAINT");
}

function isFull(error: unknown): boolean {
  return error instanceof Error && "code" in error && error.code === "SQLITE_FULL";
}
