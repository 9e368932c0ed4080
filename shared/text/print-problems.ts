/** What staff read of a slip that did not come out. */
import type { PrintProblem } from "../domain/vocabulary.ts";
import { defineWords, type Words } from "./text.ts";

export const printProblemWords = defineWords({
  offline: { zh: "打印机连不上", "zh-Hant": "印表機連不上", en: "printer away" },
  "paper-out": { zh: "打印机没纸", "zh-Hant": "印表機沒紙", en: "out of paper" },
  "cover-open": { zh: "打印机盖子没关", "zh-Hant": "印表機蓋子沒關", en: "printer cover open" },
  timeout: { zh: "打印机没有回应", "zh-Hant": "印表機沒有回應", en: "the printer does not answer" },
  "closed-early": { zh: "打印机中途断开", "zh-Hant": "印表機中途斷開", en: "the printer hung up" },
  "not-allowed": { zh: "这个设备文件不能用", "zh-Hant": "這個裝置檔案不能用", en: "that device file may not be used" },
  interrupted: { zh: "打印时系统停过", "zh-Hant": "列印時系統停過", en: "the system stopped while it printed" },
  ended: { zh: "这次办理已结束", "zh-Hant": "這次辦理已結束", en: "the visit is over" },
  unprintable: { zh: "这张小票打不出来", "zh-Hant": "這張小票印不出來", en: "this slip cannot be printed" },
  unconfirmed: {
    zh: "打印机没有确认,可能已经打出",
    "zh-Hant": "印表機沒有確認,可能已經印出",
    en: "the printer never confirmed it; it may be out",
  },
}) satisfies Record<PrintProblem, Words>;
