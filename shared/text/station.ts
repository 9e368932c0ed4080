/** What the ticket station says: short, polite, readable at arm's length by someone of 75. */
import { defineWords } from "./text.ts";

export const stationWords = defineWords({
  question: { zh: "您要办什么?", "zh-Hant": "您要辦什麼?", en: "What do you need today?" },
  questionHow: { zh: "点一下就出号", "zh-Hant": "點一下就出號", en: "One tap gives you a number" },
  closedService: { zh: "现在不取号", "zh-Hant": "現在不取號", en: "Not now" },
  allServices: { zh: "全部业务", "zh-Hant": "全部業務", en: "All services" },
  allServicesHow: {
    zh: "点一下要办的业务,就出号",
    "zh-Hant": "點一下要辦的業務,就出號",
    en: "Tap what you need to get a number",
  },
  help: { zh: "不会用,请人帮我", "zh-Hant": "不會用,請人幫我", en: "Please help me" },
  comeBack: { zh: "过号恢复·扫小票", "zh-Hant": "過號恢復·掃小票", en: "Missed? Scan your slip" },
  priority: { zh: "优先取号", "zh-Hant": "優先取號", en: "Priority" },
  priorityWho: {
    zh: "老人、军人、残疾人、孕妇:点「优先取号」或找导办员",
    "zh-Hant": "老人、軍人、殘疾人、孕婦:點「優先取號」或找導辦員",
    en: "Elderly, service people, disabled, expectant mothers: tap Priority or ask a guide",
  },
  large: { zh: "大字", "zh-Hant": "大字", en: "Large print" },
  largeAloud: { zh: "大字·朗读", "zh-Hant": "大字·朗讀", en: "Large print, read aloud" },
  normalPrint: { zh: "原来的字", "zh-Hant": "原來的字", en: "Normal" },
  back: { zh: "返回", "zh-Hant": "返回", en: "Back" },
  previousPage: { zh: "上一页", "zh-Hant": "上一頁", en: "Previous" },
  nextPage: { zh: "下一页", "zh-Hant": "下一頁", en: "Next" },
  pageOf: { zh: "第{page}页,共{pages}页", "zh-Hant": "第{page}頁,共{pages}頁", en: "Page {page} of {pages}" },
  outsideHours: {
    zh: "现在不是办公时间[,{at}开门]",
    "zh-Hant": "現在不是辦公時間[,{at}開門]",
    en: "Outside opening hours[; we open {at}]",
  },
  taking: { zh: "正在取号", "zh-Hant": "正在取號", en: "Getting your number" },
  takingSlow: { zh: "请稍等,号不会丢", "zh-Hant": "請稍等,號不會丟", en: "One moment, please" },

  askLong: { zh: "现在等的人多", "zh-Hant": "現在等的人多", en: "It is busy now" },
  askLongDetail: {
    zh: "{service}:要等{wait}。还要取号吗?",
    "zh-Hant": "{service}:要等{wait}。還要取號嗎?",
    en: "{service}: the wait is {wait}. Take a number?",
  },
  askClosing: { zh: "窗口快要休息了", "zh-Hant": "窗口快要休息了", en: "The counters close soon" },
  askClosingDetail: {
    zh: "窗口{until}休息,{service}可能要等到那以后。还要取号吗?",
    "zh-Hant": "窗口{until}休息,{service}可能要等到那以後。還要取號嗎?",
    en: "The counters close at {until}; {service} may come after that. Take a number?",
  },
  askYes: { zh: "要,取号", "zh-Hant": "要,取號", en: "Yes, take a number" },
  askNo: { zh: "不要,返回", "zh-Hant": "不要,返回", en: "No, go back" },

  yourNumber: { zh: "您的号码", "zh-Hant": "您的號碼", en: "Your number" },
  waitThenGo: { zh: "叫到号再去窗口", "zh-Hant": "叫到號再去窗口", en: "Go when your number is called" },
  counterList: { zh: "办理窗口", "zh-Hant": "辦理窗口", en: "Where" },
  appointmentLabel: { zh: "预约时间", "zh-Hant": "預約時間", en: "Appointment" },
  aheadLabel: { zh: "前面", "zh-Hant": "前面", en: "Ahead of you" },
  aheadCount: { zh: "{count}位", "zh-Hant": "{count}位", en: "{count}" },
  aheadNobody: { zh: "没有人", "zh-Hant": "沒有人", en: "nobody" },
  waitLabel: { zh: "等候", "zh-Hant": "等候", en: "Wait" },
  willOpen: {
    zh: "窗口还没开,开了就叫号",
    "zh-Hant": "窗口還沒開,開了就叫號",
    en: "The counter is not open yet; it will call you when it opens",
  },
  priorityCheck: {
    zh: "优先号:请准备好证件,窗口会核验",
    "zh-Hant": "優先號:請準備好證件,窗口會核驗",
    en: "Priority: please have your papers ready for the counter",
  },
  printing: { zh: "小票正在打印,请稍等", "zh-Hant": "小票正在列印,請稍等", en: "Your slip is printing" },
  printed: { zh: "请取小票", "zh-Hant": "請取小票", en: "Please take your slip" },
  paperOut: {
    zh: "没纸了,{number}有效,请记住",
    "zh-Hant": "沒紙了,{number}有效,請記住",
    en: "No paper. {number} is valid; please note it",
  },
  notPrinted: {
    zh: "小票没打出来,{number}有效,请记住",
    "zh-Hant": "小票沒列印出來,{number}有效,請記住",
    en: "No slip. {number} is valid; please note it",
  },
  onScreen: {
    zh: "这里不打印小票,{number}有效,请记住",
    "zh-Hant": "這裡不列印小票,{number}有效,請記住",
    en: "No paper slips here. {number} is valid; please note it",
  },
  scanCode: {
    zh: "手机扫码,看前面还有几位",
    "zh-Hant": "手機掃碼,看前面還有幾位",
    en: "Scan to see how many are ahead",
  },
  remembered: { zh: "我记住了", "zh-Hant": "我記住了", en: "I have noted it" },
  done: { zh: "好了", "zh-Hant": "好了", en: "Done" },

  stationPaperOut: {
    zh: "打印机没纸了:号码会显示在屏幕上,请记住",
    "zh-Hant": "印表機沒紙了:號碼會顯示在螢幕上,請記住",
    en: "The printer is out of paper: your number is shown here; please note it",
  },
  stationPrinterAway: {
    zh: "打印机没连上:号码会显示在屏幕上,请记住",
    "zh-Hant": "印表機沒連上:號碼會顯示在螢幕上,請記住",
    en: "The printer is away: your number is shown here; please note it",
  },

  checkIn: { zh: "预约取号", "zh-Hant": "預約取號", en: "I have a booking" },
  checkInHow: {
    zh: "扫预约码,或输入8位预约号",
    "zh-Hant": "掃預約碼,或輸入8位預約號",
    en: "Scan your code, or type its 8 digits",
  },
  checkInPhone: {
    zh: "没带预约号?输入预约时留的手机号,或刷身份证",
    "zh-Hant": "沒帶預約號?輸入預約時留的手機號,或刷身分證",
    en: "No number with you? Type the phone you booked with, or use your ID card",
  },
  checkInGo: { zh: "取号", "zh-Hant": "取號", en: "Check in" },
  erase: { zh: "退格", "zh-Hant": "退格", en: "Erase" },
  notBooked: { zh: "没有找到这个预约", "zh-Hant": "沒有找到這個預約", en: "No booking has this number" },
  notBookedDetail: {
    zh: "请核对号码,再输一次;也可以到咨询台",
    "zh-Hant": "請核對號碼,再輸一次;也可以到諮詢台",
    en: "Please check the number and try again, or see the desk",
  },
  typeAgain: { zh: "回去核对号码", "zh-Hant": "回去核對號碼", en: "Check the number" },
  typedNothing: { zh: "预约号", "zh-Hant": "預約號", en: "Booking number" },

  refusedTitle: { zh: "没有取到号", "zh-Hant": "沒有取到號", en: "No number was given" },
  unsureTitle: { zh: "不知道是否取到号", "zh-Hant": "不知道是否取到號", en: "We do not know if you got a number" },
  unsureDetail: { zh: "请到咨询台", "zh-Hant": "請到諮詢台", en: "Please see the desk" },
  away: { zh: "取号机连不上,请到咨询台", "zh-Hant": "取號機連不上,請到諮詢台", en: "Please see the desk" },
  awayMore: {
    zh: "已经取到的号都有效,请继续等叫号。连上后,这里会自动恢复。",
    "zh-Hant": "已經取到的號都有效,請繼續等叫號。連上後,這裡會自動恢復。",
    en: "This machine is offline. Numbers already taken are still good; it comes back by itself.",
  },
  stillThere: { zh: "您还在吗?", "zh-Hant": "您還在嗎?", en: "Are you still there?" },
  stillThereDetail: {
    zh: "{seconds}秒后回到首页",
    "zh-Hant": "{seconds}秒後回到首頁",
    en: "Back to the start in {seconds} s",
  },
  stillHere: { zh: "我还在", "zh-Hant": "我還在", en: "I am here" },

  priorityTitle: { zh: "请选一项", "zh-Hant": "請選一項", en: "Please choose one" },
  priorityDetail: {
    zh: "窗口会核验证件。屏幕和叫号都不会说出原因。",
    "zh-Hant": "窗口會核驗證件。螢幕和叫號都不會說出原因。",
    en: "The counter checks your papers. The reason is never shown or called.",
  },
  priorityOn: {
    zh: "已选优先,请点要办的业务",
    "zh-Hant": "已選優先,請點要辦的業務",
    en: "Priority chosen; now tap what you need",
  },
  priorityOff: { zh: "不用优先", "zh-Hant": "不用優先", en: "No priority" },

  helpTitle: {
    zh: "请到咨询台,有人帮您取号",
    "zh-Hant": "請到諮詢台,有人幫您取號",
    en: "The desk will take a number for you",
  },
  helpWhere: { zh: "咨询台在:{where}", "zh-Hant": "諮詢台在:{where}", en: "The desk is here: {where}" },
  helpOwn: { zh: "自己取号:", "zh-Hant": "自己取號:", en: "To take one yourself:" },
  helpStep1: { zh: "找到要办的业务,点一下", "zh-Hant": "找到要辦的業務,點一下", en: "Tap what you need" },
  helpStep2: { zh: "拿走小票,记住号码", "zh-Hant": "拿走小票,記住號碼", en: "Take your slip with your number" },
  helpStep3: {
    zh: "坐下等,听叫号、看屏幕",
    "zh-Hant": "坐下等,聽叫號、看螢幕",
    en: "Take a seat; listen and watch the screen",
  },

  scanTitle: { zh: "请扫小票上的码", "zh-Hant": "請掃小票上的碼", en: "Please scan the code on your slip" },
  scanDetail: {
    zh: "把小票的码对准扫码口。没有小票,请到咨询台。",
    "zh-Hant": "把小票的碼對準掃碼口。沒有小票,請到諮詢台。",
    en: "Hold the code to the reader. No slip? Please see the desk.",
  },
  scanUnknown: { zh: "这个码认不出来", "zh-Hant": "這個碼認不出來", en: "This code is not known here" },
  scanUnknownDetail: {
    zh: "请再扫一次小票,或到咨询台",
    "zh-Hant": "請再掃一次小票,或到諮詢台",
    en: "Please scan the slip again, or see the desk",
  },
});
