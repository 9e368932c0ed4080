/**
 * What a lobby screen keeps of its hall, so that its wall is not blank when the browser starts while the hub is away: the
 * hall, how this screen is set, the calls as they were, and how far the machine's clock was from the hub's.
 */
import type { KeptClock } from "../../shared/ui/hub.ts";
import { recall, remember } from "../../shared/ui/memory.ts";
import { offsetMinutesOf } from "../../shared/text/times.ts";
import type { HallNow } from "../../shared/wire/hall.ts";
import type { ScreenSettings } from "../../shared/wire/lobby.ts";
import type { Picture } from "./picture.ts";

export interface KeptScreen {
  readonly hall: HallNow;
  readonly name: string;
  readonly settings: ScreenSettings;
  readonly picture: Picture;
  /** The hub's time when all this was so. */
  readonly at: string;
  /** The machine's clock at that time, in milliseconds. */
  readonly machine: number;
}

/** Writing it costs an old box's disk something; nothing is lost but a few seconds of what was. */
const leastMillis = 10_000;

/** A name of this page's own, where one machine drives several screens (`?as=`). */
export function keptName(name: string): string {
  const as = new URLSearchParams(location.search).get("as");
  return as === null ? name : `${name}.${as}`;
}

/** What was kept under a name; null for nothing, or for what an earlier page has kept otherwise. */
export function keptScreen(name: string): KeptScreen | null {
  try {
    const kept: unknown = JSON.parse(recall(name) ?? "null");
    return isKept(kept) ? kept : null;
  } catch {
    return null;
  }
}

/**
 * The hub's time now, as far as this machine can tell: its clock was so far off when the hub last spoke. Time has not run
 * backwards since then, whatever the machine says.
 */
export function keptClock({ at, machine }: KeptScreen, machineNow: number): KeptClock {
  const then = Date.parse(at);
  return { millis: Math.max(then, then + machineNow - machine), offsetMinutes: offsetMinutesOf(at) ?? 0 };
}

export class ScreenMemory {
  private keptAt = -Infinity;

  /** @param monotonic milliseconds that no setting of a clock changes. */
  constructor(
    private readonly name: string,
    private readonly monotonic: () => number = () => performance.now(),
  ) {}

  /** Keeps how all stands, not more often than is sensible. */
  keep(screen: () => KeptScreen): void {
    const now = this.monotonic();
    if (now - this.keptAt < leastMillis) return;
    this.keptAt = now;
    remember(this.name, JSON.stringify(screen()));
  }
}

function isKept(kept: unknown): kept is KeptScreen {
  if (typeof kept !== "object" || kept === null) return false;
  return ["hall", "name", "settings", "picture", "at", "machine"].every((name) => name in kept);
}
