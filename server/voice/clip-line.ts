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
  #first: Job[] = [];
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
      if (urgency !== "likely") this.#hurry(name, urgency);
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
      if (urgency === "emergency") this.#first.push(job);
      else if (urgency === "called") this.#called.push(job);
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
    for (const line of [this.#first, this.#called, this.#likely]) for (const job of line.splice(0)) job.done(null);
  }

  #hurry(name: string, urgency: "emergency" | "called"): void {
    const slower = urgency === "emergency" ? [...this.#called, ...this.#likely] : this.#likely;
    const job = slower.find((each) => each.name === name);
    if (!job) return;
    this.#called = this.#called.filter((each) => each !== job);
    this.#likely = this.#likely.filter((each) => each !== job);
    (urgency === "emergency" ? this.#first : this.#called).push(job);
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
    return this.#first.shift() ?? this.#called.shift() ?? this.#likely.shift();
  }
}
