/** The process: arguments, environment, signals, exit codes. The only reader of `process.env`. */
import { readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { pino } from "pino";
import { announce } from "./announce.ts";
import { buildHub, type Folders, type RunningHub } from "./app.ts";
import { readConfig, type Config } from "./config/config.ts";
import { naming, unusable, WrongSetting } from "./config/wrong-setting.ts";
import { keepDemoPassword } from "./demo-password.ts";
import { prepareHall } from "./first-start.ts";
import { startNightlyBackup, type NightlyBackup } from "./nightly-backup.ts";
import { openBackupFolder } from "./store/backup.ts";
import { runTool } from "./tools.ts";

const here = dirname(fileURLToPath(import.meta.url));
/** Beside the bundle lie what it was built with; beside the sources, the sources. */
const isBuilt = here.endsWith(join("dist", "server"));
const folders: Folders & { readonly halls: string } = {
  migrations: join(here, isBuilt ? "migrations" : "store/migrations"),
  pages: join(here, isBuilt ? "../web" : "../dist/web"),
  halls: join(here, "halls"),
  media: join(here, isBuilt ? "media.worker.js" : "media.worker.ts"),
  // A thread reads no sources.
  ...(isBuilt && { estimator: join(here, "estimator.worker.js") }),
};

try {
  const config = readConfig(process.argv.slice(2), process.env);
  if (config.run.kind === "serve") await serve(config);
  else process.exitCode = await runTool(config, folders, (line) => process.stdout.write(`${line}\n`));
} catch (error) {
  if (!(error instanceof WrongSetting)) throw error;
  process.stderr.write(`${error.message}\n`);
  process.exitCode = 2;
}

async function serve(config: Config): Promise<void> {
  const logger = pino(
    { level: config.logLevel, base: null },
    // Written by another thread, and waking it costs more than a line: under load many lines go at once.
    pino.destination({ dest: 2, sync: false, minLength: 4_000, periodicFlush: 500 }),
  );
  const { backupFolder } = config;
  if (backupFolder !== null) naming("LUNDAO_BACKUPS", () => openBackupFolder(backupFolder));
  const running = await buildHub(config, folders, { logger });
  try {
    const sample = (): unknown => JSON.parse(readFileSync(join(folders.halls, "jiangbin.json"), "utf8"));
    const started = await prepareHall(running.hub, sample);
    keepDemoPassword(config, started.madePassword);
    const backups = startBackups(config, running);
    stopOnSignal(running, backups);
    const address = await listen(config, running);
    process.stdout.write(announce(config, address, started));
  } catch (error) {
    await running.stop();
    throw error;
  }
}

async function listen({ port, host }: Config, { app }: RunningHub): Promise<string> {
  try {
    return await app.listen({ port, host });
  } catch (error) {
    const isPort =
      error instanceof Error && "code" in error && (error.code === "EADDRINUSE" || error.code === "EACCES");
    throw unusable(isPort ? "LUNDAO_PORT" : "LUNDAO_HOST", error);
  }
}

function startBackups(config: Config, { app, hub }: RunningHub): NightlyBackup | null {
  if (config.backupFolder === null) return null;
  const { writer, moments } = hub.context;
  return startNightlyBackup({
    program: fileURLToPath(import.meta.url),
    dataFolder: config.dataFolder,
    backupFolder: config.backupFolder,
    environment: process.env,
    zone: () => moments.of(writer.state, writer.now())?.zone ?? null,
    log: app.log,
  });
}

function stopOnSignal(running: RunningHub, backups: NightlyBackup | null): void {
  let isStopping = false;
  const stop = (): void => {
    if (isStopping) return;
    isStopping = true;
    backups?.stop();
    running.stop().then(
      () => process.exit(0),
      () => process.exit(1),
    );
  };
  process.on("SIGTERM", stop);
  process.on("SIGINT", stop);
}
