/** What the console says about lobby screens from afar, and about what they have played. */
import type { Orientation, ScreenLayout, SoundState } from "../domain/vocabulary.ts";
import type { Screen } from "../wire/lobby.ts";
import { defineWords, type Words } from "./text.ts";

export const screenWords = defineWords({
  name: { zh: "屏幕", "zh-Hant": "螢幕", en: "Screen" },
  place: { zh: "位置", "zh-Hant": "位置", en: "Place" },
  layout: { zh: "版面", "zh-Hant": "版面", en: "Layout" },
  state: { zh: "状态", "zh-Hant": "狀態", en: "State" },
  showing: { zh: "正在放", "zh-Hant": "正在放", en: "Shows" },
  connected: { zh: "已连接", "zh-Hant": "已連接", en: "Connected" },
  away: { zh: "未连接", "zh-Hant": "未連接", en: "Away" },
  painted: { zh: "最后一次显示", "zh-Hant": "最後一次顯示", en: "Last painted" },
  never: { zh: "还没有", "zh-Hant": "還沒有", en: "never yet" },
  sound: { zh: "声音", "zh-Hant": "聲音", en: "Sound" },
  voice: { zh: "语音来自", "zh-Hant": "語音來自", en: "Voice" },
  cache: { zh: "已存的内容", "zh-Hant": "已存的內容", en: "Kept content" },
  cacheFiles: {
    zh: "{files}个文件,{size}[,还缺{missing}个]",
    "zh-Hant": "{files}個檔案,{size}[,還缺{missing}個]",
    en: "{files} files, {size}[; {missing} missing]",
  },
  clock: { zh: "屏幕的时钟", "zh-Hant": "螢幕的時鐘", en: "Its clock" },
  clockRight: { zh: "准", "zh-Hant": "準", en: "right" },
  clockFast: { zh: "快{seconds}秒", "zh-Hant": "快{seconds}秒", en: "{seconds} s fast" },
  clockSlow: { zh: "慢{seconds}秒", "zh-Hant": "慢{seconds}秒", en: "{seconds} s slow" },
  browser: { zh: "浏览器", "zh-Hant": "瀏覽器", en: "Browser" },
  uptime: { zh: "已运行", "zh-Hant": "已執行", en: "Running for" },
  uptimeMinutes: { zh: "{minutes}分钟", "zh-Hant": "{minutes}分鐘", en: "{minutes} min" },
  uptimeHours: { zh: "{hours}小时", "zh-Hant": "{hours}小時", en: "{hours} h" },
  uptimeDays: { zh: "{days}天{hours}小时", "zh-Hant": "{days}天{hours}小時", en: "{days} d {hours} h" },
  unknown: { zh: "不知道", "zh-Hant": "不知道", en: "unknown" },
  secondsAgo: { zh: "{seconds}秒前", "zh-Hant": "{seconds}秒前", en: "{seconds} s ago" },
  all: { zh: "全部屏幕", "zh-Hant": "全部螢幕", en: "All screens" },
  none: {
    zh: "还没有综合屏。在屏幕的浏览器里打开/display/,再到「设备」里批准",
    "zh-Hant": "還沒有綜合屏。在螢幕的瀏覽器裡打開/display/,再到「裝置」裡核准",
    en: "No lobby screen yet. Open /display/ in its browser, then approve it under Devices",
  },
  chooseOne: {
    zh: "选一块屏幕,在这里查看和设置",
    "zh-Hant": "選一塊螢幕,在這裡查看和設定",
    en: "Choose a screen to look at it and set it",
  },
  goneNow: { zh: "这块屏幕已不在列表里", "zh-Hant": "這塊螢幕已不在列表裡", en: "This screen is no longer listed" },
  settings: { zh: "设置", "zh-Hant": "設定", en: "Settings" },
  area: { zh: "区域", "zh-Hant": "區域", en: "Area" },
  areaHint: { zh: "屏幕挂在哪个区域", "zh-Hant": "螢幕掛在哪個區域", en: "The area it hangs in" },
  group: { zh: "屏幕组", "zh-Hant": "螢幕組", en: "Group" },
  groupHint: {
    zh: "同组的屏幕可以一起排内容。可以不填",
    "zh-Hant": "同組的螢幕可以一起排內容。可以不填",
    en: "Screens of a group can be given items together. Optional",
  },
  orientation: { zh: "方向", "zh-Hant": "方向", en: "Orientation" },
  metres: { zh: "最后一排离屏幕几米", "zh-Hant": "最後一排離螢幕幾公尺", en: "Metres to the last row" },
  metresWrong: { zh: "请填0.5到50", "zh-Hant": "請填0.5到50", en: "From 0.5 to 50" },
  inches: { zh: "屏幕对角线几寸", "zh-Hant": "螢幕對角線幾吋", en: "Diagonal in inches" },
  inchesWrong: { zh: "请填5到300", "zh-Hant": "請填5到300", en: "From 5 to 300" },
  groupWrong: { zh: "不超过60个字", "zh-Hant": "不超過60個字", en: "At most 60 characters" },
  speaks: { zh: "播报叫号", "zh-Hant": "播報叫號", en: "Speaks calls" },
  speaksHint: {
    zh: "一个区域只有一块屏幕出声,由中枢安排",
    "zh-Hant": "一個區域只有一塊螢幕出聲,由中樞安排",
    en: "Of an area's screens the hub lets one speak",
  },
  ownCallsOnly: {
    zh: "只显示本区域窗口的叫号",
    "zh-Hant": "只顯示本區域窗口的叫號",
    en: "Only calls of its own area's counters",
  },
  ownNeedsArea: { zh: "先选区域", "zh-Hant": "先選區域", en: "Choose its area first" },
  sees: {
    zh: "最后一排看到的正文,大写字母高{have}厘米,应有{need}厘米",
    "zh-Hant": "最後一排看到的正文,大寫字母高{have}公分,應有{need}公分",
    en: "Capitals of reading text will be {have} cm high; {need} cm are needed",
  },
  reload: { zh: "重新打开页面", "zh-Hant": "重新打開頁面", en: "Reload its page" },
  reloadDone: {
    zh: "已让它重新打开,几秒后再看",
    "zh-Hant": "已讓它重新打開,幾秒後再看",
    en: "It is reloading; look again in a few seconds",
  },
  identify: { zh: "让它亮出名字", "zh-Hant": "讓它亮出名字", en: "Show its name on it" },
  identifyDone: { zh: "屏幕上正显示它的名字", "zh-Hant": "螢幕上正顯示它的名字", en: "It is showing its name now" },
  reachable: {
    zh: "屏幕没有连接,连上以后才能用",
    "zh-Hant": "螢幕沒有連接,連上以後才能用",
    en: "The screen is away; they work once it is back",
  },
  why: { zh: "为什么放这些", "zh-Hant": "為什麼放這些", en: "Why is this showing?" },
  nothingShown: { zh: "没有在放内容", "zh-Hant": "沒有在放內容", en: "no item" },
  speaksMark: { zh: "出声", "zh-Hant": "出聲", en: "speaks" },
});

/** What can be wrong with a screen. `{name}`: which one. */
export const screenAlertWords = defineWords({
  "no-frame": { zh: "一分钟没有画面", "zh-Hant": "一分鐘沒有畫面", en: "No frame for a minute" },
  "sound-blocked": {
    zh: "没有声音,请到屏幕前点一下",
    "zh-Hant": "沒有聲音,請到螢幕前點一下",
    en: "No sound: somebody must touch it once",
  },
  "content-missing": { zh: "有文件没下载到", "zh-Hant": "有檔案沒下載到", en: "Files are missing" },
  "clock-wrong": { zh: "屏幕的时钟不准", "zh-Hant": "螢幕的時鐘不準", en: "Its clock is wrong" },
}) satisfies Record<Screen["alerts"][number], Words>;

export const alertWords = defineWords({
  one: { zh: "{name}:{what}", "zh-Hant": "{name}:{what}", en: "{name}: {what}" },
  more: { zh: "还有{count}处", "zh-Hant": "還有{count}處", en: "and {count} more" },
});

export const layoutWords = defineWords({
  "calls-beside-content": { zh: "叫号和内容并排", "zh-Hant": "叫號和內容並排", en: "Calls beside items" },
  "calls-over-content": {
    zh: "全屏内容,叫号时盖上",
    "zh-Hant": "全屏內容,叫號時蓋上",
    en: "Items, with calls over them",
  },
  "calls-only": { zh: "只显示叫号", "zh-Hant": "只顯示叫號", en: "Calls only" },
  "content-only": { zh: "只放内容", "zh-Hant": "只放內容", en: "Items only" },
}) satisfies Record<ScreenLayout, Words>;

export const orientationWords = defineWords({
  landscape: { zh: "横", "zh-Hant": "橫", en: "Wide" },
  portrait: { zh: "竖", "zh-Hant": "豎", en: "Upright" },
}) satisfies Record<Orientation, Words>;

export const soundWords = defineWords({
  on: { zh: "有声音", "zh-Hant": "有聲音", en: "on" },
  blocked: { zh: "被浏览器挡住", "zh-Hant": "被瀏覽器擋住", en: "blocked by the browser" },
  none: { zh: "没有", "zh-Hant": "沒有", en: "none" },
}) satisfies Record<SoundState, Words>;

export const voiceWords = defineWords({
  pack: { zh: "录音", "zh-Hant": "錄音", en: "recorded pack" },
  command: { zh: "大厅设的程序", "zh-Hant": "大廳設的程式", en: "the hall's own program" },
  program: { zh: "语音程序", "zh-Hant": "語音程式", en: "speech program" },
  browser: { zh: "浏览器", "zh-Hant": "瀏覽器", en: "browser" },
});

export const playWords = defineWords({
  title: { zh: "播放记录", "zh-Hant": "播放記錄", en: "Proof of play" },
  from: { zh: "从", "zh-Hant": "從", en: "From" },
  until: { zh: "到(含)", "zh-Hant": "到(含)", en: "Until (included)" },
  show: { zh: "查", "zh-Hant": "查", en: "Show" },
  item: { zh: "内容", "zh-Hant": "內容", en: "Item" },
  version: { zh: "版", "zh-Hant": "版", en: "Version" },
  screen: { zh: "屏幕", "zh-Hant": "螢幕", en: "Screen" },
  plays: { zh: "次数", "zh-Hant": "次數", en: "Plays" },
  time: { zh: "共放", "zh-Hant": "共放", en: "In all" },
  first: { zh: "第一次", "zh-Hant": "第一次", en: "First" },
  last: { zh: "最后一次", "zh-Hant": "最後一次", en: "Last" },
  none: { zh: "这些天没有播放记录", "zh-Hant": "這些天沒有播放記錄", en: "Nothing was played on these days" },
  export: { zh: "导出表格(CSV)", "zh-Hant": "匯出表格(CSV)", en: "Export as CSV" },
  exported: { zh: "已导出{file}", "zh-Hant": "已匯出{file}", en: "Exported {file}" },
  hint: {
    zh: "屏幕报上来的,每小时一次合计",
    "zh-Hant": "螢幕報上來的,每小時一次合計",
    en: "As the screens tell it, summed up by the hour",
  },
  wrongDays: { zh: "结束不能比开始早", "zh-Hant": "結束不能比開始早", en: "It may not end before it begins" },
  total: { zh: "合计", "zh-Hant": "合計", en: "In all" },
  minutes: { zh: "{minutes}分{seconds}秒", "zh-Hant": "{minutes}分{seconds}秒", en: "{minutes} min {seconds} s" },
  hours: { zh: "{hours}小时{minutes}分", "zh-Hant": "{hours}小時{minutes}分", en: "{hours} h {minutes} min" },
});
