/** Spans of time as the panel shows them. */
import type { Language } from "../../shared/domain/vocabulary.ts";
import { panelWords } from "../../shared/text/panel.ts";
import { say } from "../../shared/text/text.ts";

/** Whole minutes from an instant to another moment, never negative. */
export function minutesSince(instant: string, nowMillis: number): number {
  return Math.max(0, Math.floor((nowMillis - Date.parse(instant)) / 60_000));
}

/** 18分钟; from an hour on 1小时5分钟. */
export function span(minutes: number, language: Language): string {
  if (minutes < 60) return say(panelWords.minutes, language, { minutes });
  return say(panelWords.hours, language, {
    hours: Math.floor(minutes / 60),
    minutes: minutes % 60 === 0 ? null : minutes % 60,
  });
}

/** 0:42, 12:05: a running clock. */
export function running(instant: string, nowMillis: number): string {
  const seconds = Math.max(0, Math.floor((nowMillis - Date.parse(instant)) / 1000));
  return `${String(Math.floor(seconds / 60))}:${String(seconds % 60).padStart(2, "0")}`;
}
