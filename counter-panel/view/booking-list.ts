/** `<ld-booking-list>`: bookings looked for, each to be checked in. @fires BookingEvent */
import { css, html, LitElement, nothing, type PropertyValues } from "lit";
import { customElement, property, state } from "lit/decorators.js";
import { deskBookingWords, staffBookingStates } from "../../shared/text/desk-bookings.ts";
import { pick, say } from "../../shared/text/text.ts";
import { dateOf, dayOf, timeOfDay } from "../../shared/text/times.ts";
import { LanguageController } from "../../shared/ui/language.ts";
import { base, buttons, fields, notes } from "../../shared/ui/styles.ts";
import type { BookingOfPerson } from "../../shared/wire/booking.ts";
import type { HallNow } from "../../shared/wire/hall.ts";
import type { BookingDesk } from "../data/booking-desk.ts";
import "./booking-change.ts";
import type { Change } from "./booking-change.ts";
import { BookingEvent } from "./booking-events.ts";
import { troubleText } from "./trouble-text.ts";

@customElement("ld-booking-list")
export class BookingList extends LitElement {
  static override styles = [
    base,
    buttons,
    fields,
    notes,
    css`
      h2 {
        margin: var(--ld-space-5) 0 var(--ld-space-1);
        padding-bottom: var(--ld-space-1);
        border-bottom: var(--ld-rule) solid var(--ld-ink);
        font-size: var(--ld-text-l);
      }
      .search {
        display: flex;
        align-items: flex-end;
        gap: var(--ld-space-3);
      }
      .search .field {
        flex: 1;
      }
      /* Hundreds come on a busy day; making one stays within reach. */
      ul {
        max-height: calc(22 * var(--ld-unit));
        overflow-y: auto;
      }
      li {
        border-bottom: var(--ld-hair) solid var(--ld-line);
      }
      .line {
        display: flex;
        align-items: center;
        gap: var(--ld-space-4);
        min-height: calc(3.25 * var(--ld-unit));
      }
      .when {
        flex: none;
        min-width: 6.5em;
        font-weight: var(--ld-bold);
        font-variant-numeric: tabular-nums;
      }
      .who {
        flex: 1;
        min-width: 0;
      }
      .who small {
        display: block;
        font-size: var(--ld-text-s);
        color: var(--ld-ink-soft);
      }
      .state {
        flex: none;
      }
      li .button {
        flex: none;
      }
    `,
  ];

  @property({ attribute: false }) hall: HallNow | null = null;
  @property({ attribute: false }) items: BookingDesk["items"] = null;
  @property({ attribute: false }) moveSlots: BookingDesk["moveSlots"] = null;
  @property() wanted = "";
  @property({ attribute: false }) trouble: BookingDesk["trouble"] = null;
  @property({ type: Boolean }) off = false;

  /** The booking that is to be changed, and how. */
  @state() private opened: { readonly id: string; readonly change: Change } | null = null;

  private readonly language = new LanguageController(this);

  /** What was changed, or is not there any more, is not asked about any longer. */
  override willUpdate(changed: PropertyValues<this>): void {
    if (!changed.has("items") || !this.opened) return;
    const { id } = this.opened;
    const before = changed.get("items")?.find((item) => item.id === id);
    const now = this.items?.find((item) => item.id === id);
    if (!now || now.state !== "booked" || now.start !== before?.start) this.opened = null;
  }

  override render() {
    const language = this.language.current;
    const { items } = this;
    return html`
      <form class="search" @submit=${this.submitted}>
        <label class="field">
          <span>${say(deskBookingWords.lookFor, language)}</span>
          <input name="booking" maxlength="60" autocomplete="off" spellcheck="false" />
        </label>
        <button class="button" aria-disabled=${this.off ? "true" : "false"}>
          ${say(deskBookingWords.lookNow, language)}
        </button>
      </form>
      <div role="alert">
        ${
          this.trouble?.of === "list"
            ? html`<p class="note trouble">
                <span class="sign" aria-hidden="true">!</span>${troubleText(this.trouble, language)}
              </p>`
            : nothing
        }
      </div>
      <h2>${say(this.wanted === "" ? deskBookingWords.today : deskBookingWords.found, language)}</h2>
      ${items?.length === 0 ? html`<p role="status">${say(deskBookingWords.none, language)}</p>` : nothing}
      <ul>
        ${items?.map((item) => this.row(item))}
      </ul>
    `;
  }

  private row(item: BookingOfPerson) {
    const language = this.language.current;
    const { person, start } = item;
    const service = this.hall?.services.find(({ id }) => id === item.service)?.name;
    const isToday = start.slice(0, 10) === this.hall?.date;
    const name = person.name ?? say(deskBookingWords.forgotten, language);
    const more = [service && pick(service, language), person.phone, person.idNumber].filter(Boolean).join(" · ");
    return html`<li data-reference=${item.reference}>
      <div class="line">
        <span class="when">${isToday ? "" : dateOf(start, language)} ${timeOfDay(start)}</span>
        <span class="who">${name}<small>${more}</small>${this.suspension(item)}</span>
        <span class="state">${say(staffBookingStates[item.state], language)} ${item.number ?? ""}</span>
        ${item.state === "booked" ? this.changes(item) : nothing}
        ${
          isToday && (item.state === "booked" || item.state === "missed")
            ? this.key("check-in", say(deskBookingWords.checkIn, language), () =>
                this.dispatchEvent(new BookingEvent({ wish: "check-in", reference: item.reference })),
              )
            : nothing
        }
      </div>
      ${
        this.opened?.id === item.id
          ? html`<ld-booking-change
              .booking=${item}
              change=${this.opened.change}
              .slots=${this.moveSlots}
              ?off=${this.off}
              @booking-closed=${() => (this.opened = null)}
            ></ld-booking-change>`
          : nothing
      }
    </li>`;
  }

  private changes(item: BookingOfPerson) {
    const language = this.language.current;
    return html`
      ${this.key("cancel", say(deskBookingWords.cancel, language), () => (this.opened = { id: item.id, change: "cancel" }))}
      ${this.key("move", say(deskBookingWords.move, language), () => {
        this.opened = { id: item.id, change: "move" };
        const date = item.start.slice(0, 10);
        this.dispatchEvent(new BookingEvent({ wish: "move-slots", service: item.service, date }));
      })}
    `;
  }

  private suspension({ person }: BookingOfPerson) {
    if (person.suspendedUntil === null) return nothing;
    const language = this.language.current;
    const until = dayOf(person.suspendedUntil, language);
    return html`<small>${say(deskBookingWords.suspended, language, { until })}</small>
      ${this.key("lift", say(deskBookingWords.lift, language), () => this.dispatchEvent(new BookingEvent({ wish: "lift", person: person.id })))}`;
  }

  private key(name: string, words: string, pressed: () => void) {
    return html`<button
      class="button"
      type="button"
      data-key=${name}
      aria-disabled=${this.off ? "true" : "false"}
      @click=${() => {
        if (!this.off) pressed();
      }}
    >
      ${words}
    </button>`;
  }

  private submitted(event: Event): void {
    event.preventDefault();
    const input = this.renderRoot.querySelector<HTMLInputElement>(".search input");
    if (!input || this.off) return;
    this.dispatchEvent(new BookingEvent({ wish: "find", text: input.value }));
    input.select();
  }
}

declare global {
  interface HTMLElementTagNameMap {
    "ld-booking-list": BookingList;
  }
}
