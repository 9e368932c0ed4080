/** A real hub for tests: built in this process without a port, or started as its own process to be killed. */
import { spawn, type ChildProcess } from "node:child_process";
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { buildHub, type RunningHub } from "../../server/app.ts";
import type { Feeds } from "../../server/commands/lobby-ports.ts";
import type { DiskRoom, TimeService } from "../../server/commands/ports.ts";
import type { StartEstimator } from "../../server/commands/waiting-times.ts";
import { readConfig } from "../../server/config/config.ts";
import { prepareHall } from "../../server/first-start.ts";
import type { HallFile } from "../../shared/wire/hall-file.ts";

const root = fileURLToPath(new URL("../../", import.meta.url));
export const MANAGER_PASSWORD = "manager-of-tests";
const SECRET = "00".repeat(32);
/** A Wednesday morning in opening hours. */
export const MORNING = "2026-11-25T09:00:00+08:00";

export const folders = {
  migrations: join(root, "server/store/migrations"),
  pages: join(root, "dist/web"),
  media: join(root, "server/media.worker.ts"),
};

/** The product's own sample hall, for tests to change. */
export function sampleHall(name: "jiangbin" | "linshui" = "jiangbin"): HallFile {
  return JSON.parse(readFileSync(join(root, `server/halls/${name}.json`), "utf8")) as HallFile;
}

/** The sample hall under rules of a story's own. */
export function hallUnder(rules: Partial<NonNullable<HallFile["hall"]["rules"]>>): HallFile {
  const file = sampleHall();
  return { ...file, hall: { ...file.hall, rules: { ...file.hall.rules, ...rules } } };
}

export function temporaryFolder(): string {
  return mkdtempSync(join(tmpdir(), "lundao-"));
}

/** A clock that stands until it is told to go on. */
export class TestClock {
  #at: number;

  constructor(at = MORNING) {
    this.#at = Date.parse(at);
  }

  now(): number {
    return this.#at;
  }

  set(at: string): void {
    this.#at = Date.parse(at);
  }

  advance({ minutes = 0, seconds = 0 }: { minutes?: number; seconds?: number }): void {
    this.#at += minutes * 60_000 + seconds * 1000;
  }
}

export interface TestHub extends RunningHub {
  readonly clock: TestClock;
  readonly data: string;
}

export interface TestHubOptions {
  readonly hall?: HallFile;
  readonly data?: string;
  readonly clock?: TestClock;
  /** By default nobody vouches for the machine's clock. */
  readonly timeService?: TimeService;
  /** By default no waiting times are told. */
  readonly startEstimator?: StartEstimator;
  /** By default what the machine has. */
  readonly room?: DiskRoom;
  /** By default feeds have nothing to show. */
  readonly feeds?: Feeds;
  readonly demo?: boolean;
  readonly env?: Readonly<Record<string, string>>;
  /** Further arguments, as on the command line. */
  readonly args?: readonly string[];
}

/** The hub in this process, on a data folder of its own, at a clock that stands. */
export async function startHub(options: TestHubOptions = {}): Promise<TestHub> {
  const data = options.data ?? temporaryFolder();
  const clock = options.clock ?? new TestClock();
  const config = readConfig(["--data", data, ...(options.demo === true ? ["--demo"] : []), ...(options.args ?? [])], {
    LUNDAO_SECRET_KEY: SECRET,
    LUNDAO_MANAGER_PASSWORD: MANAGER_PASSWORD,
    ...options.env,
  });
  const hallFile = join(data, "hall.json");
  if (!existsSync(hallFile)) writeFileSync(hallFile, JSON.stringify(options.hall ?? sampleHall()));
  const running = await buildHub({ ...config, hallFile }, folders, {
    clock,
    timeService: options.timeService ?? { vouches: () => Promise.resolve(false) },
    ...(options.startEstimator && { startEstimator: options.startEstimator }),
    ...(options.room && { room: options.room }),
    ...(options.feeds && { feeds: options.feeds }),
  });
  await prepareHall(running.hub, () => null);
  return { ...running, clock, data };
}

export interface HubProcess {
  readonly url: string;
  readonly data: string;
  readonly child: ChildProcess;
  /** What it has said on standard output until it was ready. */
  readonly said: string;
  kill(signal?: NodeJS.Signals): Promise<void>;
}

export interface HubProcessOptions {
  readonly data?: string;
  readonly port?: number;
  readonly args?: readonly string[];
  readonly env?: Readonly<Record<string, string>>;
}

/** The built hub as a process of its own (`npm run build` first); resolves once it says that it is ready. */
export async function startHubProcess(options: HubProcessOptions = {}): Promise<HubProcess> {
  const data = options.data ?? temporaryFolder();
  const args = [
    join(root, "dist/server/main.js"),
    "--data",
    data,
    "--port",
    String(options.port ?? 0),
    ...(options.args ?? ["--demo"]),
  ];
  const child = spawn(process.execPath, args, {
    env: {
      ...process.env,
      LUNDAO_SECRET_KEY: SECRET,
      LUNDAO_MANAGER_PASSWORD: MANAGER_PASSWORD,
      LUNDAO_LOG: "error",
      ...options.env,
    },
    stdio: ["ignore", "pipe", "pipe"],
  });
  const said = await readyText(child);
  return {
    url: /ready (\S+)/.exec(said)?.[1] ?? "",
    data,
    child,
    said,
    kill: (signal = "SIGKILL") =>
      new Promise((resolve) => {
        if (child.exitCode !== null || child.signalCode !== null) {
          resolve();
          return;
        }
        child.once("exit", () => {
          resolve();
        });
        child.kill(signal);
      }),
  };
}

function readyText(child: ChildProcess): Promise<string> {
  return new Promise((resolve, reject) => {
    let out = "";
    let complaints = "";
    child.stderr?.on("data", (chunk: Buffer) => {
      complaints += chunk.toString();
    });
    child.stdout?.on("data", (chunk: Buffer) => {
      out += chunk.toString();
      if (/^ready \S+\n/m.test(out)) resolve(out);
    });
    child.once("exit", (code) => {
      reject(new Error(`the hub ended with ${String(code)} before it was ready: ${complaints}`));
    });
  });
}

/** Stops a hub and takes its folder away: what `beforeAll` hands back, so that the hub ends with its tests. */
export async function end(hub: TestHub): Promise<void> {
  await hub.stop();
  forget(hub.data);
}

/** Takes a test's folders away. */
export function forget(folder: string): void {
  rmSync(folder, { recursive: true, force: true });
}
