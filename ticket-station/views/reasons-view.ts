/** `<ld-reasons>`: whom the hall lets go first. What is chosen here is told to the counter only. */
import { css, html, LitElement } from "lit";
import { customElement, property } from "lit/decorators.js";
import { stationWords } from "../../shared/text/station.ts";
import { pick, say } from "../../shared/text/text.ts";
import { LanguageController } from "../../shared/ui/language.ts";
import { base } from "../../shared/ui/styles.ts";
import type { HallNow } from "../../shared/wire/hall.ts";
import { DoneEvent, ReasonChosenEvent } from "../events.ts";
import { press } from "../press.ts";
import { actions } from "../station-styles.ts";

@customElement("ld-reasons")
export class ReasonsView extends LitElement {
  static override styles = [
    base,
    actions,
    css`
      :host {
        display: grid;
        grid-template-rows: auto minmax(0, 1fr) auto;
        gap: var(--st-gap);
        min-height: 0;
      }
      .detail {
        font-size: var(--st-text);
        line-height: 1.4;
      }
      .reasons {
        display: grid;
        grid-template-columns: 1fr 1fr;
        gap: var(--st-gap);
        align-content: start;
      }
      .reasons .action {
        min-height: calc(40 * var(--ld-mm));
        background: var(--ld-sheet);
        font-size: var(--st-title);
      }
      @media (orientation: landscape) {
        .reasons .action {
          min-height: calc(32 * var(--ld-mm));
        }
      }
    `,
  ];

  @property({ attribute: false }) reasons: HallNow["reasons"] = [];
  private readonly language = new LanguageController(this);

  override render() {
    const language = this.language.current;
    return html`
      <p class="detail">${say(stationWords.priorityDetail, language)}</p>
      <div class="reasons">
        ${this.reasons.map(
          ({ id, name }) =>
            html`<button
              class="action"
              type="button"
              data-reason=${id}
              ${press(() => this.dispatchEvent(new ReasonChosenEvent(id)))}
            >
              ${pick(name, language)}
            </button>`,
        )}
      </div>
      <button class="action" type="button" data-place="back" ${press(() => this.dispatchEvent(new DoneEvent()))}>
        ${say(stationWords.back, language)}
      </button>
    `;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    "ld-reasons": ReasonsView;
  }
}
