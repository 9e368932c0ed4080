/**
 * Chinese punctuation set as it should be. Hall files and word tables are typed on keyboards that mix widths;
 * on screens, slips and signs a comma between Chinese characters takes the full width, one between digits does not.
 */
import type { Language } from "../domain/vocabulary.ts";

const han = "\\u2E80-\\u2FDF\\u3005-\\u3007\\u3400-\\u4DBF\\u4E00-\\u9FFF\\uF900-\\uFAFF";
const wide: Readonly<Record<string, string>> = {
  ",": "\uFF0C",
  ";": "\uFF1B",
  ":": "\uFF1A",
  "?": "\uFF1F",
  "!": "\uFF01",
  ".": "\u3002",
};

const closers = "\\u300B\\u300D\\u201D\\uFF09";
const afterHan = new RegExp(`([${han}${closers}])([,;:?!]|\\.(?![\\w.])) *`, "g");
const beforeHan = new RegExp(`([A-Za-z0-9%])([,;:?!]) *(?=[${han}])`, "g");
/** Two times of day run together where the comma between them is no wider than their colons. */
const afterTime = /(\d:\d\d), *(?=\d)/g;
const brackets = new RegExp(`([${han}]?)\\(([^()]*)\\)`, "g");
const hasHan = new RegExp(`[${han}]`);

/** Widens the punctuation that stands in Chinese; English is left as it is. */
export function typeset(text: string, language: Language): string {
  if (language === "en" || !hasHan.test(text)) return text;
  return text
    .replace(brackets, (whole: string, before: string, inside: string) =>
      before !== "" || hasHan.test(inside) ? `${before}\uFF08${inside}\uFF09` : whole,
    )
    .replace(afterHan, (_, before: string, mark: string) => before + (wide[mark] ?? mark))
    .replace(beforeHan, (_, before: string, mark: string) => before + (wide[mark] ?? mark))
    .replace(afterTime, "$1\uFF0C");
}

const beforeJoint = new RegExp(`([${han}]{2})(?=[\\u4E0E\\u8207\\u548C\\u53CA\\u6216][${han}]{2})`, "g");
const afterMark = /([\uFF0C\u3001\uFF1B\uFF1A\u3002\uFF1F\uFF01\u00B7])/g;

/** A Chinese sentence in its clauses, each ended by its mark: where a line turns best. English stays whole. */
export function clauses(text: string, language: Language): readonly string[] {
  return language === "en"
    ? [text]
    : text
        .replace(afterMark, "$1\n")
        .split("\n")
        .filter((piece) => piece !== "");
}

/**
 * A Chinese heading in the pieces between which it may turn to the next line, so that no single character is left over:
 * before a joining word, after a comma. English turns at its spaces and stays whole.
 */
export function phrases(text: string, language: Language): readonly string[] {
  return clauses(language === "en" ? text : text.replace(beforeJoint, "$1\n"), language);
}
