/** Why a press did not do what it says; stands at the key that was pressed. Needs `base` and `notes` of `styles.ts`. */
import { html, nothing, type TemplateResult } from "lit";
import type { Language } from "../shared/domain/vocabulary.ts";
import { phrased } from "../shared/ui/phrased.ts";

export function problemNote(problem: string | null, language: Language): TemplateResult | typeof nothing {
  return problem === null
    ? nothing
    : html`<p class="note trouble" role="alert">
        <span class="sign" aria-hidden="true">!</span><span>${phrased(problem, language)}</span>
      </p>`;
}
