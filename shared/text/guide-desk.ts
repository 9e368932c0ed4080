/** What the guide's desk says: taking a number for somebody, looking a ticket up, its slip. */
import { defineWords } from "./text.ts";

export const deskWords = defineWords({
  takeNumber: { zh: "代取号", "zh-Hant": "代取號", en: "Take a number" },
  giveNumber: { zh: "取号", "zh-Hant": "取號", en: "Give the number" },
  service: { zh: "业务", "zh-Hant": "業務", en: "Service" },
  class: { zh: "类别", "zh-Hant": "類別", en: "Class" },
  slipLanguage: { zh: "小票和语音的语言", "zh-Hant": "小票和語音的語言", en: "Language of slip and voice" },
  files: { zh: "件数", "zh-Hant": "件數", en: "Files" },
  waitingShort: { zh: "等{count}", "zh-Hant": "等{count}", en: "{count} waiting" },

  findByNumber: { zh: "查号", "zh-Hant": "查號", en: "Look up a number" },
  find: { zh: "查找", "zh-Hant": "查找", en: "Find" },
  noSuchNumber: { zh: "今天没有{number}这个号", "zh-Hant": "今天沒有{number}這個號", en: "There is no {number} today" },
  given: { zh: "已取号", "zh-Hant": "已取號", en: "Given" },
  takenAt: { zh: "取号时间", "zh-Hant": "取號時間", en: "Taken at" },
  aheadName: { zh: "前面", "zh-Hant": "前面", en: "Ahead" },
  people: { zh: "{count}位", "zh-Hant": "{count}位", en: "{count}" },
  letBackIn: { zh: "过号恢复", "zh-Hant": "過號恢復", en: "Let back in" },
  times: { zh: "{times}次", "zh-Hant": "{times}次", en: "{times}×" },
  yes: { zh: "是", "zh-Hant": "是", en: "Yes" },
  assistBegin: { zh: "标为代办", "zh-Hant": "標為代辦", en: "Mark as assisted" },
  assistEnd: { zh: "取消代办", "zh-Hant": "取消代辦", en: "Not assisted" },
  changeClass: { zh: "改类别", "zh-Hant": "改類別", en: "Change class" },
  newClass: { zh: "改成什么类别?", "zh-Hant": "改成什麼類別?", en: "Which class?" },
  noPriority: { zh: "取消优先", "zh-Hant": "取消優先", en: "No priority" },
  cancelTicket: { zh: "退号", "zh-Hant": "退號", en: "Cancel" },
  cancelSure: { zh: "{number}确定退号?", "zh-Hant": "{number}確定退號?", en: "Cancel {number}?" },
  cancelNow: { zh: "确定退号", "zh-Hant": "確定退號", en: "Cancel it" },

  requeueOver: {
    zh: "已恢复{times}次,不能再恢复。请代取新号;刚过号的可请原窗口接回",
    "zh-Hant": "已恢復{times}次,不能再恢復。請代取新號;剛過號的可請原窗口接回",
    en: "Let back in {times} times already. Take a new number; if just missed, its counter may take it back",
  },

  slip: { zh: "小票", "zh-Hant": "小票", en: "Slip" },
  reprint: { zh: "在取号机补打小票", "zh-Hant": "在取號機補打小票", en: "Print again at the station" },
  printNow: { zh: "在取号机打印小票", "zh-Hant": "在取號機列印小票", en: "Print the slip at the station" },
  slipPending: { zh: "等待打印", "zh-Hant": "等待列印", en: "waiting for the printer" },
  slipPrinting: { zh: "正在打印", "zh-Hant": "正在列印", en: "printing" },
  slipPrinted: { zh: "已打印", "zh-Hant": "已列印", en: "printed" },
  slipFailed: { zh: "没有打印成功", "zh-Hant": "沒有列印成功", en: "printing failed" },
  slipKept: { zh: "没有打印,请抄给居民", "zh-Hant": "沒有列印,請抄給居民", en: "not printed; please write it down" },
  slipNever: { zh: "没有打印", "zh-Hant": "沒有列印", en: "not printed" },
  slipCopy: { zh: "补打", "zh-Hant": "補打", en: "copy" },
});
