/** Words of what lobby screens show besides calls. */
import { defineWords } from "./text.ts";

export const contentWords = defineWords({
  materials: { zh: "带什么", "zh-Hant": "帶什麼", en: "Bring" },
  steps: { zh: "怎么办", "zh-Hant": "怎麼辦", en: "Steps" },
  workingDays: { zh: "{count}个工作日", "zh-Hant": "{count}個工作日", en: "{count} working days" },
  step: { zh: "{place}. {name}", "zh-Hant": "{place}. {name}", en: "{place}. {name}" },
  timeLimit: { zh: "多久办好", "zh-Hant": "多久辦好", en: "Takes" },
  fee: { zh: "费用", "zh-Hant": "費用", en: "Fee" },
  office: { zh: "哪里办", "zh-Hant": "哪裡辦", en: "Office" },
  where: { zh: "窗口", "zh-Hant": "窗口", en: "Counter" },
  quotaLeft: { zh: "今天还有{count}个号", "zh-Hant": "今天還有{count}個號", en: "{count} numbers left" },
  quotaGone: { zh: "今天号已取完", "zh-Hant": "今天號已取完", en: "No numbers left" },
  numbersLeft: { zh: "今天的号", "zh-Hant": "今天的號", en: "Numbers today" },
  closedToday: { zh: "今天不办公", "zh-Hant": "今天不辦公", en: "Closed today" },
  scan: { zh: "用手机扫一扫", "zh-Hant": "用手機掃一掃", en: "Scan with your phone" },
  resting: { zh: "休息时间", "zh-Hant": "休息時間", en: "Closed now" },
  opensAt: { zh: "{when}开始办公", "zh-Hant": "{when}開始辦公", en: "Open at {when}" },
  thisIs: { zh: "这块屏是", "zh-Hant": "這塊螢幕是", en: "This screen is" },
});
