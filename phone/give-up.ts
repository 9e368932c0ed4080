/**
 * `<ld-give-up>`: gives the number up with two presses in place. The second stands where the first was not,
 * so that a double tap gives nothing up.
 * @fires TicketActionEvent
 */
import { css, html, LitElement } from "lit";
import { customElement, property, state } from "lit/decorators.js";
import { ticketActionWords } from "../shared/text/phone.ts";
import { say } from "../shared/text/text.ts";
import { LanguageController } from "../shared/ui/language.ts";
import { base, buttons } from "../shared/ui/styles.ts";
import { column } from "./phone-styles.ts";
import { TicketActionEvent } from "./ticket-action.ts";

@customElement("ld-give-up")
export class GiveUp extends LitElement {
  static override styles = [
    base,
    buttons,
    column,
    css`
      .question {
        padding: var(--ld-space-4);
        border-left: var(--ld-bar) solid var(--ld-trouble);
        background: var(--ld-sheet);
      }
      .question p {
        margin-bottom: var(--ld-space-4);
        font-size: var(--ld-text-l);
        line-height: 1.4;
      }
    `,
  ];

  @property({ type: Boolean }) working = false;
  @state() private isAsking = false;

  private readonly language = new LanguageController(this);

  override render() {
    const language = this.language.current;
    if (!this.isAsking) {
      return html`<button class="button quiet wide" type="button" ?disabled=${this.working} @click=${this.ask}>
        ${say(ticketActionWords.giveUp, language)}
      </button>`;
    }
    return html`
      <div class="question" role="group" aria-labelledby="question">
        <p id="question">${say(ticketActionWords.giveUpSure, language)}</p>
        <button class="button wide keep" type="button" ?disabled=${this.working} @click=${this.keep}>
          ${say(ticketActionWords.giveUpNo, language)}
        </button>
        <button class="button trouble wide" type="button" ?disabled=${this.working} @click=${this.giveUp}>
          ${say(this.working ? ticketActionWords.working : ticketActionWords.giveUpYes, language)}
        </button>
      </div>
    `;
  }

  private ask(): void {
    this.isAsking = true;
    void this.updateComplete.then(() => this.renderRoot.querySelector<HTMLElement>(".keep")?.focus());
  }

  private keep(): void {
    this.isAsking = false;
    void this.updateComplete.then(() => this.renderRoot.querySelector<HTMLElement>("button")?.focus());
  }

  private giveUp(): void {
    this.dispatchEvent(new TicketActionEvent("cancel"));
  }
}

declare global {
  interface HTMLElementTagNameMap {
    "ld-give-up": GiveUp;
  }
}
