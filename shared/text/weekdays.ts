/** The days of the week, as short as a list of them wants. */
import { defineWords } from "./text.ts";

export const weekdayWords = defineWords({
  mon: { zh: "周一", "zh-Hant": "週一", en: "Mon" },
  tue: { zh: "周二", "zh-Hant": "週二", en: "Tue" },
  wed: { zh: "周三", "zh-Hant": "週三", en: "Wed" },
  thu: { zh: "周四", "zh-Hant": "週四", en: "Thu" },
  fri: { zh: "周五", "zh-Hant": "週五", en: "Fri" },
  sat: { zh: "周六", "zh-Hant": "週六", en: "Sat" },
  sun: { zh: "周日", "zh-Hant": "週日", en: "Sun" },
});
