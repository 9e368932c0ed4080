/** `<ld-kind-choice>`: what a new item is to be, in words that say what comes of it. */
import { css, html, LitElement } from "lit";
import { customElement } from "lit/decorators.js";
import { itemKinds } from "../../shared/domain/vocabulary.ts";
import { contentWords, itemKindHints, itemKindWords } from "../../shared/text/console-content.ts";
import { say } from "../../shared/text/text.ts";
import { LanguageController } from "../../shared/ui/language.ts";
import { base } from "../../shared/ui/styles.ts";
import { pageStyles } from "../console-styles.ts";
import { addressOf } from "../place.ts";

/** The address's word for an item that is being made; the kind follows. */
export const newItem = "new";

@customElement("ld-kind-choice")
export class KindChoice extends LitElement {
  static override styles = [
    base,
    pageStyles,
    css`
      ul {
        display: grid;
        grid-template-columns: repeat(auto-fill, minmax(17rem, 1fr));
        gap: var(--ld-space-3);
        max-width: 70rem;
      }
      a {
        display: block;
        height: 100%;
        min-height: calc(4.5 * var(--ld-unit));
        padding: var(--ld-space-3) var(--ld-space-4);
        border: var(--ld-rule) solid var(--ld-line-strong);
        border-radius: var(--ld-radius);
        background: var(--ld-sheet);
        color: var(--ld-ink);
        text-decoration: none;
      }
      a:hover {
        background: var(--ld-well);
      }
      b {
        display: block;
      }
      span {
        color: var(--ld-ink-soft);
        font-size: var(--ld-text-s);
      }
    `,
  ];

  private readonly language = new LanguageController(this);

  override render() {
    const language = this.language.current;
    return html`
      <h1>${say(contentWords.addTitle, language)}</h1>
      <ul>
        ${itemKinds.map(
          (kind) =>
            html`<li>
              <a href=${addressOf({ section: "content", chosen: `${newItem}-${kind}` })}
                ><b>${say(itemKindWords[kind], language)}</b><span>${say(itemKindHints[kind], language)}</span></a
              >
            </li>`,
        )}
      </ul>
    `;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    "ld-kind-choice": KindChoice;
  }
}
