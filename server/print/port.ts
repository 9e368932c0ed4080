/** What printing needs of the hub, and the values that its own parts hand each other. */
import type { Millis, PrintProblem } from "../../shared/domain/vocabulary.ts";
import type { PrinterHealth } from "../../shared/wire/access.ts";
import type { Slip } from "../../shared/wire/print.ts";

export type PrinterCondition = PrinterHealth["condition"];

/** How a printer may stand when a slip can go to it; `unknown`: it does not say. */
export type ReadyCondition = Extract<PrinterCondition, "ready" | "paper-low" | "unknown">;

/** Why a slip did not come out, as far as the printer goes. */
export type TransportProblem = Exclude<PrintProblem, "interrupted" | "ended" | "unprintable" | "unconfirmed">;

/** `bytesSent`: part of the slip had begun to leave, so that it may be on paper. */
export type PrintOutcome =
  | { readonly printed: true; readonly condition: ReadyCondition }
  | { readonly printed: false; readonly problem: TransportProblem; readonly bytesSent: boolean };

/** A printer that has been reached and found ready to print one slip. */
export interface PrintSession {
  readonly condition: ReadyCondition;
  /** Sends the slip, asks whether it went well, and hangs up. Never rejects. */
  send(slip: Buffer): Promise<PrintOutcome>;
  /** Hangs up without having sent anything. */
  abandon(): Promise<void>;
}

/** One printer. Its promises never reject: what goes wrong is a value. Only one session is open at a time. */
export interface PrinterTransport {
  /** Reaches the printer and asks how it stands; a problem where it cannot print now. */
  open(): Promise<PrintSession | { readonly problem: TransportProblem }>;
  /** How the printer stands, asked anew. */
  probe(): Promise<PrinterCondition>;
  /** Forgets what it has learned of the printer: another one may stand there now. */
  forget(): void;
  /** Hangs up at once, in the middle of whatever is under way. */
  abort(): void;
}

/** A job that still wants paper. */
export interface DueJob {
  readonly id: string;
  readonly device: string;
  readonly slip: Slip;
  /** `printing`: somebody began and never said how it ended. */
  readonly state: "pending" | "printing";
  readonly isCopy: boolean;
  readonly problem: PrintProblem | null;
  /** The ticket's visit is over; nobody waits for this slip. */
  readonly isOver: boolean;
}

/** The job table as the hub offers it. A mark answers whether it is on disk; false: nothing happened, ask again. */
export interface PrintJobs {
  /** The oldest job of any of these devices that still wants paper. */
  due(devices: readonly string[]): DueJob | null;
  /** How many jobs of a device still want paper. */
  pending(device: string): number;
  /** An attempt begins: the first byte leaves after this. */
  markPrinting(id: string): Promise<boolean>;
  markPrinted(id: string): Promise<boolean>;
  /** Not printed, to be tried again; `isCopy` once a part of it may be on paper. */
  markRetry(id: string, problem: PrintProblem, more: { readonly isCopy: boolean }): Promise<boolean>;
  /** Not printed and never to be. */
  markFailed(id: string, problem: PrintProblem): Promise<boolean>;
}

/** Time as printing sees it; it goes on evenly, whatever the hall's clock does. */
export interface Timers {
  /** Milliseconds since some instant. */
  elapsed(): Millis;
  /** Runs something once after so long, until the returned function takes it back. */
  after(millis: Millis, run: () => void): () => void;
}
