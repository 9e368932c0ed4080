/** Looks after the machine's clock: tells when it is doubted and when no more, and asks the time service meanwhile. */
import type { Millis } from "../../shared/domain/vocabulary.ts";
import { isRefusal } from "../../shared/domain/refusal.ts";
import type { Sight } from "../domain/sight.ts";
import { confirmByTimeService } from "./confirm-clock.ts";
import type { Context } from "./context.ts";
import type { TimeService } from "./ports.ts";

/** Asking starts a program. */
const ASK_MILLIS = 30_000;
/** A clock that moved by more than this while the service was asked is not the one it spoke of. */
const STEADY_MILLIS = 10_000;

export interface ClockWatchOptions {
  readonly context: Pick<Context, "writer" | "store" | "moments">;
  readonly timeService: TimeService;
  /** Milliseconds that only ever rise, counted from anywhere. */
  readonly millis: () => Millis;
  /** Hears of each change of the doubt. */
  readonly onChange: (sight: Sight) => void;
  readonly onFailure: (error: unknown) => void;
}

export class ClockWatch {
  #doubt: Sight["doubt"] = null;
  #askedAt = Number.NEGATIVE_INFINITY;

  constructor(private readonly options: ClockWatchOptions) {}

  /** To be called every few seconds. Never rejects. */
  async look(): Promise<void> {
    try {
      this.#tell();
      if (this.#doubt === null || this.options.millis() - this.#askedAt < ASK_MILLIS) return;
      this.#askedAt = this.options.millis();
      await this.#ask();
      this.#tell();
    } catch (error) {
      this.options.onFailure(error);
    }
  }

  #tell(): void {
    const { sight } = this.options.context.writer;
    if (sight.doubt === this.#doubt) return;
    this.#doubt = sight.doubt;
    this.#askedAt = Number.NEGATIVE_INFINITY;
    this.options.onChange(sight);
  }

  async #ask(): Promise<void> {
    const { context, millis, timeService } = this.options;
    const { writer } = context;
    const [askedAt, machine] = [millis(), writer.sight.machine];
    if (!(await timeService.vouches())) return;
    const now = writer.sight.machine;
    if (Math.abs(now - machine - (millis() - askedAt)) > STEADY_MILLIS) return;
    const answer = await writer.submit(confirmByTimeService(context, now));
    // Not on disk, or changed meanwhile: it is asked again.
    if (isRefusal(answer)) this.#askedAt = Number.NEGATIVE_INFINITY;
  }
}
