/**
 * `<ld-dialog heading="…" open>`: a modal question for desks. Focus goes in, stays in and comes back; Escape closes it.
 * Never on a station or a lobby screen.
 * @slot - what it says or asks.
 * @slot actions - its buttons, the safe one first.
 * @fires DialogClosedEvent when it was closed by Escape or its cross; set `open` to false then.
 */
import { css, html, LitElement, type PropertyValues } from "lit";
import { customElement, property } from "lit/decorators.js";
import { commonWords } from "../text/common.ts";
import { say } from "../text/text.ts";
import { LanguageController } from "./language.ts";
import { base, buttons } from "./styles.ts";

export class DialogClosedEvent extends Event {
  static readonly type = "dialog-closed";

  constructor() {
    super(DialogClosedEvent.type, { bubbles: true, composed: true });
  }
}

@customElement("ld-dialog")
export class ModalDialog extends LitElement {
  static override styles = [
    base,
    buttons,
    css`
      :host {
        display: contents;
      }
      dialog {
        width: min(36rem, calc(100vw - 2 * var(--ld-space-5)));
        max-height: calc(100vh - 2 * var(--ld-space-5));
        padding: 0;
        overflow: auto;
        border: 0;
        border-top: var(--ld-bar) solid var(--ld-structure);
        border-radius: var(--ld-radius-s);
        background: var(--ld-sheet);
        color: var(--ld-ink);
        box-shadow: 0 0.5rem 2.5rem rgba(6, 24, 28, 0.35);
      }
      dialog::backdrop {
        background: rgba(6, 24, 28, 0.55);
      }
      header {
        display: flex;
        align-items: center;
        padding: var(--ld-space-4) var(--ld-space-3) 0 var(--ld-space-5);
      }
      h2 {
        flex: 1;
        font-size: var(--ld-text-l);
        line-height: var(--ld-leading-tight);
      }
      .cross {
        width: 2.75rem;
        padding: 0;
        font-size: var(--ld-text-l);
      }
      .body {
        padding: var(--ld-space-3) var(--ld-space-5) var(--ld-space-5);
      }
      footer {
        display: flex;
        justify-content: flex-end;
        gap: var(--ld-space-3);
        padding: 0 var(--ld-space-5) var(--ld-space-5);
      }
    `,
  ];

  @property() heading = "";
  @property({ type: Boolean, reflect: true }) open = false;

  private readonly language = new LanguageController(this);

  private get native(): HTMLDialogElement | null {
    return this.renderRoot.querySelector("dialog");
  }

  override render() {
    return html`
      <dialog aria-labelledby="heading" @cancel=${this.cancelled} @close=${this.closed}>
        <header>
          <h2 id="heading">${this.heading}</h2>
          <button
            class="button quiet cross"
            type="button"
            aria-label=${say(commonWords.close, this.language.current)}
            @click=${this.closed}
          >
            ✕
          </button>
        </header>
        <div class="body"><slot></slot></div>
        <footer><slot name="actions"></slot></footer>
      </dialog>
    `;
  }

  override updated(changed: PropertyValues<this>): void {
    const native = this.native;
    if (!changed.has("open") || !native) return;
    if (this.open && !native.open) native.showModal();
    if (!this.open && native.open) native.close();
  }

  /** Escape asks; the owner answers by setting `open`. */
  private cancelled(event: Event): void {
    event.preventDefault();
    this.closed();
  }

  private closed(): void {
    if (this.open) this.dispatchEvent(new DialogClosedEvent());
  }
}

declare global {
  interface HTMLElementTagNameMap {
    "ld-dialog": ModalDialog;
  }
}
