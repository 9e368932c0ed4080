/** Chinese that turns to the next line where a reader would pause. Needs `base` of `styles.ts`. */
import { html, type TemplateResult } from "lit";
import type { Language } from "../domain/vocabulary.ts";
import { clauses, phrases } from "../text/typeset.ts";

/** A heading or a name whose phrases stay together as long as they fit on a line. */
export function phrased(text: string, language: Language): readonly TemplateResult[] | string {
  return held(text, phrases(text, language));
}

/** A sentence whose clauses stay together as long as they fit on a line. */
export function claused(text: string, language: Language): readonly TemplateResult[] | string {
  return held(text, clauses(text, language));
}

function held(text: string, pieces: readonly string[]): readonly TemplateResult[] | string {
  return pieces.length < 2 ? text : pieces.map((piece) => html`<span class="phrase">${piece}</span>`);
}
