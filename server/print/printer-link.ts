/** What carries bytes to one printer, and how long each step of a slip may take. */
import type { Millis } from "../../shared/domain/vocabulary.ts";
import type { TransportProblem } from "./port.ts";
import type { StatusLine } from "./printer-status.ts";

/** How long each step may take, in milliseconds; a printer that was late gets up to three times as long. */
export interface PrintDeadlines {
  readonly connect: Millis;
  /** For the answer to one status question before a slip. */
  readonly status: Millis;
  /** For the printer to take the whole slip. */
  readonly write: Millis;
  /** For the answer to one status question after a slip: some printers answer only when it is out. */
  readonly confirm: Millis;
  /** Between the first confirmation and the second: about as long as a slip takes to print. */
  readonly settle: Millis;
  /** How long a silent printer must keep the line open after the slip; a shorter time is hanging up on it. */
  readonly linger: Millis;
  /** For a silent printer to close its side once the hub has closed its own. */
  readonly close: Millis;
}

export const usualDeadlines: PrintDeadlines = {
  connect: 3000,
  status: 1000,
  write: 5000,
  confirm: 4500,
  settle: 800,
  linger: 400,
  close: 4500,
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

/** Why a printer cannot be reached. */
export interface Unreached {
  readonly problem: TransportProblem;
}

export type Connect = () => Promise<PrinterLink | Unreached>;
