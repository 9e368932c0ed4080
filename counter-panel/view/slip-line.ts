/**
 * How a ticket's newest slip, the first of `jobs`, fares, as the desk reads it; null where it has none.
 * `isOver`: whether the ticket has ended, so that nobody needs its number any more.
 */
import type { Language } from "../../shared/domain/vocabulary.ts";
import { deskWords } from "../../shared/text/guide-desk.ts";
import { printProblemWords } from "../../shared/text/print-problems.ts";
import { say, type Words } from "../../shared/text/text.ts";
import type { PrintJob } from "../../shared/wire/print.ts";

const stateWords = {
  pending: deskWords.slipPending,
  printing: deskWords.slipPrinting,
  printed: deskWords.slipPrinted,
  failed: deskWords.slipFailed,
  kept: deskWords.slipKept,
} as const satisfies Record<PrintJob["state"], Words>;

export function slipLine(jobs: readonly PrintJob[], isOver: boolean, language: Language): string | null {
  const [job] = jobs;
  if (!job) return null;
  const problem = job.state === "printed" || job.problem === null ? undefined : printProblemWords[job.problem];
  const parts = [
    say(job.state === "kept" && isOver ? deskWords.slipNever : stateWords[job.state], language),
    problem ? say(problem, language) : "",
    job.copy ? say(deskWords.slipCopy, language) : "",
  ];
  return parts.filter((part) => part !== "").join(" · ");
}
