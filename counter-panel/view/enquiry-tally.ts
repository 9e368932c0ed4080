/** `<ld-enquiry-tally>`: one press a question answered, how many today, and the last one taken back. @fires TallyEvent */
import { css, html, LitElement, nothing } from "lit";
import { customElement, property } from "lit/decorators.js";
import { overviewWords } from "../../shared/text/hall-overview.ts";
import { say } from "../../shared/text/text.ts";
import type { ApiProblem } from "../../shared/ui/api.ts";
import { LanguageController } from "../../shared/ui/language.ts";
import { base, buttons, notes } from "../../shared/ui/styles.ts";
import { TallyEvent } from "./desk-events.ts";
import { busyMarks } from "./panel-styles.ts";
import { troubleText } from "./trouble-text.ts";

@customElement("ld-enquiry-tally")
export class EnquiryTallyBar extends LitElement {
  static override styles = [
    base,
    buttons,
    notes,
    busyMarks,
    css`
      .bar {
        display: flex;
        align-items: center;
        gap: var(--ld-space-3);
        padding-bottom: var(--ld-space-3);
        margin-bottom: var(--ld-space-3);
        border-bottom: var(--ld-hair) solid var(--ld-line-strong);
      }
      .today {
        flex: 1;
        white-space: nowrap;
      }
      .button {
        flex: none;
      }
      .undo {
        font-variant-numeric: tabular-nums;
      }
      .note {
        margin-bottom: var(--ld-space-3);
      }
    `,
  ];

  /** Today's count of all desks. */
  @property({ type: Number }) count = 0;
  @property({ attribute: false }) undoUntil: number | null = null;
  @property({ attribute: false }) problem: ApiProblem | null = null;
  /** The hub's clock. */
  @property({ type: Number }) nowMillis = 0;
  @property({ type: Boolean }) busy = false;
  @property({ type: Boolean }) off = false;

  private readonly language = new LanguageController(this);

  override render() {
    const language = this.language.current;
    const left = this.undoUntil === null ? 0 : Math.ceil((this.undoUntil - this.nowMillis) / 1000);
    return html`
      <div class="bar" role="group" aria-label=${say(overviewWords.tallyTitle, language)}>
        ${this.button("count", say(overviewWords.answered, language))}
        <span class="today" role="status">${say(overviewWords.answeredToday, language, { count: this.count })}</span>
        ${left > 0 ? this.button("undo", say(overviewWords.takeBack, language, { seconds: left })) : nothing}
      </div>
      <div role="alert">
        ${
          this.problem
            ? html`<p class="note trouble">
                <span class="sign" aria-hidden="true">!</span>${troubleText(this.problem, language)}
              </p>`
            : nothing
        }
      </div>
    `;
  }

  private button(what: TallyEvent["what"], words: string) {
    return html`<button
      class="button ${what}"
      type="button"
      data-tally=${what}
      aria-disabled=${this.off ? "true" : "false"}
      aria-busy=${this.busy ? "true" : "false"}
      @click=${() => this.off || this.dispatchEvent(new TallyEvent(what))}
    >
      ${words}
    </button>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    "ld-enquiry-tally": EnquiryTallyBar;
  }
}
