/** Slips: how they fare, and printing one again. */
import Type from "typebox";
import { refuse, type Refusal } from "../../shared/domain/refusal.ts";
import { printJobStates } from "../../shared/domain/vocabulary.ts";
import { Exactly, OneOf } from "../../shared/wire/common.ts";
import { PrintJob, PrintJobList, type PrintJob as PrintJobOnWire } from "../../shared/wire/print.ts";
import type { PrintJobRow } from "../commands/ports.ts";
import { reprint } from "../commands/reprint.ts";
import { anyStaff, workingStaff } from "./audiences.ts";
import { present, run, shown, type App, type Hub } from "./kit.ts";
import { ById, describe, NoBody } from "./schemas.ts";

const PAGE = 200;

const PrintJobQuery = Exactly({
  state: Type.Optional(OneOf(printJobStates)),
  ticket: Type.Optional(Type.String({ maxLength: 64 })),
  date: Type.Optional(
    Type.String({ pattern: "^\\d{4}-\\d{2}-\\d{2}$", description: "slips of the tickets of that business day" }),
  ),
  after: Type.Optional(Type.String({ pattern: "^\\d{1,15}$", description: "`next` of the page before" })),
});

export function printJobRoutes(app: App, hub: Hub): void {
  const { context } = hub;

  app.get(
    "/api/print-jobs",
    {
      config: { for: anyStaff },
      schema: describe({
        tag: "printing",
        summary: "Print jobs, newest first",
        query: PrintJobQuery,
        answers: { 200: PrintJobList },
      }),
    },
    (request) => {
      const rows = context.store.printJobs.list({ ...request.query, limit: PAGE });
      const last = rows.at(-1);
      const items = rows.map((row) => jobView(hub, row));
      return rows.length === PAGE && last ? { items, next: last.id } : { items };
    },
  );

  app.post(
    "/api/print-jobs/:id/reprint",
    {
      config: { for: workingStaff },
      schema: describe({
        tag: "printing",
        summary: "Print a slip again, marked as a copy",
        params: ById,
        body: NoBody,
        answers: { 201: PrintJob },
      }),
    },
    async (request, reply) => {
      const again = reprint(request.params.id, (job) => printerFor(hub, job));
      const job = await run(
        hub,
        request,
        shown(again, (row) => jobView(hub, row)),
      );
      if (job.device !== null) hub.printing.wake(job.device);
      return reply.code(201).send(job);
    },
  );
}

/** The printer the slip came from, else the first one that a station has. */
function printerFor(hub: Hub, job: PrintJobRow): string | Refusal {
  const hasPrinter = (id: string): boolean => {
    const printer = hub.context.printerOf(id);
    return printer !== null && printer.kind !== "none";
  };
  if (job.device !== null && hasPrinter(job.device)) return job.device;
  const station = hub.access.devices.find(({ id, kind }) => kind === "station" && hasPrinter(id));
  return station?.id ?? refuse("no-printer");
}

function jobView(hub: Hub, row: PrintJobRow): PrintJobOnWire {
  const { zone } = present(hub);
  return {
    id: row.id,
    ticket: row.ticket,
    number: row.number,
    device: row.device,
    state: row.state,
    copy: row.isCopy,
    attempts: row.attempts,
    problem: row.problem,
    createdAt: zone.iso(row.createdAt),
    printedAt: row.printedAt === null ? null : zone.iso(row.printedAt),
  };
}
