/** What the resident's own phone says. The states of a ticket are in `states.ts`. */
import { defineWords } from "./text.ts";

/** On the page of one ticket. */
export const ticketWords = defineWords({
  you: { zh: "您", "zh-Hant": "您", en: "You" },
  yourNumber: { zh: "您的号码", "zh-Hant": "您的號碼", en: "Your number" },
  wait: { zh: "还要等{time}", "zh-Hant": "還要等{time}", en: "Wait: {time}" },
  next: { zh: "等候中,下一位就是您", "zh-Hant": "等候中,下一位就是您", en: "Waiting; you are next" },
  nextAgain: { zh: "已恢复,下一位就是您", "zh-Hant": "已恢復,下一位就是您", en: "Back in line; you are next" },
  where: { zh: "办理窗口:{counters}", "zh-Hant": "辦理窗口:{counters}", en: "Served at {counters}" },
  keepOpen: {
    zh: "请开着这个页面。叫到您时,整页变黄",
    "zh-Hant": "請開著這個頁面。叫到您時,整頁變黃",
    en: "Keep this page open. When it is your turn, all of it turns yellow",
  },
  listen: {
    zh: "也请听叫号、看屏幕",
    "zh-Hant": "也請聽叫號、看螢幕",
    en: "Also listen for your number and watch the screen",
  },
  comeNow: { zh: "叫到您了,请现在过去", "zh-Hant": "叫到您了,請現在過去", en: "It is your turn; please go now" },
  calledAgain: {
    zh: "又叫了您一次,请尽快过去",
    "zh-Hant": "又叫了您一次,請盡快過去",
    en: "You were called again; please go now",
  },
  servingAt: { zh: "在{counter}", "zh-Hant": "在{counter}", en: "At {counter}" },
  missed: { zh: "已叫过您的号", "zh-Hant": "已叫過您的號", en: "You were called" },
  heldNoQueue: {
    zh: "材料取来后不用再排队",
    "zh-Hant": "材料取來後不用再排隊",
    en: "No need to queue again when you are back",
  },
  transferredNext: { zh: "下一位就是您", "zh-Hant": "下一位就是您", en: "You are next" },
  transferredAhead: { zh: "前面{ahead}位", "zh-Hant": "前面{ahead}位", en: "{ahead} ahead of you" },
  share: {
    zh: "可以把这个网页发给家人,一起看着",
    "zh-Hant": "可以把這個網頁發給家人,一起看著",
    en: "You can send this page to your family; they see the same",
  },
  materials: { zh: "要带的材料", "zh-Hant": "要帶的材料", en: "What to bring" },
  asOf: {
    zh: "网络断开,这是{time}的情况,正在重连",
    "zh-Hant": "網路斷開,這是{time}的情況,正在重連",
    en: "Not connected. This is as of {time}; reconnecting",
  },
  current: { zh: "自动更新", "zh-Hant": "自動更新", en: "Updates by itself" },
  away: {
    zh: "暂时连不上大厅,正在重试",
    "zh-Hant": "暫時連不上大廳,正在重試",
    en: "Cannot reach the hall; trying again",
  },
  awayDetail: {
    zh: "您的号仍然有效,请听叫号、看屏幕",
    "zh-Hant": "您的號仍然有效,請聽叫號、看螢幕",
    en: "Your number is still good; listen for it and watch the screen",
  },
  unknown: { zh: "找不到这个号", "zh-Hant": "找不到這個號", en: "This number was not found" },
  unknownDetail: {
    zh: "网址可能不完整,或者不是今天的号。请再扫一次小票上的码,或到咨询台",
    "zh-Hant": "網址可能不完整,或者不是今天的號。請再掃一次小票上的碼,或到諮詢台",
    en: "The address may be cut short, or the number is not of today. Scan your slip again, or see the desk",
  },
  toHall: { zh: "看大厅现在的情况", "zh-Hant": "看大廳現在的情況", en: "See the hall now" },
});

/** What the resident can do with the ticket. */
export const ticketActionWords = defineWords({
  comeBack: { zh: "我回来了,接着排", "zh-Hant": "我回來了,接著排", en: "I am back: rejoin the line" },
  comeBackMeans: {
    zh: "恢复后,排在同类第{behind}位之后",
    "zh-Hant": "恢復後,排在同類第{behind}位之後",
    en: "You will be behind {behind} of your kind",
  },
  comeBackAtOnce: {
    zh: "恢复后,排在同类最前面",
    "zh-Hant": "恢復後,排在同類最前面",
    en: "You will be the first of your kind",
  },
  comeBackLimits: {
    zh: "叫过{minutes}分钟内可以恢复,最多{times}次",
    "zh-Hant": "叫過{minutes}分鐘內可以恢復,最多{times}次",
    en: "Within {minutes} min of your call, at most {times}x",
  },
  orDesk: { zh: "也可以到咨询台恢复", "zh-Hant": "也可以到諮詢台恢復", en: "The desk can do it for you, too" },
  atDesk: { zh: "请到咨询台帮您处理", "zh-Hant": "請到諮詢台協助處理", en: "The desk will help" },
  giveUp: { zh: "不办了,退号", "zh-Hant": "不辦了,退號", en: "Give up this number" },
  giveUpSure: {
    zh: "退了要重新取号、重新排。退号吗?",
    "zh-Hant": "退了要重新取號、重新排。退號嗎?",
    en: "You would have to take a new number and queue again. Give it up?",
  },
  giveUpNo: { zh: "不退,继续等", "zh-Hant": "不退,繼續等", en: "Keep it" },
  giveUpYes: { zh: "退号", "zh-Hant": "退號", en: "Give it up" },
  working: { zh: "请稍等", "zh-Hant": "請稍等", en: "One moment" },
  soundOn: { zh: "打开声音提醒", "zh-Hant": "打開聲音提醒", en: "Turn on the sound" },
  soundIsOn: { zh: "声音提醒已打开", "zh-Hant": "聲音提醒已打開", en: "The sound is on" },
  notReached: {
    zh: "网络不通,没有办成,请再点一次",
    "zh-Hant": "網路不通,沒有辦成,請再點一次",
    en: "Not connected, nothing was done; please try again",
  },
});

/** On `/m/`: the hall now, and taking a number by phone. */
export const entranceWords = defineWords({
  title: { zh: "手机取号", "zh-Hant": "手機取號", en: "Numbers by phone" },
  yours: { zh: "您取的号", "zh-Hant": "您取的號", en: "Your numbers" },
  yoursLine: {
    zh: "{number},点开看前面几位",
    "zh-Hant": "{number},點開看前面幾位",
    en: "{number}: see how many are ahead",
  },
  openUntil: { zh: "正在办公,{time}结束", "zh-Hant": "正在辦公,{time}結束", en: "Open now, until {time}" },
  closedUntil: {
    zh: "现在不办公[,{time}开门]",
    "zh-Hant": "現在不辦公[,{time}開門]",
    en: "Closed now[; opens {time}]",
  },
  today: { zh: "今天的办公时间", "zh-Hant": "今天的辦公時間", en: "Opening hours today" },
  closedToday: { zh: "今天不办公", "zh-Hant": "今天不辦公", en: "Closed today" },
  waitingNow: { zh: "现在的等候人数", "zh-Hant": "現在的等候人數", en: "Waiting now" },
  nobodyWaits: { zh: "现在没有人在等", "zh-Hant": "現在沒有人在等", en: "Nobody is waiting" },
  waiting: { zh: "{count}位", "zh-Hant": "{count}位", en: "{count}" },
  waits: { zh: "等{count}位", "zh-Hant": "等{count}位", en: "{count} waiting" },
  howTitle: { zh: "怎么取号", "zh-Hant": "怎麼取號", en: "How to get a number" },
  howStation: {
    zh: "到大厅的取号机,点一下要办的业务",
    "zh-Hant": "到大廳的取號機,點一下要辦的業務",
    en: "At the station in the hall: tap what you have come for",
  },
  howPhone: {
    zh: "或者用手机扫大厅里的取号码",
    "zh-Hant": "或者用手機掃大廳裡的取號碼",
    en: "Or scan the code shown in the hall with your phone",
  },
  howDesk: {
    zh: "不会用,请到咨询台,有人帮您",
    "zh-Hant": "不會用,請到諮詢台,有人幫您",
    en: "The desk is glad to help",
  },
  whatFor: { zh: "您要办什么?", "zh-Hant": "您要辦什麼?", en: "What have you come for?" },
  back: { zh: "返回", "zh-Hant": "返回", en: "Back" },
  notServed: {
    zh: "现在没有窗口办这项业务,取了号可能要等很久",
    "zh-Hant": "現在沒有窗口辦這項業務,取了號可能要等很久",
    en: "No counter serves this just now; the wait may be long",
  },
  paused: { zh: "现在不能取号", "zh-Hant": "現在不能取號", en: "No numbers now" },
  take: { zh: "取号", "zh-Hant": "取號", en: "Take a number" },
  taking: { zh: "正在取号", "zh-Hant": "正在取號", en: "Taking a number" },
  come: {
    zh: "请在大厅里取号,叫到时要马上过来",
    "zh-Hant": "請在大廳裡取號,叫到時要馬上過來",
    en: "Take it when you are in the hall: you are called in turn",
  },
  joinOver: {
    zh: "取号码过期了,请再扫一次大厅里的码",
    "zh-Hant": "取號碼過期了,請再掃一次大廳裡的碼",
    en: "This code has run out; please scan the one in the hall again",
  },
  awayTitle: { zh: "暂时连不上大厅", "zh-Hant": "暫時連不上大廳", en: "Cannot reach the hall" },
  awayDetail: {
    zh: "正在重试。急的话请直接到咨询台",
    "zh-Hant": "正在重試。急的話請直接到諮詢台",
    en: "Trying again. If it is urgent, please go to the desk",
  },
  asOf: {
    zh: "网络断开,这是{time}的情况",
    "zh-Hant": "網路斷開,這是{time}的情況",
    en: "Not connected. This is as of {time}",
  },
  languages: { zh: "语言", "zh-Hant": "語言", en: "Language" },
});
