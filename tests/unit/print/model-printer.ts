/** A printer behind the hub's port to it, in a time of its own that passes as fast as the test: how late it answers counts. */
import type { TransportProblem } from "../../../server/print/port.ts";
import type { Connect, Farewell, PrinterLink } from "../../../server/print/printer-link.ts";
import type { Question } from "../../../server/print/printer-status.ts";

/** Milliseconds until something happens; null: it never does. */
type Delay = number | null;

export class ModelPrinter {
  /** Until it answers a question, on a line that has brought a slip or not. */
  answers: (question: Question, hasSlip: boolean) => Delay = () => 0;
  /** The status byte to a question. */
  byte: (question: Question) => number = () => 0x12;
  /** Until it closes its side after the hub has. */
  closes: Delay = 0;
  isAway = false;
  /** Hangs up on whoever calls, once they have sent or waited. */
  hangsUp = false;
  /** Breaks off while a slip is given its time to print. */
  breaksOffAfterSlip = false;
  slips = 0;
  /** Lines it has taken. */
  lines = 0;
  readonly asked: Question[] = [];
  /** How long it was waited for to close its side, each time. */
  readonly closeDeadlines: number[] = [];

  readonly connect: Connect = async () => {
    if (this.isAway) return { problem: "offline" };
    this.lines += 1;
    return new ModelLink(this);
  };
}

class ModelLink implements PrinterLink {
  readonly canAnswer = true;
  failure: TransportProblem | null = null;
  #now = 0;
  #hasSlip = false;
  #coming: { readonly at: number; readonly byte: number }[] = [];

  constructor(private readonly printer: ModelPrinter) {}

  ask(bytes: Buffer): void {
    // Only the three questions are ever asked.
    const question = bytes[2] as Question;
    this.printer.asked.push(question);
    const delay = this.printer.answers(question, this.#hasSlip);
    this.#coming = this.#coming.filter(({ at }) => at > this.#now);
    if (delay !== null) this.#coming.push({ at: this.#now + delay, byte: this.printer.byte(question) });
  }

  async nextStatus(deadline: number): Promise<number | null> {
    const [first] = this.#coming.sort((one, other) => one.at - other.at);
    if (!first || first.at > this.#now + deadline) {
      this.#now += deadline;
      return null;
    }
    this.#now = Math.max(this.#now, first.at);
    this.#coming.shift();
    return first.byte;
  }

  async write(): Promise<TransportProblem | null> {
    this.#hasSlip = true;
    this.printer.slips += 1;
    return this.#hangUp();
  }

  async quiet(millis: number): Promise<void> {
    this.#now += millis;
    this.#hangUp();
    if (this.#hasSlip && this.printer.breaksOffAfterSlip) this.failure = "closed-early";
  }

  async finish(deadline: number): Promise<Farewell> {
    const { closes } = this.printer;
    this.printer.closeDeadlines.push(deadline);
    return closes !== null && closes <= deadline ? "closed" : "silent";
  }

  drop(): void {
    this.failure ??= "closed-early";
  }

  #hangUp(): TransportProblem | null {
    if (this.printer.hangsUp) this.failure = "closed-early";
    return this.failure;
  }
}
