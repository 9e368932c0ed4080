/** Printing a slip again: a job of its own, marked as a copy. */
import { refuse } from "../../shared/domain/refusal.ts";
import type { Task } from "./ports.ts";

/** `device`: whose printer is to print it. Refusals: `not-found`. */
export function reprint(jobId: string, device: string): Task<{ readonly id: string }> {
  return ({ tx, now }) => {
    const kept = tx.printJobs.find(jobId);
    if (!kept) return refuse("not-found");
    const id = tx.printJobs.insert({
      ticket: kept.ticket,
      number: kept.number,
      device,
      state: "pending",
      isCopy: true,
      attempts: 0,
      problem: null,
      slip: kept.slip,
      createdAt: now,
      printedAt: null,
    });
    return { id };
  };
}
