/** Everything the panel knows, without a page. Dispatches `change` whenever something of it did. */
import { EmergencyDesk } from "../../shared/ui/emergency-desk.ts";
import { CounterWork } from "./counter-work.ts";
import type { Ticket } from "../../shared/wire/ticket.ts";
import { BookingDesk } from "./booking-desk.ts";
import { Desk } from "./desk.ts";
import { HallFeed } from "./hall-feed.ts";
import type { Ask, Line } from "./ports.ts";
import { Sender } from "./sender.ts";
import { SignIn } from "./session.ts";
import { Tally } from "./tally.ts";
import { TodayChanges } from "./today.ts";

/** How long to wait before the hub is asked again what it would not say. */
const retryMillis = 2_000;

export interface PanelOptions {
  readonly ask: Ask;
  readonly line: Line;
  /** Any clock that only goes forward, in milliseconds. */
  readonly monotonic: () => number;
}

export class PanelStore extends EventTarget {
  readonly signIn: SignIn;
  readonly sender: Sender;
  readonly feed: HallFeed;
  readonly work: CounterWork;
  readonly desk: Desk;
  readonly bookings: BookingDesk;
  readonly today: TodayChanges;
  readonly tally: Tally;
  readonly emergency: EmergencyDesk;
  private readonly line: Line;
  private isStarting = false;

  constructor({ ask, line, monotonic }: PanelOptions) {
    super();
    const { changed } = this;
    this.line = line;
    this.signIn = new SignIn(ask, changed);
    this.sender = new Sender({ ask, monotonic, changed });
    this.feed = new HallFeed({ ask, line, changed: this.fed, refused: this.signInEnded });
    this.work = new CounterWork({
      feed: this.feed,
      line,
      sender: this.sender,
      monotonic,
      clerk: () => this.signIn.user?.id ?? null,
      changed,
      signedOut: this.signInEnded,
    });
    this.desk = new Desk({ ask, sender: this.sender, changed });
    const checkedIn = (ticket: Ticket): void => void this.desk.look(ticket, true);
    this.bookings = new BookingDesk({ ask, sender: this.sender, changed, checkedIn });
    this.today = new TodayChanges({ sender: this.sender, changed });
    this.tally = new Tally({ sender: this.sender, changed });
    this.emergency = new EmergencyDesk({ ask, changed });
    line.addEventListener("status", this.lineChanged);
    void this.feed.loadHall();
    void this.start();
  }

  /** Whether commands can reach the hub and what they are about is known. */
  get isReachable(): boolean {
    return this.line.status === "live" && this.feed.queue !== null;
  }

  get isLineLost(): boolean {
    return this.line.status === "lost";
  }

  /** The hub's clock in epoch milliseconds. */
  get nowMillis(): number {
    return this.line.now();
  }

  async enter(user: string, password: string): Promise<void> {
    if (await this.signIn.enter(user, password)) this.settleSignIn(true);
  }

  /**
   * Closes the counter taken, if any, and signs out. Stays where the hub refuses: the reason is the work's trouble.
   * A counter left open by somebody gone would hold back those sent to it.
   */
  async leave(): Promise<void> {
    if (this.work.counter && !(await this.work.command({ type: "close" }))) return;
    const problem = await this.signIn.leave();
    if (problem) this.work.note(problem, "sign-out");
    else this.settleSignIn(true);
  }

  /** Learns who is signed in; asks again until the hub has said. */
  private async start(): Promise<void> {
    if (this.isStarting) return;
    this.isStarting = true;
    await this.signIn.check();
    this.isStarting = false;
    this.settleSignIn(false);
    if (this.signIn.state === "unknown") this.later(() => void this.start());
  }

  private settleSignIn(isLineOld: boolean): void {
    if (this.signIn.state === "in") {
      this.feed.follow(isLineOld);
      this.emergency.follow(this.line);
    }
    if (this.signIn.state === "out") {
      this.feed.leave();
      this.work.clear();
      this.desk.clear();
      this.bookings.clear();
      this.today.clear();
      this.tally.clear();
      this.emergency.leave();
    }
    this.fed();
  }

  /** The hub no longer knows this browser, or says so: it is asked once more before the page gives up. */
  private readonly signInEnded = (): void => {
    void this.signIn.check().then(() => {
      if (this.signIn.state === "in") this.later(() => this.settleSignIn(true));
      else this.settleSignIn(true);
    });
  };

  /** A page that was opened while the hub was away learns the rest at once when it is back. */
  private readonly lineChanged = (): void => {
    if (this.line.status === "live") {
      if (this.signIn.state === "unknown") void this.start();
      if (!this.feed.hall) void this.feed.loadHall();
    }
    this.changed();
  };

  private later(what: () => void): void {
    setTimeout(what, retryMillis);
  }

  private readonly fed = (): void => {
    this.work.refresh();
    if (this.feed.queue) this.desk.follow(this.feed.queue);
    const { counter } = this.work;
    if (counter) void this.feed.learnMisses(counter.number);
    this.changed();
  };

  private readonly changed = (): void => {
    this.dispatchEvent(new Event("change"));
  };
}
