/** What came of a change: done, or why not, beside where it was asked. */
import { html, nothing } from "lit";
import type { Language } from "../../shared/domain/vocabulary.ts";
import { say } from "../../shared/text/text.ts";
import { todayWords } from "../../shared/text/today.ts";
import type { Settled, TodayChange } from "../data/today.ts";
import { troubleText } from "./trouble-text.ts";

export function settledNote(settled: Settled | null, kinds: readonly TodayChange["type"][], language: Language) {
  if (!settled || !kinds.includes(settled.of)) return nothing;
  const { problem } = settled;
  if (!problem)
    return html`<p class="note" role="status">
      <span class="sign" aria-hidden="true">✓</span>${say(todayWords.done, language)}
    </p>`;
  const line = /^items\.(\d+)\./.exec(problem.field ?? "")?.[1];
  const why = troubleText(problem, language);
  return html`<p class="note trouble" role="alert">
    <span class="sign" aria-hidden="true">!</span>${
      line === undefined ? why : say(todayWords.paperLine, language, { line: Number(line) + 1, why })
    }
  </p>`;
}
