/** Spans of time as the panel shows them. */
import type { Language } from "../../shared/domain/vocabulary.ts";
import { panelWords } from "../../shared/text/panel.ts";
import { say } from "../../shared/text/text.ts";
import type { Ticket } from "../../shared/wire/ticket.ts";

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

/**
 * How long a ticket has waited at a moment: 18分钟; under a minute 刚取号, or 刚排上 where it joined this line later.
 * `isShort`: whether it is said in words that stand for themselves.
 */
export function waited(
  { issuedAt, queuedAt }: Pick<Ticket, "issuedAt" | "queuedAt">,
  atMillis: number,
  language: Language,
): { readonly text: string; readonly isShort: boolean } {
  const minutes = minutesSince(queuedAt, atMillis);
  if (minutes > 0) return { text: span(minutes, language), isShort: false };
  const words = Date.parse(issuedAt) === Date.parse(queuedAt) ? panelWords.justTaken : panelWords.justJoined;
  return { text: say(words, language), isShort: true };
}

/** 0:42, 12:05: a running clock. */
export function running(instant: string, nowMillis: number): string {
  const seconds = Math.max(0, Math.floor((nowMillis - Date.parse(instant)) / 1000));
  return `${String(Math.floor(seconds / 60))}:${String(seconds % 60).padStart(2, "0")}`;
}
