/** The hub's clock, and whoever sets it. */
import { execFile } from "node:child_process";
import { uptime } from "node:os";
import type { Clock, TimeService } from "./commands/ports.ts";

/** The machine's clock, or one that starts at an instant of a test's choosing and whose leaps nobody guards. */
export function clockFrom(start: number | null): Clock {
  // The machine's age counts its sleep, as `performance.now` does not: lids and power plans are no leaps.
  if (start === null) return { now: () => Date.now(), passed: () => Math.floor(uptime() * 1000) };
  const begun = performance.now();
  return { now: () => start + Math.floor(performance.now() - begun) };
}

const PATIENCE_MILLIS = 5000;

/**
 * The kernel's own word, which timesyncd, chrony and ntpd alike give it. Whoever else moves the clock takes it back by
 * that, until a service has set it again. A machine that cannot be asked vouches for nothing.
 */
export const systemTimeService: TimeService = {
  vouches: () =>
    new Promise((resolve) => {
      execFile(
        "timedatectl",
        ["show", "--property=NTPSynchronized", "--value"],
        { timeout: PATIENCE_MILLIS },
        (error, answer) => {
          resolve(error === null && answer.trim() === "yes");
        },
      );
    }),
};
