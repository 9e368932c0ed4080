/** Ends an emergency at its instant: between two looks at the hour nobody would, and every screen waits for it. */
import type { Writer } from "./writer.ts";

/** The hall's clock may stand while it is doubted; it is asked again no faster than this. */
const LEAST_MILLIS = 250;

export class EmergencyTimer {
  #timer: NodeJS.Timeout | undefined;

  constructor(private readonly writer: Pick<Writer, "state" | "now" | "submit">) {
    this.look();
  }

  /** To be called after every commit. */
  look(): void {
    clearTimeout(this.#timer);
    const { emergency } = this.writer.state;
    if (!emergency) return;
    const left = Math.max(LEAST_MILLIS, emergency.until - this.writer.now());
    // An empty task is enough: the writer looks at the hour before every commit.
    this.#timer = setTimeout(
      () =>
        void this.writer
          .submit(() => null)
          .then(() => {
            this.look();
          }),
      left,
    ).unref();
  }

  stop(): void {
    clearTimeout(this.#timer);
  }
}
