/**
 * How numbers are read aloud: the ticket digit by digit, the window as a cardinal.
 * Source: screens, "Voice". Never a name, a class, or 过号.
 */
import type { Language } from "../domain/vocabulary.ts";
import type { Text } from "../wire/common.ts";
import { pick } from "./text.ts";
import { typeset } from "./typeset.ts";

const zhDigits = ["零", "一", "二", "三", "四", "五", "六", "七", "八", "九"] as const;
const enDigits = ["zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine"] as const;
const enTeens = [
  "ten",
  "eleven",
  "twelve",
  "thirteen",
  "fourteen",
  "fifteen",
  "sixteen",
  "seventeen",
  "eighteen",
  "nineteen",
] as const;
const enTens = ["", "", "twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"] as const;

/** A ticket's number read one sign at a time: `A012` → A零幺二 (with `yao`), "A zero one two". */
export function readTicketNumber(number: string, language: Language, yao: boolean): string {
  const signs = [...number];
  const letters = signs.filter((sign) => !isDigit(sign)).join(" ");
  const digits = signs.filter(isDigit).map(Number);
  if (language === "en") return [letters, ...digits.map((digit) => enDigits[digit] ?? "")].filter(Boolean).join(" ");
  return letters + digits.map((digit) => (yao && digit === 1 ? "幺" : (zhDigits[digit] ?? ""))).join("");
}

/** A whole number from 0 to 999 as a cardinal: 11 → 十一, "eleven". Larger ones are read digit by digit. */
export function readCardinal(value: number, language: Language): string {
  if (!Number.isInteger(value) || value < 0 || value > 999) return readTicketNumber(String(value), language, false);
  return language === "en" ? enCardinal(value) : zhCardinal(value);
}

function zhCardinal(value: number): string {
  if (value < 10) return zhDigits[value] ?? "";
  const hundreds = Math.floor(value / 100);
  const tens = Math.floor((value % 100) / 10);
  const ones = value % 10;
  const head = hundreds > 0 ? `${zhDigits[hundreds] ?? ""}百` : "";
  const gap = hundreds > 0 && tens === 0 && ones > 0 ? "零" : "";
  const middle = tens === 0 ? "" : tens === 1 && hundreds === 0 ? "十" : `${zhDigits[tens] ?? ""}十`;
  return head + gap + middle + (ones > 0 ? (zhDigits[ones] ?? "") : "");
}

function enCardinal(value: number): string {
  if (value < 10) return enDigits[value] ?? "";
  if (value < 20) return enTeens[value - 10] ?? "";
  if (value < 100)
    return [enTens[Math.floor(value / 10)], value % 10 > 0 ? enDigits[value % 10] : ""].filter(Boolean).join("-");
  const rest = value % 100;
  return `${enDigits[Math.floor(value / 100)] ?? ""} hundred${rest > 0 ? ` and ${enCardinal(rest)}` : ""}`;
}

/** A counter as it is spoken: its own wording where the hall gives one, else 三号窗口 for a label like 3号窗口. */
export function readCounter(
  counter: { readonly label: Text; readonly spoken?: Text | undefined },
  language: Language,
): string {
  if (counter.spoken) return pick(counter.spoken, language);
  const label = pick(counter.label, language).trim();
  const plain = language === "en" ? /^counter (\d{1,3})$/i.exec(label) : /^(\d{1,3})([号號]窗口)$/.exec(label);
  if (!plain) return label;
  const cardinal = readCardinal(Number(plain[1]), language);
  return language === "en" ? `counter ${cardinal}` : cardinal + (plain[2] ?? "");
}

/** What is said when a ticket is called. `times` is 1 for a call and more for a recall. */
export interface SpokenCall {
  readonly number: string;
  readonly label: Text;
  readonly spoken?: Text | undefined;
  readonly times: number;
  readonly transferred?: boolean | undefined;
}

/** The sentence of a call, e.g. 请A零幺二号,到三号窗口。 */
export function callSentence(call: SpokenCall, language: Language, yao: boolean): string {
  const number = readTicketNumber(call.number, language, yao);
  const counter = readCounter(call, language);
  const isRecall = call.times > 1;
  if (language === "en") {
    if (isRecall) return `Number ${number}, please come to ${counter} now.`;
    return call.transferred === true
      ? `Number ${number}, please continue at ${counter}.`
      : `Number ${number}, ${counter}, please.`;
  }
  const [ask, sign, hurry, go, on] =
    language === "zh" ? ["请", "号", "尽快到", "到", "继续办理"] : ["請", "號", "盡快到", "到", "繼續辦理"];
  const spoken = `${ask}${number}${sign},${isRecall ? hurry : go}${counter}${call.transferred === true && !isRecall ? on : ""}。`;
  return typeset(spoken, language);
}

/** A counter's label inside an English sentence begins small: "Please go to counter 3". */
export function counterInSentence(label: Text, language: Language): string {
  const words = pick(label, language);
  return language === "en" ? words.replace(/^(Counter|Desk|Window)\b/, (word) => word.toLowerCase()) : words;
}

function isDigit(sign: string): boolean {
  return sign >= "0" && sign <= "9";
}
