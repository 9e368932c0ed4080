/**
 * A printer's own word on how it stands: `DLE EOT n`, answered by one byte even while it prints.
 * Source: the published ESC/POS command reference. The next question waits for the answer to the last.
 */
import type { Millis } from "../../shared/domain/vocabulary.ts";
import type { PrinterCondition, TransportProblem } from "./port.ts";

/** The three questions asked: how the printer stands, what keeps it offline, its paper sensors. */
type Question = 1 | 2 | 4;

/** Where questions go and answers come from. */
export interface StatusLine {
  /** Why nothing can be asked any more; null while all is well. */
  readonly failure: TransportProblem | null;
  ask(question: Buffer): void;
  /** The next status byte; null when none came in time or the printer has hung up. */
  nextStatus(deadline: Millis): Promise<number | null>;
}

/** Every answer has bits 1 and 4 set and 0 and 7 clear; what printers send unasked has not. */
export function isStatusByte(byte: number): boolean {
  return (byte & 0x93) === 0x12;
}

/** What one printer has been seen to do; kept between slips. */
export class PrinterHabits {
  answers: "unknown" | "yes" | "no" = "unknown";
  /** It has closed its side after the hub had closed its own. */
  hangsUp = false;
  /** Slips taken without one sign of life, since the beginning. */
  muteSlips = 0;
  /** Times in a row that a printer which answers did not. */
  silences = 0;
  readonly unanswered = new Set<Question>();

  forget(): void {
    this.answers = "unknown";
    this.hangsUp = false;
    this.muteSlips = 0;
    this.silences = 0;
    this.unanswered.clear();
  }
}

const questions = [1, 2, 4] as const satisfies readonly Question[];

/** Asks all three; null when the printer answers none. What it has never answered is not asked again. */
export async function askCondition(
  line: StatusLine,
  habits: PrinterHabits,
  deadline: Millis,
): Promise<PrinterCondition | null> {
  const answers: Partial<Record<Question, number>> = {};
  for (const question of questions) {
    if (habits.unanswered.has(question)) continue;
    line.ask(Buffer.from([0x10, 0x04, question]));
    const answer = await line.nextStatus(deadline);
    if (answer === null) {
      if (question === 1 || line.failure !== null) return null;
      habits.unanswered.add(question);
      continue;
    }
    answers[question] = answer;
  }
  habits.answers = "yes";
  habits.silences = 0;
  return conditionOf(answers);
}

/** The worst of what the bytes say. */
function conditionOf({
  1: printer = 0,
  2: cause = 0,
  4: paper = 0,
}: Partial<Record<Question, number>>): PrinterCondition {
  if ((cause & 0x04) !== 0) return "cover-open";
  if ((cause & 0x20) !== 0 || (paper & 0x60) !== 0) return "paper-out";
  if ((printer & 0x08) !== 0 || (cause & 0x40) !== 0) return "offline";
  return (paper & 0x0c) !== 0 ? "paper-low" : "ready";
}
