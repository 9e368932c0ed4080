/** What the console says about devices, printers and print jobs. */
import type { PrintJobState } from "../domain/vocabulary.ts";
import type { printerConditions } from "../wire/access.ts";
import { defineWords, type Words } from "./text.ts";

export const deviceWords = defineWords({
  name: { zh: "名称", "zh-Hant": "名稱", en: "Name" },
  counter: { zh: "窗口", "zh-Hant": "窗口", en: "Counter" },
  state: { zh: "状态", "zh-Hant": "狀態", en: "State" },
  printer: { zh: "打印机", "zh-Hant": "印表機", en: "Printer" },
  waiting: { zh: "等待批准", "zh-Hant": "等待核准", en: "Waiting for approval" },
  paired: { zh: "已接入的设备", "zh-Hant": "已接入的裝置", en: "Paired devices" },
  askedAt: { zh: "{time}请求接入", "zh-Hant": "{time}請求接入", en: "Asked at {time}" },
  connected: { zh: "已连接", "zh-Hant": "已連接", en: "Connected" },
  away: { zh: "未连接[,{time}来过]", "zh-Hant": "未連接[,{time}來過]", en: "Away[; seen {time}]" },
  neverSeen: { zh: "等待连接", "zh-Hant": "等待連接", en: "Yet to connect" },
  all: { zh: "全部设备", "zh-Hant": "全部裝置", en: "All devices" },
  nonePaired: {
    zh: "还没有设备。在设备的浏览器里打开它的网页,它就会出现在这里",
    "zh-Hant": "還沒有裝置。在裝置的瀏覽器裡打開它的網頁,它就會出現在這裡",
    en: "No devices yet. Open a device's page in its browser, and it appears here",
  },
  noneWaiting: { zh: "没有设备在等", "zh-Hant": "沒有裝置在等", en: "No device is waiting" },
  chooseOne: {
    zh: "选一台设备,在这里批准或设置",
    "zh-Hant": "選一台裝置,在這裡核准或設定",
    en: "Choose a device to approve or set it here",
  },
  goneNow: { zh: "这台设备已不在列表里", "zh-Hant": "這台裝置已不在列表裡", en: "This device is no longer listed" },
  approveTitle: { zh: "批准这台{kind}", "zh-Hant": "核准這台{kind}", en: "Approve this device: {kind}" },
  code: { zh: "设备上显示的六位码", "zh-Hant": "裝置上顯示的六位碼", en: "The six digits it shows" },
  codeHint: {
    zh: "码只显示在设备上,{time}前有效",
    "zh-Hant": "碼只顯示在裝置上,{time}前有效",
    en: "Only the device shows them; good until {time}",
  },
  nameExample: { zh: "比如:东门取号机", "zh-Hant": "比如:東門取號機", en: "For instance: East door" },
  nameMayWait: {
    zh: "比如:东门取号机。可以不填",
    "zh-Hant": "比如:東門取號機。可以不填",
    en: "For instance: East door. Optional",
  },
  rename: { zh: "改名", "zh-Hant": "改名", en: "Rename" },
  renameOrMove: { zh: "改名或换窗口", "zh-Hant": "改名或換窗口", en: "Rename or move" },
  nameNeeded: { zh: "请填名称", "zh-Hant": "請填名稱", en: "Please give it a name" },
  counterScreenHint: {
    zh: "这块屏显示哪个窗口。网址里写了窗口号的,以网址为准",
    "zh-Hant": "這塊螢幕顯示哪個窗口。網址裡寫了窗口號的,以網址為準",
    en: "The counter it shows, unless its address names one",
  },
  approve: { zh: "批准接入", "zh-Hant": "核准接入", en: "Approve" },
  approving: { zh: "正在批准", "zh-Hant": "正在核准", en: "Approving" },
  approved: {
    zh: "已批准,设备会自动继续",
    "zh-Hant": "已核准,裝置會自動繼續",
    en: "Approved; the device goes on by itself",
  },
  counterChoice: { zh: "请选窗口", "zh-Hant": "請選窗口", en: "Choose a counter" },
  counterNeeded: {
    zh: "请选这块屏显示哪个窗口",
    "zh-Hant": "請選這塊螢幕顯示哪個窗口",
    en: "Please choose the counter it shows",
  },
  codeNeeded: { zh: "请输入六位数字", "zh-Hant": "請輸入六位數字", en: "Please type six digits" },
  codeWrong: {
    zh: "码不对。请核对这台设备上的六位数字",
    "zh-Hant": "碼不對。請核對這台裝置上的六位數字",
    en: "Wrong digits. Please compare them with the device",
  },
  codeTries: {
    zh: "错了太多次,此码作废。设备会显示新的码,请选它的新请求",
    "zh-Hant": "錯了太多次,此碼作廢。裝置會顯示新的碼,請選它的新請求",
    en: "Too many wrong tries: these digits are void. The device shows new ones; choose its new request",
  },
  codeOver: {
    zh: "此码已过期。设备会显示新的码,请选它的新请求",
    "zh-Hant": "此碼已過期。裝置會顯示新的碼,請選它的新請求",
    en: "These digits have run out. The device shows new ones; choose its new request",
  },
  alreadyApproved: { zh: "这台设备已经批准", "zh-Hant": "這台裝置已經核准", en: "This device is approved already" },
  cutOff: { zh: "取消接入", "zh-Hant": "取消接入", en: "Cut this device off" },
  cutOffSure: {
    zh: "取消后它马上停用。要再用,得在设备上重新取码、在这里批准",
    "zh-Hant": "取消後它馬上停用。要再用,得在裝置上重新取碼、在這裡核准",
    en: "It stops at once. To use it again, it has to show new digits and be approved here",
  },
  cutOffYes: { zh: "取消接入", "zh-Hant": "取消接入", en: "Cut off" },
  cutOffNo: { zh: "留着", "zh-Hant": "留著", en: "Keep it" },
  cutOffDone: { zh: "已取消接入", "zh-Hant": "已取消接入", en: "Cut off" },
  turnAway: { zh: "不批准,去掉这个请求", "zh-Hant": "不核准,去掉這個請求", en: "Turn this request away" },
  turnAwaySure: {
    zh: "去掉后,设备会换一个新的码再请求",
    "zh-Hant": "去掉後,裝置會換一個新的碼再請求",
    en: "The device will then ask again with new digits",
  },
  turnAwayYes: { zh: "去掉", "zh-Hant": "去掉", en: "Turn away" },
  turnAwayNo: { zh: "留着", "zh-Hant": "留著", en: "Keep it" },
  askedOn: { zh: "{date} {time}请求接入", "zh-Hant": "{date} {time}請求接入", en: "Asked {date}, {time}" },
});

export const printerWords = defineWords({
  title: { zh: "打印机", "zh-Hant": "印表機", en: "Printer" },
  how: { zh: "怎么连接", "zh-Hant": "怎麼連接", en: "How it is connected" },
  tcp: { zh: "网络打印机", "zh-Hant": "網路印表機", en: "Network printer" },
  file: { zh: "设备文件(USB)", "zh-Hant": "裝置檔案(USB)", en: "Device file (USB)" },
  none: { zh: "没有打印机", "zh-Hant": "沒有印表機", en: "No printer" },
  noneHint: {
    zh: "号显示在取号机上,不打印",
    "zh-Hant": "號顯示在取號機上,不列印",
    en: "The station shows the number; nothing is printed",
  },
  host: { zh: "地址", "zh-Hant": "位址", en: "Address" },
  hostHint: { zh: "比如192.168.1.60", "zh-Hant": "比如192.168.1.60", en: "For instance 192.168.1.60" },
  hostWrong: { zh: "请填打印机的地址", "zh-Hant": "請填印表機的位址", en: "Please give the printer's address" },
  port: { zh: "端口", "zh-Hant": "連接埠", en: "Port" },
  portWrong: {
    zh: "请填1到65535,一般是9100",
    "zh-Hant": "請填1到65535,一般是9100",
    en: "From 1 to 65535, usually 9100",
  },
  path: { zh: "文件路径", "zh-Hant": "檔案路徑", en: "Path" },
  pathHint: {
    zh: "中枢所在机器上的路径,比如/dev/usb/lp0",
    "zh-Hant": "中樞所在機器上的路徑,比如/dev/usb/lp0",
    en: "On the hub's machine, for instance /dev/usb/lp0",
  },
  pathWrong: { zh: "请填设备文件的路径", "zh-Hant": "請填裝置檔案的路徑", en: "Please give the device file's path" },
  columns: { zh: "纸宽", "zh-Hant": "紙寬", en: "Paper" },
  columns32: { zh: "58毫米(32列)", "zh-Hant": "58公釐(32欄)", en: "58 mm (32 columns)" },
  columns48: { zh: "80毫米(48列)", "zh-Hant": "80公釐(48欄)", en: "80 mm (48 columns)" },
  copies: { zh: "每个号打几张", "zh-Hant": "每個號印幾張", en: "Slips per number" },
  pending: { zh: "还有{count}张没打出来", "zh-Hant": "還有{count}張沒印出來", en: "{count} not printed yet" },
  since: { zh: "{time}起", "zh-Hant": "{time}起", en: "since {time}" },
  jobs: { zh: "看打印任务", "zh-Hant": "看列印任務", en: "See the print jobs" },
});

/** How a printer does. */
export const printerConditionWords = defineWords({
  none: { zh: "没有打印机", "zh-Hant": "沒有印表機", en: "No printer" },
  unknown: { zh: "还没有消息", "zh-Hant": "還沒有消息", en: "Not known yet" },
  ready: { zh: "正常", "zh-Hant": "正常", en: "Ready" },
  "paper-low": { zh: "纸快用完", "zh-Hant": "紙快用完", en: "Paper low" },
  "paper-out": { zh: "没纸了", "zh-Hant": "沒紙了", en: "Out of paper" },
  "cover-open": { zh: "盖子没关", "zh-Hant": "蓋子沒關", en: "Cover open" },
  offline: { zh: "连不上", "zh-Hant": "連不上", en: "Offline" },
}) satisfies Record<(typeof printerConditions)[number], Words>;

export const jobWords = defineWords({
  filter: { zh: "看哪些", "zh-Hant": "看哪些", en: "Show" },
  all: { zh: "全部", "zh-Hant": "全部", en: "All" },
  number: { zh: "号码", "zh-Hant": "號碼", en: "Number" },
  state: { zh: "状态", "zh-Hant": "狀態", en: "State" },
  device: { zh: "取号机", "zh-Hant": "取號機", en: "Station" },
  made: { zh: "取号时间", "zh-Hant": "取號時間", en: "Taken at" },
  printedAt: { zh: "打出时间", "zh-Hant": "印出時間", en: "Printed at" },
  copy: { zh: "(补打)", "zh-Hant": "(補印)", en: "(copy)" },
  stands: {
    zh: "{state}[,{problem}][,试了{attempts}次]",
    "zh-Hant": "{state}[,{problem}][,試了{attempts}次]",
    en: "{state}[, {problem}][, tried {attempts}x]",
  },
  reprint: { zh: "补打", "zh-Hant": "補印", en: "Reprint" },
  reprintOf: { zh: "补打{number}", "zh-Hant": "補印{number}", en: "Reprint {number}" },
  reprinted: {
    zh: "{number}已补打,小票上写着「补打」",
    "zh-Hant": "{number}已補印,小票上寫著「補印」",
    en: "{number} goes to the printer again, marked as a copy",
  },
  print: { zh: "打印", "zh-Hant": "列印", en: "Print" },
  printOf: { zh: "打印{number}", "zh-Hant": "列印{number}", en: "Print {number}" },
  sent: {
    zh: "{number}已送去打印,小票上写着「补打」",
    "zh-Hant": "{number}已送去列印,小票上寫著「補印」",
    en: "{number} goes to the printer, marked as a copy",
  },
  find: { zh: "按今天的号码找", "zh-Hant": "按今天的號碼找", en: "Find a number of today" },
  findHint: { zh: "比如A012", "zh-Hant": "比如A012", en: "For instance A012" },
  findGo: { zh: "找", "zh-Hant": "找", en: "Find" },
  findNot: { zh: "今天没有{number}", "zh-Hant": "今天沒有{number}", en: "No {number} today" },
  findClear: { zh: "不按号码找", "zh-Hant": "不按號碼找", en: "Show all numbers" },
  day: { zh: "哪天的号", "zh-Hant": "哪天的號", en: "Numbers of" },
  everyDay: { zh: "不限日期", "zh-Hant": "不限日期", en: "Any day" },
  more: { zh: "更早的", "zh-Hant": "更早的", en: "Earlier ones" },
  newest: { zh: "回到最新的", "zh-Hant": "回到最新的", en: "Back to the newest" },
  nothing: { zh: "没有这样的打印任务", "zh-Hant": "沒有這樣的列印任務", en: "No such print jobs" },
  nonePending: { zh: "没有等待打印的小票", "zh-Hant": "沒有等待列印的小票", en: "No slips are waiting to be printed" },
  atDesk: { zh: "咨询台", "zh-Hant": "諮詢台", en: "Desk" },
  goneDevice: { zh: "已取消接入的设备", "zh-Hant": "已取消接入的裝置", en: "A device cut off since" },
});

/** How a print job does. */
export const jobStateWords = defineWords({
  pending: { zh: "等待打印", "zh-Hant": "等待列印", en: "Waiting" },
  printing: { zh: "正在打印", "zh-Hant": "正在列印", en: "Printing" },
  printed: { zh: "已打印", "zh-Hant": "已列印", en: "Printed" },
  failed: { zh: "没打成", "zh-Hant": "沒印成", en: "Failed" },
  kept: { zh: "没有打印机", "zh-Hant": "沒有印表機", en: "No printer" },
}) satisfies Record<PrintJobState, Words>;
