/** Emergencies as residents read and hear them, and as staff raise and end them. */
import type { EmergencyTemplateId } from "../domain/emergency.ts";
import { isBuiltIn } from "../domain/emergency.ts";
import type { Language } from "../domain/vocabulary.ts";
import type { Text } from "../wire/common.ts";
import type { Emergency } from "../wire/lobby.ts";
import { defineWords, pick, say, type Words } from "./text.ts";

/** The words of the templates that every hall has. Short: they are read by people who are leaving. */
const templateWords = {
  fire: {
    title: { zh: "请立即离开大厅", "zh-Hant": "請立即離開大廳", en: "Leave the building now" },
    text: {
      zh: "请走最近的安全出口,不要乘电梯,听工作人员指挥",
      "zh-Hant": "請走最近的安全出口,不要搭電梯,聽工作人員指揮",
      en: "Use the nearest exit, not the lifts. Follow the staff",
    },
  },
  weather: {
    title: { zh: "因天气原因提前关闭", "zh-Hant": "因天氣原因提前關閉", en: "Closing early: severe weather" },
    text: {
      zh: "大厅暂停办理,请注意安全,听工作人员安排",
      "zh-Hant": "大廳暫停辦理,請注意安全,聽工作人員安排",
      en: "Service is suspended. Take care, and follow the staff",
    },
  },
  system: {
    title: { zh: "系统故障,请稍候", "zh-Hant": "系統故障,請稍候", en: "System failure, please wait" },
    text: {
      zh: "正在抢修,您的号有效,急事请找咨询台",
      "zh-Hant": "正在搶修,您的號有效,急事請找諮詢台",
      en: "It is being repaired. Your number stays valid. If urgent, see the desk",
    },
  },
  medical: {
    title: { zh: "现场需要医护帮助", "zh-Hant": "現場需要醫護協助", en: "Medical help is needed" },
    text: {
      zh: "请让出通道;您是医生或护士的话,请到咨询台",
      "zh-Hant": "請讓出通道;您是醫生或護理師的話,請到諮詢台",
      en: "Please keep the way clear. If you are a doctor or nurse, please come to the desk",
    },
  },
  "lost-person": {
    title: { zh: "有人与家人走散", "zh-Hant": "有人與家人走散", en: "Somebody has lost their family" },
    text: {
      zh: "正在找人的家属,请到咨询台",
      "zh-Hant": "正在找人的家屬,請到諮詢台",
      en: "If you are looking for somebody, please come to the desk",
    },
  },
} as const satisfies Record<EmergencyTemplateId, { readonly title: Words; readonly text: Words }>;

export const emergencyWords = defineWords({
  title: { zh: "紧急通知", "zh-Hant": "緊急通知", en: "Emergency notice" },
  /** Where the words are gone, which a hub restored without its key may meet. */
  listen: { zh: "请听从工作人员安排", "zh-Hant": "請聽從工作人員安排", en: "Please follow the staff" },
  attention: { zh: "请注意", "zh-Hant": "請注意", en: "Attention please" },
  allClear: { zh: "警报已解除", "zh-Hant": "警報已解除", en: "All clear" },
  allClearText: {
    zh: "可以继续办理了,谢谢配合",
    "zh-Hant": "可以繼續辦理了,謝謝配合",
    en: "Service goes on. Thank you",
  },
  noNumbers: { zh: "现在不取号", "zh-Hant": "現在不取號", en: "No numbers are given now" },
  yourNumber: { zh: "您的号 {number}", "zh-Hant": "您的號 {number}", en: "Your number {number}" },
  onScreens: { zh: "全文请看大屏幕", "zh-Hant": "全文請看大螢幕", en: "Read it all on the large screens" },
  longText: {
    zh: "字多了就小,远处看不清:最好不超过40个字",
    "zh-Hant": "字多了就小,遠處看不清:最好不超過40個字",
    en: "Long words are small words: best under 80 letters",
  },
  called: { zh: "刚叫的号", "zh-Hant": "剛叫的號", en: "Just called" },
  keptSince: {
    zh: "{time}起与中枢断开",
    "zh-Hant": "{time}起與中樞斷開",
    en: "Hub out of reach since {time}",
  },

  raise: { zh: "紧急通知", "zh-Hant": "緊急通知", en: "Emergency" },
  raiseHint: {
    zh: "先选一种,再按「立即播出」。所有屏幕和取号机马上显示,并播报",
    "zh-Hant": "先選一種,再按「立即播出」。所有螢幕和取號機馬上顯示,並播報",
    en: "Choose one, then press Show now. Every screen and station shows and says it at once",
  },
  details: { zh: "改内容、区域和时间", "zh-Hant": "改內容、區域和時間", en: "Words, areas and time" },
  free: { zh: "自己写", "zh-Hant": "自己寫", en: "Own words" },
  textZh: { zh: "中文内容", "zh-Hant": "中文內容", en: "Words in Chinese" },
  textEn: { zh: "英文内容(可不填)", "zh-Hant": "英文內容(可不填)", en: "Words in English (may be empty)" },
  textHint: {
    zh: "大家都看得到:不写姓名、电话",
    "zh-Hant": "大家都看得到:不寫姓名、電話",
    en: "Everybody reads it: no names, no phone numbers",
  },
  minutes: { zh: "多少分钟后自动结束", "zh-Hant": "多少分鐘後自動結束", en: "Ends by itself after minutes" },
  areas: { zh: "哪些区域(不选就是全部)", "zh-Hant": "哪些區域(不選就是全部)", en: "Areas (none: everywhere)" },
  showNow: { zh: "立即播出", "zh-Hant": "立即播出", en: "Show now" },
  replaces: {
    zh: "会换掉正在播出的紧急通知",
    "zh-Hant": "會換掉正在播出的緊急通知",
    en: "It takes the place of the one that is shown now",
  },
  notShown: { zh: "没有播出:{why}", "zh-Hant": "沒有播出:{why}", en: "Not shown: {why}" },
  notEnded: { zh: "没有解除:{why}", "zh-Hant": "沒有解除:{why}", en: "Not ended: {why}" },
  running: {
    zh: "正在播出:{title}[({areas})],到{until},{by}发出",
    "zh-Hant": "正在播出:{title}[({areas})],到{until},{by}發出",
    en: "Showing: {title}[ ({areas})], until {until}, raised by {by}",
  },
  clear: { zh: "解除", "zh-Hant": "解除", en: "All clear" },
  clearSure: { zh: "确认解除", "zh-Hant": "確認解除", en: "Yes, all clear" },
  keep: { zh: "不解除", "zh-Hant": "不解除", en: "Keep it" },
});

/** A template's words as the hub hands them out: of one of ours, or, for any other, that there is something to heed. */
export function templateText(template: string | null): { readonly title: Text; readonly text: Text } {
  const words =
    template !== null && isBuiltIn(template)
      ? templateWords[template]
      : { title: emergencyWords.title, text: emergencyWords.listen };
  return { title: spelt(words.title), text: spelt(words.text) };
}

function spelt(words: Words): Text {
  return { zh: say(words, "zh"), en: say(words, "en"), "zh-Hant": say(words, "zh-Hant") };
}

/** Signs of the title and of the words that are said; who hears more than half a minute has forgotten how it began. */
const mostSaid = { zh: 80, "zh-Hant": 80, en: 240 } as const satisfies Record<Language, number>;

/** What the voice says of an emergency, in one language: long words to the end of a clause, and where the rest stands. */
export function emergencySentence(emergency: Pick<Emergency, "title" | "text">, language: Language): string {
  const words = [emergency.title, emergency.text].map((text) => inReach(pick(text, language), language));
  const said = words.map((each) => (isReadAs(each, language) ? each : say(emergencyWords.listen, language)));
  const isCut = [emergency.title, emergency.text].some((text) => pick(text, language).length > mostSaid[language]);
  return sentence(
    [say(emergencyWords.attention, language), ...said, ...(isCut ? [say(emergencyWords.onScreens, language)] : [])],
    language,
  );
}

/** What was written in Chinese alone stands for English too on the walls; an English voice can make nothing of it. */
function isReadAs(words: string, language: Language): boolean {
  return language !== "en" || !/\p{Script=Han}/u.test(words);
}

function inReach(words: string, language: Language): string {
  const most = mostSaid[language];
  if (words.length <= most) return words;
  const near = words.slice(0, most);
  return /^.*(?=[,;:.!?、\uFF0C\uFF1B\uFF1A\u3002\uFF01\uFF1F])/su.exec(near)?.[0] ?? near;
}

/** What the voice says once somebody has given the all-clear. */
export function allClearSentence(language: Language): string {
  return sentence([say(emergencyWords.allClear, language), say(emergencyWords.allClearText, language)], language);
}

function sentence(parts: readonly string[], language: Language): string {
  const [stop, after] = language === "en" ? [".", " "] : ["。", ""];
  return parts.map((part) => part.replace(/[.。!!]+$/u, "") + stop).join(after);
}
