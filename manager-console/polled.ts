/** Something of the hub's that a page shows and keeps up to date by asking again and again. */
import type { ReactiveController, ReactiveControllerHost } from "lit";
import type { ApiAnswer, ApiProblem } from "../shared/ui/api.ts";

export type Picture<T> =
  | { readonly is: "opening" }
  | { readonly is: "refused"; readonly problem: ApiProblem }
  /** Nothing could be learned yet. */
  | { readonly is: "away" }
  /** Not fresh: the hub is away, and this is what it said last. */
  | { readonly is: "here"; readonly value: T; readonly isFresh: boolean };

export interface PolledOptions<T> {
  readonly ask: () => Promise<ApiAnswer<T>>;
  readonly everyMillis: number;
}

/**
 * Asks while its host is on the page, and at once when somebody comes back to the window: the picture is then as old as
 * a resting browser lets its timers be. An answer that was overtaken by a later question is dropped.
 */
export class Polled<T> implements ReactiveController {
  private current: Picture<T> = { is: "opening" };
  private timer: ReturnType<typeof setTimeout> | undefined;
  private question = 0;

  constructor(
    private readonly host: ReactiveControllerHost,
    private readonly options: PolledOptions<T>,
  ) {
    host.addController(this);
  }

  get picture(): Picture<T> {
    return this.current;
  }

  /** What was last learned, fresh or not. */
  get value(): T | null {
    return this.current.is === "here" ? this.current.value : null;
  }

  hostConnected(): void {
    window.addEventListener("focus", this.onFocus);
    void this.refresh();
  }

  hostDisconnected(): void {
    window.removeEventListener("focus", this.onFocus);
    this.question += 1;
    clearTimeout(this.timer);
  }

  /** Forgets what was learned and asks anew: for when the question itself has changed. */
  async restart(): Promise<void> {
    this.current = { is: "opening" };
    this.host.requestUpdate();
    await this.refresh();
  }

  /** Asks now: after a command the page must not wait for the next turn. */
  async refresh(): Promise<void> {
    clearTimeout(this.timer);
    this.question += 1;
    const question = this.question;
    const answer = await this.options.ask();
    if (question !== this.question) return;
    this.current = this.pictureOf(answer);
    this.host.requestUpdate();
    this.timer = setTimeout(() => void this.refresh(), this.options.everyMillis);
  }

  private readonly onFocus = (): void => void this.refresh();

  private pictureOf(answer: ApiAnswer<T>): Picture<T> {
    if (answer.ok) return { is: "here", value: answer.value, isFresh: true };
    if (answer.problem.code !== "hub-away") return { is: "refused", problem: answer.problem };
    return this.current.is === "here" ? { ...this.current, isFresh: false } : { is: "away" };
  }
}
