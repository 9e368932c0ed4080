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
import { askCondition, PrinterHabits, type StatusLine } from "./printer-status.ts";

/** How long each step may take, in milliseconds. */
export interface PrintDeadlines {
  readonly connect: Millis;
  /** For the answer to one status question before a slip. */
  readonly status: Millis;
  /** For the printer to take the whole slip. */
  readonly write: Millis;
  /** For the answer to one status question after a slip, when the printer may be busy. */
  readonly confirm: Millis;
  /** Between the first confirmation and the second: about as long as a slip takes to print. */
  readonly settle: Millis;
  /** How long a silent printer must keep the line open after the slip; a shorter time is hanging up on it. */
  readonly linger: Millis;
  /** For the printer to close its side once the hub has closed its own. */
  readonly close: Millis;
}

export const usualDeadlines: PrintDeadlines = {
  connect: 3000,
  status: 1000,
  write: 5000,
  confirm: 3000,
  settle: 800,
  linger: 400,
  close: 3000,
};

/** `closed`: the other side has closed too; `silent`: it has not, in time; `broken`: it broke off. */
export type Farewell = "closed" | "silent" | "broken";

/** Something that carries bytes to one printer. No promise of it rejects. */
export interface PrinterLink extends StatusLine {
  /** Whether answers can come back at all. */
  readonly canAnswer: boolean;
  /** Hands the bytes over whole; the problem where that failed. */
  write(bytes: Buffer, deadline: Millis): Promise<TransportProblem | null>;
  /** Waits; ends early when the link fails. */
  quiet(millis: Millis): Promise<void>;
  /** Closes the hub's side and waits for the other; gives the link up. */
  finish(deadline: Millis): Promise<Farewell>;
  /** Gives the link up at once. */
  drop(): void;
}

export type Connect = () => Promise<PrinterLink | { readonly problem: TransportProblem }>;

/** Slips that a printer may take without any sign of life before it is believed to be a mute one that prints. */
const MUTE_SLIPS = 3;
/** Silences in a row after which a printer that used to answer counts as another one. */
const SILENCES = 3;

/** A printer behind a way to connect to it. */
export class LinkedPrinter implements PrinterTransport {
  readonly #habits = new PrinterHabits();
  #link: PrinterLink | null = null;

  constructor(
    private readonly connect: Connect,
    private readonly deadlines: PrintDeadlines,
  ) {}

  async open(): Promise<PrintSession | { readonly problem: TransportProblem }> {
    const reached = await this.#reach({ asksAnew: false });
    if ("problem" in reached) return reached;
    const { link, condition } = reached;
    return {
      condition,
      send: (slip) => this.#send(link, slip, condition),
      abandon: () => this.#abandon(link),
    };
  }

  async probe(): Promise<PrinterCondition> {
    const reached = await this.#reach({ asksAnew: true });
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

  /** Connects and asks, unless this printer is known not to answer. */
  async #reach({
    asksAnew,
  }: {
    readonly asksAnew: boolean;
  }): Promise<
    { readonly link: PrinterLink; readonly condition: ReadyCondition } | { readonly problem: TransportProblem }
  > {
    const link = await this.connect();
    if ("problem" in link) return link;
    this.#link = link;
    const asks = link.canAnswer && (asksAnew || this.#habits.answers !== "no");
    const condition = asks ? await askCondition(link, this.#habits, this.deadlines.status) : null;
    const problem = link.failure ?? (condition === null ? this.#afterSilence(asks) : problemIn(condition));
    if (problem === null) return { link, condition: readyOr(condition) };
    await this.#abandon(link);
    return { problem };
  }

  /** What it means that no answer came: a problem in a printer that has answered before. */
  #afterSilence(wasAsked: boolean): TransportProblem | null {
    if (!wasAsked) return null;
    if (this.#habits.answers === "yes") {
      this.#habits.silences += 1;
      if (this.#habits.silences < SILENCES) return "timeout";
    }
    this.#habits.answers = "no";
    return null;
  }

  async #send(link: PrinterLink, slip: Buffer, before: ReadyCondition): Promise<PrintOutcome> {
    if (link.failure !== null) return this.#failed(link, link.failure, false);
    const problem = await link.write(slip, this.deadlines.write);
    if (problem !== null) return this.#failed(link, problem, true);
    return before === "unknown" ? this.#watchManners(link) : this.#confirm(link);
  }

  /** Asks until the slip has had its time to print: paper may run out in the middle of it. */
  async #confirm(link: PrinterLink): Promise<PrintOutcome> {
    const first = await askCondition(link, this.#habits, this.deadlines.confirm);
    const problem = first === null ? (link.failure ?? "timeout") : problemIn(first);
    if (problem !== null) return this.#failed(link, problem, true);
    await link.quiet(this.deadlines.settle);
    const second = link.failure === null ? await askCondition(link, this.#habits, this.deadlines.confirm) : null;
    const later = second === null ? null : problemIn(second);
    if (later !== null) return this.#failed(link, later, true);
    await link.finish(this.deadlines.close);
    return { printed: true, condition: readyOr(second ?? first) };
  }

  async #watchManners(link: PrinterLink): Promise<PrintOutcome> {
    await link.quiet(this.deadlines.linger);
    if (link.failure !== null) return this.#failed(link, link.failure, true);
    const farewell = await link.finish(this.deadlines.close);
    if (farewell === "broken") return this.#failed(link, "closed-early", true);
    if (farewell === "silent" && !this.#isKnownMute()) return this.#failed(link, "timeout", true);
    if (farewell === "closed") this.#habits.hangsUp = true;
    return { printed: true, condition: "unknown" };
  }

  /** Whether this printer has never given any sign, slip after slip: then none can be waited for. */
  #isKnownMute(): boolean {
    this.#habits.muteSlips += 1;
    return !this.#habits.hangsUp && this.#habits.silences === 0 && this.#habits.muteSlips >= MUTE_SLIPS;
  }

  #failed(link: PrinterLink, problem: TransportProblem, bytesSent: boolean): PrintOutcome {
    link.drop();
    return { printed: false, problem, bytesSent };
  }

  async #abandon(link: PrinterLink): Promise<void> {
    // Nothing depends on how it ends, so nobody waits long for it.
    if (link.failure === null) await link.finish(this.deadlines.linger);
    else link.drop();
  }
}

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
