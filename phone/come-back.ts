/**
 * `<ld-come-back>`: lets a resident who was called and absent back in, after saying what that means.
 * @fires TicketActionEvent
 */
import { css, html, LitElement } from "lit";
import { customElement, property } from "lit/decorators.js";
import { ticketActionWords } from "../shared/text/phone.ts";
import { say } from "../shared/text/text.ts";
import { LanguageController } from "../shared/ui/language.ts";
import { base, buttons } from "../shared/ui/styles.ts";
import { column } from "./phone-styles.ts";
import { TicketActionEvent } from "./ticket-action.ts";

@customElement("ld-come-back")
export class ComeBack extends LitElement {
  static override styles = [
    base,
    buttons,
    column,
    css`
      p {
        margin-bottom: var(--ld-space-2);
        font-size: var(--ld-text-l);
        line-height: 1.4;
      }
      button {
        margin-top: var(--ld-space-2);
      }
    `,
  ];

  /** What coming back means, a line each. */
  @property({ attribute: false }) means: readonly string[] = [];
  /** Whether the phone may do it; else the desk helps. */
  @property({ type: Boolean }) possible = false;
  @property({ type: Boolean }) working = false;

  private readonly language = new LanguageController(this);

  override render() {
    const language = this.language.current;
    if (!this.possible) return html`<p>${say(ticketActionWords.atDesk, language)}</p>`;
    return html`
      ${this.means.map((line) => html`<p>${line}</p>`)}
      <button class="button primary wide" type="button" ?disabled=${this.working} @click=${this.comeBack}>
        ${say(this.working ? ticketActionWords.working : ticketActionWords.comeBack, language)}
      </button>
    `;
  }

  private comeBack(): void {
    this.dispatchEvent(new TicketActionEvent("requeue"));
  }
}

declare global {
  interface HTMLElementTagNameMap {
    "ld-come-back": ComeBack;
  }
}
