/** Changes for today, numbers of the printed block, and alarms, as the guide and the manager read them. */
import type { Language } from "../domain/vocabulary.ts";
import type { Text } from "../wire/common.ts";
import { defineWords, pick, say } from "./text.ts";

export const todayWords = defineWords({
  tabTake: { zh: "代取号", "zh-Hant": "代取號", en: "Take a number" },
  tabToday: { zh: "今日调整", "zh-Hant": "今日調整", en: "Changes today" },
  tabPaper: { zh: "补录纸号", "zh-Hant": "補錄紙號", en: "Paper numbers" },

  stopTitle: { zh: "暂停和恢复业务", "zh-Hant": "暫停和恢復業務", en: "Stop a service, take it up again" },
  reason: { zh: "原因(居民也会看到)", "zh-Hant": "原因(居民也會看到)", en: "Reason (residents read it too)" },
  until: { zh: "到几点(可不填)", "zh-Hant": "到幾點(可不填)", en: "Until (may be empty)" },
  stop: { zh: "暂停", "zh-Hant": "暫停", en: "Stop" },
  resume: { zh: "恢复{service}", "zh-Hant": "恢復{service}", en: "Resume {service}" },
  service: { zh: "业务", "zh-Hant": "業務", en: "Service" },
  keeps: {
    zh: "已取的号不变,恢复后按原来的顺序叫",
    "zh-Hant": "已取的號不變,恢復後按原來的順序叫",
    en: "Numbers taken keep their places",
  },

  presetTitle: { zh: "窗口今天办什么", "zh-Hant": "窗口今天辦什麼", en: "What counters do today" },
  everything: { zh: "全部业务", "zh-Hant": "全部業務", en: "Everything" },
  usual: { zh: "原来的业务", "zh-Hant": "原來的業務", en: "As usual" },

  presetOfOne: { zh: "只办{service}", "zh-Hant": "只辦{service}", en: "{service} only" },
  presetOfSeveral: {
    zh: "{service}等{count}项",
    "zh-Hant": "{service}等{count}項",
    en: "{service} and others, {count} in all",
  },

  extendTitle: { zh: "延时服务", "zh-Hant": "延時服務", en: "Stay open longer" },
  extendUntil: { zh: "延长到", "zh-Hant": "延長到", en: "Until" },
  extend: { zh: "延长", "zh-Hant": "延長", en: "Extend" },
  openUntil: { zh: "现在到{time}", "zh-Hant": "現在到{time}", en: "Open until {time} now" },
  overtime: { zh: "下班后已办{count}件", "zh-Hant": "下班後已辦{count}件", en: "{count} served after hours today" },

  paperHow: {
    zh: "停机时用纸号(如P001)发的号,恢复后在这里补录。按取号时间排队",
    "zh-Hant": "停機時用紙號(如P001)發的號,恢復後在這裡補錄。按取號時間排隊",
    en: "Enter the paper numbers given during the outage. They queue by the time they were taken",
  },
  paperNumber: { zh: "纸号", "zh-Hant": "紙號", en: "Number" },
  paperTime: { zh: "取号时间", "zh-Hant": "取號時間", en: "Taken at" },
  paperMore: { zh: "再加一个", "zh-Hant": "再加一個", en: "One more" },
  paperDrop: { zh: "去掉", "zh-Hant": "去掉", en: "Remove" },
  paperEnter: { zh: "补录{count}个", "zh-Hant": "補錄{count}個", en: "Enter {count}" },
  paperLine: { zh: "第{line}个:{why}", "zh-Hant": "第{line}個:{why}", en: "Line {line}: {why}" },

  unserved: {
    zh: "{service}有{count}位在等,没有窗口办理",
    "zh-Hant": "{service}有{count}位在等,沒有窗口辦理",
    en: "{service}: {count} waiting, no counter takes them",
  },
  unservedSeveral: {
    zh: "{service}等{services}项业务有{count}位在等,没有窗口办理",
    "zh-Hant": "{service}等{services}項業務有{count}位在等,沒有窗口辦理",
    en: "{service} and others, {services} services: {count} waiting, no counter takes them",
  },
  unservedRest: {
    zh: "还有{count}项业务没有窗口办理,请看「全厅」",
    "zh-Hant": "還有{count}項業務沒有窗口辦理,請看「全廳」",
    en: "{count} more services without a counter; see Whole hall",
  },
  helpPreset: {
    zh: "让{counter}改办「{preset}」",
    "zh-Hant": "讓{counter}改辦「{preset}」",
    en: "Set {counter} to {preset}",
  },
  helpOpen: { zh: "请开放{counter}", "zh-Hant": "請開放{counter}", en: "Please open {counter}" },
  calendarEnds: {
    zh: "节假日历只到{date},请管理员导入下一年的",
    "zh-Hant": "節假日曆只到{date},請管理員匯入下一年的",
    en: "Holidays are known until {date} only; the manager imports the next year",
  },
  calendarUnknown: {
    zh: "不知道今天是不是节假日,按平日的时间办公。请管理员导入节假日历",
    "zh-Hant": "不知道今天是不是節假日,按平日的時間辦公。請管理員匯入節假日曆",
    en: "Whether today is a holiday is not known; weekly hours are kept. The manager imports the calendar",
  },
});

interface NamedPreset {
  readonly preset: string;
  readonly name: Text | null;
  readonly services: readonly string[];
}

interface Named {
  readonly id: string;
  readonly name: Text;
}

/**
 * A preset as people read it: in the hall's words; the two that every counter has in ours; else by what the counter then
 * does first.
 */
export function presetName({ preset, name, services }: NamedPreset, all: readonly Named[], language: Language): string {
  if (name) return pick(name, language);
  if (preset === "everything" || preset === "usual") return say(todayWords[preset], language);
  const first = all.find(({ id }) => id === services[0])?.name;
  const service = first ? pick(first, language) : preset;
  return services.length > 1
    ? say(todayWords.presetOfSeveral, language, { service, count: services.length })
    : say(todayWords.presetOfOne, language, { service });
}

/** What a calendar that ends means for whoever looks after the hall. */
export function calendarWords(
  { knownUntil, isTodayKnown }: { readonly knownUntil: string; readonly isTodayKnown: boolean },
  language: Language,
): string {
  return isTodayKnown
    ? say(todayWords.calendarEnds, language, { date: knownUntil })
    : say(todayWords.calendarUnknown, language);
}
