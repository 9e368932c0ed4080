/**
 * The line of clips that are to be made, one at a time. What somebody waits for goes first, and does not wait for what is
 * only likely either: a slow voice may be at a long guess for seconds.
 */
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
  #isMakingWanted = false;
  #isMakingLikely = false;

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
    this.#begin();
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
    this.#begin();
  }

  #begin(): void {
    if (!this.#isMakingWanted) void this.#makeWanted();
    if (!this.#isMakingLikely) void this.#makeLikely();
  }

  async #makeWanted(): Promise<void> {
    this.#isMakingWanted = true;
    for (let job = this.#nextWanted(); job; job = this.#nextWanted()) await finish(job);
    this.#isMakingWanted = false;
    if (!this.#isMakingLikely) void this.#makeLikely();
  }

  /** No guess is begun while something is waited for. */
  async #makeLikely(): Promise<void> {
    this.#isMakingLikely = true;
    for (let job = this.#nextLikely(); job; job = this.#nextLikely()) await finish(job);
    this.#isMakingLikely = false;
  }

  #nextWanted(): Job | undefined {
    return this.#first.shift() ?? this.#called.shift();
  }

  #nextLikely(): Job | undefined {
    return this.#isMakingWanted ? undefined : this.#likely.shift();
  }
}

async function finish({ make, done }: Job): Promise<void> {
  // What goes wrong with an engine is said there; here it is a clip that was not made.
  done(await make().catch(() => null));
}
