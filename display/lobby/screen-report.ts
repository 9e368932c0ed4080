/** What a lobby screen tells of itself with each heartbeat. */
import type { SoundState, VoiceEngine } from "../../shared/domain/vocabulary.ts";
import type { ScreenReport } from "../../shared/wire/lobby.ts";
import type { CacheReport } from "../content/content-keeper.ts";

/** Counts frames that the browser really paints: it asks for one a second, and a page that is not painted gets none. */
export class FrameWatch {
  /** The hub's time at the last painted frame; null before the first. */
  paintedAt: string | null = null;
  private asked: number | null = null;

  /** @param instant the hub's time as an instant. */
  constructor(private readonly instant: () => string) {}

  /** To be called now and then. */
  look(): void {
    this.asked ??= requestAnimationFrame(() => {
      this.asked = null;
      this.paintedAt = this.instant();
    });
  }

  close(): void {
    if (this.asked !== null) cancelAnimationFrame(this.asked);
  }
}

export interface Reported {
  readonly paintedAt: string | null;
  readonly sound: SoundState;
  /** What made the voice last; null before anything was said. */
  readonly voice: VoiceEngine | null;
  readonly cache: CacheReport;
  /** Items that are here and yet cannot be shown. */
  readonly broken: number;
  /** The hub's time, in milliseconds. */
  readonly hubNow: number;
  readonly machineNow: number;
  readonly userAgent: string;
  /** Since the page was loaded, in milliseconds. */
  readonly uptimeMillis: number;
  readonly showing: string | null;
}

const longestBrowser = 80;

export function screenReport(told: Reported): ScreenReport {
  const { version, files, missing, bytes } = told.cache;
  return {
    ...(told.paintedAt !== null && { painted: told.paintedAt }),
    sound: told.sound,
    ...(told.voice !== null && { voice: told.voice }),
    cache: { version, files, missing: missing + told.broken, bytes },
    clockErrorMs: Math.round(told.machineNow - told.hubNow),
    browser: browserOf(told.userAgent),
    uptimeSeconds: Math.round(told.uptimeMillis / 1_000),
    showing: told.showing,
  };
}

/** Chrome/109.0.5414.120, and on what: Windows NT 6.1. */
export function browserOf(userAgent: string): string {
  const name = /(?:Firefox|Chrome|Version)\/[\d.]+/.exec(userAgent)?.[0] ?? userAgent;
  const system = /\(([^;)]+)/.exec(userAgent)?.[1];
  return (system === undefined ? name : `${name} (${system})`).slice(0, longestBrowser);
}
