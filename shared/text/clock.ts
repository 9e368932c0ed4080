/** What staff are told of a machine whose clock is not believed. */
import type { ClockDoubt, Language } from "../domain/vocabulary.ts";
import { defineWords, say, type Words } from "./text.ts";
import { dateOf, localMoment, timeOfDay } from "./times.ts";

export const clockWords = defineWords({
  day: { zh: "{year}年{date}{time}", "zh-Hant": "{year}年{date}{time}", en: "{time} on {date} {year}" },
  right: { zh: "机器时间是对的", "zh-Hant": "機器時間是對的", en: "The machine is right" },
  yes: { zh: "是,按机器时间走", "zh-Hant": "是,按機器時間走", en: "Yes, go by the machine" },
  no: { zh: "先不确认", "zh-Hant": "先不確認", en: "Not now" },
  ask: {
    zh: "机器时间不对,就先校准机器;对的,请管理员或运维在这里确认",
    "zh-Hant": "機器時間不對,就先校準機器;對的,請管理員或運維在這裡確認",
    en: "If the machine is wrong, set it; if it is right, a manager or technician confirms it here",
  },
  panelAsk: {
    zh: "请告诉管理员或运维",
    "zh-Hant": "請告訴管理員或運維",
    en: "Please tell a manager or technician",
  },
  confirmed: { zh: "已按机器时间走", "zh-Hant": "已按機器時間走", en: "The hall now goes by the machine" },
});

interface DoubtWords {
  readonly title: Words;
  readonly line: Words;
  readonly question: Words;
}

const ahead: DoubtWords = {
  title: {
    zh: "机器时间突然快了,大厅先不跟",
    "zh-Hant": "機器時間突然快了,大廳先不跟",
    en: "The machine's clock went ahead; the hall does not follow",
  },
  line: {
    zh: "大厅时间{hall},机器时间{machine}。取号叫号照常,确认以前不过期、不换日",
    "zh-Hant": "大廳時間{hall},機器時間{machine}。取號叫號照常,確認以前不過期、不換日",
    en: "Hall: {hall}. Machine: {machine}. Numbers are given and called as ever; until this is confirmed nothing expires and no day turns",
  },
  question: {
    zh: "现在真的是{machine}吗?确认后,到了时间的号会过期,日期也会换",
    "zh-Hant": "現在真的是{machine}嗎?確認後,到了時間的號會過期,日期也會換",
    en: "Is it really {machine} now? After this, numbers whose time is over expire, and the day may turn",
  },
};

/** By what is wrong. `{hall}` and `{machine}`: what each shows. */
export const clockDoubtWords = {
  leap: ahead,
  pause: {
    ...ahead,
    title: {
      zh: "离上次开机超过30天,请确认时间",
      "zh-Hant": "離上次開機超過30天,請確認時間",
      en: "More than 30 days since the hub last ran; please confirm the time",
    },
  },
  back: {
    title: {
      zh: "机器时间退回去了,大厅时间停着",
      "zh-Hant": "機器時間退回去了,大廳時間停著",
      en: "The machine's clock went back; the hall's time stands still",
    },
    line: {
      zh: "大厅时间{hall},机器时间{machine}。取号叫号照常,机器时间追上以后自己恢复",
      "zh-Hant": "大廳時間{hall},機器時間{machine}。取號叫號照常,機器時間追上以後自己恢復",
      en: "Hall: {hall}. Machine: {machine}. Numbers are given and called as ever; it rights itself once the machine has caught up",
    },
    question: {
      zh: "现在真的是{machine}吗?确认后今天到此结束:还在排队的号全部过期,窗口全部关闭,再按机器时间重新开始",
      "zh-Hant": "現在真的是{machine}嗎?確認後今天到此結束:還在排隊的號全部過期,窗口全部關閉,再按機器時間重新開始",
      en: "Is it really {machine} now? After this the day ends: every waiting number expires, every counter closes, and the hall begins again at the machine's time",
    },
  },
} as const satisfies Record<ClockDoubt, DoubtWords>;

/** With its year, since a clock may be wrong by years. */
export function fullTime(instant: string, language: Language): string {
  const year = localMoment(instant)?.year ?? "";
  return say(clockWords.day, language, { year, date: dateOf(instant, language), time: timeOfDay(instant) });
}
