/** Printing as the hub runs it: its job table, its devices' printers, and word of both to whoever watches. */
import { tmpdir } from "node:os";
import type { Context } from "../commands/context.ts";
import type { DeviceRow } from "../commands/ports.ts";
import type { Printing } from "../commands/printing-port.ts";
import { hubJobs, type HubJobsOptions } from "./hub-jobs.ts";
import type { PrinterTransport, Timers } from "./port.ts";
import { mayPrintTo } from "./printer-path.ts";
import { Spooler, type SetPrinter } from "./spooler.ts";
import { filePrinter } from "./transport-file.ts";
import { tcpPrinter } from "./transport-tcp.ts";

export interface PrintingParts {
  readonly topics: {
    pass(
      topic: string,
      event: { readonly type: string; readonly at: string } & Readonly<Record<string, unknown>>,
    ): void;
  };
  readonly devices: () => readonly DeviceRow[];
  readonly slipOf: HubJobsOptions["slipOf"];
  /** Folders, beside the system's temporary one, in which plain files may stand in for printers. */
  readonly folders?: readonly string[];
}

const timers: Timers = {
  elapsed: () => performance.now(),
  after(millis, run) {
    const timer = setTimeout(run, millis);
    return () => {
      clearTimeout(timer);
    };
  },
};

/** Starts to drain what is due, what a former run left behind included. `stop` lets the slips in hand end. */
export function startPrinting(
  context: Context,
  parts: PrintingParts,
): Printing & { readonly stop: () => Promise<void> } {
  const { writer, moments } = context;
  const folders = [...(parts.folders ?? []), tmpdir()];
  const instant = (): string =>
    moments.of(writer.state, writer.now())?.zone.iso(writer.now()) ?? new Date(writer.now()).toISOString();
  const spooler = new Spooler({
    jobs: hubJobs(context, {
      slipOf: parts.slipOf,
      onMark({ id, ticket, state, problem }) {
        parts.topics.pass(`ticket:${ticket}`, { type: "print", at: instant(), print: { job: id, state, problem } });
      },
    }),
    timers,
    transportTo: (printer) => transportTo(printer, folders),
    instant,
    onHealth(device, health) {
      const event = { type: "printer", at: instant(), printer: health };
      parts.topics.pass(`screen/${device}`, event);
      parts.topics.pass("health", { ...event, device });
    },
  });
  for (const { id, printer } of parts.devices()) if (printer !== null) spooler.configure(id, printer);
  return {
    accepts: (printer) => printer.kind !== "file" || mayPrintTo(printer.path, folders),
    health: (device) => spooler.health(device),
    wake: (device) => {
      spooler.wake(device);
    },
    changed: (device) => {
      spooler.configure(device, context.printerOf(device));
    },
    stop: () => spooler.stop(),
  };
}

function transportTo(printer: SetPrinter, folders: readonly string[]): PrinterTransport {
  return printer.kind === "tcp" ? tcpPrinter(printer) : filePrinter({ path: printer.path, folders });
}
