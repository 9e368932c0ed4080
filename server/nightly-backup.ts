/**
 * Every night a verified copy of the journal. It is made by a process of its own, so that reading years of events
 * over does not hold up a call.
 */
import { fork } from "node:child_process";
import type { FastifyBaseLogger } from "fastify";
import { dateAfter, type ZoneClock } from "./domain/calendar.ts";
import { isBackedUp } from "./store/backup.ts";

/** In the hall's own time, when nobody is there. */
const AT = "02:30";
/** The hall opens first. */
const AFTER_START_MILLIS = 10 * 60_000;
/** Of what a failed backup says, this many characters go into the log. */
const COMPLAINT_LENGTH = 2000;

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
  // In many a hall the machine is off at night: what was not made then is made in the morning.
  const late = setTimeout(() => {
    if (!isBackedUp(options.backupFolder)) runOnce(options);
  }, AFTER_START_MILLIS).unref();
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
      clearTimeout(late);
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
    stdio: ["ignore", "ignore", "pipe", "ipc"],
  });
  let complaint = "";
  child.stderr?.setEncoding("utf8").on("data", (text: string) => {
    complaint = (complaint + text).slice(0, COMPLAINT_LENGTH);
  });
  child.once("error", (error) => {
    log.error({ err: { name: error.name, message: error.message } }, "the nightly backup could not run");
  });
  // Not `exit`: what it complained of may come after that.
  child.once("close", (code) => {
    if (code === 0) log.info("the nightly backup is made and verified");
    else log.error({ code, why: complaint.trim() }, "the nightly backup failed");
  });
}
