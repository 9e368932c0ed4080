/** A lobby screen's state in words. Pure. */
import type { Language } from "../../shared/domain/vocabulary.ts";
import { screenWords, soundWords, voiceWords } from "../../shared/text/console-screens.ts";
import { pick, say } from "../../shared/text/text.ts";
import { timeOfDay } from "../../shared/text/times.ts";
import type { HallNow } from "../../shared/wire/hall.ts";
import type { Screen } from "../../shared/wire/lobby.ts";
import { dateAndTime } from "../content/item-words.ts";
import { byteSize } from "../content/media-facts.ts";

/** What the eye is drawn to: a screen that paints nothing. */
export function isDark({ alerts }: Pick<Screen, "alerts">): boolean {
  return alerts.includes("no-frame");
}

/** Where it hangs: its area and its group. */
export function placeOf({ area, group }: Screen, areas: HallNow["areas"], language: Language): string {
  const known = areas.find(({ id }) => id === area);
  const names = [
    ...(area === null ? [] : [known ? pick(known.name, language) : area]),
    ...(group === null ? [] : [group]),
  ];
  return names.join(" · ");
}

/** When it last painted: how long ago within the hour, else when. @param now the hub's instant. */
export function paintedWords(paintedAt: string | null, now: string, language: Language): string {
  if (paintedAt === null) return say(screenWords.never, language);
  const seconds = Math.round((Date.parse(now) - Date.parse(paintedAt)) / 1000);
  if (seconds < 120) return say(screenWords.secondsAgo, language, { seconds: Math.max(0, seconds) });
  return paintedAt.slice(0, 10) === now.slice(0, 10) ? timeOfDay(paintedAt) : dateAndTime(paintedAt, language);
}

export function soundOf({ sound, voice }: Screen["health"], language: Language): string {
  const words = sound === null ? say(screenWords.unknown, language) : say(soundWords[sound], language);
  return voice === null
    ? words
    : `${words} · ${say(screenWords.voice, language)}${gap(language)}${say(voiceWords[voice], language)}`;
}

export function cacheOf({ cache }: Screen["health"], language: Language): string {
  if (cache === null) return say(screenWords.unknown, language);
  const { files, bytes, missing } = cache;
  return say(screenWords.cacheFiles, language, {
    files,
    size: byteSize(bytes),
    missing: missing === 0 ? null : missing,
  });
}

/** A screen's clock runs ahead of the hub's where its error is positive. */
export function clockOf({ clockErrorMs }: Screen["health"], language: Language): string {
  if (clockErrorMs === null) return say(screenWords.unknown, language);
  const seconds = Math.abs(clockErrorMs / 1000);
  if (seconds < 1) return say(screenWords.clockRight, language);
  const told = { seconds: seconds < 10 ? seconds.toFixed(1) : String(Math.round(seconds)) };
  return say(clockErrorMs > 0 ? screenWords.clockFast : screenWords.clockSlow, language, told);
}

export function uptimeOf({ uptimeSeconds }: Screen["health"], language: Language): string {
  if (uptimeSeconds === null) return say(screenWords.unknown, language);
  const hours = Math.floor(uptimeSeconds / 3600);
  if (hours === 0) return say(screenWords.uptimeMinutes, language, { minutes: Math.floor(uptimeSeconds / 60) });
  if (hours < 24) return say(screenWords.uptimeHours, language, { hours });
  return say(screenWords.uptimeDays, language, { days: Math.floor(hours / 24), hours: hours % 24 });
}

function gap(language: Language): string {
  return language === "en" ? ": " : "";
}
