/**
 * `<ld-menu label="…">`: a button that opens a short list of buttons under itself. Escape, a choice or leaving closes it.
 * @slot - the buttons.
 */
import { css, html, LitElement } from "lit";
import { customElement, property } from "lit/decorators.js";
import { base } from "../../shared/ui/styles.ts";

@customElement("ld-menu")
export class Menu extends LitElement {
  static override styles = [
    base,
    css`
      :host {
        position: relative;
      }
      .toggle {
        min-height: calc(2.75 * var(--ld-unit));
        padding: 0 var(--ld-space-3);
        border: var(--ld-rule) solid var(--ld-on-structure-soft);
        border-radius: var(--ld-radius);
        background: transparent;
        color: var(--ld-on-structure);
        font-size: var(--ld-text-m);
        font-weight: var(--ld-bold);
        white-space: nowrap;
        cursor: pointer;
      }
      .toggle:hover,
      .toggle[aria-expanded="true"] {
        background: var(--ld-structure-press);
      }
      .toggle:focus-visible {
        outline-color: var(--ld-on-structure);
      }
      .sign {
        margin-left: 0.35em;
      }
      .items {
        position: absolute;
        z-index: 2;
        top: calc(100% + var(--ld-space-1));
        left: 0;
        min-width: 100%;
        border: var(--ld-rule) solid var(--ld-structure);
        background: var(--ld-sheet);
        color: var(--ld-ink);
      }
      :host([from-right]) .items {
        left: auto;
        right: 0;
      }
      ::slotted(button) {
        display: block;
        width: 100%;
        min-height: calc(2.75 * var(--ld-unit));
        padding: var(--ld-space-2) var(--ld-space-4);
        border: 0;
        border-bottom: var(--ld-hair) solid var(--ld-line);
        background: transparent;
        color: var(--ld-ink);
        font: inherit;
        font-size: var(--ld-text-m);
        text-align: left;
        white-space: nowrap;
        cursor: pointer;
      }
      ::slotted(button:hover),
      ::slotted(button:focus-visible) {
        background: var(--ld-well);
      }
      ::slotted(button:focus-visible) {
        outline: 3px solid var(--ld-focus);
        outline-offset: -3px;
      }
    `,
  ];

  @property() label = "";
  /** Opens to the left, at the right edge of the page. */
  @property({ type: Boolean, reflect: true, attribute: "from-right" }) fromRight = false;
  /** Whether the list is shown. */
  @property({ type: Boolean, reflect: true, attribute: "open" }) isOpen = false;

  override connectedCallback(): void {
    super.connectedCallback();
    this.addEventListener("keydown", this.pressed);
    this.addEventListener("focusout", this.left);
    this.addEventListener("click", this.clicked);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.removeEventListener("keydown", this.pressed);
    this.removeEventListener("focusout", this.left);
    this.removeEventListener("click", this.clicked);
  }

  override render() {
    return html`
      <button
        class="toggle"
        type="button"
        aria-expanded=${this.isOpen ? "true" : "false"}
        aria-controls="items"
        @click=${() => (this.isOpen = !this.isOpen)}
      >
        ${this.label}<span class="sign" aria-hidden="true">▾</span>
      </button>
      <div id="items" class="items" ?hidden=${!this.isOpen}><slot></slot></div>
    `;
  }

  private readonly pressed = (event: KeyboardEvent): void => {
    if (event.key !== "Escape" || !this.isOpen) return;
    // Told here, so that the same key closes nothing behind the menu.
    event.preventDefault();
    this.isOpen = false;
    this.renderRoot.querySelector("button")?.focus();
  };

  /** Something was chosen; clicks on the menu's own button come as clicks on the menu. */
  private readonly clicked = (event: Event): void => {
    if (event.target !== this) this.isOpen = false;
  };

  private readonly left = (event: FocusEvent): void => {
    const to = event.relatedTarget;
    if (!(to instanceof Node) || !this.contains(to)) this.isOpen = this.isOpen && to === null && this.matches(":hover");
  };
}

declare global {
  interface HTMLElementTagNameMap {
    "ld-menu": Menu;
  }
}
