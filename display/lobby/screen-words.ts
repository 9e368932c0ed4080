/** The few words that a lobby screen says itself: its ticker, its name when somebody asks for it, a note in place of calls. */
import { html, nothing } from "lit";
import { styleMap } from "lit/directives/style-map.js";
import { contentWords } from "../../shared/text/lobby-content.ts";
import { say } from "../../shared/text/text.ts";
import { px } from "../content/room.ts";
import { languagesOf } from "../content/sheet.ts";
import { tickerPageAt, tickerPages } from "../content/ticker.ts";
import { measure } from "../measure.ts";
import type { EmptyNote } from "./empty-note.ts";
import type { Scene } from "./scene.ts";

export function tickerLine({ ticker, hall, language, millis, sizes, width }: Scene) {
  if (ticker.length === 0) return nothing;
  const room = (width - 2 * sizes.pad) / sizes.text;
  const pages = tickerPages(ticker, languagesOf(hall, language), (text) => measure(text) <= room);
  return html`<p
    class="ticker"
    style=${styleMap({ "--ticker-height": px(sizes.tickerHeight), "--pad": px(sizes.pad), "font-size": px(sizes.text) })}
  >
    ${tickerPageAt(pages, millis)}
  </p>`;
}

export function nameOver(name: string, { language, sizes, width }: Scene) {
  const font = Math.min(3 * sizes.row, (width - 4 * sizes.pad) / Math.max(1, measure(name)));
  return html`<div class="identify" role="alert" style=${styleMap({ "--text": px(sizes.text), "--name": px(font) })}>
    <p>${say(contentWords.thisIs, language)}</p>
    <b>${name}</b>
  </div>`;
}

export function renderNote(note: EmptyNote) {
  return html`<div class="nothing">
    <h2>${note.heading}</h2>
    ${note.line === null ? nothing : html`<p>${note.line}</p>`}
  </div>`;
}
