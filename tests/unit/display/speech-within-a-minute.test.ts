/** The lengths are measured: espeak-ng at its usual pace says a syllable in 0.34 s and an English word in 0.40 s. */
import fc from "fast-check";
import { afterEach, beforeEach, expect, it, vi } from "vitest";
import { SpeechQueue, type CallToSound, type Saying } from "../../../display/sound/speech-queue.ts";
import type { Language } from "../../../shared/domain/vocabulary.ts";

const languages: readonly Language[] = ["zh", "zh-Hant", "en"];
const chimeMillis = 750;

function sayingMillis({ sentence, language }: Saying): number {
  const marks = sentence.match(/[，、；,;]/g)?.length ?? 0;
  const millis =
    language === "en"
      ? sentence.split(" ").length * 400
      : [...sentence].filter((sign) => /[^，、；。]/.test(sign)).length * 340;
  return millis + marks * 150 + 300;
}

const aCall = fc.record({
  prefix: fc.constantFrom("A", "S", "MZ"),
  counter: fc.integer({ min: 1, max: 99 }),
  lang: fc.constantFrom(...languages),
  times: fc.integer({ min: 1, max: 3 }),
  transferred: fc.boolean(),
});
const aPlan = fc.record({
  languages: fc.constantFrom<readonly Language[]>(["zh"], ["zh", "en"], ["en", "zh"], ["zh", "zh-Hant", "en"]),
  repeat: fc.integer({ min: 1, max: 5 }),
  yao: fc.boolean(),
  onlyTicketLanguage: fc.boolean(),
});

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

it("is through with eight calls of one instant within a minute, and has said each, whatever the hall wants", async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(aCall, { minLength: 8, maxLength: 8 }), aPlan, async (calls, plan) => {
      const spoken: number[] = [];
      const queue = new SpeechQueue({
        sounds: {
          chime: () => new Promise((resolve) => setTimeout(resolve, chimeMillis)),
          speaks: () => true,
          speak: (saying, begun) => {
            begun();
            return new Promise((resolve) => setTimeout(() => resolve(true), sayingMillis(saying)));
          },
        },
        plan: () => plan,
        now: () => Date.now(),
        spoken: ({ seq }) => spoken.push(seq),
      });
      for (const [seq, { prefix, counter, ...more }] of calls.entries()) {
        const label = { zh: `${String(counter)}号窗口`, en: `Counter ${String(counter)}` };
        const call: CallToSound = {
          seq,
          number: `${prefix}00${String(seq)}`,
          counter,
          label,
          at: new Date().toISOString(),
          ...more,
        };
        queue.add(call);
      }
      await vi.advanceTimersByTimeAsync(60_000);
      expect(queue.pending.size).toBe(0);
      expect(spoken).toHaveLength(8);
      expect(new Set(spoken).size).toBe(8);
      await vi.runAllTimersAsync();
    }),
    { seed: 20_261_125, numRuns: 150 },
  );
});
