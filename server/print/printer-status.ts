/**
 * A printer's own word on how it stands: `DLE EOT n`, answered by one byte even while it prints.
 * Source: the published ESC/POS command reference. The next question waits for the answer to the last.
 */
import type { Millis } from "../../shared/domain/vocabulary.ts";
import type { PrinterCondition, TransportProblem } from "./port.ts";

/** What is asked: how the printer stands (1), what keeps it offline (2), its paper sensors (4). */
export const questions = [1, 2, 4] as const;
export type Question = (typeof questions)[number];

/** The answer to each question that had one. */
export type StatusBytes = Readonly<Partial<Record<Question, number>>>;

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

export interface Asked {
  readonly bytes: StatusBytes;
  /** The question that no answer came to, or that could not be asked; null when all were answered. */
  readonly silentAt: Question | null;
}

/**
 * Asks these questions until one is not answered. Nothing more may be asked on that line: an answer does not say which
 * question it is to, so that one that comes too late would be taken for the next one's.
 */
export async function ask(
  line: StatusLine,
  wanted: readonly Question[],
  deadlineOf: (question: Question) => Millis,
): Promise<Asked> {
  const bytes: Partial<Record<Question, number>> = {};
  for (const question of wanted) {
    if (line.failure !== null) return { bytes, silentAt: question };
    line.ask(Buffer.from([0x10, 0x04, question]));
    const answer = await line.nextStatus(deadlineOf(question));
    if (answer === null) return { bytes, silentAt: question };
    bytes[question] = answer;
  }
  return { bytes, silentAt: null };
}

/** The worst of what the bytes say. */
export function conditionOf({ 1: printer = 0, 2: cause = 0, 4: paper = 0 }: StatusBytes): PrinterCondition {
  if ((cause & 0x04) !== 0) return "cover-open";
  if ((cause & 0x20) !== 0 || (paper & 0x60) !== 0) return "paper-out";
  if ((printer & 0x08) !== 0 || (cause & 0x40) !== 0) return "offline";
  return (paper & 0x0c) !== 0 ? "paper-low" : "ready";
}
