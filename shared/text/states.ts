/** What a ticket's state is called, to residents and to staff. Source: screens, table of states. */
import type { CounterState, Outcome, StepName, TicketClass, TicketState } from "../domain/vocabulary.ts";
import { defineWords, type Words } from "./text.ts";

/** `requeued` and `transferred` are waiting tickets told apart by how they came to wait. */
export type ResidentState = TicketState | "requeued" | "transferred";

/** To the resident. `counter` is a counter's label, `ahead` a count or null while unknown. */
export const residentStates = defineWords({
  waiting: { zh: "等候中[,前面{ahead}位]", "zh-Hant": "等候中[,前面{ahead}位]", en: "Waiting[, {ahead} ahead of you]" },
  called: { zh: "请到{counter}", "zh-Hant": "請到{counter}", en: "Please go to {counter}" },
  serving: { zh: "正在办理", "zh-Hant": "正在辦理", en: "Being served" },
  missed: {
    zh: "已叫过您的号,请到咨询台",
    "zh-Hant": "已叫過您的號,請到諮詢台",
    en: "You were called; please see the desk",
  },
  requeued: { zh: "已恢复[,再等{ahead}位]", "zh-Hant": "已恢復[,再等{ahead}位]", en: "Back in line[ after {ahead}]" },
  held: { zh: "回来请直接到{counter}", "zh-Hant": "回來請直接到{counter}", en: "Come straight back to {counter}" },
  transferred: {
    zh: "原号有效,请等[{counter}]叫号",
    "zh-Hant": "原號有效,請等[{counter}]叫號",
    en: "Keep your number[; {counter} will call]",
  },
  finished: { zh: "本次办理结束", "zh-Hant": "本次辦理結束", en: "Finished" },
  cancelled: { zh: "已退号", "zh-Hant": "已退號", en: "Cancelled" },
  expired: {
    zh: "今日已结束,请改日取号",
    "zh-Hant": "今日已結束,請改日取號",
    en: "Closed; take a new number another day",
  },
  unfinished: { zh: "今日已结束,请到咨询台", "zh-Hant": "今日已結束,請到諮詢台", en: "Closed; please see the desk" },
}) satisfies Record<ResidentState, Words>;

/** To staff. */
export const staffStates = defineWords({
  waiting: { zh: "等候", "zh-Hant": "等候", en: "Waiting" },
  called: { zh: "已叫号", "zh-Hant": "已叫號", en: "Called" },
  serving: { zh: "办理中", "zh-Hant": "辦理中", en: "Serving" },
  missed: { zh: "过号", "zh-Hant": "過號", en: "Missed" },
  requeued: { zh: "过号恢复", "zh-Hant": "過號恢復", en: "Let back in" },
  held: { zh: "挂起", "zh-Hant": "掛起", en: "On hold" },
  transferred: { zh: "转窗口/转业务", "zh-Hant": "轉窗口/轉業務", en: "Transferred" },
  finished: { zh: "办理完毕", "zh-Hant": "辦理完畢", en: "Finished" },
  cancelled: { zh: "退号", "zh-Hant": "退號", en: "Cancelled" },
  expired: { zh: "过期", "zh-Hant": "過期", en: "Expired" },
  unfinished: { zh: "未办完", "zh-Hant": "未辦完", en: "Unfinished" },
}) satisfies Record<ResidentState, Words>;

/** A counter's state as everybody reads it; `at` is the time of return. */
export const counterStates = defineWords({
  open: { zh: "开放", "zh-Hant": "開放", en: "Open" },
  paused: { zh: "暂停办理[,{at}恢复]", "zh-Hant": "暫停辦理[,{at}恢復]", en: "Paused[, back at {at}]" },
  closed: { zh: "未开放", "zh-Hant": "未開放", en: "Closed" },
}) satisfies Record<CounterState, Words>;

/** A step at a counter, as the key that takes it back names it. */
export const stepWords = defineWords({
  call: { zh: "叫号", "zh-Hant": "叫號", en: "call" },
  resume: { zh: "接着办", "zh-Hant": "接著辦", en: "resume" },
  start: { zh: "开始", "zh-Hant": "開始", en: "start" },
  finish: { zh: "办完", "zh-Hant": "辦完", en: "finish" },
  miss: { zh: "过号", "zh-Hant": "過號", en: "missed" },
  hold: { zh: "挂起", "zh-Hant": "掛起", en: "hold" },
  transfer: { zh: "转出", "zh-Hant": "轉出", en: "transfer" },
}) satisfies Record<StepName, Words>;

/** To staff only: a class never stands on a screen in the hall. */
export const ticketClasses = defineWords({
  statutory: { zh: "依法优先", "zh-Hant": "依法優先", en: "Statutory priority" },
  appointment: { zh: "预约", "zh-Hant": "預約", en: "Appointment" },
  courtesy: { zh: "礼让优先", "zh-Hant": "禮讓優先", en: "Courtesy priority" },
  normal: { zh: "普通", "zh-Hant": "普通", en: "Normal" },
}) satisfies Record<TicketClass, Words>;

export const outcomes = defineWords({
  accepted: { zh: "已受理", "zh-Hant": "已受理", en: "Accepted" },
  done: { zh: "当场办结", "zh-Hant": "當場辦結", en: "Done on the spot" },
  "more-needed": { zh: "待补正", "zh-Hant": "待補正", en: "More needed" },
  refused: { zh: "不予受理", "zh-Hant": "不予受理", en: "Refused" },
  advice: { zh: "咨询", "zh-Hant": "諮詢", en: "Advice" },
  referred: { zh: "已引导", "zh-Hant": "已引導", en: "Referred" },
  left: { zh: "未办离开", "zh-Hant": "未辦離開", en: "Left unserved" },
}) satisfies Record<Outcome, Words>;
