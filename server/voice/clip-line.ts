/** The line of clips that are to be made: one at a time, those that somebody waits for first. */
import type { Clip, Urgency } from "../commands/voice-port.ts";

interface Job {
  readonly name: string;
  readonly make: () => Promise<Clip | null>;
  readonly done: (clip: Clip | null) => void;
}

/** What may be needed soon is not worth a longer line; the oldest guess goes. */
const MOST_LIKELY = 200;
/** Screens wait less than a second: of more than so many the oldest are no longer waited for. */
const MOST_CALLED = 60;

export class ClipLine {
  #called: Job[] = [];
  #likely: Job[] = [];
  /** By name, what is in line or being made. */
  readonly #coming = new Map<string, Promise<Clip | null>>();
  #isMaking = false;

  get length(): number {
    return this.#coming.size;
  }

  /** Makes a clip in its turn, once however many ask. Answers null where it was not made. */
  take(name: string, urgency: Urgency, make: () => Promise<Clip | null>): Promise<Clip | null> {
    const coming = this.#coming.get(name);
    if (coming) {
      if (urgency === "called") this.#hurry(name);
      return coming;
    }
    const clip = new Promise<Clip | null>((resolve) => {
      const job: Job = {
        name,
        make,
        done: (made) => {
          this.#coming.delete(name);
          resolve(made);
        },
      };
      if (urgency === "called") this.#called.push(job);
      else this.#likely.push(job);
    });
    this.#coming.set(name, clip);
    if (this.#called.length > MOST_CALLED) this.#called.shift()?.done(null);
    if (this.#likely.length > MOST_LIKELY) this.#likely.shift()?.done(null);
    if (!this.#isMaking) void this.#makeAll();
    return clip;
  }

  /** Nothing that is still in line is made. */
  clear(): void {
    for (const job of [...this.#called.splice(0), ...this.#likely.splice(0)]) job.done(null);
  }

  #hurry(name: string): void {
    const job = this.#likely.find((each) => each.name === name);
    if (!job) return;
    this.#likely = this.#likely.filter((each) => each !== job);
    this.#called.push(job);
  }

  async #makeAll(): Promise<void> {
    this.#isMaking = true;
    for (let job = this.#next(); job; job = this.#next()) {
      // What goes wrong with an engine is said there; here it is a clip that was not made.
      job.done(await job.make().catch(() => null));
    }
    this.#isMaking = false;
  }

  #next(): Job | undefined {
    return this.#called.shift() ?? this.#likely.shift();
  }
}
