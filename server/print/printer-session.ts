/**
 * How one slip is given to a printer, whatever carries the bytes: ask how it stands, send, ask again, hang up.
 * A printer that answers must answer: silence is a failure. One that never does has only its manners to go by: it keeps
 * the line open until the hub is done, and then closes its own side too. See docs/decisions/0003-printing.md.
 */
import type { Millis } from "../../shared/domain/vocabulary.ts";
import type {
  PrinterCondition,
  PrinterTransport,
  PrintOutcome,
  PrintSession,
  ReadyCondition,
  TransportProblem,
} from "./port.ts";
import { PrinterHabits } from "./printer-habits.ts";
import type { Connect, PrintDeadlines, PrinterLink, Unreached } from "./printer-link.ts";
import { ask, conditionOf, questions, type Asked, type Question } from "./printer-status.ts";

/** A printer that has been reached, and what it has said of itself. */
interface Reached {
  readonly link: PrinterLink;
  readonly condition: ReadyCondition;
  /** The questions it must answer after a slip too. */
  readonly toConfirm: readonly Question[];
}

/** A printer behind a way to connect to it. */
export class LinkedPrinter implements PrinterTransport {
  readonly #habits = new PrinterHabits();
  #link: PrinterLink | null = null;

  constructor(
    private readonly connect: Connect,
    private readonly deadlines: PrintDeadlines,
  ) {}

  async open(): Promise<PrintSession | Unreached> {
    const reached = await this.#reach({ isProbe: false });
    if ("problem" in reached) return reached;
    return {
      condition: reached.condition,
      send: (slip) => this.#send(reached, slip),
      abandon: () => this.#abandon(reached.link),
    };
  }

  async probe(): Promise<PrinterCondition> {
    const reached = await this.#reach({ isProbe: true });
    if ("problem" in reached) return conditionAfter(reached.problem);
    await this.#abandon(reached.link);
    return reached.condition;
  }

  forget(): void {
    this.#habits.forget();
  }

  abort(): void {
    this.#link?.drop();
  }

  /** Connects and asks; a probe also asks what the printer is known not to answer. */
  async #reach({ isProbe }: { readonly isProbe: boolean }): Promise<Reached | Unreached> {
    const trouble = this.#habits.isInDoubt ? await this.#tryOut() : null;
    if (trouble !== null) return { problem: trouble };
    let wanted = this.#habits.wanted({ all: isProbe });
    let bytes: Asked["bytes"] = {};
    for (;;) {
      const link = await this.#dial();
      if ("problem" in link) return link;
      const asked = link.canAnswer ? await this.#ask(link, wanted, this.deadlines.status) : nothingAsked;
      bytes = { ...bytes, ...asked.bytes };
      const problem = link.failure ?? this.#problemAfter(asked.silentAt);
      if (problem !== null) return this.#giveUp(link, problem);
      wanted = asked.silentAt === null ? [] : wanted.slice(wanted.indexOf(asked.silentAt) + 1);
      const isMute = asked.silentAt === questions[0];
      if (asked.silentAt === null || isMute || (isProbe && wanted.length === 0)) return this.#found(link, bytes);
      // A late answer must not be taken for that to another question: on with a line on which nothing is owed.
      await this.#abandon(link);
    }
  }

  async #found(link: PrinterLink, bytes: Asked["bytes"]): Promise<Reached | Unreached> {
    const answered = questions.filter((question) => bytes[question] !== undefined);
    const condition = answered.length === 0 ? null : conditionOf(bytes);
    const problem = condition === null ? null : problemIn(condition);
    if (problem !== null) return this.#giveUp(link, problem);
    return { link, condition: readyOr(condition), toConfirm: this.#habits.mustConfirm ? answered : [] };
  }

  async #dial(): Promise<PrinterLink | Unreached> {
    const link = await this.connect();
    if ("problem" in link) this.#habits.away();
    else this.#link = link;
    return link;
  }

  async #ask(link: PrinterLink, wanted: readonly Question[], deadline: Millis): Promise<Asked> {
    const asked = await ask(link, wanted, (question) => deadline * this.#habits.patienceWith(question));
    for (const question of questions) if (asked.bytes[question] !== undefined) this.#habits.answered(question);
    return asked;
  }

  /** What it means that no answer came to a question: a problem where it is the first, in a printer that answers. */
  #problemAfter(silentAt: Question | null): TransportProblem | null {
    if (silentAt === null) return null;
    if (silentAt === questions[0]) return this.#habits.isMuteAfterSilence() ? null : "timeout";
    this.#habits.silentAt(silentAt);
    return null;
  }

  /** A mute printer that failed with a slip must take an empty connection as it should before it gets another slip. */
  async #tryOut(): Promise<TransportProblem | null> {
    const link = await this.#dial();
    if ("problem" in link) return link.problem;
    await link.quiet(this.deadlines.linger);
    const mustClose = this.#habits.closes === "yes";
    const deadline = mustClose ? this.#closeDeadline() : this.deadlines.linger;
    const farewell = link.failure === null ? await link.finish(deadline) : "broken";
    if (farewell === "broken") {
      link.drop();
      return link.failure ?? "closed-early";
    }
    if (farewell === "silent" && mustClose) return this.#habits.isAnotherAfterSilence() ? null : "timeout";
    this.#habits.isItselfAgain();
    return null;
  }

  async #send({ link, condition, toConfirm }: Reached, slip: Buffer): Promise<PrintOutcome> {
    if (link.failure !== null) return this.#failed(link, link.failure, false);
    const problem = await link.write(slip, this.deadlines.write);
    if (problem !== null) return this.#failed(link, problem, true);
    return toConfirm.length > 0 ? this.#confirm(link, toConfirm) : this.#watchManners(link, condition);
  }

  /** Asks at once and again when the slip has had its time to print: paper may run out in the middle of it. */
  async #confirm(link: PrinterLink, wanted: readonly Question[]): Promise<PrintOutcome> {
    const taken = await this.#askAfter(link, wanted);
    if ("printed" in taken) return taken;
    this.#habits.confirmed();
    await link.quiet(this.deadlines.settle);
    const out = await this.#askAfter(link, wanted);
    if ("printed" in out) return out;
    await this.#abandon(link);
    return { printed: true, condition: out.condition };
  }

  async #askAfter(
    link: PrinterLink,
    wanted: readonly Question[],
  ): Promise<PrintOutcome | { readonly condition: ReadyCondition }> {
    const { bytes, silentAt } = await this.#ask(link, wanted, this.deadlines.confirm);
    if (link.failure !== null) return this.#failed(link, link.failure, true);
    if (silentAt !== null) {
      return this.#habits.isBelievedUnconfirmed()
        ? this.#watchManners(link, "unknown")
        : this.#failed(link, "timeout", true);
    }
    const condition = conditionOf(bytes);
    const problem = problemIn(condition);
    return problem === null ? { condition: readyOr(condition) } : this.#failed(link, problem, true);
  }

  async #watchManners(link: PrinterLink, condition: ReadyCondition): Promise<PrintOutcome> {
    await link.quiet(this.deadlines.linger);
    if (link.failure !== null) return this.#failed(link, link.failure, true);
    const farewell = await link.finish(this.#closeDeadline());
    if (farewell === "broken") return this.#failed(link, "closed-early", true);
    if (farewell === "closed") this.#habits.closed();
    else if (!this.#habits.isBelievedUnclosed()) return this.#failed(link, "timeout", true);
    return { printed: true, condition };
  }

  #closeDeadline(): Millis {
    const { closes, patience } = this.#habits;
    return closes === "no" ? this.deadlines.linger : this.deadlines.close * patience;
  }

  #failed(link: PrinterLink, problem: TransportProblem, bytesSent: boolean): PrintOutcome {
    link.drop();
    if (bytesSent) this.#habits.failed();
    return { printed: false, problem, bytesSent };
  }

  async #giveUp(link: PrinterLink, problem: TransportProblem): Promise<Unreached> {
    await this.#abandon(link);
    return { problem };
  }

  async #abandon(link: PrinterLink): Promise<void> {
    // Nothing depends on how it ends, so nobody waits long for it.
    if (link.failure === null) await link.finish(this.deadlines.linger);
    else link.drop();
  }
}

const nothingAsked: Asked = { bytes: {}, silentAt: null };

/** How a printer is to be called after a problem with it. */
export function conditionAfter(problem: TransportProblem): PrinterCondition {
  return problem === "paper-out" || problem === "cover-open" ? problem : "offline";
}

function problemIn(condition: PrinterCondition): TransportProblem | null {
  return condition === "paper-out" || condition === "cover-open" || condition === "offline" ? condition : null;
}

/** A condition without a problem; no answer is `unknown`. */
function readyOr(condition: PrinterCondition | null): ReadyCondition {
  return condition === "ready" || condition === "paper-low" ? condition : "unknown";
}
