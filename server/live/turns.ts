/**
 * Keeps the past from crowding out the present: of all that clients have missed, so much is told in one turn of the
 * event loop, whoever asks and however often. The rest waits in line while requests and new events pass.
 */

/** Tells some of what was missed; answers what it took, in frames. */
export type Job = () => number;

/** Frames in a turn: a few milliseconds' work. */
const FRAMES_A_TURN = 256;

export class Turns {
  #left = FRAMES_A_TURN;
  readonly #line: Job[] = [];
  #isRunning = false;
  #isNextDue = false;

  /** @param nextTurn runs something once all that is waiting now has had its turn. */
  constructor(private readonly nextTurn: (run: () => void) => void = setImmediate) {}

  /** Does a job, at once where this turn has room left for it. A job must not throw. */
  take(job: Job): void {
    this.#line.push(job);
    if (!this.#isRunning) this.#run();
  }

  #run(): void {
    this.#isRunning = true;
    while (this.#left > 0) {
      const job = this.#line.shift();
      if (!job) break;
      this.#left -= job();
    }
    this.#isRunning = false;
    if (this.#left === FRAMES_A_TURN || this.#isNextDue) return;
    this.#isNextDue = true;
    this.nextTurn(() => {
      this.#isNextDue = false;
      this.#left = FRAMES_A_TURN;
      this.#run();
    });
  }
}
