/**
 * `<ld-emergency-button>`: opens the form that raises an emergency; it raises none itself. Stands in a page's header.
 * @fires EmergencyWantedEvent
 */
import { css, html, LitElement } from "lit";
import { customElement } from "lit/decorators.js";
import { emergencyWords } from "../text/emergency.ts";
import { say } from "../text/text.ts";
import { LanguageController } from "./language.ts";
import { base } from "./styles.ts";

class EmergencyWantedEvent extends Event {
  static readonly type = "emergency-wanted";

  constructor() {
    super(EmergencyWantedEvent.type, { bubbles: true, composed: true });
  }
}

@customElement("ld-emergency-button")
export class EmergencyButton extends LitElement {
  static override styles = [
    base,
    css`
      button {
        min-height: calc(2.75 * var(--ld-unit));
        padding: 0 var(--ld-space-3);
        border: var(--ld-rule) solid var(--ld-signal);
        border-radius: var(--ld-radius-s);
        background: none;
        color: var(--ld-on-structure);
        font: inherit;
        font-weight: var(--ld-bold);
        white-space: nowrap;
        cursor: pointer;
      }
      button:hover {
        background: var(--ld-structure-press);
      }
      span {
        margin-right: 0.4em;
        color: var(--ld-signal);
      }
    `,
  ];

  private readonly language = new LanguageController(this);

  override render() {
    return html`<button
      type="button"
      @keydown=${heldKey}
      @click=${() => this.dispatchEvent(new EmergencyWantedEvent())}
    >
      <span aria-hidden="true">▲</span>${say(emergencyWords.raise, this.language.current)}
    </button>`;
  }
}

function heldKey(event: KeyboardEvent): void {
  if (event.repeat && event.key === "Enter") event.preventDefault();
}

declare global {
  interface HTMLElementTagNameMap {
    "ld-emergency-button": EmergencyButton;
  }
}
