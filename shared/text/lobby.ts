/** Words of the lobby screen and of the counter screens. */
import { defineWords } from "./text.ts";

export const lobbyWords = defineWords({
  /** Between a number and its counter: A012 请到 3号窗口. */
  goTo: { zh: "请到", "zh-Hant": "請到", en: "→" },
  /** The same for a recall. */
  hurryTo: { zh: "尽快", "zh-Hant": "盡快", en: "now" },
  dateLine: { zh: "{date} {weekday}", "zh-Hant": "{date} {weekday}", en: "{weekday} {date}" },
  beReady: { zh: "请准备", "zh-Hant": "請準備", en: "Be ready" },
  missed: { zh: "过号请到咨询台", "zh-Hant": "過號請到諮詢台", en: "Missed? See the desk" },
  noCallYet: { zh: "还没有叫号", "zh-Hant": "還沒有叫號", en: "No calls yet" },
  takeNumber: { zh: "请先取号,再看这里", "zh-Hant": "請先取號,再看這裡", en: "Take a number, then watch here" },
  notOpen: { zh: "现在不办公", "zh-Hant": "現在不辦公", en: "Closed now" },
  opensAt: { zh: "{when}开始办公", "zh-Hant": "{when}開始辦公", en: "Open at {when}" },
  connecting: { zh: "正在连接", "zh-Hant": "正在連接", en: "Connecting" },
  staleSince: {
    zh: "{time}起,叫号可能不是最新",
    "zh-Hant": "{time}起,叫號可能不是最新",
    en: "Calls may be out of date since {time}",
  },
  listenToStaff: { zh: "请听工作人员叫号", "zh-Hant": "請聽工作人員叫號", en: "Please listen to the staff" },
  soundBlocked: {
    zh: "没有声音:点一下屏幕就打开",
    "zh-Hant": "沒有聲音:點一下螢幕就打開",
    en: "No sound: touch the screen once",
  },
  /** For whoever set the screen up: the touch holds only until the page is loaded anew. */
  soundAlways: {
    zh: "维护人员:在浏览器里允许本网站的声音",
    "zh-Hant": "維護人員:在瀏覽器裡允許本網站的聲音",
    en: "Technician: let this site play sound",
  },
  waiting: { zh: "等候人数", "zh-Hant": "等候人數", en: "Waiting" },
  people: { zh: "{count}位", "zh-Hant": "{count}位", en: "{count}" },
  howLong: { zh: "大约等多久", "zh-Hant": "大約等多久", en: "About how long" },
  stopped: { zh: "暂停办理", "zh-Hant": "暫停辦理", en: "Suspended" },
  resumesAt: { zh: "{at}恢复", "zh-Hant": "{at}恢復", en: "Back at {at}" },
  counters: { zh: "窗口办什么", "zh-Hant": "窗口辦什麼", en: "Counters" },
  openToday: { zh: "今天办公时间", "zh-Hant": "今天辦公時間", en: "Open today" },
  lastTicket: { zh: "取号截至{time}", "zh-Hant": "取號截至{time}", en: "Last number {time}" },
  phone: { zh: "手机扫码取号", "zh-Hant": "手機掃碼取號", en: "Scan to queue" },
});

export const counterScreenWords = defineWords({
  /** Before the number, and after it on a line of its own: 请 A012 到本窗口. */
  please: { zh: "请", "zh-Hant": "請", en: "" },
  comeHere: { zh: "到本窗口", "zh-Hant": "到本窗口", en: "please come here" },
  backAt: { zh: "{at}恢复", "zh-Hant": "{at}恢復", en: "Back at {at}" },
  mayBeOld: { zh: "{time}起,可能不是最新", "zh-Hant": "{time}起,可能不是最新", en: "May be out of date since {time}" },
  serves: { zh: "本窗口办理", "zh-Hant": "本窗口辦理", en: "At this counter" },
  whichCounter: {
    zh: "还不知道是几号窗口,请管理员在管理台给这块屏选窗口",
    "zh-Hant": "還不知道是幾號窗口,請管理員在管理台給這塊螢幕選窗口",
    en: "Which counter is this? The manager chooses one for this screen in the console",
  },
  noSuchCounter: {
    zh: "没有{counter}号窗口,请核对地址",
    "zh-Hant": "沒有{counter}號窗口,請核對地址",
    en: "There is no counter {counter}; check the address",
  },
});
