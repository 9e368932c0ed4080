/** What the station says about a ticket's slip. */
import type { PrinterHealth } from "../shared/wire/access.ts";

/**
 * `printing` on its way · `printed` take it · `no-paper`, `not-printed` remember the number ·
 * `on-screen` no printer belongs here, the screen is the slip.
 */
export type SlipState = "printing" | "printed" | "no-paper" | "not-printed" | "on-screen";

export interface SlipFacts {
  /** The ticket's print job; undefined where no printer is set. */
  readonly print: { readonly state: string; readonly problem?: string | null } | undefined;
  readonly printer: PrinterHealth["condition"] | null;
  /** It has been waited for as long as anyone should, and the hub, asked then, did not know it to be printed. */
  readonly isOverdue: boolean;
}

/** A slip that takes longer counts as not printed; it may still come, and then that is said. */
export const patienceMillis = 12_000;

export function slipState({ print, printer, isOverdue }: SlipFacts): SlipState {
  if (print?.state === "printed") return "printed";
  if (!print || print.state === "kept") return "on-screen";
  if (isOutOfPaper(printer) || isOutOfPaper(print.problem)) return "no-paper";
  if (printer === "offline" || print.state === "failed" || isSet(print.problem)) return "not-printed";
  return isOverdue ? "not-printed" : "printing";
}

/** Whether the number must stay until somebody says that it was noted. */
export function mustBeNoted(state: SlipState): boolean {
  return state !== "printed";
}

function isOutOfPaper(sign: string | null | undefined): boolean {
  return sign === "paper-out";
}

function isSet(problem: string | null | undefined): boolean {
  return problem !== null && problem !== undefined && problem !== "";
}
