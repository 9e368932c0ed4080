/** How a form in the place of the buttons ends: carried out, or left, by its button or by Escape. Styles: `inPlaceForm`. */
import { html, nothing, type TemplateResult } from "lit";
import type { Language } from "../../shared/domain/vocabulary.ts";
import { panelWords } from "../../shared/text/panel.ts";
import { say } from "../../shared/text/text.ts";
import { FormEvent } from "./events.ts";

export interface FormEnds {
  /** What carrying it out is called. */
  readonly words: string;
  readonly isOff: boolean;
  /** What is still wanting before it can be carried out. */
  readonly wanting?: string | null;
  readonly isBusy: boolean;
  readonly language: Language;
}

export function formEnds(
  form: EventTarget,
  { words, isOff, wanting = null, isBusy, language }: FormEnds,
): TemplateResult {
  return html`<div class="ends">
    <button
      class="button primary"
      aria-describedby=${wanting === null ? nothing : "wanting"}
      aria-disabled=${isOff ? "true" : "false"}
      aria-busy=${isBusy ? "true" : "false"}
    >
      ${words}
    </button>
    <button class="button quiet" type="button" @click=${() => leaveForm(form)}>
      ${say(panelWords.goBack, language)}<span class="key" aria-hidden="true">Esc</span>
    </button>
    ${wanting === null ? nothing : html`<span id="wanting" class="wanting">${wanting}</span>`}
  </div>`;
}

/** Leaves the form on Escape. */
export function leaveOnEscape(form: EventTarget, event: KeyboardEvent): void {
  if (event.key !== "Escape") return;
  event.preventDefault();
  leaveForm(form);
}

function leaveForm(form: EventTarget): void {
  form.dispatchEvent(new FormEvent(null));
}
