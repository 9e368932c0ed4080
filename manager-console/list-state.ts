/** What stands over or instead of a list that is on its way, refused, or old. */
import { html, nothing, type TemplateResult } from "lit";
import type { Language } from "../shared/domain/vocabulary.ts";
import { consoleWords } from "../shared/text/console.ts";
import { say } from "../shared/text/text.ts";
import type { Picture } from "./polled.ts";
import { refusalToStaff } from "./refusal-to-staff.ts";

/** Nothing, where all is well. */
export function listState(picture: Picture<unknown>, language: Language): TemplateResult | typeof nothing {
  switch (picture.is) {
    case "opening":
      return html`<p class="soft" role="status">${say(consoleWords.loading, language)}</p>`;
    case "away":
      return trouble(say(consoleWords.awayNothing, language));
    case "refused":
      return trouble(refusalToStaff(picture.problem, language));
    case "here":
      return picture.isFresh ? nothing : trouble(say(consoleWords.awayOld, language));
    default:
      return picture satisfies never;
  }
}

function trouble(sentence: string): TemplateResult {
  return html`<p class="note trouble" role="status">
    <span class="sign" aria-hidden="true">!</span><span>${sentence}</span>
  </p>`;
}
