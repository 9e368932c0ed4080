/** Programs under measurement, each a process of its own: the built hub, and the baselines, bundled the way the hub is. */
import { spawn, type ChildProcess } from "node:child_process";
import { closeSync, existsSync, mkdirSync, mkdtempSync, openSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { build } from "esbuild";
import { projectRoot } from "../../../tools/project.ts";
import { benchHallFile } from "./bench-hall.ts";

/** Below the project, so that what is bundled finds the project's packages. */
const bundles = path.join(projectRoot, "tests", ".out", "bench");
const READY_MILLIS = 120_000;
/** Characters kept of what a program complains of. */
const MOST_COMPLAINTS = 2_000;

export const MANAGER_PASSWORD = "manager-of-benches";
/** A Wednesday morning: benches give the same whatever the hour they are run at. */
export const MORNING = "2026-11-25T09:00:00+08:00";

export interface Program {
  readonly url: string;
  readonly child: ChildProcess;
  /** From before the process was started until it said that it was ready. */
  readonly readyMillis: number;
  /** Ends it, and waits until it has ended. */
  readonly stop: () => Promise<void>;
}

export interface HubOptions {
  /** The folder that holds the build: `server/` and `web/`. */
  readonly dist: string;
  readonly data: string;
  /** When the hub's clock begins; by default `MORNING`. */
  readonly clock?: string;
  /** Files for Node to run before the hub. */
  readonly preload?: string;
  readonly onMessage?: (message: unknown) => void;
}

/** Starts the built hub with the sample hall of benches. Its log is written as in production, to where nobody reads it. */
export async function startHub({ dist, data, clock = MORNING, preload, onMessage }: HubOptions): Promise<Program> {
  const fresh = existsSync(path.join(data, "hub.sqlite")) ? [] : ["--hall", benchHallFile()];
  const script = path.join(dist, "server", "main.js");
  return start(
    [...(preload === undefined ? [] : ["--import", preload]), script, "--data", data, "--port", "0", ...fresh],
    {
      env: {
        NODE_ENV: "test",
        LUNDAO_CLOCK: clock,
        LUNDAO_SECRET_KEY: "00".repeat(32),
        LUNDAO_MANAGER_PASSWORD: MANAGER_PASSWORD,
      },
      onMessage,
    },
  );
}

export interface PartOptions {
  readonly args?: readonly string[];
  /** Hears what the process sends. */
  readonly onMessage?: (message: unknown) => void;
}

/** Starts a file of `tests/bench/`, such as a baseline, named without its ending. */
export async function startPart(name: string, { args = [], onMessage }: PartOptions = {}): Promise<Program> {
  return start([await bundled(name), ...args], { env: {}, onMessage });
}

/** Bundles a file of `tests/bench/` as the hub is bundled, and answers where it lies. */
export async function bundled(name: string): Promise<string> {
  const outfile = path.join(bundles, `${path.basename(name)}.mjs`);
  mkdirSync(bundles, { recursive: true });
  await build({
    entryPoints: [path.join(projectRoot, "tests", "bench", `${name}.ts`)],
    outfile,
    bundle: true,
    format: "esm",
    platform: "node",
    target: "node20",
    minifySyntax: true,
    minifyWhitespace: true,
    lineLimit: 160,
    legalComments: "none",
    logLevel: "warning",
    external: ["better-sqlite3"],
    banner: {
      js: 'import { createRequire as __createRequire } from "node:module"; const require = __createRequire(import.meta.url);',
    },
  });
  return outfile;
}

/** A folder for one measurement; `forget` takes it away. */
export function newFolder(): string {
  return mkdtempSync(path.join(tmpdir(), "lundao-bench-"));
}

export function forget(folder: string): void {
  rmSync(folder, { recursive: true, force: true });
}

/** What the process holds in memory, in bytes. Reads `/proc`, so on Linux alone. */
export function residentBytes({ child }: Program): number {
  const status = readFileSync(`/proc/${String(child.pid)}/status`, "utf8");
  const kilobytes = /^VmRSS:\s+(\d+) kB$/m.exec(status)?.[1];
  if (kilobytes === undefined) throw new Error("no VmRSS of the process");
  return Number(kilobytes) * 1024;
}

interface Start {
  readonly env: Readonly<Record<string, string>>;
  readonly onMessage: ((message: unknown) => void) | undefined;
}

async function start(args: readonly string[], { env, onMessage }: Start): Promise<Program> {
  const complaints = newComplaints();
  const begun = performance.now();
  const child = spawn(process.execPath, args, {
    env: { PATH: process.env["PATH"], HOME: process.env["HOME"], ...env },
    stdio: ["ignore", "pipe", complaints.fd, ...(onMessage ? (["ipc"] as const) : [])],
  });
  if (onMessage) child.on("message", onMessage);
  const url = await readyUrl(child, complaints.last);
  // A figure measured beside a dead program is none, and one that waits for it never comes.
  child.once("exit", (code, signal) => {
    const said = complaints.last();
    complaints.forget();
    if (signal === "SIGTERM" || code === 0) return;
    throw new Error(`${String(args.at(0))} ended with ${String(code ?? signal)} in mid-measurement: ${said}`);
  });
  return { url, child, readyMillis: performance.now() - begun, stop: () => stopped(child) };
}

/** A file for a program's standard error: read as it is written, it would cost whoever measures. */
function newComplaints(): { readonly fd: number; readonly last: () => string; readonly forget: () => void } {
  const folder = newFolder();
  const file = path.join(folder, "stderr.txt");
  const fd = openSync(file, "w");
  return {
    fd,
    last: () => readFileSync(file, "utf8").slice(-MOST_COMPLAINTS).trim(),
    forget: () => {
      closeSync(fd);
      forget(folder);
    },
  };
}

function readyUrl(child: ChildProcess, complaints: () => string): Promise<string> {
  return new Promise((resolve, reject) => {
    let said = "";
    const late = setTimeout(() => {
      child.kill("SIGKILL");
      reject(new Error(`no "ready" within ${READY_MILLIS / 1000} s; it said: ${said}`));
    }, READY_MILLIS);
    child.stdout?.on("data", (chunk: Buffer) => {
      said += chunk.toString();
      const url = /^ready (\S+)\n/m.exec(said)?.[1];
      if (url === undefined) return;
      clearTimeout(late);
      resolve(url);
    });
    child.once("exit", (code) => {
      clearTimeout(late);
      reject(new Error(`it ended with ${String(code)} before it was ready; it said: ${said} ${complaints()}`));
    });
  });
}

function stopped(child: ChildProcess): Promise<void> {
  return new Promise((resolve) => {
    if (child.exitCode !== null || child.signalCode !== null) {
      resolve();
      return;
    }
    child.once("exit", () => resolve());
    child.kill("SIGTERM");
  });
}
