/** The page that says what is where. */
import { defineWords } from "./text.ts";

export const homeWords = defineWords({
  heading: { zh: "哪里办什么", "zh-Hant": "哪裡辦什麼", en: "What is where" },
  station: { zh: "取号机", "zh-Hant": "取號機", en: "Ticket station" },
  stationLine: {
    zh: "大厅入口的触摸屏:点一下业务就出号",
    "zh-Hant": "大廳入口的觸控螢幕:點一下業務就出號",
    en: "The touch screen at the entrance: one tap gives a number",
  },
  display: { zh: "综合屏", "zh-Hant": "綜合屏", en: "Lobby screen" },
  displayLine: {
    zh: "大厅里的大屏:叫到谁、去几号窗口",
    "zh-Hant": "大廳裡的大螢幕:叫到誰、去幾號窗口",
    en: "The large screen in the hall: who is called, and where to go",
  },
  counter: { zh: "窗口屏", "zh-Hant": "窗口屏", en: "Counter screen" },
  counterLine: {
    zh: "每个窗口上方的小屏,在管理台选窗口",
    "zh-Hant": "每個窗口上方的小螢幕,在管理台選窗口",
    en: "The small screen above each counter; the console says which",
  },
  panel: { zh: "叫号端", "zh-Hant": "叫號端", en: "Counter panel" },
  panelLine: {
    zh: "窗口人员和导办员:叫号、办理、过号、转窗口",
    "zh-Hant": "窗口人員和導辦員:叫號、辦理、過號、轉窗口",
    en: "For clerks and guides: call, serve, miss, transfer",
  },
  console: { zh: "管理台", "zh-Hant": "管理台", en: "Console" },
  consoleLine: {
    zh: "管理员:批准设备、设打印机、管用户",
    "zh-Hant": "管理員:核准裝置、設定印表機、管理使用者",
    en: "For the manager: approve devices, set printers, make users",
  },
  phone: { zh: "手机页面", "zh-Hant": "手機頁面", en: "Phone" },
  phoneLine: {
    zh: "居民扫小票上的码:看前面几位,退号,过号后回来",
    "zh-Hant": "居民掃小票上的碼:看前面幾位,退號,過號後回來",
    en: "Residents scan their slip: how many ahead, give it up, come back after a miss",
  },
  docs: { zh: "接口说明", "zh-Hant": "介面說明", en: "Interface" },
  docsLine: { zh: "给要接入的程序", "zh-Hant": "給要接入的程式", en: "For programs that connect" },
});
