/**
 * One attempt after the other to get a job onto paper. What may already be there is marked as a copy before it is sent
 * again, and given up after the third time: more slips with one number serve nobody, and others wait.
 */
import type { DueJob, PrinterCondition, PrinterTransport, PrintJobs, PrintOutcome, TransportProblem } from "./port.ts";
import { conditionAfter } from "./printer-session.ts";
import { encodeSlip } from "./slip-bytes.ts";
import type { PaperColumns } from "./slip-parts.ts";

/** How a device wants its slips. */
export interface SlipSettings {
  readonly columns: PaperColumns;
  readonly copies: number;
}

export interface AttemptParts {
  readonly transport: PrinterTransport;
  readonly jobs: PrintJobs;
  /** The printer stands like this now. */
  readonly found: (condition: PrinterCondition) => void;
  /** Repeats a mark until it is on disk; false when the hub stops before. */
  readonly sure: (mark: () => Promise<boolean>) => Promise<boolean>;
}

/** How often one slip begins to leave at most. */
const MOST_BEGUN = 3;

/** How far a job has come. */
interface Progress {
  readonly device: string;
  /** Whole slips that it has given. */
  slips: number;
  /** How often the slip after them has begun to leave. */
  begun: number;
}

/**
 * `moved-on`: printed, given up, or marked as a copy to be sent again; `again`: to be tried again soon; `once-more`: a
 * last time, after a pause in which a passing trouble may pass.
 */
export type AttemptEnd = "moved-on" | "again" | "once-more";

export class JobAttempts {
  /** Of jobs that have begun and not ended; another one may come between. */
  readonly #progress = new Map<string, Progress>();

  constructor(private readonly parts: AttemptParts) {}

  /** A device prints elsewhere, or another printer stands there: its jobs begin anew. */
  forget(device: string): void {
    for (const [job, progress] of this.#progress) if (progress.device === device) this.#progress.delete(job);
  }

  async attempt(job: DueJob, { columns, copies }: SlipSettings): Promise<AttemptEnd> {
    const { jobs } = this.parts;
    if (job.isOver) return this.#end(job, () => jobs.markFailed(job.id, "ended"));
    if (job.state === "printing") return this.#moveOn(() => jobs.markRetry(job.id, "interrupted", { isCopy: true }));
    const bytes = bytesOf(job, columns);
    return bytes === null
      ? this.#end(job, () => jobs.markFailed(job.id, "unprintable"))
      : this.#print(job, bytes, copies);
  }

  /** All slips of a job, one connection each. */
  async #print(job: DueJob, bytes: Buffer, copies: number): Promise<AttemptEnd> {
    const { jobs, transport, found } = this.parts;
    const progress = this.#progressOf(job);
    for (let isBegun = false; progress.slips < copies; isBegun = true) {
      const session = await transport.open();
      if ("problem" in session) {
        found(conditionAfter(session.problem));
        const isNews = isBegun || job.problem !== session.problem;
        if (isNews) await this.#again(job, session.problem, { isCopy: progress.slips > 0 });
        return "again";
      }
      if (!isBegun && !(await jobs.markPrinting(job.id))) {
        await session.abandon();
        return "again";
      }
      const outcome = await session.send(bytes);
      found(outcome.printed ? outcome.condition : conditionAfter(outcome.problem));
      if (!outcome.printed) return this.#notPrinted(job, progress, outcome);
      progress.slips += 1;
      progress.begun = 0;
    }
    return this.#end(job, () => jobs.markPrinted(job.id));
  }

  async #notPrinted(
    job: DueJob,
    progress: Progress,
    { problem, bytesSent }: Extract<PrintOutcome, { printed: false }>,
  ): Promise<AttemptEnd> {
    if (bytesSent) progress.begun += 1;
    if (progress.begun >= MOST_BEGUN) {
      return this.#end(job, () => this.parts.jobs.markFailed(job.id, "unconfirmed"));
    }
    await this.#again(job, problem, { isCopy: bytesSent || progress.slips > 0 });
    return progress.begun === MOST_BEGUN - 1 ? "once-more" : "again";
  }

  #progressOf({ id, device }: DueJob): Progress {
    const progress = this.#progress.get(id) ?? { device, slips: 0, begun: 0 };
    this.#progress.set(id, progress);
    return progress;
  }

  /** Marks a job that is to be tried again; a copy stays one. */
  async #again(job: DueJob, problem: TransportProblem, { isCopy }: { readonly isCopy: boolean }): Promise<void> {
    await this.parts.sure(() => this.parts.jobs.markRetry(job.id, problem, { isCopy: isCopy || job.isCopy }));
  }

  /** The last mark of a job. */
  #end({ id }: DueJob, mark: () => Promise<boolean>): Promise<AttemptEnd> {
    this.#progress.delete(id);
    return this.#moveOn(mark);
  }

  async #moveOn(mark: () => Promise<boolean>): Promise<AttemptEnd> {
    return (await this.parts.sure(mark)) ? "moved-on" : "again";
  }
}

function bytesOf(job: DueJob, columns: PaperColumns): Buffer | null {
  try {
    return encodeSlip(job.slip, { columns, copy: job.isCopy });
  } catch {
    return null;
  }
}
