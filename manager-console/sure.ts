/**
 * `<ld-sure>`: a step that cannot be taken back, asked for in place: a button, and after it a question with its two answers,
 * the safe one where the button was.
 * @fires SureEvent when it is meant.
 */
import { css, html, LitElement } from "lit";
import { customElement, property, state } from "lit/decorators.js";
import { base, buttons } from "../shared/ui/styles.ts";

class SureEvent extends Event {
  static readonly type = "sure";

  constructor() {
    super(SureEvent.type, { bubbles: true, composed: true });
  }
}

@customElement("ld-sure")
export class Sure extends LitElement {
  static override styles = [
    base,
    buttons,
    css`
      .question {
        padding: var(--ld-space-3) var(--ld-space-4) var(--ld-space-4);
        border-left: var(--ld-bar) solid var(--ld-trouble);
        background: var(--ld-trouble-ground);
        color: var(--ld-on-trouble-ground);
      }
      .answers {
        display: flex;
        flex-wrap: wrap;
        gap: var(--ld-space-3);
        margin-top: var(--ld-space-3);
      }
    `,
  ];

  /** What the first button says. */
  @property() action = "";
  @property() question = "";
  @property() yes = "";
  @property() no = "";
  @property({ type: Boolean }) working = false;

  @state() private isAsking = false;

  override render() {
    if (!this.isAsking)
      return html`<button class="button trouble" type="button" @click=${this.ask}>${this.action}</button>`;
    return html`
      <div class="question" role="group" aria-labelledby="question" @keydown=${this.key}>
        <p id="question">${this.question}</p>
        <div class="answers">
          <button class="button no" type="button" aria-disabled=${this.working ? "true" : "false"} @click=${this.leave}>
            ${this.no}
          </button>
          <button
            class="button trouble"
            type="button"
            aria-disabled=${this.working ? "true" : "false"}
            @click=${this.mean}
          >
            ${this.yes}
          </button>
        </div>
      </div>
    `;
  }

  private ask(): void {
    this.isAsking = true;
    this.focusOn(".no");
  }

  private leave(): void {
    if (this.working) return;
    this.isAsking = false;
    this.focusOn("button");
  }

  private mean(): void {
    if (!this.working) this.dispatchEvent(new SureEvent());
  }

  private key(event: KeyboardEvent): void {
    if (event.key === "Escape") this.leave();
  }

  private focusOn(selector: string): void {
    void this.updateComplete.then(() => this.renderRoot.querySelector<HTMLElement>(selector)?.focus());
  }
}

declare global {
  interface HTMLElementTagNameMap {
    "ld-sure": Sure;
  }
}
