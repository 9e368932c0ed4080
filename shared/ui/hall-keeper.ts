/** Keeps what anyone may know of the hall: loads it, again and again until the hub answers, and anew when told. */
import type { HallNow } from "../wire/hall.ts";
import { request, type ApiAnswer } from "./api.ts";

const retryMillis = 5_000;

export interface HallKeeperOptions {
  /** How the hub is asked; by default the one that served the page. */
  readonly ask?: () => Promise<ApiAnswer<HallNow>>;
  /** The hub did not tell; it is asked again soon. */
  readonly failed?: () => void;
  /** How long after an answer to ask anew; without it only when told. */
  readonly everyMillis?: number;
}

export class HallKeeper {
  private timer: ReturnType<typeof setTimeout> | undefined;
  private asked = 0;
  /** Which question the hall that is known answered. */
  private answered = 0;
  private isClosed = false;

  constructor(
    private readonly changed: (hall: HallNow) => void,
    private readonly options: HallKeeperOptions = {},
  ) {}

  /** Asks the hub; an answer that a later question's has overtaken is dropped. */
  load(): Promise<void> {
    return this.isClosed ? Promise.resolve() : this.question();
  }

  /** Asks no more, and tells no more of what was asked. */
  close(): void {
    this.isClosed = true;
    clearTimeout(this.timer);
  }

  private async question(): Promise<void> {
    clearTimeout(this.timer);
    this.asked += 1;
    const question = this.asked;
    const answer = await (this.options.ask ?? askHub)();
    if (this.isClosed || question < this.answered) return;
    if (question === this.asked) this.askAgain(answer.ok ? this.options.everyMillis : retryMillis);
    if (!answer.ok) {
      this.options.failed?.();
      return;
    }
    this.answered = question;
    this.changed(answer.value);
  }

  private askAgain(millis: number | undefined): void {
    if (millis !== undefined) this.timer = setTimeout(() => void this.load(), millis);
  }
}

function askHub(): Promise<ApiAnswer<HallNow>> {
  return request<HallNow>("GET", "/api/hall");
}
