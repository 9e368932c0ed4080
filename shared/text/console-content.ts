/** What the console says about what lobby screens show besides calls: the list, the review, the versions. */
import type { ItemKind, ItemState } from "../domain/vocabulary.ts";
import { defineWords, type Words } from "./text.ts";

export const contentWords = defineWords({
  add: { zh: "新内容", "zh-Hant": "新內容", en: "New item" },
  addTitle: { zh: "要放什么?", "zh-Hant": "要放什麼?", en: "What is it to be?" },
  all: { zh: "全部内容", "zh-Hant": "全部內容", en: "All items" },
  review: { zh: "待审核", "zh-Hant": "待審核", en: "Waiting for review" },
  noReview: { zh: "没有待审核的", "zh-Hant": "沒有待審核的", en: "Nothing waits for review" },
  draft: { zh: "草稿", "zh-Hant": "草稿", en: "Drafts" },
  published: { zh: "已发布", "zh-Hant": "已發佈", en: "Published" },
  withdrawn: { zh: "已撤下", "zh-Hant": "已撤下", en: "Taken down" },
  none: {
    zh: "还没有内容。点「新内容」,写好后请同事审核,就会出现在屏幕上",
    "zh-Hant": "還沒有內容。點「新內容」,寫好後請同事審核,就會出現在螢幕上",
    en: "Nothing yet. Make a new item; once a colleague has approved it, the screens show it",
  },
  title: { zh: "标题", "zh-Hant": "標題", en: "Title" },
  kind: { zh: "类型", "zh-Hant": "類型", en: "Kind" },
  where: { zh: "哪里放", "zh-Hant": "哪裡放", en: "Where" },
  when: { zh: "什么时候放", "zh-Hant": "什麼時候放", en: "When" },
  who: { zh: "谁写的", "zh-Hant": "誰寫的", en: "By" },
  everywhere: { zh: "所有屏幕", "zh-Hant": "所有螢幕", en: "Every screen" },
  always: { zh: "一直", "zh-Hant": "一直", en: "Always" },
  from: { zh: "{date}起", "zh-Hant": "{date}起", en: "from {date}" },
  until: { zh: "到{date}", "zh-Hant": "到{date}", en: "until {date}" },
  fromUntil: { zh: "{from}到{until}", "zh-Hant": "{from}到{until}", en: "{from} to {until}" },
  over: { zh: "已过期", "zh-Hant": "已過期", en: "Over" },
  groupNamed: { zh: "{name}组", "zh-Hant": "{name}組", en: "group {name}" },
  areaNamed: { zh: "{name}", "zh-Hant": "{name}", en: "{name}" },
  screenGone: { zh: "已取消的屏幕", "zh-Hant": "已取消的螢幕", en: "a screen that is gone" },
  wroteAt: { zh: "{who},{time}", "zh-Hant": "{who},{time}", en: "{who}, {time}" },
  changesWait: {
    zh: "正在放的是第{version}版,这里是还没发布的修改",
    "zh-Hant": "正在放的是第{version}版,這裡是還沒發佈的修改",
    en: "Screens show version {version}; this is a change that is not published yet",
  },
  sentBack: { zh: "退回修改", "zh-Hant": "退回修改", en: "Sent back" },
  onScreens: { zh: "正在放旧版", "zh-Hant": "正在放舊版", en: "Old version still shown" },
  goneNow: { zh: "这条内容已不在列表里", "zh-Hant": "這條內容已不在列表裡", en: "This item is no longer listed" },
  untitled: { zh: "没有标题", "zh-Hant": "沒有標題", en: "Untitled" },
  readOnly: {
    zh: "内容由信息员和管理员编写,您可以看",
    "zh-Hant": "內容由資訊員和管理員編寫,您可以看",
    en: "Items are written by editors and managers; you may read them",
  },
});

/** How each state of an item is called. */
export const itemStateWords = defineWords({
  draft: { zh: "草稿", "zh-Hant": "草稿", en: "Draft" },
  review: { zh: "待审核", "zh-Hant": "待審核", en: "Waiting for review" },
  published: { zh: "已发布", "zh-Hant": "已發佈", en: "Published" },
  withdrawn: { zh: "已撤下", "zh-Hant": "已撤下", en: "Taken down" },
}) satisfies Record<ItemState, Words>;

/** How a version ended, where no state says it. */
export const versionStateWords = defineWords({
  rejected: { zh: "退回", "zh-Hant": "退回", en: "Sent back" },
  replaced: { zh: "已换新版", "zh-Hant": "已換新版", en: "Replaced" },
});

/** What each kind is, in an editor's words. */
export const itemKindWords = defineWords({
  notice: { zh: "通知", "zh-Hant": "通知", en: "Notice" },
  guide: { zh: "办事指南", "zh-Hant": "辦事指南", en: "Service guide" },
  image: { zh: "图片", "zh-Hant": "圖片", en: "Picture" },
  video: { zh: "视频", "zh-Hant": "影片", en: "Video" },
  pdf: { zh: "PDF文件", "zh-Hant": "PDF文件", en: "PDF" },
  ticker: { zh: "滚动字幕", "zh-Hant": "滾動字幕", en: "Ticker line" },
  qr: { zh: "二维码", "zh-Hant": "二維碼", en: "QR card" },
  feed: { zh: "网站新闻", "zh-Hant": "網站新聞", en: "News feed" },
  waiting: { zh: "等候情况", "zh-Hant": "等候情況", en: "Who is waiting" },
  counters: { zh: "窗口办什么", "zh-Hant": "窗口辦什麼", en: "Counters and services" },
  today: { zh: "今天的办公时间和余号", "zh-Hant": "今天的辦公時間和餘號", en: "Today's hours and numbers left" },
  clock: { zh: "时钟", "zh-Hant": "時鐘", en: "Clock" },
}) satisfies Record<ItemKind, Words>;

export const itemKindHints = defineWords({
  notice: { zh: "自己写的文字", "zh-Hant": "自己寫的文字", en: "Text that you write" },
  guide: {
    zh: "带什么材料、怎么办,取自大厅的办事指南",
    "zh-Hant": "帶什麼材料、怎麼辦,取自大廳的辦事指南",
    en: "What to bring and how it goes, from the hall's guides",
  },
  image: { zh: "一张照片或海报", "zh-Hant": "一張照片或海報", en: "A photograph or a poster" },
  video: {
    zh: "一段视频,叫号时声音会变小",
    "zh-Hant": "一段影片,叫號時聲音會變小",
    en: "Its sound gives way to calls",
  },
  pdf: { zh: "一页一页地放", "zh-Hant": "一頁一頁地放", en: "Shown page by page" },
  ticker: {
    zh: "屏幕底下的一行短消息,不是必读的才放这里",
    "zh-Hant": "螢幕底下的一行短訊息,不是必讀的才放這裡",
    en: "One short line at the foot; never for what must be read",
  },
  qr: { zh: "用手机扫一扫打开的网址", "zh-Hant": "用手機掃一掃打開的網址", en: "An address to open with a phone" },
  feed: { zh: "从网站自动取来的消息(RSS)", "zh-Hant": "從網站自動取來的消息(RSS)", en: "Messages of a website (RSS)" },
  waiting: { zh: "每项业务几位在等,自动更新", "zh-Hant": "每項業務幾位在等,自動更新", en: "Keeps itself up to date" },
  counters: { zh: "取自大厅的设置,自动更新", "zh-Hant": "取自大廳的設定,自動更新", en: "From the hall's own settings" },
  today: { zh: "取自大厅的设置,自动更新", "zh-Hant": "取自大廳的設定,自動更新", en: "From the hall's own settings" },
  clock: { zh: "大字的时间和日期", "zh-Hant": "大字的時間和日期", en: "Time and date, large" },
}) satisfies Record<ItemKind, Words>;

export const reviewWords = defineWords({
  handIn: { zh: "送审", "zh-Hant": "送審", en: "Hand in for review" },
  handedIn: {
    zh: "已送审。请另一位同事来审核",
    "zh-Hant": "已送審。請另一位同事來審核",
    en: "Handed in. A colleague is to look at it",
  },
  approve: { zh: "通过并发布", "zh-Hant": "通過並發佈", en: "Approve and publish" },
  approved: { zh: "已发布到屏幕", "zh-Hant": "已發佈到螢幕", en: "Published to the screens" },
  notOwn: {
    zh: "这是您写的,要请另一位信息员或管理员审核",
    "zh-Hant": "這是您寫的,要請另一位資訊員或管理員審核",
    en: "You wrote this; another editor or manager must approve it",
  },
  sendBack: { zh: "退回", "zh-Hant": "退回", en: "Send back" },
  sendBackTitle: { zh: "退回修改", "zh-Hant": "退回修改", en: "Send back" },
  note: { zh: "要改什么", "zh-Hant": "要改什麼", en: "What is to change" },
  noteHint: {
    zh: "写给作者看,不超过500字",
    "zh-Hant": "寫給作者看,不超過500字",
    en: "For its author; at most 500 characters",
  },
  noteNeeded: { zh: "请写一句要改什么", "zh-Hant": "請寫一句要改什麼", en: "Please say what is to change" },
  sentBackDone: { zh: "已退回给作者", "zh-Hant": "已退回給作者", en: "Sent back to its author" },
  sentBackWith: {
    zh: "[{who}]退回了:{note}",
    "zh-Hant": "[{who}]退回了:{note}",
    en: "Sent back[ by {who}]: {note}",
  },
  withdraw: { zh: "马上撤下", "zh-Hant": "馬上撤下", en: "Take down now" },
  withdrawSure: {
    zh: "所有屏幕马上不再放。要再放,得重新送审",
    "zh-Hant": "所有螢幕馬上不再放。要再放,得重新送審",
    en: "Every screen stops showing it at once. To show it again, it must be handed in again",
  },
  withdrawYes: { zh: "撤下", "zh-Hant": "撤下", en: "Take down" },
  withdrawNo: { zh: "继续放", "zh-Hant": "繼續放", en: "Keep showing it" },
  throwAway: { zh: "删除草稿", "zh-Hant": "刪除草稿", en: "Throw away" },
  throwAwaySure: {
    zh: "整条草稿连同历次修改都删掉,找不回来",
    "zh-Hant": "整條草稿連同歷次修改都刪掉,找不回來",
    en: "The draft and all its versions are gone for good",
  },
  throwAwayYes: { zh: "删除", "zh-Hant": "刪除", en: "Throw it away" },
  throwAwayNo: { zh: "留着", "zh-Hant": "留著", en: "Keep it" },
  thrownAway: { zh: "草稿已删除", "zh-Hant": "草稿已刪除", en: "The draft is gone" },
  withdrawnDone: { zh: "已撤下", "zh-Hant": "已撤下", en: "Taken down" },
  isDraft: { zh: "草稿,屏幕上还没有", "zh-Hant": "草稿,螢幕上還沒有", en: "A draft; no screen shows it" },
  isReview: { zh: "等另一位同事审核", "zh-Hant": "等另一位同事審核", en: "A colleague is to look at it" },
  isPublished: { zh: "已发布,按排期放", "zh-Hant": "已發佈,按排期放", en: "Published; shown as scheduled" },
  isWithdrawn: {
    zh: "已撤下。修改后可以重新送审",
    "zh-Hant": "已撤下。修改後可以重新送審",
    en: "Taken down. Change it and hand it in to show it again",
  },
  changeInReview: {
    zh: "审核中的内容一改,要重新送审",
    "zh-Hant": "審核中的內容一改,要重新送審",
    en: "If you change what is in review, it must be handed in anew",
  },
  changePublished: {
    zh: "修改保存为新草稿,审核通过前屏幕上仍是现在这版",
    "zh-Hant": "修改儲存為新草稿,審核通過前螢幕上仍是現在這版",
    en: "A change is a new draft; the screens keep this version until it is approved",
  },
});

export const versionWords = defineWords({
  title: { zh: "历次版本", "zh-Hant": "歷次版本", en: "Versions" },
  version: { zh: "第{version}版", "zh-Hant": "第{version}版", en: "Version {version}" },
  wrote: { zh: "{who}写于{time}", "zh-Hant": "{who}寫於{time}", en: "written by {who}, {time}" },
  decided: { zh: "{who}于{time}审核", "zh-Hant": "{who}於{time}審核", en: "reviewed by {who}, {time}" },
  compareWith: { zh: "与第{version}版比较", "zh-Hant": "與第{version}版比較", en: "Compare with version {version}" },
  before: { zh: "第{version}版", "zh-Hant": "第{version}版", en: "Version {version}" },
  same: { zh: "两版一样", "zh-Hant": "兩版一樣", en: "The two are alike" },
  removed: { zh: "删去", "zh-Hant": "刪去", en: "Removed" },
  added: { zh: "加上", "zh-Hant": "加上", en: "Added" },
});
