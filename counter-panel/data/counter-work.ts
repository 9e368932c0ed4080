/** One clerk's work at the counter taken: the ticket in hand, what is chosen and asked about it, and the commands. */
import type { ApiAnswer, ApiProblem } from "../../shared/ui/api.ts";
import type { LiveEvent } from "../../shared/ui/hub.ts";
import type { Counter } from "../../shared/wire/counter.ts";
import type { CounterEvent, NextAtCounter } from "../../shared/wire/live.ts";
import type { Ticket, TicketAndNext } from "../../shared/wire/ticket.ts";
import {
  counterBody,
  counterPath,
  kindOf,
  isTicketCommand,
  ticketBody,
  ticketPath,
  type CounterCommand,
  type PanelCommand,
} from "./commands.ts";
import { deliveryIn, type Delivery } from "./delivery.ts";
import type { HallFeed } from "./hall-feed.ts";
import type { Line } from "./ports.ts";
import { counterOf, inHandOf } from "./queue-state.ts";
import { settleMillis, type Sender } from "./sender.ts";
import { mainStep, type MainStep } from "./steps.ts";
import type { Choice, Left, Notice, Question, Trouble } from "./work-parts.ts";

export interface CounterWorkOptions {
  readonly feed: HallFeed;
  readonly line: Line;
  readonly sender: Sender;
  readonly monotonic: () => number;
  /** Id of the user signed in. */
  readonly clerk: () => string | null;
  readonly changed: () => void;
  readonly signedOut: () => void;
}

const lane = "counter";
/** The question takes the button's place: the second half of a double click must not answer it. */
const questionSettleMillis = 500;

export class CounterWork {
  choice: Choice = { outcome: null, quantity: 1 };
  question: Question | null = null;
  trouble: Trouble | null = null;
  delivery: Delivery | null = null;
  notice: Notice | null = null;
  /** What left this counter last, to be named while nothing is in hand. */
  left: Left | null = null;
  /** Id of the ticket that the hub would call next here. */
  next: string | null = null;
  /** When the hub was last asked for the next and had nobody, in epoch milliseconds; null once somebody comes. */
  nobodyAt: number | null = null;
  private before: { readonly counter: Counter | null; readonly inHand: Ticket | null } = {
    counter: null,
    inHand: null,
  };
  private watches: readonly (() => void)[] = [];
  private isClosing = false;
  private mainAnsweredAt = Number.NEGATIVE_INFINITY;

  constructor(private readonly options: CounterWorkOptions) {}

  get counter(): Counter | null {
    const clerk = this.options.clerk();
    const { queue } = this.options.feed;
    return queue && clerk !== null ? counterOf(queue, clerk) : null;
  }

  get inHand(): Ticket | null {
    const { counter } = this;
    const { queue } = this.options.feed;
    return counter && queue ? inHandOf(queue, counter) : null;
  }

  /** What is on its way at the counter, or null. */
  get busy(): string | null {
    return this.options.sender.busy(lane);
  }

  /** The big button. What it does changes with what it did, so that a bounce of one press must not count as the next. */
  async pressMain(): Promise<void> {
    const { counter, inHand } = this;
    if (!counter || this.question || this.options.monotonic() - this.mainAnsweredAt < settleMillis) return;
    const step = mainStep(counter, inHand);
    if (step === "ask-then-next" || step === "ask-then-stop") {
      this.askArrived(step === "ask-then-next");
      return;
    }
    await this.takeStep(step);
    this.mainAnsweredAt = this.options.monotonic();
  }

  /** Finishes the ticket in hand and calls nobody. */
  async pressFinish(): Promise<void> {
    if (this.inHand?.state === "called") this.askArrived(false);
    else await this.finish(false);
  }

  /** Answers whether the one called came. */
  async answer(hasCome: boolean): Promise<void> {
    const { question } = this;
    if (!question || this.options.monotonic() - question.askedAt < questionSettleMillis) return;
    const { ticket, next } = question;
    await this.command(
      hasCome ? { type: "finish", ticket, arrived: true, ...this.choice, next } : { type: "miss", ticket, next },
    );
  }

  /**
   * Takes a missed one back who stands at the counter. With nothing in hand that is all there is to press: nobody else
   * goes before, and nobody needs to hear a number that is here already.
   */
  async takeBack(ticket: string): Promise<void> {
    const isFree = this.inHand === null && this.counter?.state === "open";
    const isBack = await this.command({ type: "requeue", ticket, isNextHere: true });
    if (isBack && isFree) await this.command({ type: "call-next", silent: true });
  }

  choose(choice: Partial<Choice>): void {
    this.choice = { ...this.choice, ...choice };
    this.options.changed();
  }

  dismiss(what: "question" | "notice" | "trouble"): void {
    this[what] = null;
    this.options.changed();
  }

  /** Nobody is signed in any more: what was refused, asked or told was for who has gone. */
  clear(): void {
    this.trouble = this.question = this.notice = null;
  }

  /** Says what was refused; a hub that knows nobody here ends the page's sign-in. */
  note(problem: ApiProblem, of: Trouble["of"], ticket: string | null = null): void {
    this.trouble = { ...problem, of, ticket };
    if (problem.code === "not-signed-in") this.options.signedOut();
    this.options.changed();
  }

  /** Takes a counter that is closed, or one whose machine is gone. */
  async take(counter: number, how: "open" | "take-over"): Promise<void> {
    this.notice = null;
    await this.atCounter(counter, { type: how });
  }

  /** Any command; those of a counter go to the one taken. Whether it was done. */
  async command(command: PanelCommand): Promise<boolean> {
    if (!isTicketCommand(command)) {
      const { counter } = this;
      return counter !== null && this.atCounter(counter.number, command);
    }
    const answer = await this.options.sender.send<Ticket>({
      lane: `ticket/${command.ticket}`,
      kind: command.type,
      path: ticketPath(command),
      body: ticketBody(command),
      ...(command.type === "legs" && { method: "PATCH" as const }),
    });
    if (answer) this.settle(command, answer);
    return answer?.ok === true;
  }

  /** The queue or the one signed in has changed: what belonged to the counter or the ticket before is over. */
  refresh(): void {
    const { counter, inHand } = this;
    const { before } = this;
    this.before = { counter, inHand };
    if (before.counter?.number !== counter?.number) this.changedCounter(before.counter, counter);
    if (!isSameWork(before.inHand, inHand)) {
      this.options.sender.moveOn(lane);
      this.choice = { outcome: null, quantity: this.filesAtOnce(inHand) };
      this.trouble = null;
    }
    if (before.inHand?.id !== inHand?.id || before.inHand?.calls !== inHand?.calls) this.delivery = null;
    if (this.question && (inHand?.id !== this.question.ticket || inHand.state !== "called")) this.question = null;
    if (inHand) this.nobodyAt = this.left = null;
  }

  private changedCounter(before: Counter | null, counter: Counter | null): void {
    const now = before && this.options.feed.queue?.counters.get(before.number);
    if (now && !counter && !this.isClosing) this.notice = { type: now.clerk ? "taken-over" : "closed", counter: now };
    this.isClosing = false;
    this.nobodyAt = null;
    this.left = this.next = this.delivery = this.trouble = this.question = null;
    for (const stop of this.watches) stop();
    this.watches = counter ? this.watchCounter(`counter/${String(counter.number)}`) : [];
  }

  /** What is in hand comes with the queue; here only what screens have shown, and who is next. Both have the wire's shapes. */
  private watchCounter(topic: string): readonly (() => void)[] {
    const { line, changed } = this.options;
    const next = (told: NextAtCounter): void => {
      this.next = told.ticket;
      changed();
    };
    return [
      line.watch(topic, {
        snapshot: () => undefined,
        event: (event) => {
          this.delivery = deliveryIn(event as CounterEvent) ?? this.delivery;
          changed();
        },
      }),
      line.watch(`${topic}/next`, {
        snapshot: (data) => next(data as NextAtCounter),
        event: (event) => next(event as LiveEvent & NextAtCounter),
      }),
    ];
  }

  private async takeStep(step: Exclude<MainStep, "ask-then-next" | "ask-then-stop">): Promise<boolean> {
    switch (step) {
      case "call-next":
        return this.command({ type: "call-next" });
      case "reopen":
        return this.command({ type: "open" });
      case "finish-and-next":
      case "finish":
        return this.finish(step === "finish-and-next");
      default:
        return step satisfies never;
    }
  }

  private async finish(next: boolean): Promise<boolean> {
    const { inHand } = this;
    return inHand !== null && this.command({ type: "finish", ticket: inHand.id, arrived: false, ...this.choice, next });
  }

  /** As many files as one turn allows. */
  private filesAtOnce(inHand: Ticket | null): number {
    return Math.min(inHand?.matters ?? 1, this.options.feed.hall?.rules.maxMatters ?? Infinity);
  }

  private askArrived(next: boolean): void {
    const { inHand } = this;
    if (!inHand) return;
    this.question = { ticket: inHand.id, next, askedAt: this.options.monotonic() };
    this.trouble = null;
    this.options.changed();
  }

  private async atCounter(counter: number, command: CounterCommand): Promise<boolean> {
    this.isClosing = command.type === "close";
    const answer = await this.options.sender.send<Ticket | TicketAndNext>({
      lane,
      kind: kindOf(command),
      path: counterPath(counter, command),
      body: counterBody(command),
    });
    if (!answer) return false;
    if (answer.ok) this.remember(command, answer.value);
    this.settle(command, answer);
    return answer.ok;
  }

  /** Keeps what left the counter with this command, and where to. */
  private remember(command: CounterCommand, answered: Ticket | TicketAndNext): void {
    switch (command.type) {
      case "finish":
      case "miss": {
        // These two answer the ticket that ended and the one called with it.
        const { ticket, next } = answered as TicketAndNext;
        this.left = next === null ? { ticket, to: null } : null;
        this.question = null;
        this.nobodyAt = command.next && next === null ? this.options.line.now() : null;
        return;
      }
      // The others answer the ticket itself.
      case "hold":
        this.left = { ticket: answered as Ticket, to: null };
        return;
      case "transfer":
        this.left = { ticket: answered as Ticket, to: { service: command.service, counter: command.to } };
        return;
      case "undo":
        this.left = null;
        return;
      default:
    }
  }

  private settle(command: PanelCommand, answer: ApiAnswer<unknown>): void {
    if (answer.ok) {
      this.trouble = null;
    } else {
      this.isClosing = false;
      if (answer.problem.code !== "nobody-waiting") {
        this.note(answer.problem, command.type, "ticket" in command ? command.ticket : null);
        return;
      }
      this.nobodyAt = this.options.line.now();
      this.trouble = null;
    }
    this.options.changed();
  }
}

/** The next service of a visit, or the rest of its files, is other work, though the number stays. */
function isSameWork(before: Ticket | null, now: Ticket | null): boolean {
  return before?.id === now?.id && before?.service === now?.service && before?.matters === now?.matters;
}
