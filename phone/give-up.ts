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
import { phrased } from "../shared/ui/phrased.ts";
import { base, buttons, notes } from "../shared/ui/styles.ts";
import { column } from "./phone-styles.ts";
import { problemNote } from "./problem-note.ts";
import { TicketActionEvent } from "./ticket-action.ts";

@customElement("ld-give-up")
export class GiveUp extends LitElement {
  static override styles = [
    base,
    buttons,
    notes,
    column,
    css`
      .question {
        padding: var(--ld-space-4);
        border-left: var(--ld-bar) solid var(--ld-trouble);
        background: var(--ld-sheet);
      }
      .question .note {
        margin: var(--ld-space-3) 0;
      }
      #question {
        margin-bottom: var(--ld-space-4);
        font-size: var(--ld-text-l);
        line-height: 1.4;
      }
    `,
  ];

  @property({ type: Boolean }) working = false;
  /** Why the last press did not give it up. */
  @property({ attribute: false }) problem: string | null = null;
  @state() private isAsking = false;
  /** Whether it was pressed since the question was asked: what went wrong before is over. */
  private hasPressed = false;

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
        <p id="question">${phrased(say(ticketActionWords.giveUpSure, language), language)}</p>
        <button class="button wide keep" type="button" ?disabled=${this.working} @click=${this.keep}>
          ${say(ticketActionWords.giveUpNo, language)}
        </button>
        ${problemNote(this.hasPressed ? this.problem : null, language)}
        <button class="button trouble wide" type="button" ?disabled=${this.working} @click=${this.giveUp}>
          ${say(this.working ? ticketActionWords.working : ticketActionWords.giveUpYes, language)}
        </button>
      </div>
    `;
  }

  private ask(): void {
    this.isAsking = true;
    this.hasPressed = false;
    void this.updateComplete.then(() => this.renderRoot.querySelector<HTMLElement>(".keep")?.focus());
  }

  private keep(): void {
    this.isAsking = false;
    void this.updateComplete.then(() => this.renderRoot.querySelector<HTMLElement>("button")?.focus());
  }

  private giveUp(): void {
    this.hasPressed = true;
    this.dispatchEvent(new TicketActionEvent("cancel"));
  }
}

declare global {
  interface HTMLElementTagNameMap {
    "ld-give-up": GiveUp;
  }
}
