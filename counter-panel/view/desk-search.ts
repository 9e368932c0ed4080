/**
 * `<ld-desk-search>`: a number typed, or whatever a scanner reads: a slip's code, a booking's, an ID card. A scanner types
 * like a keyboard and ends with Enter, wherever the focus is.
 * @fires FindEvent, BookingEvent
 */
import { css, html, LitElement, nothing } from "lit";
import { customElement, property } from "lit/decorators.js";
import { deskWords } from "../../shared/text/guide-desk.ts";
import { overviewWords } from "../../shared/text/hall-overview.ts";
import { say } from "../../shared/text/text.ts";
import { LanguageController } from "../../shared/ui/language.ts";
import { bookingAddressIn, bookingIn, isCode, ScanReader } from "../../shared/ui/scan-reader.ts";
import { base, buttons, fields, notes } from "../../shared/ui/styles.ts";
import type { DeskTrouble } from "../data/desk.ts";
import { BookingEvent } from "./booking-events.ts";
import { FindEvent } from "./desk-events.ts";
import { troubleText } from "./trouble-text.ts";

@customElement("ld-desk-search")
export class DeskSearch extends LitElement {
  static override styles = [
    base,
    buttons,
    fields,
    notes,
    css`
      form {
        display: flex;
        align-items: flex-end;
        gap: var(--ld-space-3);
        margin-bottom: var(--ld-space-4);
      }
      .field {
        flex: 1;
      }
      .note {
        margin-bottom: var(--ld-space-4);
      }
    `,
  ];

  @property({ attribute: false }) trouble: DeskTrouble | null = null;
  /** A number that was looked for and is not today's. */
  @property({ attribute: false }) missing: string | null = null;
  /** Whether the hall takes bookings. */
  @property({ type: Boolean }) books = false;
  @property({ type: Boolean }) off = false;

  private readonly language = new LanguageController(this);
  private readonly reader = new ScanReader((code) => void this.codes.push(code));
  /** Codes that have just been read. */
  private readonly codes: string[] = [];

  override connectedCallback(): void {
    super.connectedCallback();
    window.addEventListener("keydown", this.keyed, { capture: true });
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    window.removeEventListener("keydown", this.keyed, { capture: true });
  }

  override render() {
    const language = this.language.current;
    return html`
      <form @submit=${this.submitted}>
        <label class="field">
          <span>${say(deskWords.findByNumber, language)}</span>
          <input
            name="number"
            required
            maxlength="300"
            autocomplete="off"
            spellcheck="false"
            placeholder=${say(overviewWords.searchAny, language)}
          />
        </label>
        <button class="button" aria-disabled=${this.off ? "true" : "false"}>${say(deskWords.find, language)}</button>
      </form>
      <div role="status">${this.found()}</div>
    `;
  }

  private found() {
    const language = this.language.current;
    if (this.trouble?.of === "find" || this.trouble?.of === "help") {
      return html`<p class="note trouble">
        <span class="sign" aria-hidden="true">!</span>${troubleText(this.trouble, language)}
      </p>`;
    }
    if (this.missing === null) return nothing;
    return html`<p class="note">
      <span class="sign" aria-hidden="true">?</span>${say(deskWords.noSuchNumber, language, { number: this.missing })}
    </p>`;
  }

  private submitted(event: Event): void {
    event.preventDefault();
    const input = this.renderRoot.querySelector("input");
    if (!input) return;
    this.ask(input.value);
    input.select();
  }

  private ask(text: string): void {
    if (this.off) return;
    const plain = text.normalize("NFKC").trim();
    const isBooking = this.books && (bookingAddressIn(plain) !== null || bookingIn(plain) !== null);
    this.dispatchEvent(isBooking ? new BookingEvent({ wish: "find", text: plain }) : new FindEvent(plain));
  }

  /** What was read is looked up, and neither presses the button nor stays in the field that had the focus. */
  private readonly keyed = (event: KeyboardEvent): void => {
    if (event.ctrlKey || event.altKey || event.metaKey || event.isComposing) return;
    this.reader.key(event.key, event.timeStamp);
    const [code] = this.codes.splice(0);
    if (code === undefined) return;
    const [target] = event.composedPath();
    if (target instanceof HTMLInputElement && !isCode(code)) return;
    event.preventDefault();
    event.stopPropagation();
    if (!isCode(code)) return;
    if (target instanceof HTMLInputElement && target.value.endsWith(code))
      target.value = target.value.slice(0, -code.length);
    this.ask(code);
  };
}

declare global {
  interface HTMLElementTagNameMap {
    "ld-desk-search": DeskSearch;
  }
}
