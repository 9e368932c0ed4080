/** Drains the job table: a lane a printer, and how each printer stands. */
import type { Millis } from "../../shared/domain/vocabulary.ts";
import type { Printer, PrinterHealth } from "../../shared/wire/access.ts";
import type { SlipSettings } from "./job-attempts.ts";
import type { PrinterCondition, PrinterTransport, PrintJobs, Timers } from "./port.ts";
import { PrinterLane } from "./printer-lane.ts";

/** A printer that is there, as it was set for a device. */
export type SetPrinter = Exclude<Printer, { readonly kind: "none" }>;

export interface SpoolerOptions {
  readonly jobs: PrintJobs;
  readonly timers: Timers;
  /** The way to a printer; asked once for each address. */
  readonly transportTo: (printer: SetPrinter) => PrinterTransport;
  /** The present instant in the hall's own words. */
  readonly instant: () => string;
  readonly onHealth: (device: string, health: PrinterHealth) => void;
  /** How long a stop waits for the slip in hand. */
  readonly drainMillis?: Millis;
}

interface Reported {
  readonly condition: PrinterCondition;
  readonly pending: number;
  readonly since: string | null;
}

const nothing: PrinterHealth = { condition: "none", pending: 0, since: null };
const usualDrainMillis: Millis = 5000;

export class Spooler {
  readonly #lanes = new Map<string, PrinterLane>();
  readonly #transports: PrinterTransport[] = [];
  readonly #laneOf = new Map<string, PrinterLane>();
  readonly #reported = new Map<string, Reported>();
  readonly #inHand = new Set<string>();

  constructor(private readonly options: SpoolerOptions) {}

  /** Sets a device's printer, anew or for the first time; `null` and `none` take it away. Its jobs then wait. */
  configure(device: string, printer: Printer | null): void {
    this.#laneOf.get(device)?.leave(device);
    this.#laneOf.delete(device);
    this.#reported.delete(device);
    if (printer === null || printer.kind === "none") {
      this.options.onHealth(device, nothing);
      return;
    }
    const lane = this.#laneTo(printer);
    this.#laneOf.set(device, lane);
    lane.join(device, settingsOf(printer));
    this.#report([device]);
  }

  /** A job of this device is on disk. */
  wake(device: string): void {
    this.#laneOf.get(device)?.wake();
  }

  /** A device's printer as last seen, with the jobs that wait now. */
  health(device: string): PrinterHealth {
    const lane = this.#laneOf.get(device);
    if (!lane) return nothing;
    return {
      condition: lane.condition,
      pending: this.options.jobs.pending(device),
      since: this.#reported.get(device)?.since ?? null,
    };
  }

  /** Lets the slips in hand end, then hangs up; a slip cut short is printed again, marked, at the next start. */
  async stop(): Promise<void> {
    const ended = Promise.all([...this.#lanes.values()].map((lane) => lane.stop()));
    const takeBack = this.options.timers.after(this.options.drainMillis ?? usualDrainMillis, () => {
      for (const transport of this.#transports) transport.abort();
    });
    await ended;
    takeBack();
  }

  #laneTo(printer: SetPrinter): PrinterLane {
    const address = addressOf(printer);
    const known = this.#lanes.get(address);
    if (known) return known;
    const transport = this.options.transportTo(printer);
    const lane = new PrinterLane({
      transport,
      jobs: this.options.jobs,
      timers: this.options.timers,
      inHand: this.#inHand,
      onChange: (devices) => {
        this.#report(devices);
      },
      onSettled: (device) => {
        const now = this.#laneOf.get(device);
        if (now !== lane) now?.wake();
      },
    });
    this.#lanes.set(address, lane);
    this.#transports.push(transport);
    return lane;
  }

  /** Tells of each device whose printer stands otherwise than it was last told. */
  #report(devices: readonly string[]): void {
    for (const device of devices) {
      const lane = this.#laneOf.get(device);
      if (!lane) continue;
      const { condition } = lane;
      const pending = this.options.jobs.pending(device);
      const before = this.#reported.get(device);
      if (before?.condition === condition && before.pending === pending) continue;
      const since = before?.condition === condition ? before.since : this.options.instant();
      this.#reported.set(device, { condition, pending, since });
      this.options.onHealth(device, { condition, pending, since });
    }
  }
}

function settingsOf(printer: SetPrinter): SlipSettings {
  return { columns: printer.columns ?? 48, copies: printer.copies ?? 1 };
}

/** Devices with the same address share one printer. */
function addressOf(printer: SetPrinter): string {
  return printer.kind === "tcp" ? `tcp ${printer.host.toLowerCase()} ${String(printer.port)}` : `file ${printer.path}`;
}
