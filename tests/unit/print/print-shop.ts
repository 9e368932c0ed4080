/** Everything around the spooler, in the tests' hands: job rows, printers, time. */
import type {
  DueJob,
  PrinterCondition,
  PrinterTransport,
  PrintJobs,
  PrintOutcome,
  PrintSession,
  Timers,
  TransportProblem,
} from "../../../server/print/port.ts";
import { Spooler, type SetPrinter } from "../../../server/print/spooler.ts";
import type { PrintProblem } from "../../../shared/domain/vocabulary.ts";
import type { PrinterHealth } from "../../../shared/wire/access.ts";
import type { Slip } from "../../../shared/wire/print.ts";
import { isMarkedCopy, sampleSlip } from "../../support/slips.ts";

/** Lets everything that can go on without time passing go on. */
export async function turn(): Promise<void> {
  for (let rounds = 0; rounds < 5; rounds += 1) await new Promise((resolve) => setImmediate(resolve));
}

/** Time that passes when a test says so. */
export class TestTimers implements Timers {
  #now = 0;
  readonly #due = new Map<() => void, number>();

  elapsed(): number {
    return this.#now;
  }

  after(millis: number, run: () => void): () => void {
    const once = (): void => {
      run();
    };
    this.#due.set(once, this.#now + millis);
    return () => void this.#due.delete(once);
  }

  /** Passes so much time, stopping at everything that falls due in it. */
  async advance(millis: number): Promise<void> {
    const end = this.#now + millis;
    for (;;) {
      await turn();
      const [next] = [...this.#due].filter(([, at]) => at <= end).sort(([, one], [, other]) => one - other);
      if (!next) break;
      const [run, at] = next;
      this.#due.delete(run);
      this.#now = at;
      run();
    }
    this.#now = end;
    await turn();
  }
}

export interface Row {
  readonly id: string;
  readonly device: string;
  readonly slip: Slip;
  state: "pending" | "printing" | "printed" | "failed";
  isCopy: boolean;
  problem: PrintProblem | null;
  isOver: boolean;
}

export class TestJobs implements PrintJobs {
  readonly rows: Row[] = [];
  /** Every mark that reached the disk, as `S001 printed`. */
  readonly marks: string[] = [];
  isDiskFull = false;

  add(device: string, number: string, more: Partial<Row> = {}): Row {
    const row: Row = {
      id: number,
      device,
      slip: sampleSlip({ number }),
      state: "pending",
      isCopy: false,
      problem: null,
      isOver: false,
      ...more,
    };
    this.rows.push(row);
    return row;
  }

  /** A job that comes before all others. */
  addFirst(device: string, number: string): void {
    this.add(device, number);
    this.rows.unshift(...this.rows.splice(-1));
  }

  due(devices: readonly string[]): DueJob | null {
    const row = this.#waiting().find(({ device }) => devices.includes(device));
    return row ? { ...row, state: row.state === "printing" ? "printing" : "pending" } : null;
  }

  pending(device: string): number {
    return this.#waiting().filter((row) => row.device === device).length;
  }

  markPrinting(id: string): Promise<boolean> {
    return this.#mark(id, "printing", { state: "printing" });
  }

  markPrinted(id: string): Promise<boolean> {
    return this.#mark(id, "printed", { state: "printed", problem: null });
  }

  markRetry(id: string, problem: PrintProblem, { isCopy }: { readonly isCopy: boolean }): Promise<boolean> {
    return this.#mark(id, `retry ${problem}${isCopy ? " as copy" : ""}`, { state: "pending", problem, isCopy });
  }

  markFailed(id: string, problem: PrintProblem): Promise<boolean> {
    return this.#mark(id, `failed ${problem}`, { state: "failed", problem });
  }

  #waiting(): Row[] {
    return this.rows.filter(({ state }) => state === "pending" || state === "printing");
  }

  async #mark(id: string, word: string, change: Partial<Row>): Promise<boolean> {
    const row = this.rows.find((each) => each.id === id);
    if (!row || this.isDiskFull) return false;
    Object.assign(row, change);
    this.marks.push(`${id} ${word}`);
    return true;
  }
}

/** A slip as it came out: its number, and whether it is marked as a copy. */
export interface Printed {
  readonly number: string;
  readonly isCopy: boolean;
}

export class TestPrinter implements PrinterTransport {
  readonly printed: Printed[] = [];
  /** When each attempt to reach it was made. */
  readonly reached: number[] = [];
  problem: TransportProblem | null = null;
  condition: "ready" | "paper-low" | "unknown" = "ready";
  /** What becomes of the next slips; then all go well. */
  readonly outcomes: Extract<PrintOutcome, { printed: false }>[] = [];
  isHeld = false;
  forgotten = 0;
  probes = 0;
  mostAtOnce = 0;
  hasBegun: (() => void) | null = null;
  #atOnce = 0;
  #release: ((outcome: PrintOutcome | null) => void) | null = null;

  constructor(private readonly timers: TestTimers) {}

  async open(): Promise<PrintSession | { readonly problem: TransportProblem }> {
    this.reached.push(this.timers.elapsed());
    if (this.problem !== null) return { problem: this.problem };
    return { condition: this.condition, send: (slip) => this.#send(slip), abandon: async () => undefined };
  }

  async probe(): Promise<PrinterCondition> {
    this.probes += 1;
    if (this.problem === null) return this.condition;
    return this.problem === "paper-out" || this.problem === "cover-open" ? this.problem : "offline";
  }

  forget(): void {
    this.forgotten += 1;
  }

  abort(): void {
    this.#release?.({ printed: false, problem: "closed-early", bytesSent: true });
  }

  /** Lets the slip that is held go on. */
  release(): void {
    this.#release?.(null);
  }

  async #send(slip: Buffer): Promise<PrintOutcome> {
    this.#atOnce += 1;
    this.mostAtOnce = Math.max(this.mostAtOnce, this.#atOnce);
    this.hasBegun?.();
    const cut = this.isHeld ? await new Promise<PrintOutcome | null>((resolve) => (this.#release = resolve)) : null;
    this.#atOnce -= 1;
    const failed = cut ?? this.outcomes.shift();
    if (failed) return failed;
    this.printed.push({ number: numberOn(slip), isCopy: isMarkedCopy(slip) });
    return { printed: true, condition: this.condition };
  }
}

function numberOn(slip: Buffer): string {
  return /[A-Z]{1,3}\d{3,}/.exec(slip.toString("latin1"))?.[0] ?? "";
}

export interface Shop {
  readonly spooler: Spooler;
  readonly jobs: TestJobs;
  readonly timers: TestTimers;
  /** The printer at a port, there since the first device was set to it. */
  readonly printer: (port?: number) => TestPrinter;
  readonly healths: (PrinterHealth & { readonly device: string })[];
}

/** A spooler with nothing set yet. Time since the beginning stands for the hall's clock. */
export function openShop(): Shop {
  const timers = new TestTimers();
  const jobs = new TestJobs();
  const printers = new Map<number, TestPrinter>();
  const printer = (port = 9100): TestPrinter => {
    const there = printers.get(port) ?? new TestPrinter(timers);
    printers.set(port, there);
    return there;
  };
  const healths: Shop["healths"] = [];
  const spooler = new Spooler({
    jobs,
    timers,
    transportTo: (set) => printer(set.kind === "tcp" ? set.port : 0),
    instant: () => `${String(timers.elapsed())} ms`,
    onHealth: (device, health) => healths.push({ device, ...health }),
  });
  return { spooler, jobs, timers, printer, healths };
}

export function printerAt(port = 9100, more: Partial<Extract<SetPrinter, { kind: "tcp" }>> = {}): SetPrinter {
  return { kind: "tcp", host: "printer", port, columns: 48, ...more };
}
