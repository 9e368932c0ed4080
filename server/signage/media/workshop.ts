/**
 * A process of its own for whatever was made elsewhere: pictures, videos, PDFs, feeds. It does one job at a time, of
 * bounded time and memory; one that crashes or hangs takes only itself along. It has no secret and ends when idle.
 */
import { fork, type ChildProcess } from "node:child_process";
import { readFileSync } from "node:fs";
import type { FromWorkshop, Job, JobAnswer, ToWorkshop } from "./job.ts";

export interface WorkshopLimits {
  /** A job that takes longer is ended. */
  readonly seconds: Readonly<Record<Job["kind"], number>>;
  /** The most memory it may hold, where the system tells (Linux). */
  readonly megabytes: number;
  /** The most jobs that wait for their turn. */
  readonly waiting: number;
  readonly idleSeconds: number;
}

const usual: WorkshopLimits = {
  seconds: { image: 30, video: 300, pdf: 240, feed: 5 },
  megabytes: 1536,
  waiting: 20,
  idleSeconds: 60,
};

/** The job could not be done, and it may be the file's fault: it crashed the workshop, took too long or too much. */
export class TooMuch extends Error {}
/** So many wait already that this one is not taken. */
export class Busy extends Error {}
/** The disk is full. */
export class DiskFull extends Error {}

const MEMORY_LOOK_MILLIS = 200;
const PAGE_BYTES = 4096;

export class Workshop {
  readonly #limits: WorkshopLimits;
  #child: ChildProcess | null = null;
  #idle: NodeJS.Timeout | null = null;
  #last: Promise<unknown> = Promise.resolve();
  #waiting = 0;
  #ids = 0;
  #isStopped = false;

  /** @param program what runs there: `media.worker`, built or as it lies. */
  constructor(
    private readonly program: string,
    limits: Partial<WorkshopLimits> = {},
  ) {
    this.#limits = { ...usual, ...limits };
  }

  /** Does a job when its turn has come. Throws `TooMuch`, `Busy`, `DiskFull`, or what else went wrong there. */
  async do(job: Job): Promise<JobAnswer> {
    if (this.#waiting >= this.#limits.waiting || this.#isStopped) throw new Busy();
    this.#waiting += 1;
    const done = this.#last.then(() => this.#now(job));
    this.#last = done.catch(() => undefined);
    try {
      return await done;
    } finally {
      this.#waiting -= 1;
    }
  }

  /** Ends it with whatever it is doing. */
  stop(): void {
    this.#isStopped = true;
    this.#end();
  }

  async #now(job: Job): Promise<JobAnswer> {
    if (this.#isStopped) throw new Busy();
    if (this.#idle) clearTimeout(this.#idle);
    const child = (this.#child ??= this.#start());
    const id = ++this.#ids;
    try {
      return await this.#answerOf(child, { id, job });
    } finally {
      this.#idle = setTimeout(() => this.#end(), this.#limits.idleSeconds * 1000).unref();
    }
  }

  #answerOf(child: ChildProcess, message: ToWorkshop): Promise<JobAnswer> {
    const { seconds, megabytes } = this.#limits;
    return new Promise<JobAnswer>((resolve, reject) => {
      const settle = (settling: () => void): void => {
        clearTimeout(late);
        clearInterval(memory);
        child.off("message", heard);
        child.off("exit", ended);
        child.off("error", ended);
        settling();
      };
      const give = (why: string): void => {
        settle(() => reject(new TooMuch(why)));
        if (this.#child === child) this.#end();
      };
      const heard = (told: unknown): void => {
        // Only the workshop's own program speaks here.
        const { id, answer, failure } = told as FromWorkshop;
        if (id !== message.id) return;
        if (answer) settle(() => resolve(answer));
        else settle(() => reject(failure?.isDiskFull ? new DiskFull() : new Error(failure?.message ?? "no answer")));
      };
      const ended = (): void => give("it ended in the midst of it");
      const late = setTimeout(() => give("it took too long"), seconds[message.job.kind] * 1000);
      const memory = setInterval(() => {
        if (residentBytes(child) > megabytes * 1024 * 1024) give("it took too much memory");
      }, MEMORY_LOOK_MILLIS);
      child.on("message", heard);
      child.once("exit", ended);
      child.once("error", ended);
      child.send(message, (error) => {
        if (error) ended();
      });
    });
  }

  #start(): ChildProcess {
    const child = fork(this.program, [], {
      // It needs nothing of what the hub was told, least of all its key.
      env: { MALLOC_ARENA_MAX: "2" },
      execArgv: ["--max-old-space-size=512", ...(this.program.endsWith(".ts") ? ["--import", "tsx"] : [])],
      serialization: "advanced",
      stdio: ["ignore", "ignore", "ignore", "ipc"],
    });
    // Nothing waits for it but its jobs.
    child.unref();
    child.channel?.unref();
    child.on("error", () => undefined);
    child.on("exit", () => {
      if (this.#child === child) this.#child = null;
    });
    return child;
  }

  #end(): void {
    if (this.#idle) clearTimeout(this.#idle);
    this.#child?.kill("SIGKILL");
    this.#child = null;
  }
}

/** What the system says that a process holds; 0 where it says nothing. */
function residentBytes({ pid }: ChildProcess): number {
  try {
    const [, resident = "0"] = readFileSync(`/proc/${String(pid)}/statm`, "utf8").split(" ");
    return Number(resident) * PAGE_BYTES;
  } catch {
    return 0;
  }
}
