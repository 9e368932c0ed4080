/** Whether the journal can be written, for whoever watches the hub. */
import { probe, type Writer } from "./writer.ts";

/** So long one try answers everybody who asks: strangers may ask, and each try is a commit. */
const FRESH_MILLIS = 2000;

export class JournalWatch {
  #tried = Promise.resolve<unknown>(null);
  #triedAt = Number.NEGATIVE_INFINITY;

  /** `millis` only ever rises; it counts from anywhere. */
  constructor(
    private readonly writer: Pick<Writer, "submit" | "isWritable">,
    private readonly millis: () => number,
  ) {}

  /** Tries it, unless that was done a moment ago. What others have written or failed to write since counts as well. */
  async isWritable(): Promise<boolean> {
    const now = this.millis();
    if (now - this.#triedAt >= FRESH_MILLIS) {
      this.#triedAt = now;
      this.#tried = this.writer.submit(probe);
    }
    await this.#tried;
    return this.writer.isWritable;
  }
}
