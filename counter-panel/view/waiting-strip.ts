/** `<ld-waiting-strip>`: how many wait for each service; those taken first stand out. */
import { css, html, LitElement } from "lit";
import { customElement, property } from "lit/decorators.js";
import { panelWords } from "../../shared/text/panel.ts";
import { say } from "../../shared/text/text.ts";
import { LanguageController } from "../../shared/ui/language.ts";
import { base } from "../../shared/ui/styles.ts";
import type { ServiceCount } from "../data/lists.ts";
import { serviceName, type HallNames } from "./ticket-words.ts";

@customElement("ld-waiting-strip")
export class WaitingStrip extends LitElement {
  static override styles = [
    base,
    css`
      .strip {
        display: flex;
        align-items: baseline;
        padding: var(--ld-space-2) var(--ld-space-5);
        border-bottom: var(--ld-hair) solid var(--ld-line);
        background: var(--ld-sheet);
        font-size: var(--ld-text-s);
      }
      .total {
        flex: none;
        margin-right: var(--ld-space-5);
        font-weight: var(--ld-bold);
      }
      ul {
        display: flex;
        flex-wrap: wrap;
        min-width: 0;
      }
      li {
        display: flex;
        margin-right: var(--ld-space-5);
      }
      .name {
        max-width: 14em;
        overflow: hidden;
        text-overflow: ellipsis;
        white-space: nowrap;
      }
      .first .name {
        font-weight: var(--ld-bold);
      }
      b {
        margin-left: 0.4em;
      }
    `,
  ];

  @property({ attribute: false }) counts: readonly ServiceCount[] = [];
  @property({ attribute: false }) hall: HallNames | null = null;

  private readonly language = new LanguageController(this);

  override render() {
    const language = this.language.current;
    const total = this.counts.reduce((sum, { waiting }) => sum + waiting, 0);
    return html`
      <section class="strip" aria-label=${say(panelWords.waitingByService, language)}>
        <span class="total">${say(panelWords.waitingCount, language, { count: total })}</span>
        <ul>
          ${this.counts.map(({ service, waiting, isFirst }) => {
            const name = serviceName(this.hall, service, language);
            return html`<li class=${isFirst ? "first" : ""}>
              <span class="name" title=${name}>${name}</span><b>${waiting}</b>
            </li>`;
          })}
        </ul>
      </section>
    `;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    "ld-waiting-strip": WaitingStrip;
  }
}
