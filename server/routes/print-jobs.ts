/** Slips: how they fare, and printing one again. */
import Type from "typebox";
import { refuse } from "../../shared/domain/refusal.ts";
import { Exactly, OneOf } from "../../shared/wire/common.ts";
import { PrintJob, PrintJobList, type PrintJob as PrintJobOnWire } from "../../shared/wire/print.ts";
import { printStates } from "../../shared/wire/ticket.ts";
import type { PrintJobRow } from "../commands/ports.ts";
import { reprint } from "../commands/reprint.ts";
import { Refused } from "../plugins/problems.ts";
import { anyStaff, floorOrTechnician } from "./audiences.ts";
import { present, run, type App, type Hub } from "./kit.ts";
import { ById, describe, NoBody } from "./schemas.ts";

const PAGE = 200;

const PrintJobQuery = Exactly({
  state: Type.Optional(OneOf(printStates)),
  ticket: Type.Optional(Type.String({ maxLength: 64 })),
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
        summary: "Print jobs, oldest first",
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
      config: { for: floorOrTechnician },
      schema: describe({
        tag: "printing",
        summary: "Print a slip again, marked as a copy",
        params: ById,
        body: NoBody,
        answers: { 201: PrintJob },
      }),
    },
    async (request, reply) => {
      const kept = context.store.printJobs.find(request.params.id);
      if (!kept) throw new Refused(refuse("not-found"));
      const device = printerFor(hub, kept);
      const job = await run(hub, request, reprint(kept.id, device));
      hub.printing.wake(device);
      const row = context.store.printJobs.find(job.id);
      if (!row) throw new Refused(refuse("not-found"));
      return reply.code(201).send(jobView(hub, row));
    },
  );
}

/** The printer the slip came from, else the first one that a station has. */
function printerFor(hub: Hub, job: PrintJobRow): string {
  const hasPrinter = (id: string): boolean => {
    const printer = hub.context.printerOf(id);
    return printer !== null && printer.kind !== "none";
  };
  if (job.device !== null && hasPrinter(job.device)) return job.device;
  const station = hub.access.devices.find(({ id, kind }) => kind === "station" && hasPrinter(id));
  if (!station) throw new Refused(refuse("no-printer"));
  return station.id;
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
