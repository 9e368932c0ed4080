/**
 * Dates and times as the hall reads them. Everything comes from ISO strings that carry the hall's own offset,
 * so a device in a wrong time zone still shows the hall's time.
 */
import type { Language } from "../domain/vocabulary.ts";
import { defineWords, say } from "./text.ts";

/** A moment as the hall's clock and calendar show it. `weekday` counts from Sunday, 0. */
export interface LocalMoment {
  readonly year: number;
  readonly month: number;
  readonly day: number;
  readonly weekday: number;
  readonly hour: number;
  readonly minute: number;
  readonly second: number;
}

const instantPattern = /^(\d{4})-(\d{2})-(\d{2})T(\d{2}):(\d{2})(?::(\d{2})(?:\.\d+)?)?(?:Z|([+-])(\d{2}):(\d{2}))$/;

const words = defineWords({
  weekday0: { zh: "星期日", "zh-Hant": "星期日", en: "Sunday" },
  weekday1: { zh: "星期一", "zh-Hant": "星期一", en: "Monday" },
  weekday2: { zh: "星期二", "zh-Hant": "星期二", en: "Tuesday" },
  weekday3: { zh: "星期三", "zh-Hant": "星期三", en: "Wednesday" },
  weekday4: { zh: "星期四", "zh-Hant": "星期四", en: "Thursday" },
  weekday5: { zh: "星期五", "zh-Hant": "星期五", en: "Friday" },
  weekday6: { zh: "星期六", "zh-Hant": "星期六", en: "Saturday" },
  date: { zh: "{month}月{day}日", "zh-Hant": "{month}月{day}日", en: "{day} {monthName}" },
  tomorrowMorning: { zh: "明早{time}", "zh-Hant": "明早{time}", en: "{time} tomorrow" },
  tomorrow: { zh: "明天{time}", "zh-Hant": "明天{time}", en: "{time} tomorrow" },
  onWeekday: { zh: "{weekday}{time}", "zh-Hant": "{weekday}{time}", en: "{time} on {weekday}" },
  onDate: { zh: "{date}{time}", "zh-Hant": "{date}{time}", en: "{time} on {date}" },
  underFive: { zh: "不到5分钟", "zh-Hant": "不到5分鐘", en: "under 5 min" },
  shortUnderFive: { zh: "不到5分", "zh-Hant": "不到5分", en: "<5 min" },
  aboutMinutes: { zh: "约{minutes}分钟", "zh-Hant": "約{minutes}分鐘", en: "about {minutes} min" },
  shortMinutes: { zh: "约{minutes}分", "zh-Hant": "約{minutes}分", en: "~{minutes} min" },
  shortHours: {
    zh: "约{hours}小时[{minutes}分]",
    "zh-Hant": "約{hours}小時[{minutes}分]",
    en: "~{hours} h[ {minutes} min]",
  },
  aboutHours: {
    zh: "约{hours}小时[{minutes}分钟]",
    "zh-Hant": "約{hours}小時[{minutes}分鐘]",
    en: "about {hours} h[ {minutes} min]",
  },
});

const weekdayWords = [
  words.weekday0,
  words.weekday1,
  words.weekday2,
  words.weekday3,
  words.weekday4,
  words.weekday5,
  words.weekday6,
] as const;
const monthNames = ["Jan", "Feb", "Mar", "Apr", "May", "June", "July", "Aug", "Sept", "Oct", "Nov", "Dec"] as const;

/** Whether a string is an instant as the hub writes them. */
export function isInstant(value: unknown): value is string {
  return typeof value === "string" && instantPattern.test(value);
}

/** Minutes east of Greenwich that an instant carries; null when it is none. */
export function offsetMinutesOf(instant: string): number | null {
  const parts = instantPattern.exec(instant);
  if (!parts) return null;
  const minutes = Number(parts[8] ?? 0) * 60 + Number(parts[9] ?? 0);
  return parts[7] === "-" ? -minutes : minutes;
}

/** Reads the clock face and the calendar off an instant with its own offset; null when it is none. */
export function localMoment(instant: string): LocalMoment | null {
  const parts = instantPattern.exec(instant);
  if (!parts) return null;
  const [year, month, day, hour, minute, second] = parts
    .slice(1, 7)
    .map((part: string | undefined) => Number(part ?? 0));
  if (year === undefined || month === undefined || day === undefined || hour === undefined || minute === undefined)
    return null;
  return {
    year,
    month,
    day,
    hour,
    minute,
    second: second ?? 0,
    weekday: new Date(Date.UTC(year, month - 1, day)).getUTCDay(),
  };
}

/** Writes milliseconds since 1970 as an instant at an offset: the other way round of `localMoment`. */
export function instantAt(epochMillis: number, offsetMinutes: number): string {
  const shown = new Date(epochMillis + offsetMinutes * 60_000).toISOString().slice(0, -1);
  const size = Math.abs(offsetMinutes);
  const two = (value: number) => String(value).padStart(2, "0");
  return `${shown}${offsetMinutes < 0 ? "-" : "+"}${two(Math.floor(size / 60))}:${two(size % 60)}`;
}

/** 8:30, 13:05; the same in every language. */
export function timeOfDay(instant: string): string {
  const at = localMoment(instant);
  return at ? `${String(at.hour)}:${String(at.minute).padStart(2, "0")}` : "";
}

/** 11月23日, "23 Nov". */
export function dateOf(instant: string, language: Language): string {
  const at = localMoment(instant);
  return at
    ? say(words.date, language, { month: at.month, day: at.day, monthName: monthNames[at.month - 1] ?? "" })
    : "";
}

/** Whether a string is a local date `YYYY-MM-DD`. */
export function isDay(value: unknown): value is string {
  return typeof value === "string" && /^\d{4}-\d{2}-\d{2}$/.test(value);
}

/** A local date as `dateOf` says it. */
export function dayOf(date: string, language: Language): string {
  return dateOf(`${date}T00:00Z`, language);
}

/** 星期一, "Monday". */
export function weekdayOf(instant: string, language: Language): string {
  const at = localMoment(instant);
  const word = at ? weekdayWords[at.weekday] : undefined;
  return word ? say(word, language) : "";
}

/** A coming moment as people say it today: 13:30 · 明早8:30 · 星期一8:30 · 12月1日8:30. */
export function whenComing(instant: string, now: string, language: Language): string {
  const at = localMoment(instant);
  const today = localMoment(now);
  if (!at || !today) return "";
  const time = timeOfDay(instant);
  const days = (dayNumber(at) - dayNumber(today)) / 86_400_000;
  if (days === 0) return time;
  if (days === 1) return say(at.hour < 11 ? words.tomorrowMorning : words.tomorrow, language, { time });
  if (days > 1 && days < 7) return say(words.onWeekday, language, { weekday: weekdayOf(instant, language), time });
  return say(words.onDate, language, { date: dateOf(instant, language), time });
}

function dayNumber(at: LocalMoment): number {
  return Date.UTC(at.year, at.month - 1, at.day);
}

/** A wait as people say it: 不到5分钟, 约25分钟 (by fives), 约1小时20分钟 (by tens from an hour). */
export function aboutWait(seconds: number, language: Language): string {
  const minutes = roundedMinutes(seconds);
  if (minutes < 5) return say(words.underFive, language);
  if (minutes < 60) return say(words.aboutMinutes, language, { minutes });
  return say(words.aboutHours, language, hoursAnd(minutes));
}

/** The same in the little room of a tile or a list: 约25分, "~25 min"; from an hour 约1小时20分, "~1 h 20 min". */
export function shortWait(seconds: number, language: Language): string {
  const minutes = roundedMinutes(seconds);
  if (minutes < 5) return say(words.shortUnderFive, language);
  if (minutes < 60) return say(words.shortMinutes, language, { minutes });
  return say(words.shortHours, language, hoursAnd(minutes));
}

function hoursAnd(minutes: number): { hours: number; minutes: number | null } {
  return { hours: Math.floor(minutes / 60), minutes: minutes % 60 === 0 ? null : minutes % 60 };
}

/** 8位·约25分; the count alone where no wait is told. */
export function countAndWait(count: string, seconds: number | null, language: Language): string {
  if (seconds === null) return count;
  return count + (language === "en" ? ", " : "·") + shortWait(seconds, language);
}

/** By fives below an hour, by tens above; nothing below five. */
function roundedMinutes(seconds: number): number {
  if (seconds < 5 * 60) return 0;
  const exact = Math.round(seconds / 60);
  const fives = Math.round(exact / 5) * 5;
  return fives < 60 ? fives : Math.round(exact / 10) * 10;
}
