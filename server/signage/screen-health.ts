/**
 * How screens are, by what they tell of themselves with a heartbeat. A screen's clock is never trusted: an instant that
 * cannot be counts as the one at which it was told.
 */
import type { Millis } from "../../shared/domain/vocabulary.ts";
import type {
  ScreenAlert,
  ScreenHealth as HealthOnWire,
  ScreenReport,
  ScreenSettings,
} from "../../shared/wire/lobby.ts";

/** So long a screen may paint nothing before somebody should look. */
const DARK_MILLIS = 60_000;
/** A screen reckons the hub's time from answers that take a moment. */
const AHEAD_MILLIS = 2_000;
const CLOCK_WRONG_MILLIS = 2_000;

interface Known {
  readonly report: ScreenReport;
  readonly paintedAt: Millis | null;
}

/** A screen of which is asked. */
export interface Looked {
  readonly id: string;
  readonly isConnected: boolean;
  readonly settings: Pick<ScreenSettings, "speaks">;
  /** Since when it could have shown something: its pairing. */
  readonly since: Millis;
}

export class ScreenHealth {
  readonly #known = new Map<string, Known>();

  /** @param begun since when this hub has listened: what came before it nobody can tell. */
  constructor(private readonly begun: Millis) {}

  heard(screen: string, report: ScreenReport, now: Millis): void {
    const before = this.#known.get(screen)?.paintedAt ?? null;
    const paintedAt = report.painted === undefined ? before : plausible(report.painted, report, now);
    this.#known.set(screen, { report, paintedAt });
  }

  /** Forgets screens that are paired no more. */
  keepOnly(screens: ReadonlySet<string>): void {
    for (const screen of this.#known.keys()) if (!screens.has(screen)) this.#known.delete(screen);
  }

  of(screen: string, iso: (at: Millis) => string): HealthOnWire {
    const known = this.#known.get(screen);
    return {
      paintedAt: known?.paintedAt == null ? null : iso(known.paintedAt),
      sound: known?.report.sound ?? null,
      voice: known?.report.voice ?? null,
      cache: known?.report.cache ?? null,
      clockErrorMs: known?.report.clockErrorMs ?? null,
      browser: known?.report.browser ?? null,
      uptimeSeconds: known?.report.uptimeSeconds ?? null,
      showing: known?.report.showing ?? null,
    };
  }

  /** What somebody should look after. Of a screen that is away only that it is. */
  alerts({ id, isConnected, settings, since }: Looked, now: Millis): ScreenAlert[] {
    const known = this.#known.get(id);
    const lastPainted = Math.max(known?.paintedAt ?? 0, since, this.begun);
    const alerts: ScreenAlert[] = now - lastPainted > DARK_MILLIS ? ["no-frame"] : [];
    if (!known || !isConnected) return alerts;
    const { sound, cache, clockErrorMs } = known.report;
    if (sound === "blocked" && settings.speaks) alerts.push("sound-blocked");
    if (cache.missing > 0) alerts.push("content-missing");
    if (Math.abs(clockErrorMs) > CLOCK_WRONG_MILLIS) alerts.push("clock-wrong");
    return alerts;
  }
}

/** Nothing was painted after now, nor before the page was there. */
function plausible(painted: string, { uptimeSeconds }: ScreenReport, now: Millis): Millis {
  const at = /^\d{4}-\d{2}-\d{2}T.*([+-]\d{2}:\d{2}|Z)$/.test(painted) ? Date.parse(painted) : Number.NaN;
  const earliest = now - uptimeSeconds * 1000 - DARK_MILLIS;
  return at >= earliest && at <= now + AHEAD_MILLIS ? Math.min(at, now) : now;
}
