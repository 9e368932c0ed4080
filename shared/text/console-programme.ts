/** What the console says about what shows when, and why. */
import { defineWords } from "./text.ts";

export const programmeWords = defineWords({
  title: { zh: "一周排期", "zh-Hant": "一週排期", en: "The week" },
  week: { zh: "{from}到{until}", "zh-Hant": "{from}到{until}", en: "{from} to {until}" },
  thisWeek: { zh: "本周", "zh-Hant": "本週", en: "This week" },
  before: { zh: "上一周", "zh-Hant": "上一週", en: "Week before" },
  after: { zh: "下一周", "zh-Hant": "下一週", en: "Week after" },
  place: { zh: "哪块屏幕或哪组", "zh-Hant": "哪塊螢幕或哪組", en: "Screen or group" },
  group: { zh: "组:{name}", "zh-Hant": "組:{name}", en: "Group: {name}" },
  noScreens: {
    zh: "还没有综合屏。接入后在「屏幕」里设置",
    "zh-Hant": "還沒有綜合屏。接入後在「螢幕」裡設定",
    en: "No lobby screen yet. Once paired, it is set under Screens",
  },
  wholeDay: { zh: "看全天", "zh-Hant": "看全天", en: "Whole day" },
  dayTime: { zh: "只看白天", "zh-Hant": "只看白天", en: "Day time only" },
  nothing: { zh: "没有内容", "zh-Hant": "沒有內容", en: "Nothing" },
  ghost: { zh: "草稿,通过后才放", "zh-Hant": "草稿,通過後才放", en: "A draft; shown once approved" },
  ghostMark: { zh: "草稿", "zh-Hant": "草稿", en: "draft" },
  turns: { zh: "共{count}条", "zh-Hant": "共{count}條", en: "{count} in all" },
  block: {
    zh: "{day}{from}到{until}:{what}",
    "zh-Hant": "{day}{from}到{until}:{what}",
    en: "{day}, {from} to {until}: {what}",
  },
  whyTitle: { zh: "为什么放这些", "zh-Hant": "為什麼放這些", en: "Why is this showing?" },
  whyAt: { zh: "日期", "zh-Hant": "日期", en: "Date" },
  whyTime: { zh: "时间", "zh-Hant": "時間", en: "Time" },
  whyScreen: { zh: "屏幕", "zh-Hant": "螢幕", en: "Screen" },
  whyAsk: { zh: "查", "zh-Hant": "查", en: "Look" },
  whyHint: {
    zh: "点排期里的一格,或填日期和时间",
    "zh-Hant": "點排期裡的一格,或填日期和時間",
    en: "Choose a field of the week, or a date and a time",
  },
  whyFor: { zh: "{screen},{date}{time}", "zh-Hant": "{screen},{date}{time}", en: "{screen}, {date}, {time}" },
  whyShows: { zh: "放", "zh-Hant": "放", en: "Shown" },
  whyNot: { zh: "不放", "zh-Hant": "不放", en: "Not shown" },
  whyNothing: {
    zh: "没有已发布的内容",
    "zh-Hant": "沒有已發佈的內容",
    en: "Nothing is published",
  },
  whyEmergency: {
    zh: "正在紧急插播,盖过所有内容",
    "zh-Hant": "正在緊急插播,蓋過所有內容",
    en: "An emergency goes over everything",
  },
});
