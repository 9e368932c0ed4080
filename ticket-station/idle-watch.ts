/** Notices that nobody is there: after a minute without a touch it asks, fifteen seconds later it gives the page back. */

const idleSeconds = 60;
const askSeconds = 15;

export interface IdleListener {
  /** Asked, and still unanswered: so many seconds are left. */
  asking(secondsLeft: number): void;
  /** Nobody needs to be asked any longer: somebody touched, or the page is no longer to be given back. */
  answered(): void;
  /** Nobody answered. */
  left(): void;
}

/** Runs only between `touched()` and `rest()`; a page that nobody has begun with does not ask. */
export class IdleWatch {
  private timer: ReturnType<typeof setTimeout> | undefined;
  private isAsking = false;

  constructor(private readonly listener: IdleListener) {}

  /** Somebody is there. */
  touched(): void {
    this.rest();
    this.timer = setTimeout(() => this.ask(askSeconds), idleSeconds * 1000);
  }

  /** There is nothing to give back: what stood on the page while it was asking has been answered too. */
  rest(): void {
    clearTimeout(this.timer);
    if (!this.isAsking) return;
    this.isAsking = false;
    this.listener.answered();
  }

  private ask(secondsLeft: number): void {
    if (secondsLeft === 0) {
      this.isAsking = false;
      this.listener.left();
      return;
    }
    this.isAsking = true;
    this.listener.asking(secondsLeft);
    this.timer = setTimeout(() => this.ask(secondsLeft - 1), 1000);
  }
}
