/** What a refusal says to those who look after what lobby screens show. */
import type { Words } from "./text.ts";

/** What is said of a file that is too large. */
export const largeFields = {
  file: {
    zh: "文件太大[,最大{megabytes}MB],没有保存",
    "zh-Hant": "檔案太大[,最大{megabytes}MB],沒有儲存",
    en: "The file is too large[, at most {megabytes} MB]; it was not kept",
  },
} as const satisfies Record<string, Words>;

/** What is said where a file is sent in another way than as a form. */
export const formFields = {
  file: {
    zh: "请用上传按钮选择一个文件",
    "zh-Hant": "請用上傳按鈕選擇一個檔案",
    en: "Files come one at a time, as the field `file` of a form",
  },
} as const satisfies Record<string, Words>;

export const lobbyRefusals = {
  emergency: {
    title: { zh: "紧急情况,暂停取号", "zh-Hant": "緊急情況,暫停取號", en: "Emergency: no numbers now" },
    detail: {
      zh: "紧急情况,现在不取号,请听从工作人员安排",
      "zh-Hant": "緊急情況,現在不取號,請聽從工作人員安排",
      en: "Emergency: no numbers are given now. Please follow the staff",
    },
  },
  "own-work": {
    title: { zh: "要由别人审核", "zh-Hant": "要由別人審核", en: "Somebody else must look" },
    detail: {
      zh: "自己写的内容要请另一位同事审核",
      "zh-Hant": "自己寫的內容要請另一位同事審核",
      en: "What you wrote yourself must be looked at by a colleague",
    },
  },
  "draft-of-another": {
    title: { zh: "不是您写的草稿", "zh-Hant": "不是您寫的草稿", en: "Somebody else's draft" },
    detail: {
      zh: "这条草稿里有同事写的,请作者本人或管理员来删",
      "zh-Hant": "這條草稿裡有同事寫的,請作者本人或管理員來刪",
      en: "A colleague has written in this draft; its author or a manager may throw it away",
    },
  },
  "kept-for-good": {
    title: { zh: "这条要留着", "zh-Hant": "這條要留著", en: "This is kept" },
    detail: {
      zh: "发布过的内容每一版都要留着;审核中的请先退回。只有从没发布过的草稿可以删",
      "zh-Hant": "發佈過的內容每一版都要留著;審核中的請先退回。只有從沒發佈過的草稿可以刪",
      en: "Every version of what was published is kept, and what is in review is sent back first; only a draft that was never published can be thrown away",
    },
  },
  "not-a-draft": {
    title: { zh: "不是草稿", "zh-Hant": "不是草稿", en: "No draft" },
    detail: {
      zh: "没有可以送审的草稿,请先修改",
      "zh-Hant": "沒有可以送審的草稿,請先修改",
      en: "There is no draft to hand in; please change something first",
    },
  },
  "not-in-review": {
    title: { zh: "不在审核中", "zh-Hant": "不在審核中", en: "Not in review" },
    detail: {
      zh: "这条内容不在审核中,可能已有人处理",
      "zh-Hant": "這條內容不在審核中,可能已有人處理",
      en: "This is not in review; somebody may have decided already",
    },
  },
  "changed-meanwhile": {
    title: { zh: "已被别人修改", "zh-Hant": "已被別人修改", en: "Changed meanwhile" },
    detail: {
      zh: "这条内容已被别人修改,刚才的操作没有生效,请先看新的",
      "zh-Hant": "這條內容已被別人修改,剛才的操作沒有生效,請先看新的",
      en: "Somebody else has changed this item, so nothing was done; please look at what is new first",
    },
  },
  "not-published": {
    title: { zh: "没有在播放", "zh-Hant": "沒有在播放", en: "Not published" },
    detail: {
      zh: "这条内容没有发布,不用撤下",
      "zh-Hant": "這條內容沒有發佈,不用撤下",
      en: "This is not published, so there is nothing to take down",
    },
  },
  "item-over": {
    title: { zh: "已经撤下", "zh-Hant": "已經撤下", en: "Taken down" },
    detail: {
      zh: "这条内容已经撤下,请修改后重新送审",
      "zh-Hant": "這條內容已經撤下,請修改後重新送審",
      en: "This was taken down; change it and hand it in again",
    },
  },
  "too-many-feeds": {
    title: { zh: "新闻源太多", "zh-Hant": "新聞源太多", en: "Too many feeds" },
    detail: {
      zh: "已经有[{most}个]新闻源在放,请先撤下一个",
      "zh-Hant": "已經有[{most}個]新聞源在放,請先撤下一個",
      en: "Screens show [{most} ]feeds already; please take one down first",
    },
  },
  unplayable: {
    title: { zh: "屏幕放不了这个文件", "zh-Hant": "螢幕放不了這個檔案", en: "Screens cannot play this file" },
    detail: {
      zh: "[{found}。]屏幕放不了。[{recipe}]",
      "zh-Hant": "[{found}。]螢幕放不了。[{recipe}]",
      en: "[{found}.] Screens cannot play it.[ {recipe}]",
    },
  },
  "no-voice": {
    title: { zh: "没有语音", "zh-Hant": "沒有語音", en: "No voice" },
    detail: {
      zh: "中枢没有可用的语音,屏幕用浏览器自己的声音",
      "zh-Hant": "中樞沒有可用的語音,螢幕用瀏覽器自己的聲音",
      en: "The hub has no voice; screens use their browser's own",
    },
  },
  "no-room": {
    title: { zh: "磁盘空间不够", "zh-Hant": "磁碟空間不夠", en: "No room left" },
    detail: {
      zh: "磁盘空间不够,没有保存,请联系运维人员",
      "zh-Hant": "磁碟空間不夠,沒有儲存,請聯繫運維人員",
      en: "The disk has too little room, so this was not kept; please call the technician",
    },
  },
} as const satisfies Record<string, { readonly title: Words; readonly detail: Words }>;
