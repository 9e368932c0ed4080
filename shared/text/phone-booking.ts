/** What the resident's phone says of bookings. */
import type { BookingState } from "../domain/vocabulary.ts";
import { defineWords, type Words } from "./text.ts";

export const bookingWords = defineWords({
  book: { zh: "预约", "zh-Hant": "預約", en: "Book a time" },
  bookHow: {
    zh: "先约好时间,到了就按时间叫号",
    "zh-Hant": "先約好時間,到了就按時間叫號",
    en: "Choose a time and be called by it",
  },
  whatFor: { zh: "您要约什么?", "zh-Hant": "您要約什麼?", en: "What do you want to book?" },
  yours: { zh: "您的预约", "zh-Hant": "您的預約", en: "Your bookings" },
  day: { zh: "哪一天", "zh-Hant": "哪一天", en: "Which day" },
  time: { zh: "几点", "zh-Hant": "幾點", en: "What time" },
  free: { zh: "余{count}", "zh-Hant": "餘{count}", en: "{count} left" },
  full: { zh: "约满", "zh-Hant": "約滿", en: "full" },
  noSlots: {
    zh: "近期都约满了,可到大厅现场取号",
    "zh-Hant": "近期都約滿了,可到大廳現場取號",
    en: "Everything is booked for now; please take a number in the hall",
  },
  name: { zh: "姓名", "zh-Hant": "姓名", en: "Name" },
  phone: { zh: "手机号", "zh-Hant": "手機號", en: "Phone" },
  idNumber: { zh: "身份证号(可不填)", "zh-Hant": "身分證號(可不填)", en: "ID number (optional)" },
  idHow: {
    zh: "填了就能刷身份证取号;替家人约,请填家人的",
    "zh-Hant": "填了就能刷身分證取號;替家人約,請填家人的",
    en: "With it, the card checks you in. Booking for family? Give theirs",
  },
  consent: {
    zh: "预约即同意我们加密保存这些信息,只用于这次预约,办完{days}天后删除",
    "zh-Hant": "預約即同意我們加密保存這些資訊,只用於這次預約,辦完{days}天後刪除",
    en: "By booking you agree that we keep this, encrypted, for this booking alone; it is deleted {days} days later",
  },
  confirm: { zh: "确定预约", "zh-Hant": "確定預約", en: "Book it" },
  needed: { zh: "请填姓名和手机号", "zh-Hant": "請填姓名和手機號", en: "Please give a name and a phone" },
  back: { zh: "返回", "zh-Hant": "返回", en: "Back" },
  working: { zh: "请稍等", "zh-Hant": "請稍等", en: "One moment" },
  tryAgain: { zh: "再试一次", "zh-Hant": "再試一次", en: "Try again" },

  reference: { zh: "预约号", "zh-Hant": "預約號", en: "Booking number" },
  checkIn: {
    zh: "{from}起,在取号机点「预约取号」,扫这个码或输入预约号",
    "zh-Hant": "{from}起,在取號機點「預約取號」,掃這個碼或輸入預約號",
    en: "From {from}, at the station: I have a booking. Scan this or type the number",
  },
  orCard: {
    zh: "忘了号也没关系:输手机号也行;填过身份证号的,可以刷身份证",
    "zh-Hant": "忘了號也沒關係:輸手機號也行;填過身分證號的,可以刷身分證",
    en: "Forgot it? Your phone number will do, or your ID card if you gave its number",
  },
  keepPage: {
    zh: "请存好这个网页,改期、取消都在这里",
    "zh-Hant": "請存好這個網頁,改期、取消都在這裡",
    en: "Keep this page: it is where to move or cancel",
  },
  toTicket: { zh: "看前面还有几位", "zh-Hant": "看前面還有幾位", en: "See how many are ahead" },
  number: { zh: "您的号码 {number}", "zh-Hant": "您的號碼 {number}", en: "Your number: {number}" },
  move: { zh: "改期", "zh-Hant": "改期", en: "Move to another time" },
  moveTo: { zh: "改到什么时候?", "zh-Hant": "改到什麼時候?", en: "Move it to when?" },
  moveNot: { zh: "不改了", "zh-Hant": "不改了", en: "Keep it as it is" },
  cancel: { zh: "取消预约", "zh-Hant": "取消預約", en: "Cancel the booking" },
  cancelSure: {
    zh: "取消后,这个时间会让给别人。取消吗?",
    "zh-Hant": "取消後,這個時間會讓給別人。取消嗎?",
    en: "The time goes to somebody else. Cancel it?",
  },
  cancelNot: { zh: "不取消", "zh-Hant": "不取消", en: "Keep it" },
  again: { zh: "再约一个", "zh-Hant": "再約一個", en: "Book another" },
  unknown: { zh: "找不到这个预约", "zh-Hant": "找不到這個預約", en: "This booking was not found" },
  away: { zh: "暂时连不上大厅", "zh-Hant": "暫時連不上大廳", en: "Cannot reach the hall" },
  awayDetail: {
    zh: "您的预约仍然有效,请稍后再看",
    "zh-Hant": "您的預約仍然有效,請稍後再看",
    en: "Your booking is still good; please look again later",
  },
  at: { zh: "{date}{weekday} {time}", "zh-Hant": "{date}{weekday} {time}", en: "{weekday} {date}, {time}" },
});

/** To the resident: how a booking stands. */
export const bookingStates = defineWords({
  booked: { zh: "已约好", "zh-Hant": "已約好", en: "Booked" },
  "checked-in": { zh: "已取号", "zh-Hant": "已取號", en: "Checked in" },
  missed: {
    zh: "约的时间过了;当天来仍可取号",
    "zh-Hant": "約的時間過了;當天來仍可取號",
    en: "The time has passed; that day you can still check in",
  },
  cancelled: { zh: "已取消", "zh-Hant": "已取消", en: "Cancelled" },
}) satisfies Record<BookingState, Words>;
