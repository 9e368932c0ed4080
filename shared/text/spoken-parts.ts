/**
 * A call's sentence in the pieces of which a recorded voice has clips. Their words are those of the sentence, one after
 * the other (a test compares them); a clip bears the file name that `docs/voice-pack.md` fixes.
 */
import type { Language } from "../domain/vocabulary.ts";
import { readCardinal, readCounter, type SpokenCall } from "./numbers.ts";

export interface SpokenPart {
  /** The clip's name. */
  readonly clip: string;
  /** What it says. */
  readonly words: string;
  /** Of a counter: what says the same where there is no clip for the whole of it. */
  readonly orElse?: readonly SpokenPart[];
  /** The sentence pauses after it. */
  readonly pauses?: true;
}

/** A call at a counter, by its number in the hall. */
export interface CallInParts extends SpokenCall {
  readonly counter: number;
}

interface Saying {
  readonly language: Language;
  readonly yao: boolean;
}

/** Phrases by clip; a pack holds each of them. */
export const phraseClips = {
  zh: { please: "请", number: "号", go: "到", hurry: "尽快到", window: "号窗口", continue: "继续办理" },
  "zh-Hant": { please: "請", number: "號", go: "到", hurry: "盡快到", window: "號窗口", continue: "繼續辦理" },
  en: {
    number: "Number",
    numbers: "Numbers",
    and: "and",
    counter: "counter",
    please: "please",
    come: "please come to",
    continue: "please continue at",
    now: "now",
  },
} as const satisfies Record<Language, Readonly<Record<string, string>>>;

/** Clips of numbers by their word. */
export const cardinalClips: Readonly<Record<"zh" | "en", ReadonlyMap<string, string>>> = {
  zh: new Map([...range(0, 10), 100].map((value) => [lastSign(readCardinal(value, "zh")), String(value)])),
  en: new Map(
    [...range(0, 19), 20, 30, 40, 50, 60, 70, 80, 90, 100].map((value) => [
      value === 100 ? "hundred" : readCardinal(value, "en"),
      String(value),
    ]),
  ),
};

/** The parts of one call's sentence, or of the sentence that joins several. */
export function spokenParts(calls: readonly CallInParts[], language: Language, yao: boolean): readonly SpokenPart[] {
  const saying = { language, yao };
  const [only, ...others] = calls;
  if (only && others.length === 0) return language === "en" ? oneInEnglish(only, saying) : oneInChinese(only, saying);
  return language === "en" ? joinedInEnglish(calls, saying) : joinedInChinese(calls, saying);
}

function oneInChinese(call: CallInParts, saying: Saying): readonly SpokenPart[] {
  const isRecall = call.times > 1;
  return [
    phrase(saying, "please"),
    ...numberParts(call.number, saying),
    pausing(phrase(saying, "number")),
    phrase(saying, isRecall ? "hurry" : "go"),
    counterPart(call, saying),
    ...(call.transferred === true && !isRecall ? [phrase(saying, "continue")] : []),
  ];
}

function joinedInChinese(calls: readonly CallInParts[], saying: Saying): readonly SpokenPart[] {
  const groups = grouped(calls, saying).flatMap((group) => [
    ...group.calls.flatMap(({ number }) => [...numberParts(number, saying), pausing(phrase(saying, "number"))]),
    phrase(saying, group.isRecall ? "hurry" : "go"),
    pausing(counterPart(group.first, saying)),
  ]);
  return [phrase(saying, "please"), ...groups];
}

function oneInEnglish(call: CallInParts, saying: Saying): readonly SpokenPart[] {
  const head = [phrase(saying, "number"), ...numberParts(call.number, saying, true)];
  const counter = counterPart(call, saying);
  if (call.times > 1) return [...head, phrase(saying, "come"), counter, phrase(saying, "now")];
  if (call.transferred === true) return [...head, phrase(saying, "continue"), counter];
  return [...head, pausing(counter), phrase(saying, "please")];
}

function joinedInEnglish(calls: readonly CallInParts[], saying: Saying): readonly SpokenPart[] {
  const groups = grouped(calls, saying).flatMap((group) => [
    phrase(saying, group.calls.length > 1 ? "numbers" : "number"),
    ...group.calls.flatMap(({ number }, index) => [
      ...(index > 0 && index === group.calls.length - 1 ? [phrase(saying, "and")] : []),
      ...numberParts(number, saying, true),
    ]),
    ...(group.isRecall
      ? [counterPart(group.first, saying), pausing(phrase(saying, "now"))]
      : [pausing(counterPart(group.first, saying))]),
  ]);
  return [...groups, phrase(saying, "please")];
}

interface Group {
  readonly counter: string;
  readonly isRecall: boolean;
  readonly first: CallInParts;
  readonly calls: CallInParts[];
}

function grouped(calls: readonly CallInParts[], { language }: Saying): readonly Group[] {
  const groups: Group[] = [];
  for (const call of calls) {
    const counter = readCounter(call, language);
    const isRecall = call.times > 1;
    const group = groups.find((each) => each.counter === counter && each.isRecall === isRecall);
    if (group) group.calls.push(call);
    else groups.push({ counter, isRecall, first: call, calls: [call] });
  }
  return groups;
}

function phrase({ language }: Saying, clip: string): SpokenPart {
  const words: Readonly<Record<string, string>> = phraseClips[language];
  return { clip, words: words[clip] ?? "" };
}

function pausing(part: SpokenPart): SpokenPart {
  return { ...part, pauses: true };
}

function numberParts(number: string, { language, yao }: Saying, pauses = false): readonly SpokenPart[] {
  const parts = [...number].map((sign): SpokenPart => {
    if (!/\d/.test(sign)) return { clip: sign, words: sign };
    if (yao && sign === "1" && language !== "en") return { clip: "yao", words: "幺" };
    return { clip: sign, words: readCardinal(Number(sign), language) };
  });
  const last = parts[parts.length - 1];
  return pauses && last ? [...parts.slice(0, -1), pausing(last)] : parts;
}

/** A clip of the whole counter, where there is one; else its number and the word for a window. */
function counterPart(call: CallInParts, saying: Saying): SpokenPart {
  const { language } = saying;
  const words = readCounter(call, language);
  const whole: SpokenPart = { clip: `counter-${String(call.counter)}`, words };
  if (language === "en") {
    const cardinal = /^counter (.+)$/i.exec(words)?.[1];
    const parts = cardinal === undefined ? null : cardinalParts(cardinal.split(/[ -]/), cardinalClips.en);
    return parts ? { ...whole, orElse: [phrase(saying, "counter"), ...parts] } : whole;
  }
  const cardinal = /^([零一二三四五六七八九十百]+)[号號]窗口$/.exec(words)?.[1];
  const parts = cardinal === undefined ? null : cardinalParts([...cardinal], cardinalClips.zh);
  return parts ? { ...whole, orElse: [...parts, phrase(saying, "window")] } : whole;
}

function cardinalParts(words: readonly string[], clips: ReadonlyMap<string, string>): readonly SpokenPart[] | null {
  const parts = words.flatMap((word) => {
    const clip = word === "and" ? "and" : clips.get(word);
    return clip === undefined ? [] : [{ clip, words: word }];
  });
  return parts.length === words.length ? parts : null;
}

/** 百 of 一百; the others are one sign. */
function lastSign(words: string): string {
  return words.slice(-1);
}

function range(from: number, to: number): readonly number[] {
  return Array.from({ length: to - from + 1 }, (_, index) => from + index);
}
