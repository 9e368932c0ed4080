/**
 * Several calls in one sentence, for a hall that calls faster than it can be said call by call: the numbers that are
 * wanted at the same counter together, counters in the order of their first call.
 */
import type { Language } from "../domain/vocabulary.ts";
import { callSentence, readCounter, readTicketNumber, type SpokenCall } from "./numbers.ts";
import { typeset } from "./typeset.ts";

interface Group {
  readonly counter: string;
  readonly isRecall: boolean;
  readonly numbers: string[];
}

/** 请A零幺二号,到三号窗口;B零零三号、B零零四号,到五号窗口。 One call alone is said as always. */
export function joinedSentence(calls: readonly SpokenCall[], language: Language, yao: boolean): string {
  const [only, ...others] = calls;
  if (only && others.length === 0) return callSentence(only, language, yao);
  const groups: Group[] = [];
  for (const call of calls) {
    const counter = readCounter(call, language);
    const isRecall = call.times > 1;
    const number = readTicketNumber(call.number, language, yao);
    const group = groups.find((each) => each.counter === counter && each.isRecall === isRecall);
    if (group) group.numbers.push(number);
    else groups.push({ counter, isRecall, numbers: [number] });
  }
  if (groups.length === 0) return "";
  if (language === "en") return `${capital(groups.map(englishGroup).join("; "))}, please.`;
  const [ask, sign, hurry] = language === "zh" ? ["请", "号", "尽快到"] : ["請", "號", "盡快到"];
  const said = groups.map(
    ({ counter, isRecall, numbers }) =>
      `${numbers.map((number) => number + sign).join("、")},${isRecall ? hurry : "到"}${counter}`,
  );
  return typeset(`${ask}${said.join(";")}。`, language);
}

function englishGroup({ counter, isRecall, numbers }: Group): string {
  const noun = numbers.length > 1 ? "numbers" : "number";
  return `${noun} ${listed(numbers)}, ${counter}${isRecall ? " now" : ""}`;
}

/** a, b and c. */
function listed(names: readonly string[]): string {
  return names.length > 1 ? `${names.slice(0, -1).join(", ")} and ${names[names.length - 1] ?? ""}` : (names[0] ?? "");
}

function capital(sentence: string): string {
  return sentence.charAt(0).toUpperCase() + sentence.slice(1);
}
