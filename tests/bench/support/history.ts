/**
 * Journals of many tickets, written by the hub's own code at a clock that runs ahead: each a day's work a day, every
 * day closed. Made once and kept in the machine's temporary folder.
 */
import { createHash } from "node:crypto";
import { existsSync, readdirSync, readFileSync, renameSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { buildHub, type RunningHub } from "../../../server/app.ts";
import { issueTicket } from "../../../server/commands/issue-ticket.ts";
import type { Task } from "../../../server/commands/ports.ts";
import { readConfig } from "../../../server/config/config.ts";
import type { Command } from "../../../server/domain/commands.ts";
import { prepareHall } from "../../../server/first-start.ts";
import { isRefusal, type Refusal } from "../../../shared/domain/refusal.ts";
import { projectRoot } from "../../../tools/project.ts";
import { benchHallFile } from "./bench-hall.ts";
import { MANAGER_PASSWORD, MORNING } from "./programs.ts";

const PER_DAY = 1200;
const DAY_MILLIS = 24 * 60 * 60_000;
const COUNTERS = [1, 2, 3, 4, 5, 6, 7];
/** Commands written in one transaction: as many as the writer lets wait. */
const GROUP = 2000;
const services = ["pension", "medical", "card", "proof", "allowance", "living", "birth", "household"];

export interface History {
  readonly tickets: number;
  readonly say: (line: string) => void;
}

/** A data folder with so many served tickets on the days before `MORNING`; answers where it is. */
export async function writeHistory({ tickets, say }: History): Promise<string> {
  const folder = path.join(tmpdir(), `lundao-bench-${tickets}-${shapeOfStore()}`);
  if (existsSync(folder)) return folder;
  say(`writing a journal of ${tickets} tickets into ${folder}; later runs use it again`);
  const fresh = `${folder}.${process.pid}`;
  rmSync(fresh, { recursive: true, force: true });
  try {
    await writeDays(fresh, tickets);
    renameSync(fresh, folder);
  } finally {
    rmSync(fresh, { recursive: true, force: true });
  }
  return folder;
}

/** Changes with whatever decides how rows look; an old journal is then not used again. */
function shapeOfStore(): string {
  const hash = createHash("sha256");
  for (const folder of ["server/store", "server/store/migrations", "server/domain", "server/commands"]) {
    const below = path.join(projectRoot, folder);
    for (const entry of readdirSync(below, { withFileTypes: true }).filter((found) => found.isFile())) {
      hash.update(readFileSync(path.join(below, entry.name)));
    }
  }
  return hash.digest("hex").slice(0, 12);
}

async function writeDays(data: string, tickets: number): Promise<void> {
  const days = Math.ceil(tickets / PER_DAY);
  let now = Date.parse(MORNING) - days * DAY_MILLIS;
  const config = readConfig(["--data", data, "--hall", benchHallFile()], {
    LUNDAO_SECRET_KEY: "00".repeat(32),
    LUNDAO_MANAGER_PASSWORD: MANAGER_PASSWORD,
  });
  const folders = {
    migrations: path.join(projectRoot, "server", "store", "migrations"),
    pages: path.join(data, "none"),
    media: path.join(projectRoot, "server", "media.worker.ts"),
  };
  const running = await buildHub(config, folders, { clock: { now: () => now } });
  await prepareHall(running.hub, () => null);
  const hall = new Hall(running);
  for (let left = tickets; left > 0; left -= PER_DAY) {
    await hall.serve(Math.min(PER_DAY, left), (millis) => (now += millis));
    now = Date.parse(MORNING) - Math.ceil((left - PER_DAY) / PER_DAY) * DAY_MILLIS;
  }
  await running.stop();
}

/** Gives the writer its tasks directly, many to a transaction. */
class Hall {
  constructor(private readonly running: RunningHub) {}

  /** A day's work: everybody takes a number, is called, served and let go; then the day ends. */
  async serve(tickets: number, pass: (millis: number) => void): Promise<void> {
    const { context } = this.running.hub;
    await this.commands(COUNTERS.map((counter) => ({ type: "open", by: "hub", clerk: `clerk-${counter}`, counter })));
    for (let issued = 0; issued < tickets; issued += GROUP) {
      const group = Array.from(
        { length: Math.min(GROUP, tickets - issued) },
        (_, index) => services[index % services.length] ?? "pension",
      );
      await this.all(
        group.map((service) =>
          issueTicket(context, { body: { service }, by: "hub", channel: "station", lang: "zh", device: null }),
        ),
      );
      pass(60_000);
    }
    let isAnyWaiting = true;
    while (isAnyWaiting) {
      isAnyWaiting = await this.round();
      pass(1000);
    }
    await this.commands([{ type: "close-day", by: "hub" }]);
  }

  /** Each counter serves one; false where nobody waits any more. */
  private async round(): Promise<boolean> {
    const steps = (["call-next", "start", "finish"] as const).map((type) =>
      COUNTERS.map((counter) => this.step(type, counter)),
    );
    const answers = await Promise.all(steps.flat().map((command) => this.submit(command)));
    return answers.slice(0, COUNTERS.length).some((answer) => !isRefusal(answer));
  }

  private step(type: "call-next" | "start" | "finish", counter: number): Command {
    const at = { by: "hub", clerk: `clerk-${counter}`, counter } as const;
    switch (type) {
      case "call-next":
        return { type, ...at, service: null, silent: false };
      case "start":
        return { type, ...at, ticket: null };
      case "finish":
        return { type, ...at, ticket: null, arrived: false, outcome: "done", quantity: 1, next: false };
      default:
        return type satisfies never;
    }
  }

  private commands(commands: readonly Command[]): Promise<void> {
    return this.all(
      commands.map(
        (command): Task<readonly unknown[]> =>
          ({ execute }) =>
            execute(command),
      ),
    );
  }

  private async submit(command: Command): Promise<readonly unknown[] | Refusal> {
    return this.running.hub.context.writer.submit(({ execute }) => execute(command));
  }

  /** All must be done. */
  private async all(tasks: readonly Task<unknown>[]): Promise<void> {
    const answers = await Promise.all(tasks.map((task) => this.running.hub.context.writer.submit(task)));
    const refused = answers.find(isRefusal);
    if (refused) throw new Error(`refused: ${JSON.stringify(refused)}`);
  }
}
