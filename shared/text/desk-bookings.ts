/** What the guide's desk says of bookings. */
import type { BookingState } from "../domain/vocabulary.ts";
import { defineWords, type Words } from "./text.ts";

export const deskBookingWords = defineWords({
  bookings: { zh: "预约", "zh-Hant": "預約", en: "Bookings" },
  lookFor: {
    zh: "预约号、姓名、手机号或证件号",
    "zh-Hant": "預約號、姓名、手機號或證件號",
    en: "Number, name, phone or ID",
  },
  lookNow: { zh: "查找预约", "zh-Hant": "查找預約", en: "Find bookings" },
  today: { zh: "今天的预约", "zh-Hant": "今天的預約", en: "Today's bookings" },
  found: { zh: "找到的预约", "zh-Hant": "找到的預約", en: "Bookings found" },
  none: { zh: "没有预约", "zh-Hant": "沒有預約", en: "No bookings" },
  forgotten: { zh: "资料已删除", "zh-Hant": "資料已刪除", en: "data deleted" },
  checkIn: { zh: "签到取号", "zh-Hant": "簽到取號", en: "Check in" },
  move: { zh: "改期", "zh-Hant": "改期", en: "Move" },
  moveTo: { zh: "改到几点?", "zh-Hant": "改到幾點?", en: "To what time?" },
  noneFree: { zh: "这一天没有别的时间了", "zh-Hant": "這一天沒有別的時間了", en: "No other time that day" },
  cancel: { zh: "取消预约", "zh-Hant": "取消預約", en: "Give up" },
  cancelSure: { zh: "取消{time}的预约?", "zh-Hant": "取消{time}的預約?", en: "Give up the booking at {time}?" },
  cancelNow: { zh: "确定取消", "zh-Hant": "確定取消", en: "Give it up" },
  suspended: { zh: "暂停预约至{until}", "zh-Hant": "暫停預約至{until}", en: "suspended until {until}" },
  lift: { zh: "解除暂停", "zh-Hant": "解除暫停", en: "Lift it" },
  make: { zh: "代预约", "zh-Hant": "代預約", en: "Book for somebody" },
  makeNow: { zh: "预约", "zh-Hant": "預約", en: "Book" },
  service: { zh: "预约业务", "zh-Hant": "預約業務", en: "Service to book" },
  day: { zh: "日期", "zh-Hant": "日期", en: "Day" },
  time: { zh: "时间", "zh-Hant": "時間", en: "Time" },
  option: { zh: "{what}(余{free})", "zh-Hant": "{what}(餘{free})", en: "{what} ({free} left)" },
  choose: { zh: "请选", "zh-Hant": "請選", en: "choose" },
  name: { zh: "姓名", "zh-Hant": "姓名", en: "Name" },
  phone: { zh: "手机号", "zh-Hant": "手機號", en: "Phone" },
  idNumber: { zh: "证件号(可不填)", "zh-Hant": "證件號(可不填)", en: "ID number (optional)" },
  byPhone: { zh: "热线来电", "zh-Hant": "熱線來電", en: "Hotline call" },
  made: {
    zh: "已约好:{when},预约号{reference}",
    "zh-Hant": "已約好:{when},預約號{reference}",
    en: "Booked: {when}, number {reference}",
  },
});

/** To staff: how a booking stands. */
export const staffBookingStates = defineWords({
  booked: { zh: "未到", "zh-Hant": "未到", en: "to come" },
  "checked-in": { zh: "已签到", "zh-Hant": "已簽到", en: "checked in" },
  missed: { zh: "爽约", "zh-Hant": "爽約", en: "no-show" },
  cancelled: { zh: "已取消", "zh-Hant": "已取消", en: "cancelled" },
}) satisfies Record<BookingState, Words>;
