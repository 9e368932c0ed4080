/** The words below a picture: the first language, and the second below it. */
import { html, nothing } from "lit";
import { languageTags, pick } from "../../shared/text/text.ts";
import type { ScreenItem } from "../../shared/wire/lobby.ts";
import { px, type Room } from "./room.ts";
import { isTold, type LiveContent } from "./sheet.ts";

export function captionOf({ text }: ScreenItem, { languages }: LiveContent, room: Room) {
  const told = text ? languages.filter((language) => isTold(text, language)) : [];
  if (!text || told.length === 0) return nothing;
  return html`<p class="caption" style="--pad: ${px(room.pad)}; --text: ${px(room.text)}">
    ${told.map(
      (language, index) =>
        html`<span class=${index === 0 ? "" : "second"} lang=${languageTags[language]}>${pick(text, language)}</span>`,
    )}
  </p>`;
}
