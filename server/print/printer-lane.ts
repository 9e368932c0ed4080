/**
 * The line of jobs before one printer. Jobs go out one at a time in the order they were made, whichever devices print
 * there; a failed one stays at the head and is tried again, at most five seconds apart and at once when somebody waits
 * anew.
 */
import type { Millis } from "../../shared/domain/vocabulary.ts";
import { JobAttempts, type SlipSettings } from "./job-attempts.ts";
import type { DueJob, PrinterCondition, PrinterTransport, PrintJobs, Timers } from "./port.ts";

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

interface Due {
  readonly job: DueJob;
  readonly settings: SlipSettings;
}

export class PrinterLane {
  condition: PrinterCondition = "unknown";
  readonly #devices = new Map<string, SlipSettings>();
  #isStopped = false;
  #isWoken = false;
  /** Whether the printer has been met since it was last set. */
  #isKnown = false;
  #wakeUp: (() => void) | null = null;
  #failures = 0;
  readonly #attempts: JobAttempts;
  readonly #done: Promise<void>;

  constructor(private readonly parts: LaneParts) {
    this.#attempts = new JobAttempts({
      transport: parts.transport,
      jobs: parts.jobs,
      found: (condition) => {
        this.#found(condition);
      },
      sure: (mark) => this.#sure(mark),
    });
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
    this.#attempts.forget(device);
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
      const due = this.#nextJob();
      if (due !== null) {
        await this.#work(due);
      } else if (!(await this.#rest(this.#untilNextLook()))) {
        await this.#probe();
      }
    }
  }

  #nextJob(): Due | null {
    const job = this.devices.length === 0 ? null : this.parts.jobs.due(this.devices);
    const settings = job === null ? undefined : this.#devices.get(job.device);
    return job === null || settings === undefined || this.parts.inHand.has(job.id) ? null : { job, settings };
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

  async #work({ job, settings }: Due): Promise<void> {
    const began = this.parts.timers.elapsed();
    this.parts.inHand.add(job.id);
    const end = await this.#attempts.attempt(job, settings);
    this.parts.inHand.delete(job.id);
    this.parts.onChange(this.devices);
    this.parts.onSettled(job.device);
    if (end === "moved-on") {
      this.#failures = 0;
      return;
    }
    const pause = end === "once-more" ? maxRetryMillis : (retryMillis[this.#failures] ?? maxRetryMillis);
    this.#failures += 1;
    await this.#rest(Math.max(0, pause - (this.parts.timers.elapsed() - began)));
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
