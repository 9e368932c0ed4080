/** `<ld-check-in>`: a number pad for what a scanner cannot read: the booking's number, or the phone it was booked with. */
import { css, html, LitElement, type PropertyValues } from "lit";
import { customElement, property, state } from "lit/decorators.js";
import { stationWords } from "../../shared/text/station.ts";
import { say } from "../../shared/text/text.ts";
import { LanguageController } from "../../shared/ui/language.ts";
import { claused } from "../../shared/ui/phrased.ts";
import { base } from "../../shared/ui/styles.ts";
import { DoneEvent, NumberTypedEvent } from "../events.ts";
import { press } from "../press.ts";
import { actions } from "../station-styles.ts";
import { referenceLength, shownNumber } from "../typed-number.ts";

/** Phones have as many digits as a reference or more; few have more than fifteen. */
const fewest = referenceLength;
const most = 15;
const keys = ["1", "2", "3", "4", "5", "6", "7", "8", "9"] as const;

@customElement("ld-check-in")
export class CheckInView extends LitElement {
  static override styles = [
    base,
    actions,
    css`
      :host {
        display: grid;
        grid-template-rows: auto auto minmax(0, 1fr) auto;
        gap: var(--st-gap);
        min-height: 0;
      }
      .typed {
        min-height: 1.6em;
        padding: calc(2 * var(--ld-mm)) calc(6 * var(--ld-mm));
        border: calc(0.75 * var(--ld-mm)) solid var(--ld-line-strong);
        background: var(--ld-sheet);
        font-size: calc(16 * var(--ld-mm));
        font-weight: var(--ld-bold);
        font-variant-numeric: tabular-nums;
        letter-spacing: 0.04em;
        line-height: 1.3;
      }
      .typed.nothing {
        color: var(--ld-ink-soft);
        font-weight: inherit;
        letter-spacing: 0;
      }
      .more {
        font-size: var(--st-text);
        line-height: 1.35;
      }
      .pad {
        display: grid;
        grid-template-columns: repeat(3, minmax(0, 1fr));
        grid-template-rows: repeat(4, minmax(0, 1fr));
        gap: calc(4 * var(--ld-mm));
        min-height: 0;
      }
      .pad .action {
        min-height: 0;
        background: var(--ld-sheet);
        font-size: calc(16 * var(--ld-mm));
      }
      .pad .word {
        font-size: calc(10 * var(--ld-mm));
      }
      .pad .main:not([disabled]) {
        background: var(--ld-structure);
      }
      .pad .action[disabled] {
        background: transparent;
        visibility: visible;
      }
      @media (orientation: landscape) {
        :host {
          grid-template-columns: minmax(0, 2fr) minmax(0, 3fr);
          grid-template-rows: auto minmax(0, 1fr) auto;
        }
        .pad {
          grid-column: 2;
          grid-row: 1 / 4;
        }
        .typed {
          font-size: calc(12 * var(--ld-mm));
        }
      }
    `,
  ];

  /** What was typed before and did not lead to a booking: to be looked at again. */
  @property() given = "";
  /** Whether nobody may be there any longer; what was typed is then no one else's to see. */
  @property({ type: Boolean }) left = false;

  @state() private digits = "";
  private readonly language = new LanguageController(this);

  override willUpdate(changed: PropertyValues<this>): void {
    if (changed.has("given")) this.digits = this.given;
    if (this.left) this.digits = "";
  }

  override render() {
    const language = this.language.current;
    const key = (digit: string) =>
      html`<button class="action" type="button" data-key=${digit} ${press(() => this.add(digit), "at-once")}>
        ${digit}
      </button>`;
    return html`
      <p class="typed ${this.digits === "" ? "nothing" : ""}" role="status">
        ${this.digits === "" ? say(stationWords.typedNothing, language) : shownNumber(this.digits)}
      </p>
      <p class="more">${claused(say(stationWords.checkInPhone, language), language)}</p>
      <div class="pad">
        ${keys.map(key)}
        <button class="action word" type="button" data-key="erase" ${press(() => this.erase(), "at-once")}>
          ${say(stationWords.erase, language)}
        </button>
        ${key("0")}
        <button
          class="action word main"
          type="button"
          data-key="go"
          ?disabled=${this.digits.length < fewest}
          ${press(() => this.dispatchEvent(new NumberTypedEvent(this.digits)))}
        >
          ${say(stationWords.checkInGo, language)}
        </button>
      </div>
      <button class="action back" type="button" data-place="back" ${press(() => this.dispatchEvent(new DoneEvent()))}>
        ${say(stationWords.back, language)}
      </button>
    `;
  }

  private add(digit: string): void {
    if (this.digits.length < most) this.digits += digit;
  }

  private erase(): void {
    this.digits = this.digits.slice(0, -1);
  }
}

declare global {
  interface HTMLElementTagNameMap {
    "ld-check-in": CheckInView;
  }
}
