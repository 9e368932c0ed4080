/** What came of a change: what was done, or why not, beside where it was asked. */
import { html, nothing } from "lit";
import type { Language } from "../../shared/domain/vocabulary.ts";
import { say } from "../../shared/text/text.ts";
import { doneToday, type DoneIn } from "../../shared/text/today-done.ts";
import { todayWords } from "../../shared/text/today.ts";
import type { Settled, TodayChange } from "../data/today.ts";
import { troubleText } from "./trouble-text.ts";

export interface Asked extends DoneIn {
  readonly kinds: readonly TodayChange["type"][];
}

export function settledNote(settled: Settled | null, { kinds, ...where }: Asked, language: Language) {
  if (!settled || !kinds.includes(settled.change.type)) return nothing;
  const { change, problem } = settled;
  if (!problem)
    return html`<p class="note" role="status">
      <span class="sign" aria-hidden="true">✓</span>${doneToday(change, where, language)}
    </p>`;
  const line = /^items\.(\d+)\./.exec(problem.field ?? "")?.[1];
  const why = troubleText(problem, language);
  return html`<p class="note trouble" role="alert">
    <span class="sign" aria-hidden="true">!</span>${
      line === undefined ? why : say(todayWords.paperLine, language, { line: Number(line) + 1, why })
    }
  </p>`;
}
