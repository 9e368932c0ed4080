/** What was found in a file that screens cannot play, and what to do about it. */
import { defineWords } from "./text.ts";

/** `{what}` is technical and the same in every language: `HEVC Main 10, 3840×2160`. */
export const foundWords = defineWords({
  svg: { zh: "这是SVG矢量图", "zh-Hant": "這是SVG向量圖", en: "This is an SVG drawing" },
  "other-image": { zh: "这是{what}图片", "zh-Hant": "這是{what}圖片", en: "This is a {what} picture" },
  animated: { zh: "这是{what}动图", "zh-Hant": "這是{what}動圖", en: "This is a moving {what} picture" },
  "large-image": {
    zh: "图片太大:{what}像素",
    "zh-Hant": "圖片太大:{what}像素",
    en: "The picture is too big: {what} pixels",
  },
  video: { zh: "这段视频是{what}", "zh-Hant": "這段影片是{what}", en: "This video is {what}" },
  "no-picture": {
    zh: "里面没有画面:{what}",
    "zh-Hant": "裡面沒有畫面:{what}",
    en: "There is no picture in it: {what}",
  },
  "no-length": {
    zh: "这段视频没有时长,不能跳播:{what}",
    "zh-Hant": "這段影片沒有時長,不能跳播:{what}",
    en: "This video does not say how long it is: {what}",
  },
  "pdf-locked": { zh: "这份PDF有密码", "zh-Hant": "這份PDF有密碼", en: "This PDF is locked by a password" },
  "pdf-pages": { zh: "这份PDF有{what}页", "zh-Hant": "這份PDF有{what}頁", en: "This PDF has {what} pages" },
  damaged: {
    zh: "文件不完整或已损坏",
    "zh-Hant": "檔案不完整或已損壞",
    en: "The file is damaged or not whole",
  },
  "takes-too-much": {
    zh: "文件太复杂,中枢读不完",
    "zh-Hant": "檔案太複雜,中樞讀不完",
    en: "The file takes the hub too long to read",
  },
  unknown: {
    zh: "认不出这是什么文件",
    "zh-Hant": "認不出這是什麼檔案",
    en: "This is no kind of file that the hub knows",
  },
});

/** `{command}` is a command line, the same in every language. */
export const recipeWords = defineWords({
  "to-picture": {
    zh: "请先存成PNG:{command}",
    "zh-Hant": "請先存成PNG:{command}",
    en: "Save it as a PNG first: {command}",
  },
  "to-smaller-picture": {
    zh: "请先缩小:{command}",
    "zh-Hant": "請先縮小:{command}",
    en: "Make it smaller first: {command}",
  },
  "to-video": { zh: "请先转换:{command}", "zh-Hant": "請先轉換:{command}", en: "Convert it first: {command}" },
  "to-known": {
    zh: "请先存成PNG、JPEG或PDF;视频请转换:{command}",
    "zh-Hant": "請先存成PNG、JPEG或PDF;影片請轉換:{command}",
    en: "Save it as a PNG, JPEG or PDF; convert a video: {command}",
  },
  unlock: { zh: "请先去掉密码:{command}", "zh-Hant": "請先去掉密碼:{command}", en: "Take the password off: {command}" },
  shorten: {
    zh: "最多40页,请先截短:{command}",
    "zh-Hant": "最多40頁,請先截短:{command}",
    en: "At most 40; cut it: {command}",
  },
  "mend-pdf": {
    zh: "请重新导出,或试试:{command}",
    "zh-Hant": "請重新匯出,或試試:{command}",
    en: "Export it again, or try: {command}",
  },
});
