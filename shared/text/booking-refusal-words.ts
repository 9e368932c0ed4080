/** What a refusal says about bookings, and about who has a number already. Source: screens, table of states and codes. */
import type { Words } from "./text.ts";

/** Which of a person's words were not taken; the other fields of an input are named as the wire names them. */
export const personFields: Readonly<Record<string, Words>> = {
  "person.name": { zh: "请核对姓名", "zh-Hant": "請核對姓名", en: "Please check the name" },
  "person.phone": { zh: "请核对手机号", "zh-Hant": "請核對手機號", en: "Please check the phone number" },
  "person.idNumber": {
    zh: "请核对证件号;也可以不填",
    "zh-Hant": "請核對證件號;也可以不填",
    en: "Please check the ID number, or leave it out",
  },
};

export const bookingRefusals = {
  "not-bookable": {
    title: { zh: "不能预约", "zh-Hant": "不能預約", en: "No bookings" },
    detail: {
      zh: "此业务不用预约,请到大厅现场取号",
      "zh-Hant": "此業務不用預約,請到大廳現場取號",
      en: "This service takes no bookings; please take a number in the hall",
    },
  },
  "slot-closed": {
    title: { zh: "此时段不可约", "zh-Hant": "此時段不可約", en: "Not open for booking" },
    detail: {
      zh: "此时段不可约,请另选一个",
      "zh-Hant": "此時段不可約,請另選一個",
      en: "This time cannot be booked; please choose another",
    },
  },
  "slot-full": {
    title: { zh: "此时段已约满", "zh-Hant": "此時段已約滿", en: "Fully booked" },
    detail: {
      zh: "此时段刚约满,请另选一个",
      "zh-Hant": "此時段剛約滿,請另選一個",
      en: "This time is fully booked; please choose another",
    },
  },
  "already-booked": {
    title: { zh: "已有预约", "zh-Hant": "已有預約", en: "Booked already" },
    detail: {
      zh: "此业务已有预约[:{start}]",
      "zh-Hant": "此業務已有預約[:{start}]",
      en: "This service is booked already[ for {start}]",
    },
    staff: {
      zh: "此人此业务已有预约[:{start}],可改期或取消",
      "zh-Hant": "此人此業務已有預約[:{start}],可改期或取消",
      en: "This person has booked this service already[ for {start}]; it can be moved or cancelled",
    },
  },
  suspended: {
    title: { zh: "暂停预约", "zh-Hant": "暫停預約", en: "Booking suspended" },
    detail: {
      zh: "[{until}起可再预约;]可现场取号",
      "zh-Hant": "[{until}起可再預約;]可現場取號",
      en: "Walk in[; book again from {until}]",
    },
    staff: {
      zh: "多次预约未到,暂停预约[,{until}起可再预约];可解除,也可现场取号",
      "zh-Hant": "多次預約未到,暫停預約[,{until}起可再預約];可解除,也可現場取號",
      en: "Suspended after several no-shows[ until {until}]; lift it, or take a number in the hall",
    },
  },
  "contact-the-desk": {
    title: { zh: "请联系咨询台", "zh-Hant": "請聯絡諮詢台", en: "Please contact the desk" },
    detail: {
      zh: "网上没能办成,请联系咨询台,也可现场取号",
      "zh-Hant": "網上沒能辦成,請聯絡諮詢台,也可現場取號",
      en: "This could not be done here; please contact the desk, or take a number in the hall",
    },
  },
  "booking-over": {
    title: { zh: "预约已结束", "zh-Hant": "預約已結束", en: "Booking is over" },
    detail: {
      zh: "此预约已取消或已用过,可现场取号",
      "zh-Hant": "此預約已取消或已用過,可現場取號",
      en: "This booking was cancelled or used; please take a number in the hall",
    },
  },
  "too-early": {
    title: { zh: "未到时间", "zh-Hant": "未到時間", en: "Too early" },
    detail: {
      zh: "您约{start},{from}起取号",
      "zh-Hant": "您約{start},{from}起取號",
      en: "You are booked for {start}. Check in from {from}",
    },
    staff: {
      zh: "未到时间:约{start},{from}起取号",
      "zh-Hant": "未到時間:約{start},{from}起取號",
      en: "Booked for {start}; check in from {from}",
    },
  },
  "wrong-day": {
    title: { zh: "不是今天的预约", "zh-Hant": "不是今天的預約", en: "Another day" },
    detail: {
      zh: "您约的是{start},不是今天;今天可现场取号",
      "zh-Hant": "您約的是{start},不是今天;今天可現場取號",
      en: "You are booked for {start}, not today; you can take a number now",
    },
  },
  "already-checked-in": {
    title: { zh: "已取过号", "zh-Hant": "已取過號", en: "Checked in already" },
    detail: {
      zh: "此预约已取过号[:{number}],请看屏幕等叫号",
      "zh-Hant": "此預約已取過號[:{number}],請看螢幕等叫號",
      en: "Checked in already[ as {number}]; please watch the screen",
    },
  },
  "already-queued": {
    title: { zh: "已有号", "zh-Hant": "已有號", en: "Has a number already" },
    detail: {
      zh: "此业务您已有号[{number}],请看屏幕等叫号",
      "zh-Hant": "此業務您已有號[{number}],請看螢幕等叫號",
      en: "You have a number for this already[: {number}]; please watch the screen",
    },
    staff: {
      zh: "此人此业务已有号[{number}]",
      "zh-Hant": "此人此業務已有號[{number}]",
      en: "This person has a number for this service already[: {number}]",
    },
  },
} as const satisfies Record<string, { readonly title: Words; readonly detail: Words; readonly staff?: Words }>;
