/**
 * `<ld-booking-change>`: another time for somebody's booking, one press on it, or giving it up after asking.
 * @fires BookingEvent, BookingClosedEvent
 */
import { css, html, LitElement, nothing } from "lit";
import { customElement, property } from "lit/decorators.js";
import { deskBookingWords } from "../../shared/text/desk-bookings.ts";
import { panelWords } from "../../shared/text/panel.ts";
import { say } from "../../shared/text/text.ts";
import { dayOf, timeOfDay, weekdayOf } from "../../shared/text/times.ts";
import { LanguageController } from "../../shared/ui/language.ts";
import { base, buttons, fields } from "../../shared/ui/styles.ts";
import type { BookingOfPerson } from "../../shared/wire/booking.ts";
import type { BookingDesk } from "../data/booking-desk.ts";
import { BookingEvent } from "./booking-events.ts";
import { choices } from "./panel-styles.ts";

/** What is asked about a booking. */
export type Change = "move" | "cancel";

class BookingClosedEvent extends Event {
  static readonly type = "booking-closed";
  constructor() {
    super(BookingClosedEvent.type, { bubbles: true, composed: true });
  }
}

@customElement("ld-booking-change")
export class BookingChange extends LitElement {
  static override styles = [
    base,
    buttons,
    fields,
    choices,
    css`
      .ask {
        padding: var(--ld-space-3) var(--ld-space-4);
        border-left: var(--ld-bar) solid var(--ld-structure);
        background: var(--ld-well);
      }
      .line {
        display: flex;
        align-items: flex-end;
        gap: var(--ld-space-4);
        margin-bottom: var(--ld-space-3);
      }
      .line p {
        flex: 1;
        font-weight: var(--ld-bold);
      }
      .line .button {
        flex: none;
      }
    `,
  ];

  @property({ attribute: false }) booking: BookingOfPerson | null = null;
  @property() change: Change = "move";
  @property({ attribute: false }) slots: BookingDesk["moveSlots"] = null;
  @property({ type: Boolean }) off = false;

  private readonly language = new LanguageController(this);

  override render() {
    const { booking } = this;
    if (!booking) return nothing;
    return html`<div class="ask" role="group" tabindex="-1" aria-labelledby="asked">
      ${this.change === "move" ? this.times(booking) : this.sure(booking)}
    </div>`;
  }

  override firstUpdated(): void {
    this.renderRoot.querySelector<HTMLElement>(".ask")?.focus();
  }

  private times(booking: BookingOfPerson) {
    const language = this.language.current;
    const free = this.slots?.items.filter((slot) => slot.free > 0 && slot.start !== booking.start) ?? [];
    return html`
      <div class="line">
        <p id="asked">${say(deskBookingWords.moveTo, language)}</p>
        ${this.days(booking)} ${this.goBack()}
      </div>
      <div class="choices">
        ${free.map(
          ({ start, free: places }) =>
            html`<button
              class="choice"
              type="button"
              data-start=${start}
              aria-disabled=${this.off ? "true" : "false"}
              @click=${() => this.ask({ wish: "move", booking: booking.id, start })}
            >
              ${say(deskBookingWords.option, language, { what: timeOfDay(start), free: places })}
            </button>`,
        )}
      </div>
      ${this.slots && free.length === 0 ? html`<p role="status">${say(deskBookingWords.noneFree, language)}</p>` : nothing}
    `;
  }

  private days({ service }: BookingOfPerson) {
    const language = this.language.current;
    return html`<label class="field"
      ><span>${say(deskBookingWords.day, language)}</span>
      <select
        name="move-day"
        @change=${({ target }: Event) =>
          this.ask({ wish: "move-slots", service, date: target instanceof HTMLSelectElement ? target.value : null })}
      >
        ${this.slots?.days.map(
          ({ date, free }) =>
            html`<option value=${date} ?selected=${date === this.slots?.date} ?disabled=${free === 0}>
              ${say(deskBookingWords.option, language, {
                what: `${dayOf(date, language)} ${weekdayOf(`${date}T00:00Z`, language)}`,
                free,
              })}
            </option>`,
        )}
      </select></label
    >`;
  }

  private sure(booking: BookingOfPerson) {
    const language = this.language.current;
    return html`<div class="line">
      <p id="asked">${say(deskBookingWords.cancelSure, language, { time: timeOfDay(booking.start) })}</p>
      ${this.goBack()}
      <button
        class="button trouble"
        type="button"
        aria-disabled=${this.off ? "true" : "false"}
        @click=${() => this.ask({ wish: "cancel", booking: booking.id })}
      >
        ${say(deskBookingWords.cancelNow, language)}
      </button>
    </div>`;
  }

  private goBack() {
    return html`<button class="button" type="button" @click=${() => this.dispatchEvent(new BookingClosedEvent())}>
      ${say(panelWords.goBack, this.language.current)}
    </button>`;
  }

  private ask(asked: BookingEvent["asked"]): void {
    if (!this.off) this.dispatchEvent(new BookingEvent(asked));
  }
}

declare global {
  interface HTMLElementTagNameMap {
    "ld-booking-change": BookingChange;
  }
}
