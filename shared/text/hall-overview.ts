/** What the guide's desk says of the whole hall: its lines, its counters, who waits longest, questions answered. */
import { defineWords } from "./text.ts";

export const overviewWords = defineWords({
  tab: { zh: "全厅", "zh-Hant": "全廳", en: "Whole hall" },
  longest: { zh: "等得最久", "zh-Hant": "等得最久", en: "Waiting longest" },
  nobody: { zh: "没有人在等", "zh-Hant": "沒有人在等", en: "Nobody is waiting" },
  queues: { zh: "各业务", "zh-Hant": "各業務", en: "Services" },
  counters: { zh: "各窗口", "zh-Hant": "各窗口", en: "Counters" },
  waits: { zh: "{count}位", "zh-Hant": "{count}位", en: "{count}" },
  since: { zh: "最久{span}", "zh-Hant": "最久{span}", en: "longest {span}" },
  under: { zh: "不到1分钟", "zh-Hant": "不到1分鐘", en: "under 1 min" },
  take: { zh: "取号", "zh-Hant": "取號", en: "Number" },
  stopped: { zh: "停办", "zh-Hant": "停辦", en: "stopped" },
  stoppedUntil: { zh: "停办到{at}", "zh-Hant": "停辦到{at}", en: "stopped until {at}" },
  unserved: { zh: "没有窗口", "zh-Hant": "沒有窗口", en: "no counter" },

  free: { zh: "空闲", "zh-Hant": "空閒", en: "free" },
  calling: { zh: "叫号", "zh-Hant": "叫號", en: "calling" },
  serving: { zh: "办理", "zh-Hant": "辦理", en: "serving" },
  paused: { zh: "暂停[,{at}恢复]", "zh-Hant": "暫停[,{at}恢復]", en: "paused[, back {at}]" },
  empty: { zh: "无人", "zh-Hant": "無人", en: "nobody there" },
  from: { zh: "{at}起", "zh-Hant": "{at}起", en: "since {at}" },

  answered: { zh: "答了一个咨询", "zh-Hant": "答了一個諮詢", en: "Answered a question" },
  answeredToday: { zh: "今天{count}个", "zh-Hant": "今天{count}個", en: "{count} today" },
  takeBack: { zh: "撤销 {seconds}秒", "zh-Hant": "撤銷 {seconds}秒", en: "Undo {seconds} s" },
  tallyTitle: { zh: "咨询计数", "zh-Hant": "諮詢計數", en: "Questions answered" },
  tallyNote: {
    zh: "导办台不取号就答了的咨询,一天一行",
    "zh-Hant": "導辦台不取號就答了的諮詢,一天一行",
    en: "Questions the desk answered without a number, a line a day",
  },
  questions: { zh: "{count}个", "zh-Hant": "{count}個", en: "{count}" },
  tallyNone: { zh: "近30天没有", "zh-Hant": "近30天沒有", en: "None in the last 30 days" },
  searchAny: {
    zh: "输入号码,或扫小票、预约码",
    "zh-Hant": "輸入號碼,或掃小票、預約碼",
    en: "Number, or scan a slip or a booking",
  },
});
