/** What the console says of holidays. */
import { defineWords } from "./text.ts";

export const calendarWords = defineWords({
  title: { zh: "节假日", "zh-Hant": "節假日", en: "Holidays" },
  none: {
    zh: "大厅配置没有选国家,只按自己的日期办公",
    "zh-Hant": "大廳設定沒有選國家,只按自己的日期辦公",
    en: "The hall file names no country; the hall goes by its own dates",
  },
  known: { zh: "已知到{date}", "zh-Hant": "已知到{date}", en: "Known until {date}" },
  fromLibrary: { zh: "随系统更新", "zh-Hant": "隨系統更新", en: "from the library" },
  fromList: { zh: "自己导入", "zh-Hant": "自己匯入", en: "imported" },
  year: { zh: "{year}年", "zh-Hant": "{year}年", en: "{year}" },
  counts: {
    zh: "放假{holidays}天,调休上班{workdays}天",
    "zh-Hant": "放假{holidays}天,調休上班{workdays}天",
    en: "{holidays} holidays, {workdays} worked weekend days",
  },
  import: { zh: "导入一年的节假日", "zh-Hant": "匯入一年的節假日", en: "Import a year" },
  yearField: { zh: "年份", "zh-Hant": "年份", en: "Year" },
  holidays: { zh: "放假的日期", "zh-Hant": "放假的日期", en: "Holidays" },
  workdays: { zh: "调休上班的日期", "zh-Hant": "調休上班的日期", en: "Worked weekend days" },
  hint: {
    zh: "每行一个,如2027-01-01",
    "zh-Hant": "每行一個,如2027-01-01",
    en: "One a line, as 2027-01-01",
  },
  send: { zh: "导入", "zh-Hant": "匯入", en: "Import" },
  takeBack: { zh: "撤回导入的{year}年", "zh-Hant": "撤回匯入的{year}年", en: "Take {year} back" },
  takeBackSure: {
    zh: "撤回后,{year}年的节假日又没人知道,也不能预约那一年。撤回吗?",
    "zh-Hant": "撤回後,{year}年的節假日又沒人知道,也不能預約那一年。撤回嗎?",
    en: "The holidays of {year} are then unknown again, and no booking reaches into it. Take them back?",
  },
  takeBackYes: { zh: "撤回", "zh-Hant": "撤回", en: "Take back" },
  takeBackNo: { zh: "不撤回", "zh-Hant": "不撤回", en: "Keep" },
  noHolidays: {
    zh: "请填放假的日期;没有放假的日期,就等于没有公布",
    "zh-Hant": "請填放假的日期;沒有放假的日期,就等於沒有公布",
    en: "Please give the holidays; a year without any is not announced yet",
  },
  wrongDate: { zh: "这个日期不对:{date}", "zh-Hant": "這個日期不對:{date}", en: "This date is wrong: {date}" },
  done: { zh: "已保存", "zh-Hant": "已儲存", en: "Saved" },
});
