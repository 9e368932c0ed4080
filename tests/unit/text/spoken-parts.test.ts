import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { languages } from "../../../shared/domain/vocabulary.ts";
import { joinedSentence } from "../../../shared/text/joined-calls.ts";
import { spokenParts, type CallInParts, type SpokenPart } from "../../../shared/text/spoken-parts.ts";

const clips = (parts: readonly SpokenPart[]): string[] =>
  parts.flatMap((part) => (part.orElse ? [part.clip, "=", ...clips(part.orElse)] : [part.clip]));
const words = (parts: readonly SpokenPart[]): string => parts.map((part) => part.words).join("");
/** What is heard of a sentence: marks, spaces and great letters are not. */
const heard = (sentence: string): string => sentence.replace(/[\s,;.，、；。-]/g, "").toLowerCase();

function call(number: string, counter: number, more: Partial<CallInParts> = {}): CallInParts {
  const n = String(counter);
  return {
    number,
    counter,
    times: 1,
    label: { zh: `${n}号窗口`, en: `Counter ${n}`, "zh-Hant": `${n}號窗口` },
    ...more,
  };
}

describe("the parts of a call", () => {
  it("are clips by their names, a counter whole or in its number and the word for it", () => {
    expect(clips(spokenParts([call("A012", 11)], "zh", true))).toEqual([
      "please",
      "A",
      "0",
      "yao",
      "2",
      "number",
      "go",
      "counter-11",
      "=",
      "10",
      "1",
      "window",
    ]);
    expect(clips(spokenParts([call("A012", 123, { times: 2 })], "en", true))).toEqual([
      "number",
      "A",
      "0",
      "1",
      "2",
      "come",
      "counter-123",
      "=",
      "counter",
      "1",
      "100",
      "and",
      "20",
      "3",
      "now",
    ]);
  });

  it("are one clip of a counter that is spoken in the hall's own way", () => {
    const desk = call("A012", 8, { spoken: { zh: "咨询台", en: "the desk" } });
    expect(clips(spokenParts([desk], "zh", false))).toEqual([
      "please",
      "A",
      "0",
      "1",
      "2",
      "number",
      "go",
      "counter-8",
    ]);
  });

  it("say what the sentence says, of one call and of several, in every language", () => {
    const anyCall = fc
      .tuple(
        fc.constantFrom("A", "S", "MZ"),
        fc.integer({ min: 1, max: 2000 }),
        fc.integer({ min: 1, max: 999 }),
        fc.integer({ min: 1, max: 3 }),
        fc.boolean(),
      )
      .map(([prefix, sequence, counter, times, transferred]) =>
        call(prefix + String(sequence).padStart(3, "0"), counter, { times, transferred }),
      );
    fc.assert(
      fc.property(
        fc.array(anyCall, { minLength: 1, maxLength: 8 }),
        fc.constantFrom(...languages),
        fc.boolean(),
        (calls, language, yao) => {
          const parts = spokenParts(calls, language, yao);
          const said = heard(words(parts));
          expect(said).toBe(heard(joinedSentence(calls, language, yao)));
          const inSmall = parts.flatMap((part) => part.orElse ?? [part]);
          expect(heard(words(inSmall))).toBe(said);
        },
      ),
      { seed: 7, numRuns: 300 },
    );
  });
});
