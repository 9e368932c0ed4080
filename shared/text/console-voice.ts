/** What the console says of the voice that calls numbers. */
import type { VoiceEngine } from "../domain/vocabulary.ts";
import { defineWords, type Words } from "./text.ts";

export const voiceWords = defineWords({
  speaksWith: { zh: "叫号语音:{engine}", "zh-Hant": "叫號語音:{engine}", en: "Calls are spoken by: {engine}" },
  nobody: { zh: "没有,叫号只显示不播报", "zh-Hant": "沒有,叫號只顯示不播報", en: "nobody; calls are only shown" },
  problem: {
    zh: "{engine}出错:{problem}",
    "zh-Hant": "{engine}出錯:{problem}",
    en: "{engine} failed: {problem}",
  },
  tryIt: { zh: "试听", "zh-Hant": "試聽", en: "Try it" },
  cannotTry: {
    zh: "这里听不到:语音由大屏自己的浏览器播报",
    "zh-Hant": "這裡聽不到:語音由大螢幕自己的瀏覽器播報",
    en: "Nothing to hear here: the screens' own browsers speak",
  },
});

export const engineWords = {
  pack: { zh: "录音", "zh-Hant": "錄音", en: "recordings" },
  command: { zh: "本机命令", "zh-Hant": "本機命令", en: "a command of this machine" },
  program: { zh: "语音程序", "zh-Hant": "語音程式", en: "a speech program" },
  browser: { zh: "大屏的浏览器", "zh-Hant": "大螢幕的瀏覽器", en: "the screens' browsers" },
} as const satisfies Record<VoiceEngine, Words>;
