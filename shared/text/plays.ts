/** Headings of the table of what screens have shown. */
import { defineWords, say } from "./text.ts";
import type { Language } from "../domain/vocabulary.ts";

const headings = defineWords({
  hour: { zh: "小时", "zh-Hant": "小時", en: "Hour" },
  screen: { zh: "屏幕", "zh-Hant": "螢幕", en: "Screen" },
  screenId: { zh: "屏幕编号", "zh-Hant": "螢幕編號", en: "Screen id" },
  title: { zh: "内容", "zh-Hant": "內容", en: "Item" },
  item: { zh: "内容编号", "zh-Hant": "內容編號", en: "Item id" },
  version: { zh: "版本", "zh-Hant": "版本", en: "Version" },
  plays: { zh: "播放次数", "zh-Hant": "播放次數", en: "Plays" },
  seconds: { zh: "秒数", "zh-Hant": "秒數", en: "Seconds" },
  firstAt: { zh: "首次", "zh-Hant": "首次", en: "First" },
  lastAt: { zh: "末次", "zh-Hant": "末次", en: "Last" },
});

/** In the order of the columns. */
export function playHeadings(language: Language): readonly string[] {
  return Object.values(headings).map((words) => say(words, language));
}
