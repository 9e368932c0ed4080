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
/** So often the clock is kept, though nothing else has changed. */
const clockMillis = 60_000;
/** What is kept beside the hall, which is large and seldom changes. */
const beside = ".now";
/** What of a hall changes with every number, and is hidden or old after a restart anyhow. */
const passing = new Set(["now", "waiting", "estimate", "quotaLeft"]);

/** A name of this page's own, where one machine drives several screens (`?as=`). */
export function keptName(name: string): string {
  const as = new URLSearchParams(location.search).get("as");
  return as === null ? name : `${name}.${as}`;
}

/** What was kept under a name; null for nothing, or for what an earlier page has kept otherwise. */
export function keptScreen(name: string): KeptScreen | null {
  try {
    // What is no object has nothing to spread; what lacks something is found out below.
    const hall = JSON.parse(recall(name) ?? "null") as object | null;
    const kept: unknown = { ...hall, ...(JSON.parse(recall(name + beside) ?? "null") as object | null) };
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
  private lookedAt = -Infinity;
  private keptAt = -Infinity;
  private hall = "";
  private picture: Picture | null = null;

  /** @param monotonic milliseconds that no setting of a clock changes. */
  constructor(
    private readonly name: string,
    private readonly monotonic: () => number = () => performance.now(),
  ) {}

  /** Keeps what has changed, not more often than is sensible. */
  keep(screen: () => KeptScreen): void {
    const now = this.monotonic();
    if (now - this.lookedAt < leastMillis) return;
    this.lookedAt = now;
    const { picture, at, machine, ...lasting } = screen();
    const hall = JSON.stringify(lasting, (key, value: unknown) => (passing.has(key) ? null : value));
    if (hall !== this.hall || recall(this.name) === null) remember(this.name, JSON.stringify(lasting));
    this.hall = hall;
    if (picture === this.picture && now - this.keptAt < clockMillis) return;
    this.keptAt = now;
    this.picture = picture;
    remember(this.name + beside, JSON.stringify({ picture, at, machine }));
  }
}

function isKept(kept: unknown): kept is KeptScreen {
  if (typeof kept !== "object" || kept === null) return false;
  return ["hall", "name", "settings", "picture", "at", "machine"].every((name) => name in kept);
}
