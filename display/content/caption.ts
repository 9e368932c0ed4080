/** The words below a picture: the first language, and the second below it. */
import { html, nothing } from "lit";
import { languageTags, pick } from "../../shared/text/text.ts";
import type { ScreenItem } from "../../shared/wire/lobby.ts";
import { px, type Room } from "./room.ts";
import { isTold, type LiveContent } from "./sheet.ts";

/** A room of so few lines has a caption in one language. */
const smallRooms = 9;

export function captionOf({ text }: ScreenItem, { languages }: LiveContent, room: Room) {
  // In a small room the picture would be left no place.
  const most = room.height < smallRooms * room.text ? 1 : languages.length;
  const told = text ? languages.filter((language) => isTold(text, language)).slice(0, most) : [];
  if (!text || told.length === 0) return nothing;
  return html`<p class="caption" style="--pad: ${px(room.pad)}; --text: ${px(room.text)}">
    ${told.map(
      (language, index) =>
        html`<span class=${index === 0 ? "" : "second"} lang=${languageTags[language]}>${pick(text, language)}</span>`,
    )}
  </p>`;
}
