/** `<ld-call-by-number>`: the reasons for calling a ticket out of order; a press on one calls it. @fires CommandEvent, ClosedEvent */
import { css, html, LitElement, nothing } from "lit";
import { customElement, property } from "lit/decorators.js";
import { panelWords } from "../../shared/text/panel.ts";
import { callReasons, keptReason } from "../../shared/text/fixed-reasons.ts";
import { formWords } from "../../shared/text/panel-forms.ts";
import { refusalDetail } from "../../shared/text/refusals.ts";
import { say } from "../../shared/text/text.ts";
import { LanguageController } from "../../shared/ui/language.ts";
import { base, buttons, fields } from "../../shared/ui/styles.ts";
import type { Ticket } from "../../shared/wire/ticket.ts";
import { CommandEvent } from "./events.ts";
import { choices, keyCaps } from "./panel-styles.ts";

class CallByNumberClosedEvent extends Event {
  static readonly type = "call-by-number-closed";
  constructor() {
    super(CallByNumberClosedEvent.type, { bubbles: true, composed: true });
  }
}

@customElement("ld-call-by-number")
export class CallByNumber extends LitElement {
  static override styles = [
    base,
    buttons,
    fields,
    choices,
    keyCaps,
    css`
      form {
        padding: var(--ld-space-2) var(--ld-space-3) var(--ld-space-3);
        border-left: var(--ld-bar) solid var(--ld-structure);
        background: var(--ld-well);
      }
      form:focus-visible {
        outline-offset: -3px;
      }
      p {
        margin-bottom: var(--ld-space-2);
        font-size: var(--ld-text-s);
        font-weight: var(--ld-bold);
      }
      .choice {
        min-height: calc(2.25 * var(--ld-unit));
        font-size: var(--ld-text-s);
      }
      .typed {
        display: flex;
        gap: var(--ld-space-2);
        margin-top: var(--ld-space-2);
      }
      .typed .field {
        flex: 1;
      }
      .typed .field input,
      .button {
        min-height: calc(2.25 * var(--ld-unit));
        padding: var(--ld-space-1) var(--ld-space-2);
        font-size: var(--ld-text-s);
      }
    `,
  ];

  @property({ attribute: false }) ticket: Ticket | null = null;
  /** A number that must be ended first. */
  @property({ attribute: false }) inHand: string | null = null;
  @property({ type: Boolean }) off = false;

  private readonly language = new LanguageController(this);

  override render() {
    const language = this.language.current;
    const { ticket } = this;
    if (!ticket) return nothing;
    if (this.inHand !== null) {
      const params = { number: this.inHand };
      return html`<form tabindex="-1" @submit=${stay} @keydown=${this.pressed}>
        <p role="status">${refusalDetail("counter-busy", language, { audience: "staff", params, now: "" })}</p>
        ${this.wayBack()}
      </form>`;
    }
    return html`
      <form
        tabindex="-1"
        @submit=${this.submitted}
        @keydown=${this.pressed}
        aria-label=${say(panelWords.callThis, language, { number: ticket.number })}
      >
        <p>${say(formWords.whyOutOfOrder, language)}</p>
        <div class="choices">
          ${callReasons.map(
            (words) =>
              html`<button
                class="choice"
                type="button"
                aria-disabled=${this.off ? "true" : "false"}
                @click=${() => this.call(keptReason(words))}
              >
                ${say(words, language)}
              </button>`,
          )}
        </div>
        <div class="typed">
          <div class="field">
            <input
              name="reason"
              maxlength="200"
              aria-label=${say(formWords.otherReason, language)}
              placeholder=${say(formWords.otherReason, language)}
            />
          </div>
          <button class="button" aria-disabled=${this.off ? "true" : "false"}>${say(panelWords.call, language)}</button>
          ${this.wayBack()}
        </div>
      </form>
    `;
  }

  /** The form takes the focus and not its first reason, so that a press of the space bar calls nobody out of order. */
  override firstUpdated(): void {
    this.renderRoot.querySelector("form")?.focus();
  }

  private submitted(event: Event): void {
    event.preventDefault();
    this.call(this.renderRoot.querySelector("input")?.value.trim() ?? "");
  }

  private call(reason: string): void {
    if (this.off || !this.ticket || reason === "") return;
    this.dispatchEvent(new CommandEvent({ type: "call", ticket: this.ticket.id, reason }));
  }

  private wayBack() {
    return html`<button class="button quiet" type="button" @click=${this.close}>
      ${say(panelWords.goBack, this.language.current)}<span class="key" aria-hidden="true">Esc</span>
    </button>`;
  }

  private pressed(event: KeyboardEvent): void {
    if (event.key !== "Escape") return;
    event.preventDefault();
    this.close();
  }

  private close(): void {
    this.dispatchEvent(new CallByNumberClosedEvent());
  }
}

function stay(event: Event): void {
  event.preventDefault();
}

declare global {
  interface HTMLElementTagNameMap {
    "ld-call-by-number": CallByNumber;
  }
}
