/** `<ld-stepper label="…">`: a whole number from 1 to 99, by buttons or typed. @fires SteppedEvent */
import { css, html, LitElement } from "lit";
import { customElement, property } from "lit/decorators.js";
import { panelWords } from "../../shared/text/panel.ts";
import { say } from "../../shared/text/text.ts";
import { LanguageController } from "../../shared/ui/language.ts";
import { base } from "../../shared/ui/styles.ts";

export class SteppedEvent extends Event {
  static readonly type = "stepped";
  constructor(readonly value: number) {
    super(SteppedEvent.type, { bubbles: true, composed: true });
  }
}

/** No visit brings more. */
const mostEver = 99;

@customElement("ld-stepper")
export class Stepper extends LitElement {
  static override styles = [
    base,
    css`
      .stepper {
        display: flex;
      }
      button,
      input {
        height: calc(2.75 * var(--ld-unit));
        border: var(--ld-rule) solid var(--ld-line-strong);
        background: var(--ld-sheet);
        font-size: var(--ld-text-m);
        font-weight: var(--ld-bold);
        text-align: center;
      }
      button {
        width: calc(2.75 * var(--ld-unit));
        cursor: pointer;
      }
      button:hover {
        background: var(--ld-well);
      }
      input {
        width: calc(3 * var(--ld-unit));
        margin: 0 calc(-1 * var(--ld-rule));
        -moz-appearance: textfield;
        appearance: textfield;
      }
      input::-webkit-inner-spin-button {
        display: none;
      }
      input:focus-visible,
      button:focus-visible {
        position: relative;
        z-index: 1;
      }
    `,
  ];

  @property() label = "";
  @property({ type: Number }) value = 1;
  @property({ type: Number }) most = mostEver;

  private readonly language = new LanguageController(this);

  override render() {
    const language = this.language.current;
    return html`
      <div class="stepper">
        <button
          type="button"
          aria-label="${this.label}: ${say(panelWords.less, language)}"
          @click=${() => this.become(this.value - 1)}
        >
          −
        </button>
        <input
          type="number"
          min="1"
          max=${this.most}
          aria-label=${this.label}
          .value=${String(this.value)}
          @change=${(event: Event) => event.target instanceof HTMLInputElement && this.become(event.target.valueAsNumber, event.target)}
        />
        <button
          type="button"
          aria-label="${this.label}: ${say(panelWords.more, language)}"
          @click=${() => this.become(this.value + 1)}
        >
          +
        </button>
      </div>
    `;
  }

  private become(value: number, typed?: HTMLInputElement): void {
    const isFit = Number.isInteger(value) && value >= 1 && value <= this.most;
    if (isFit) this.dispatchEvent(new SteppedEvent(value));
    else if (typed) typed.value = String(this.value);
  }
}

declare global {
  interface HTMLElementTagNameMap {
    "ld-stepper": Stepper;
  }
}
