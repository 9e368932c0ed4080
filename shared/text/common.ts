/** Words that more than one page says. */
import { defineWords } from "./text.ts";

export const commonWords = defineWords({
  product: { zh: "轮到", "zh-Hant": "輪到", en: "Lundao" },
  demo: { zh: "演示", "zh-Hant": "演示", en: "DEMO" },
  demoLong: { zh: "演示系统,叫号不作数", "zh-Hant": "演示系統,叫號不作數", en: "A demonstration; nothing here counts" },
  close: { zh: "关闭", "zh-Hant": "關閉", en: "Close" },
  hubLost: { zh: "连不上中枢,正在重连", "zh-Hant": "連不上中樞,正在重連", en: "The hub is away; reconnecting" },
  maybeOld: { zh: "可能不是最新", "zh-Hant": "可能不是最新", en: "May be out of date" },
  loading: { zh: "正在打开", "zh-Hant": "正在打開", en: "Opening" },
  languageOwn: { zh: "中", "zh-Hant": "繁", en: "EN" },
  languageName: { zh: "简体中文", "zh-Hant": "繁體中文", en: "English" },
  pairTitle: { zh: "这台设备还没有接入", "zh-Hant": "這台裝置還沒有接入", en: "This device is not paired yet" },
  pairHow: {
    zh: "请管理员打开管理台「设备」,批准这台设备,输入下面的六位码",
    "zh-Hant": "請管理員打開管理台「裝置」,核准這台裝置,輸入下面的六位碼",
    en: "A manager opens Devices in the console, approves this device and types these six digits",
  },
  pairWaiting: { zh: "批准后自动继续", "zh-Hant": "核准後自動繼續", en: "It goes on by itself once approved" },
  pairFull: {
    zh: "待批准的设备太多,请管理员先在管理台处理",
    "zh-Hant": "待核准的裝置太多,請管理員先在管理台處理",
    en: "Too many devices wait; a manager must clear the list in the console first",
  },
  pairLost: { zh: "连不上中枢,正在重试", "zh-Hant": "連不上中樞,正在重試", en: "The hub is away; trying again" },
  station: { zh: "取号机", "zh-Hant": "取號機", en: "Ticket station" },
  screen: { zh: "综合屏", "zh-Hant": "綜合屏", en: "Lobby screen" },
  counterScreen: { zh: "窗口屏", "zh-Hant": "窗口屏", en: "Counter screen" },
  panel: { zh: "叫号端", "zh-Hant": "叫號端", en: "Counter panel" },
  ratingPad: { zh: "评价器", "zh-Hant": "評價器", en: "Rating pad" },
});
