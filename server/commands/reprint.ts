/** Printing a slip again: a job of its own, marked as a copy. */
import { refuse, type Refusal } from "../../shared/domain/refusal.ts";
import type { PrintJobRow, Task } from "./ports.ts";

/**
 * `printerFor`: the device whose printer is to print it.
 * Refusals: `not-found`, `too-many-requests` where the ticket has slips without end, and what `printerFor` refuses.
 */
export function reprint(jobId: string, printerFor: (job: PrintJobRow) => string | Refusal): Task<PrintJobRow> {
  return ({ tx, now }) => {
    const kept = tx.printJobs.find(jobId);
    if (!kept) return refuse("not-found");
    const device = printerFor(kept);
    if (typeof device !== "string") return device;
    const { ticket, number, slip } = kept;
    const job = {
      ticket,
      number,
      device,
      state: "pending",
      slip: Buffer.from(JSON.stringify(slip)),
      createdAt: now,
    } as const;
    const id = tx.printJobs.insertCopy(job, kept.id);
    if (id === null) return refuse("too-many-requests");
    return { ...job, id, slip, isCopy: true, attempts: 0, problem: null, printedAt: null };
  };
}
