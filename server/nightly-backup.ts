/**
 * Every night a verified copy of the journal. It is made by a process of its own, so that reading years of events
 * over does not hold up a call.
 */
import { fork } from "node:child_process";
import type { FastifyBaseLogger } from "fastify";
import { dateAfter, type ZoneClock } from "./domain/calendar.ts";

/** In the hall's own time, when nobody is there. */
const AT = "02:30";

export interface NightlyBackup {
  readonly stop: () => void;
}

export interface NightlyBackupOptions {
  /** The program that, run with `--backup`, makes one copy and exits 0 only if it is sound. */
  readonly program: string;
  readonly dataFolder: string;
  readonly backupFolder: string;
  /** Of the hub itself: its settings are the copy's too. */
  readonly environment: Readonly<Record<string, string | undefined>>;
  readonly zone: () => ZoneClock | null;
  readonly log: FastifyBaseLogger;
}

export function startNightlyBackup(options: NightlyBackupOptions): NightlyBackup {
  let timer: NodeJS.Timeout | null = null;
  const plan = (): void => {
    const zone = options.zone();
    timer = setTimeout(
      () => {
        runOnce(options);
        plan();
      },
      zone ? millisUntil(zone, Date.now()) : 60 * 60_000,
    ).unref();
  };
  plan();
  return {
    stop() {
      if (timer) clearTimeout(timer);
    },
  };
}

/** From now until the next 02:30 of the hall. */
function millisUntil(zone: ZoneClock, now: number): number {
  const today = zone.date(now);
  const tonight = zone.instant(today, AT);
  return (tonight > now ? tonight : zone.instant(dateAfter(today, 1), AT)) - now;
}

function runOnce({ program, dataFolder, backupFolder, environment, log }: NightlyBackupOptions): void {
  const child = fork(program, ["--backup", "--data", dataFolder], {
    env: { ...environment, LUNDAO_BACKUPS: backupFolder },
    stdio: "ignore",
  });
  child.once("error", (error) => {
    log.error({ err: { name: error.name, message: error.message } }, "the nightly backup could not run");
  });
  child.once("exit", (code) => {
    if (code === 0) log.info("the nightly backup is made and verified");
    else log.error({ code }, "the nightly backup failed");
  });
}
