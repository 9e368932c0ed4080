/** What a refusal says to those who set a hall up: its people, its devices, its file. */
import type { Words } from "./text.ts";

export const setUpRefusals = {
  "user-exists": {
    title: { zh: "用户名已有", "zh-Hant": "使用者名稱已有", en: "Name taken" },
    detail: {
      zh: "用户名[{user}]已有人用,请换一个",
      "zh-Hant": "使用者名稱[{user}]已有人用,請換一個",
      en: "The name[ {user}] is taken; choose another",
    },
  },
  "clock-changed": {
    title: { zh: "时间又变了", "zh-Hant": "時間又變了", en: "Another time" },
    detail: {
      zh: "机器的时间和您确认的不一样了,请看清楚再确认",
      "zh-Hant": "機器的時間和您確認的不一樣了,請看清楚再確認",
      en: "The machine now shows another time than you confirmed; please look again",
    },
  },
  "still-needed": {
    title: { zh: "还要用到", "zh-Hant": "還要用到", en: "Still needed" },
    detail: {
      zh: "还有号[{number}]或预约要用到它,请等办完再改",
      "zh-Hant": "還有號[{number}]或預約要用到它,請等辦完再改",
      en: "A number[ ({number})] or a booking still needs it; please change it once that is over",
    },
    ofField: {
      media: {
        zh: "有内容(或它以前的版本)用到这个文件,要留作记录",
        "zh-Hant": "有內容(或它以前的版本)用到這個檔案,要留作記錄",
        en: "An item, or an earlier version of one, shows this file; it is kept for the record",
      },
    },
  },
  "user-in-use": {
    title: { zh: "此人正在窗口", "zh-Hant": "此人正在窗口", en: "At a counter" },
    detail: {
      zh: "此人正在[{counter}号]窗口,请先关闭窗口",
      "zh-Hant": "此人正在[{counter}號]窗口,請先關閉窗口",
      en: "This person is at a counter[ ({counter})]; close it first",
    },
  },
  "last-manager": {
    title: { zh: "只剩这一位管理员", "zh-Hant": "只剩這一位管理員", en: "The only manager" },
    detail: {
      zh: "只剩这一位管理员,请先再添一位,再改或删除",
      "zh-Hant": "只剩這一位管理員,請先再加一位,再更改或刪除",
      en: "This is the only manager; make another one first",
    },
  },
  "already-approved": {
    title: { zh: "设备已批准", "zh-Hant": "裝置已核准", en: "Already approved" },
    detail: { zh: "此设备已批准", "zh-Hant": "此裝置已核准", en: "This device is approved already" },
  },
  "too-many-pending": {
    title: { zh: "待批准的设备太多", "zh-Hant": "待核准的裝置太多", en: "Too many devices waiting" },
    detail: {
      zh: "待批准的设备太多,请先在管理台处理",
      "zh-Hant": "待核准的裝置太多,請先在管理台處理",
      en: "Too many devices wait for approval; see the console first",
    },
  },
  "no-printer": {
    title: { zh: "没有打印机", "zh-Hant": "沒有印表機", en: "No printer" },
    detail: { zh: "此设备没有设置打印机", "zh-Hant": "此裝置沒有設定印表機", en: "No printer is set for this device" },
  },
} as const satisfies Record<
  string,
  { readonly title: Words; readonly detail: Words; readonly ofField?: Readonly<Record<string, Words>> }
>;
