/** `<ld-shortcut-list>`: every key of the panel and what it does. */
import { css, html, LitElement } from "lit";
import { customElement } from "lit/decorators.js";
import { panelWords } from "../../shared/text/panel.ts";
import { say, type Words } from "../../shared/text/text.ts";
import { LanguageController } from "../../shared/ui/language.ts";
import { base } from "../../shared/ui/styles.ts";
import { keyCaps } from "./panel-styles.ts";

const keys: readonly (readonly [key: Words | string, does: Words])[] = [
  [panelWords.space, panelWords.next],
  ["Q", panelWords.quietNext],
  ["Y", panelWords.came],
  ["N", panelWords.didNotComeNext],
  ["R", panelWords.recall],
  ["S", panelWords.start],
  ["M", panelWords.miss],
  ["H", panelWords.hold],
  ["T", panelWords.transfer],
  ["F", panelWords.finishOnly],
  ["+", panelWords.addService],
  ["Z", panelWords.undo],
  ["F12", panelWords.askHelp],
  ["P", panelWords.pauseOrReopen],
  ["1–7", panelWords.outcome],
  ["Esc", panelWords.goBack],
  ["?", panelWords.shortcuts],
];

@customElement("ld-shortcut-list")
export class ShortcutList extends LitElement {
  static override styles = [
    base,
    keyCaps,
    css`
      dl {
        columns: 2;
      }
      dl > div {
        display: flex;
        align-items: baseline;
        margin-bottom: var(--ld-space-2);
        break-inside: avoid;
      }
      dt {
        flex: 0 0 calc(4 * var(--ld-unit));
      }
      .key {
        margin: 0;
        font-size: var(--ld-text-s);
      }
      p {
        margin-top: var(--ld-space-4);
        color: var(--ld-ink-soft);
        font-size: var(--ld-text-s);
      }
    `,
  ];

  private readonly language = new LanguageController(this);

  override render() {
    const language = this.language.current;
    return html`
      <dl>
        ${keys.map(
          ([key, does]) =>
            html`<div>
              <dt><span class="key">${typeof key === "string" ? key : say(key, language)}</span></dt>
              <dd>${say(does, language)}</dd>
            </div>`,
        )}
      </dl>
      <p>${say(panelWords.shortcutsNote, language)}</p>
    `;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    "ld-shortcut-list": ShortcutList;
  }
}
