/** Why an item shows on a screen, or does not, for staff who ask. */
import type { ShowingRule } from "../domain/programme.ts";
import type { Language } from "../domain/vocabulary.ts";
import type { Text } from "../wire/common.ts";
import type { ItemContent } from "../wire/lobby.ts";
import { defineWords, pick, sayAny, type Param, type Words } from "./text.ts";
import { weekdayWords } from "./weekdays.ts";

const words = defineWords({
  shows: {
    zh: "正在轮播,每次{seconds}秒",
    "zh-Hant": "正在輪播,每次{seconds}秒",
    en: "Takes its turn, {seconds} s each",
  },
  ticker: { zh: "正在底部滚动", "zh-Hant": "正在底部滾動", en: "Runs in the line at the bottom" },
  notYet: { zh: "{from}起才显示", "zh-Hant": "{from}起才顯示", en: "Not before {from}" },
  over: { zh: "只显示到{until}", "zh-Hant": "只顯示到{until}", en: "Only until {until}" },
  otherWeekday: { zh: "只在{days}显示", "zh-Hant": "只在{days}顯示", en: "Only on {days}" },
  otherHours: { zh: "只在{hours}显示", "zh-Hant": "只在{hours}顯示", en: "Only at {hours}" },
  otherScreens: { zh: "没有指定在这块屏显示", "zh-Hant": "沒有指定在這塊螢幕顯示", en: "Meant for other screens" },
  higherPriority: {
    zh: "优先级更高的内容在播[:{titles}]",
    "zh-Hant": "優先級更高的內容在播[:{titles}]",
    en: "Something of higher priority shows[: {titles}]",
  },
  noContent: {
    zh: "现在没有可显示的东西,请核对文件、网址或办事指南",
    "zh-Hant": "現在沒有可顯示的東西,請核對檔案、網址或辦事指南",
    en: "There is nothing of it to show now; check its file, address or guide",
  },
  callsOnly: { zh: "这块屏只显示叫号", "zh-Hant": "這塊螢幕只顯示叫號", en: "This screen shows calls only" },
  emergency: { zh: "正在播紧急通知", "zh-Hant": "正在播緊急通知", en: "An emergency is over everything" },
});

export interface ShowingWhy {
  readonly rule: ShowingRule;
  readonly data: ItemContent;
  readonly isEmergency: boolean;
  /** The screen shows calls and nothing else. */
  readonly isCallsOnly: boolean;
  /** The titles of what shows. */
  readonly before: readonly Text[];
}

/** The reason in every language. */
export function showingReason(why: ShowingWhy): Text {
  const [zh, en, hant] = (["zh", "en", "zh-Hant"] as const).map((language) => reasonIn(language, why));
  return { zh: zh ?? "", en: en ?? "", "zh-Hant": hant ?? "" };
}

/** So many titles are named. */
const TITLES = 2;

function reasonIn(language: Language, { rule, data, isEmergency, isCallsOnly, before }: ShowingWhy): string {
  const { schedule, seconds, kind } = data;
  const told = (sentence: Words, params: Readonly<Record<string, Param>> = {}): string =>
    sayAny(sentence, language, params);
  const comma = language === "en" ? ", " : "\u3001";
  switch (rule) {
    case "shows":
      if (isEmergency) return told(words.emergency);
      return kind === "ticker" ? told(words.ticker) : told(words.shows, { seconds });
    case "not-yet":
      return told(words.notYet, { from: schedule.from && readable(schedule.from) });
    case "over":
      return told(words.over, { until: schedule.until && readable(schedule.until) });
    case "other-weekday":
      return told(words.otherWeekday, {
        days: (schedule.weekdays ?? []).map((day) => told(weekdayWords[day])).join(comma),
      });
    case "other-hours":
      return told(words.otherHours, { hours: (schedule.hours ?? []).map((span) => span.join("\u2013")).join(comma) });
    case "other-screens":
      return told(words.otherScreens);
    case "higher-priority":
      return told(words.higherPriority, {
        titles: before
          .slice(0, TITLES)
          .map((title) => pick(title, language))
          .join(comma),
      });
    case "no-content-here":
      return told(isCallsOnly ? words.callsOnly : words.noContent);
    default:
      return rule satisfies never;
  }
}

/** A date as it is, an instant to the minute. */
function readable(dayOrInstant: string): string {
  return dayOrInstant.replace("T", " ").slice(0, "2026-11-25 09:00".length);
}
