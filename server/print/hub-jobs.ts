/** The print jobs of the hub's store, marked through its one writer. */
import { isRefusal } from "../../shared/domain/refusal.ts";
import { openTicketStates, type TicketState } from "../../shared/domain/vocabulary.ts";
import type { Context } from "../commands/context.ts";
import type { PrintJobRow, Work } from "../commands/ports.ts";
import type { DueJob, PrintJobs } from "./port.ts";

/** A job as it stands after a mark. */
export type MarkedJob = Pick<PrintJobRow, "id" | "ticket" | "state" | "problem">;

/** `onMark` hears of every mark once it is on disk. */
export function hubJobs(
  { store, writer }: Pick<Context, "store" | "writer">,
  onMark: (job: MarkedJob) => void,
): PrintJobs {
  type Change = Parameters<Work["tx"]["printJobs"]["update"]>[1];

  const mark = async (id: string, change: (job: PrintJobRow, now: number) => Change): Promise<boolean> => {
    const marked = await writer.submit<MarkedJob | null>(({ tx, now }) => {
      const job = tx.printJobs.find(id);
      if (!job) return null;
      const changes = change(job, now);
      tx.printJobs.update(id, changes);
      const { ticket, state, problem } = { ...job, ...changes };
      return { id, ticket, state, problem };
    });
    // A job that is no longer there needs no mark.
    if (marked === null) return true;
    if (isRefusal(marked)) return false;
    onMark(marked);
    return true;
  };

  return {
    due(devices) {
      const heads = devices.flatMap((device) => store.printJobs.due(device).slice(0, 1));
      const [first] = heads.sort((one, other) => Number(one.id) - Number(other.id));
      return first ? dueJob(first, isOver(first.ticket)) : null;
    },
    pending: (device) => store.printJobs.due(device).length,
    markPrinting: (id) => mark(id, ({ attempts }) => ({ state: "printing", attempts: attempts + 1 })),
    markPrinted: (id) => mark(id, (_, now) => ({ state: "printed", problem: null, printedAt: now })),
    markRetry: (id, problem, { isCopy }) => mark(id, () => ({ state: "pending", problem, isCopy })),
    markFailed: (id, problem) => mark(id, () => ({ state: "failed", problem })),
  };

  function isOver(ticket: string): boolean {
    const state: TicketState | undefined = (writer.state.tickets.get(ticket) ?? store.findTicket(ticket))?.state;
    return state === undefined || !openTicketStates.some((open) => open === state);
  }
}

function dueJob(row: PrintJobRow, isOver: boolean): DueJob {
  return {
    id: row.id,
    // Jobs are looked up by their device, so that it is there.
    device: row.device ?? "",
    slip: row.slip,
    state: row.state === "printing" ? "printing" : "pending",
    isCopy: row.isCopy,
    problem: row.problem,
    isOver,
  };
}
