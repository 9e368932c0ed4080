/**
 * `<ld-come-back>`: lets a resident who was called and absent back in; below the key, what that means.
 * @fires TicketActionEvent
 */
import { css, html, LitElement } from "lit";
import { customElement, property } from "lit/decorators.js";
import { ticketActionWords } from "../shared/text/phone.ts";
import { say } from "../shared/text/text.ts";
import { LanguageController } from "../shared/ui/language.ts";
import { phrased } from "../shared/ui/phrased.ts";
import { base, buttons, notes } from "../shared/ui/styles.ts";
import { column } from "./phone-styles.ts";
import { problemNote } from "./problem-note.ts";
import { TicketActionEvent } from "./ticket-action.ts";

@customElement("ld-come-back")
export class ComeBack extends LitElement {
  static override styles = [
    base,
    buttons,
    notes,
    column,
    css`
      .lines {
        margin-top: var(--ld-space-4);
      }
      .lines p {
        margin-bottom: var(--ld-space-2);
        font-size: var(--ld-text-l);
        line-height: 1.4;
      }
      .note {
        margin-top: var(--ld-space-3);
      }
    `,
  ];

  /** What coming back means, a line each. */
  @property({ attribute: false }) means: readonly string[] = [];
  /** Whether the phone may do it; else the desk helps. */
  @property({ type: Boolean }) possible = false;
  @property({ type: Boolean }) working = false;
  /** Why the last press did not let him in. */
  @property({ attribute: false }) problem: string | null = null;

  private readonly language = new LanguageController(this);

  override render() {
    const language = this.language.current;
    if (!this.possible)
      return html`<div class="lines"><p>${phrased(say(ticketActionWords.atDesk, language), language)}</p></div>`;
    return html`
      <button class="button primary wide" type="button" ?disabled=${this.working} @click=${this.comeBack}>
        ${say(this.working ? ticketActionWords.working : ticketActionWords.comeBack, language)}
      </button>
      ${problemNote(this.problem, language)}
      <div class="lines">${this.means.map((line) => html`<p>${phrased(line, language)}</p>`)}</div>
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
