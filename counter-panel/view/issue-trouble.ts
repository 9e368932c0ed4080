/** Why no number was given, where it was asked for. */
import { html, nothing } from "lit";
import type { Language } from "../../shared/domain/vocabulary.ts";
import type { DeskTrouble } from "../data/desk.ts";
import { troubleText } from "./trouble-text.ts";

export function issueTrouble(trouble: DeskTrouble | null, language: Language) {
  return html`<div role="alert">
    ${
      trouble?.of === "issue"
        ? html`<p class="note trouble">
            <span class="sign" aria-hidden="true">!</span>${troubleText(trouble, language)}
          </p>`
        : nothing
    }
  </div>`;
}
