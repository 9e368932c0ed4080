/** `<ld-booking-form>`: a booking for somebody at the desk or on the hotline. @fires BookingEvent */
import { css, html, LitElement, nothing } from "lit";
import { customElement, property, state } from "lit/decorators.js";
import { deskBookingWords } from "../../shared/text/desk-bookings.ts";
import { pick, say } from "../../shared/text/text.ts";
import { dateOf, dayOf, timeOfDay, weekdayOf } from "../../shared/text/times.ts";
import { LanguageController } from "../../shared/ui/language.ts";
import { base, buttons, fields, notes } from "../../shared/ui/styles.ts";
import type { HallNow } from "../../shared/wire/hall.ts";
import type { BookingDesk } from "../data/booking-desk.ts";
import { BookingEvent } from "./booking-events.ts";
import { busyMarks } from "./panel-styles.ts";
import { troubleText } from "./trouble-text.ts";

@customElement("ld-booking-form")
export class BookingForm extends LitElement {
  static override styles = [
    base,
    buttons,
    fields,
    notes,
    busyMarks,
    css`
      h2 {
        margin: var(--ld-space-5) 0 var(--ld-space-3);
        padding-bottom: var(--ld-space-1);
        border-bottom: var(--ld-rule) solid var(--ld-ink);
        font-size: var(--ld-text-l);
      }
      .parts {
        display: grid;
        grid-template-columns: repeat(3, minmax(0, 1fr));
        gap: var(--ld-space-3) var(--ld-space-4);
        margin-bottom: var(--ld-space-4);
      }
      .ends {
        display: flex;
        align-items: center;
        gap: var(--ld-space-4);
      }
      .ends .button,
      .hotline {
        flex: none;
      }
      .hotline input {
        width: 1.3em;
        height: 1.3em;
        vertical-align: middle;
      }
    `,
  ];

  @property({ attribute: false }) hall: HallNow | null = null;
  @property({ attribute: false }) slots: BookingDesk["slots"] = null;
  @property({ attribute: false }) made: BookingDesk["made"] = null;
  @property({ attribute: false }) trouble: BookingDesk["trouble"] = null;
  @property({ type: Boolean }) busy = false;
  @property({ type: Boolean }) off = false;
  @state() private service = "";
  @state() private start = "";

  private readonly language = new LanguageController(this);

  override render() {
    const language = this.language.current;
    return html`
      <form @submit=${this.submitted}>
        <h2>${say(deskBookingWords.make, language)}</h2>
        <div class="parts">
          ${this.serviceChoice()} ${this.dayChoice()} ${this.timeChoice()}
          ${this.text("name", say(deskBookingWords.name, language), true)}
          ${this.text("phone", say(deskBookingWords.phone, language), true)}
          ${this.text("idNumber", say(deskBookingWords.idNumber, language), false)}
        </div>
        <div class="ends">
          <button
            class="button primary"
            aria-disabled=${this.off || this.start === "" ? "true" : "false"}
            aria-busy=${this.busy ? "true" : "false"}
          >
            ${say(deskBookingWords.makeNow, language)}
          </button>
          <label class="hotline"
            ><input type="checkbox" name="hotline" /> ${say(deskBookingWords.byPhone, language)}</label
          >
          <div role="alert">${this.outcome()}</div>
        </div>
      </form>
    `;
  }

  /** It was booked: the next one begins anew. */
  reset(): void {
    this.renderRoot.querySelector("form")?.reset();
    this.service = this.start = "";
  }

  private serviceChoice() {
    const language = this.language.current;
    const services = this.hall?.services.filter(({ bookable }) => bookable === true) ?? [];
    return html`<label class="field"
      ><span>${say(deskBookingWords.service, language)}</span>
      <select
        name="service"
        @change=${(event: Event) => {
          this.service = valueOf(event);
          this.start = "";
          if (this.service !== "") this.ask(null);
        }}
      >
        <option value="">${say(deskBookingWords.choose, language)}</option>
        ${services.map(({ id, name }) => html`<option value=${id}>${pick(name, language)}</option>`)}
      </select></label
    >`;
  }

  private dayChoice() {
    const language = this.language.current;
    const days = this.service === "" ? [] : (this.slots?.days ?? []);
    return html`<label class="field"
      ><span>${say(deskBookingWords.day, language)}</span>
      <select
        name="day"
        @change=${(event: Event) => {
          this.start = "";
          this.ask(valueOf(event));
        }}
      >
        ${days.map(({ date, free }) => {
          const what = `${dayOf(date, language)} ${weekdayOf(`${date}T00:00Z`, language)}`;
          return html`<option value=${date} ?selected=${date === this.slots?.date} ?disabled=${free === 0}>
            ${say(deskBookingWords.option, language, { what, free })}
          </option>`;
        })}
      </select></label
    >`;
  }

  private timeChoice() {
    const language = this.language.current;
    const slots = this.service === "" ? [] : (this.slots?.items ?? []);
    return html`<label class="field"
      ><span>${say(deskBookingWords.time, language)}</span>
      <select name="start" .value=${this.start} @change=${(event: Event) => (this.start = valueOf(event))}>
        <option value="">${say(deskBookingWords.choose, language)}</option>
        ${slots.map(
          ({ start, free }) =>
            html`<option value=${start} ?disabled=${free === 0}>
              ${say(deskBookingWords.option, language, { what: timeOfDay(start), free })}
            </option>`,
        )}
      </select></label
    >`;
  }

  private text(name: string, label: string, required: boolean) {
    return html`<label class="field"
      ><span>${label}</span
      ><input name=${name} maxlength="40" autocomplete="off" spellcheck="false" ?required=${required} />
    </label>`;
  }

  private outcome() {
    const language = this.language.current;
    if (this.trouble?.of === "make")
      return html`<p class="note trouble">
        <span class="sign" aria-hidden="true">!</span>${troubleText(this.trouble, language)}
      </p>`;
    if (!this.made) return nothing;
    const { start, reference } = this.made;
    const when = `${dateOf(start, language)} ${timeOfDay(start)}`;
    const number = `${reference.slice(0, 4)} ${reference.slice(4)}`;
    return html`<p class="note">
      <span class="sign" aria-hidden="true">✓</span>${say(deskBookingWords.made, language, { when, reference: number })}
    </p>`;
  }

  private ask(date: string | null): void {
    this.dispatchEvent(new BookingEvent({ wish: "slots", service: this.service, date }));
  }

  private submitted(event: Event): void {
    event.preventDefault();
    const { service, start } = this;
    if (this.off || this.busy || service === "" || start === "") return;
    const said = (name: string): string =>
      this.renderRoot.querySelector<HTMLInputElement>(`input[name=${name}]`)?.value.trim() ?? "";
    const idNumber = said("idNumber");
    const person = { name: said("name"), phone: said("phone"), ...(idNumber !== "" && { idNumber }) };
    const isHotline = this.renderRoot.querySelector<HTMLInputElement>("input[name=hotline]")?.checked === true;
    const booking = { service, start, person, channel: isHotline ? "phone" : "desk" } as const;
    this.dispatchEvent(new BookingEvent({ wish: "book", booking }));
  }
}

/** What was chosen. */
function valueOf({ target }: Event): string {
  return target instanceof HTMLSelectElement ? target.value : "";
}

declare global {
  interface HTMLElementTagNameMap {
    "ld-booking-form": BookingForm;
  }
}
