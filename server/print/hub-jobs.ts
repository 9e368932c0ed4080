/** The print jobs of the hub's store, marked through its one writer. */
import { isRefusal } from "../../shared/domain/refusal.ts";
import { isOpenState } from "../../shared/domain/vocabulary.ts";
import type { Slip } from "../../shared/wire/print.ts";
import type { Context } from "../commands/context.ts";
import type { PrintJobRow, Work } from "../commands/ports.ts";
import type { Ticket } from "../domain/ticket.ts";
import type { Moment } from "../views/ticket-view.ts";
import type { DueJob, PrintJobs } from "./port.ts";

/** A job as it stands after a mark. */
export type MarkedJob = Pick<PrintJobRow, "id" | "ticket" | "state" | "problem">;

export interface HubJobsOptions {
  /** What a ticket's slip says at a moment, as JSON; throws where the hall no longer has the ticket's service. */
  readonly slipOf: (moment: Moment, ticket: Ticket) => Buffer;
  /** Hears of every mark once it is on disk. */
  readonly onMark: (job: MarkedJob) => void;
}

export function hubJobs(
  { store, writer, moments }: Pick<Context, "store" | "writer" | "moments">,
  { slipOf, onMark }: HubJobsOptions,
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
      const heads = devices.flatMap((device) => store.printJobs.firstDue(device) ?? []);
      const [first] = heads.sort((one, other) => Number(one.id) - Number(other.id));
      return first ? dueJob(first) : null;
    },
    pending: (device) => store.printJobs.countDue(device),
    markPrinting: (id) => mark(id, ({ attempts }) => ({ state: "printing", attempts: attempts + 1 })),
    markPrinted: (id) => mark(id, (_, now) => ({ state: "printed", problem: null, printedAt: now })),
    markRetry: (id, problem, { isCopy }) => mark(id, () => ({ state: "pending", problem, isCopy })),
    markFailed: (id, problem) => mark(id, () => ({ state: "failed", problem })),
  };

  function dueJob(row: PrintJobRow): DueJob {
    const ticket = writer.state.tickets.get(row.ticket) ?? store.findTicket(row.ticket);
    return {
      id: row.id,
      // Jobs are looked up by their device, so that it is there.
      device: row.device ?? "",
      slip: slipNow(row, ticket),
      state: row.state === "printing" ? "printing" : "pending",
      isCopy: row.isCopy,
      problem: row.problem,
      isOver: isOver(row, ticket),
    };
  }

  /** The slip as it is true now: the line has moved since the number was taken, or the visit goes on elsewhere. */
  function slipNow({ slip }: PrintJobRow, ticket: Ticket | null): Slip {
    const moment = moments.of(writer.state, writer.now());
    if (moment !== null && ticket !== null && isOpenState(ticket.state)) {
      try {
        // `slipOf` makes a slip and nothing else.
        return JSON.parse(slipOf(moment, ticket).toString("utf8")) as Slip;
      } catch {
        // The hall was loaded anew without that service: what was promised is all there is to print.
      }
    }
    return { ...slip, ahead: null, estimate: null };
  }
}

/** Whether the visit has ended since the slip was asked for; staff may want one of a visit that is over. */
function isOver({ isCopy, createdAt }: PrintJobRow, ticket: Ticket | null): boolean {
  if (ticket === null) return true;
  if (isOpenState(ticket.state)) return false;
  return !isCopy || ticket.finishedAt === null || ticket.finishedAt > createdAt;
}
