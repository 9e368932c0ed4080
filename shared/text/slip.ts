/**
 * The words on a slip, in every language a hall prints.
 * Short on purpose: a slip is read at arm's length by someone of 75, and is no longer than a hand.
 */
import type { Language } from "../domain/vocabulary.ts";
import type { Text } from "../wire/common.ts";
import { defineWords, pick, say } from "./text.ts";
import { aboutWait, dateOf, localMoment, timeOfDay } from "./times.ts";

/** The slip's fixed words. The mark of a second slip is Chinese and English at once, whoever reads it. */
export const slipWords = defineWords({
  copyMark: { zh: "补打 / COPY", "zh-Hant": "補打 / COPY", en: "补打 / COPY" },
  copyNote: { zh: "号码相同,留一张就行", "zh-Hant": "號碼相同,留一張就行", en: "Same number; keep just one slip" },
  waitIn: { zh: "请在{areas}等候", "zh-Hant": "請在{areas}等候", en: "Please wait in {areas}" },
  counters: { zh: "办理窗口:{counters}", "zh-Hant": "辦理窗口:{counters}", en: "Served at {counters}" },
  asCalled: { zh: "听叫号", "zh-Hant": "聽叫號", en: "the counter that calls you" },
  materials: { zh: "请备好材料", "zh-Hant": "請備好材料", en: "Please have ready" },
  original: { zh: "原件", "zh-Hant": "原件", en: "original" },
  listen: { zh: "请听叫号、看屏幕", "zh-Hant": "請聽叫號、看螢幕", en: "Listen for your number and watch the screen" },
  scan: { zh: "扫码看前面还有几位", "zh-Hant": "掃碼看前面還有幾位", en: "Scan to see how many are ahead" },
});

const counted = defineWords({
  nobodyAhead: { zh: "前面没有人", "zh-Hant": "前面沒有人", en: "Nobody ahead of you" },
  ahead: { zh: "前面{count}位", "zh-Hant": "前面{count}位", en: "{count} ahead of you" },
  oneCopy: { zh: "复印件1份", "zh-Hant": "複印件1份", en: "1 copy" },
  copies: { zh: "复印件{count}份", "zh-Hant": "複印件{count}份", en: "{count} copies" },
});

const missed = defineWords({
  noWayBack: {
    zh: "没听到叫号,请到咨询台",
    "zh-Hant": "沒聽到叫號,請到諮詢台",
    en: "Missed your call? Please see the desk",
  },
  atOnce: {
    zh: "没听到叫号也不要紧:{minutes}分钟内到咨询台,马上恢复,最多{times}次",
    "zh-Hant": "沒聽到叫號也不要緊:{minutes}分鐘內到諮詢台,馬上恢復,最多{times}次",
    en: "Missed your call? See the desk within {minutes} min to be let back in at once, at most {times}x",
  },
  behind: {
    zh: "没听到叫号也不要紧:{minutes}分钟内到咨询台,排在同类第{behind}位之后,可恢复{times}次",
    "zh-Hant": "沒聽到叫號也不要緊:{minutes}分鐘內到諮詢台,排在同類第{behind}位之後,可恢復{times}次",
    en: "Missed your call? See the desk within {minutes} min to be let back in behind {behind} of your kind, at most {times}x",
  },
});

const booked = defineWords({
  at: { zh: "预约时间 {time}", "zh-Hant": "預約時間 {time}", en: "Appointment {time}" },
});

/** 预约时间 10:00, on the slip and the phone. */
export function appointmentAt(instant: string, language: Language): string {
  return say(booked.at, language, { time: timeOfDay(instant) });
}

const taken = defineWords({
  at: { zh: "{date} {time} 取号", "zh-Hant": "{date} {time} 取號", en: "Taken {date}, {time}" },
});

/** What a missed resident may do: back in line behind so many, so often, within so many minutes of the miss. */
export interface MissRule {
  readonly behind: number;
  readonly times: number;
  readonly minutes: number;
}

/** 前面3位, or that there is nobody. */
export function aheadOnSlip(count: number, language: Language): string {
  return count === 0 ? say(counted.nobodyAhead, language) : say(counted.ahead, language, { count });
}

/** 约10分钟; `seconds` is the median of the estimate. */
export function waitOnSlip(seconds: number, language: Language): string {
  return aboutWait(seconds, language);
}

/** What of a material to bring: 原件 · 复印件1份, both, or nothing where neither is asked. */
export function materialForm(
  material: { readonly original: boolean; readonly copies: number },
  language: Language,
): string {
  const count = material.copies;
  return [
    material.original ? say(slipWords.original, language) : "",
    count === 0 ? "" : count === 1 ? say(counted.oneCopy, language) : say(counted.copies, language, { count }),
  ]
    .filter((part) => part !== "")
    .join("+");
}

/** The miss rule as the hall has set it; no blame, and where to go. */
export function missRuleOnSlip(rule: MissRule, language: Language): string {
  const { behind, times, minutes } = rule;
  if (times === 0) return say(missed.noWayBack, language);
  if (behind === 0) return say(missed.atOnce, language, { minutes, times });
  return say(missed.behind, language, { minutes, behind, times });
}

/** When the number was taken, read off the instant's own offset: the hall's clock, whatever zone this machine is in. */
export function takenAt(instant: string, language: Language): string {
  const at = localMoment(instant);
  if (at === null) return "";
  const day = dateOf(instant, language);
  const date = language === "en" ? `${day} ${String(at.year)}` : `${String(at.year)}年${day}`;
  return say(taken.at, language, { date, time: timeOfDay(instant) });
}

/** Where more counters than this may call, none is named: the resident listens for which it is. */
const mostNamed = 4;

/**
 * The counters that may call a number, in one wording for station, slip and phone: 2、3、6号窗口, A区01、02号窗口; else the
 * hall's labels one by one. 听叫号 where there are too many to keep in mind.
 */
export function whichCounters(labels: readonly Text[], language: Language): string {
  if (labels.length > mostNamed) return say(slipWords.asCalled, language);
  const names = labels.map((label) => pick(label, language));
  const parts = names.map((name) => /^(.*?)([A-Z]?\d+)(\D*)$/.exec(name));
  const [, head, , tail] = parts[0] ?? [];
  const isOneKind = parts.every((part) => part !== null && part[1] === head && part[3] === tail);
  if (names.length < 2 || !isOneKind) return eitherOf(names, language);
  const signs = parts.map((part) => part?.[2] ?? "");
  return `${head ?? ""}${eitherOf(signs, language)}${tail ?? ""}`;
}

function eitherOf(names: readonly string[], language: Language): string {
  if (language !== "en" || names.length < 2) return joinList(names, language);
  return `${joinList(names.slice(0, -1), language)} or ${names.slice(-1).join("")}`;
}

/** Between the members of a list: 、 in Chinese, a comma in English. */
export function joinList(members: readonly string[], language: Language): string {
  return members.join(language === "en" ? ", " : "、");
}
