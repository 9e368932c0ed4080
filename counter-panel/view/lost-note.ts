/** The line that says that the hub is away and what stands here may be old; it wants the style `notes`. */
import { html, nothing } from "lit";
import type { Language } from "../../shared/domain/vocabulary.ts";
import { commonWords } from "../../shared/text/common.ts";
import { say } from "../../shared/text/text.ts";

export function lostNote(isReachable: boolean, language: Language) {
  if (isReachable) return nothing;
  const words = `${say(commonWords.hubLost, language)} · ${say(commonWords.maybeOld, language)}`;
  return html`<p class="note trouble" role="alert"><span class="sign" aria-hidden="true">!</span>${words}</p>`;
}
