/**
 * The line of jobs before one printer. Jobs go out one at a time in the order they were made, whichever devices print
 * there; a failed one stays at the head and is tried again, at most five seconds apart and at once when somebody waits
 * anew. What may already be on paper is marked as a copy before it is sent again.
 */
import type { Millis } from "../../shared/domain/vocabulary.ts";
import type { DueJob, PrinterCondition, PrinterTransport, PrintJobs, PrintSession, Timers } from "./port.ts";
import { conditionAfter } from "./printer-session.ts";
import { encodeSlip } from "./slip-bytes.ts";
import type { PaperColumns } from "./slip-parts.ts";

/** How a device wants its slips. */
export interface SlipSettings {
  readonly columns: PaperColumns;
  readonly copies: number;
}

export interface LaneParts {
  readonly transport: PrinterTransport;
  readonly jobs: PrintJobs;
  readonly timers: Timers;
  /** Jobs in hand, in any lane: a device may move to another printer while its slip is being printed. */
  readonly inHand: Set<string>;
  /** The printer's condition or a device's pending jobs may have changed. */
  readonly onChange: (devices: readonly string[]) => void;
  /** A job of this device is no longer in hand. */
  readonly onSettled: (device: string) => void;
}

/** Between attempts, from the start of one to the start of the next. */
const retryMillis = [250, 500, 1000, 2000, 4000, 5000] as const;
const maxRetryMillis: Millis = 5000;
/** Before the first look at a printer just set, unless a slip tells sooner how it stands. */
const firstLookMillis: Millis = 2000;
/** Between looks at a printer with nothing to print. */
const idleProbeMillis: Millis = 30_000;
const troubledProbeMillis: Millis = 5000;

export class PrinterLane {
  condition: PrinterCondition = "unknown";
  readonly #devices = new Map<string, SlipSettings>();
  #isStopped = false;
  #isWoken = false;
  /** Whether the printer has been met since it was last set. */
  #isKnown = false;
  #wakeUp: (() => void) | null = null;
  #failures = 0;
  /** Whole slips that the job at the head has already given. */
  #given: { readonly job: string; slips: number } | null = null;
  readonly #done: Promise<void>;

  constructor(private readonly parts: LaneParts) {
    // Begins with the next turn, once the device that opens the lane has joined it.
    this.#done = Promise.resolve().then(() => this.#run());
  }

  get devices(): readonly string[] {
    return [...this.#devices.keys()];
  }

  /** A device prints here from now on, or prints otherwise; the printer may be another one. */
  join(device: string, settings: SlipSettings): void {
    this.#devices.set(device, settings);
    this.parts.transport.forget();
    this.#isKnown = false;
    this.wake();
  }

  leave(device: string): void {
    this.#devices.delete(device);
  }

  /** There is something to print, or to try at once. */
  wake(): void {
    this.#isWoken = true;
    this.#wakeUp?.();
  }

  /** Ends after the job in hand. */
  stop(): Promise<void> {
    this.#isStopped = true;
    this.#wakeUp?.();
    return this.#done;
  }

  async #run(): Promise<void> {
    while (!this.#isStopped) {
      this.#isWoken = false;
      const job = this.#nextJob();
      if (job !== null) {
        await this.#work(job);
      } else if (!(await this.#rest(this.#untilNextLook()))) {
        await this.#probe();
      }
    }
  }

  #nextJob(): DueJob | null {
    const job = this.devices.length === 0 ? null : this.parts.jobs.due(this.devices);
    return job === null || this.parts.inHand.has(job.id) ? null : job;
  }

  async #probe(): Promise<void> {
    if (this.#isStopped || this.devices.length === 0) return;
    this.#found(await this.parts.transport.probe());
  }

  #untilNextLook(): Millis {
    if (!this.#isKnown) return firstLookMillis;
    const isWell = this.condition === "ready" || this.condition === "paper-low" || this.condition === "unknown";
    return isWell ? idleProbeMillis : troubledProbeMillis;
  }

  async #work(job: DueJob): Promise<void> {
    const began = this.parts.timers.elapsed();
    this.parts.inHand.add(job.id);
    const isSettled = await this.#attempt(job);
    this.parts.inHand.delete(job.id);
    this.parts.onChange(this.devices);
    this.parts.onSettled(job.device);
    if (isSettled) {
      this.#failures = 0;
      return;
    }
    const pause = retryMillis[this.#failures] ?? maxRetryMillis;
    this.#failures += 1;
    await this.#rest(Math.max(0, pause - (this.parts.timers.elapsed() - began)));
  }

  /** Whether the job moved on: printed, given up, or marked as a copy to be sent again. */
  async #attempt(job: DueJob): Promise<boolean> {
    const { jobs } = this.parts;
    if (job.isOver) return this.#sure(() => jobs.markFailed(job.id, "ended"));
    if (job.state === "printing") {
      return this.#sure(() => jobs.markRetry(job.id, "interrupted", { isCopy: true }));
    }
    const settings = this.#devices.get(job.device);
    if (!settings) return true;
    const bytes = bytesOf(job, settings.columns);
    return bytes === null
      ? this.#sure(() => jobs.markFailed(job.id, "unprintable"))
      : this.#print(job, bytes, settings.copies);
  }

  /** All slips of a job, one connection each. */
  async #print(job: DueJob, bytes: Buffer, copies: number): Promise<boolean> {
    const { jobs } = this.parts;
    if (this.#given?.job !== job.id) this.#given = { job: job.id, slips: 0 };
    for (let isBegun = false; this.#given.slips < copies; isBegun = true) {
      const session = await this.parts.transport.open();
      if ("problem" in session) {
        this.#found(conditionAfter(session.problem));
        const isNews = isBegun || job.problem !== session.problem;
        if (isNews) await this.#sure(() => jobs.markRetry(job.id, session.problem, { isCopy: job.isCopy }));
        return false;
      }
      if (!isBegun && !(await jobs.markPrinting(job.id))) {
        await session.abandon();
        return false;
      }
      if (!(await this.#send(job, session, bytes))) return false;
      this.#given.slips += 1;
    }
    return this.#sure(() => jobs.markPrinted(job.id));
  }

  async #send(job: DueJob, session: PrintSession, bytes: Buffer): Promise<boolean> {
    const outcome = await session.send(bytes);
    this.#found(outcome.printed ? outcome.condition : conditionAfter(outcome.problem));
    if (outcome.printed) return true;
    const isCopy = job.isCopy || outcome.bytesSent;
    await this.#sure(() => this.parts.jobs.markRetry(job.id, outcome.problem, { isCopy }));
    return false;
  }

  /** Repeats a mark until it is on disk: what has happened on paper must be known, even if the disk is full for now. */
  async #sure(mark: () => Promise<boolean>): Promise<boolean> {
    for (let tries = 0; ; tries += 1) {
      if (await mark()) return true;
      if (this.#isStopped) return false;
      // Nobody who comes anew can hurry the disk.
      this.#isWoken = false;
      await this.#rest(retryMillis[tries] ?? maxRetryMillis);
    }
  }

  #found(condition: PrinterCondition): void {
    this.condition = condition;
    this.#isKnown = true;
    this.parts.onChange(this.devices);
  }

  /** Waits so long; true when woken before. */
  #rest(millis: Millis): Promise<boolean> {
    if (this.#isWoken || this.#isStopped) return Promise.resolve(true);
    return new Promise((resolve) => {
      const done = (wasWoken: boolean): void => {
        this.#wakeUp = null;
        takeBack();
        resolve(wasWoken);
      };
      const takeBack = this.parts.timers.after(millis, () => {
        done(false);
      });
      this.#wakeUp = () => {
        done(true);
      };
    });
  }
}

function bytesOf(job: DueJob, columns: PaperColumns): Buffer | null {
  try {
    return encodeSlip(job.slip, { columns, copy: job.isCopy });
  } catch {
    return null;
  }
}
