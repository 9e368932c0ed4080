/** `<ld-guide-desk>`: numbers taken for residents at left, one ticket looked up and helped at right. @fires FindEvent, DeskCommandEvent */
import { css, html, LitElement, nothing } from "lit";
import { customElement, property, state } from "lit/decorators.js";
import { isOpenState } from "../../shared/domain/vocabulary.ts";
import { deskBookingWords } from "../../shared/text/desk-bookings.ts";
import { deskWords } from "../../shared/text/guide-desk.ts";
import { say } from "../../shared/text/text.ts";
import { LanguageController } from "../../shared/ui/language.ts";
import { base, buttons, fields, notes } from "../../shared/ui/styles.ts";
import type { HallNow } from "../../shared/wire/hall.ts";
import type { PrintJob } from "../../shared/wire/print.ts";
import type { Ticket } from "../../shared/wire/ticket.ts";
import type { DeskTrouble } from "../data/desk.ts";
import type { BookingDesk } from "../data/booking-desk.ts";
import { isTicketCommand } from "../data/commands.ts";
import { BookingEvent } from "./booking-events.ts";
import "./booking-form.ts";
import "./booking-list.ts";
import { DeskCommandEvent, FindEvent } from "./desk-events.ts";
import type { CommandEvent } from "./events.ts";
import { choices } from "./panel-styles.ts";
import "./service-form.ts";
import "./take-number.ts";
import "./ticket-sheet.ts";
import { troubleText } from "./trouble-text.ts";

@customElement("ld-guide-desk")
export class GuideDesk extends LitElement {
  static override styles = [
    base,
    buttons,
    fields,
    notes,
    choices,
    css`
      :host {
        display: flex;
        flex: 1;
        flex-direction: column;
        min-height: 0;
      }
      main {
        display: flex;
        flex: 1;
        min-height: 0;
      }
      main > * {
        min-width: 0;
        padding: var(--ld-space-5);
        overflow-y: auto;
      }
      .take {
        flex: 1;
      }
      .look {
        flex: 0 0 calc(32 * var(--ld-unit));
        border-left: var(--ld-hair) solid var(--ld-line-strong);
      }
      h2 {
        margin-bottom: var(--ld-space-3);
        padding-bottom: var(--ld-space-1);
        border-bottom: var(--ld-rule) solid var(--ld-ink);
        font-size: var(--ld-text-l);
      }
      .parts {
        margin-bottom: var(--ld-space-4);
      }
      .search {
        display: flex;
        align-items: flex-end;
        gap: var(--ld-space-3);
        margin-bottom: var(--ld-space-4);
      }
      .search .field {
        flex: 1;
      }
      ld-service-form {
        display: block;
        margin-top: var(--ld-space-4);
      }
      .search input {
        text-transform: uppercase;
      }
    `,
  ];

  @property({ attribute: false }) hall: HallNow | null = null;
  @property({ attribute: false }) waiting: ReadonlyMap<string, number> = new Map();
  @property({ attribute: false }) ticket: Ticket | null = null;
  @property({ attribute: false }) jobs: readonly PrintJob[] = [];
  @property({ attribute: false }) trouble: DeskTrouble | null = null;
  @property({ attribute: false }) missing: string | null = null;
  @property({ attribute: false }) bookings: BookingDesk | null = null;
  /** Counts what has changed there. */
  @property({ type: Number }) seen = 0;
  @property({ type: Boolean }) fresh = false;
  @property({ type: Boolean }) issuing = false;
  @property({ type: Boolean }) busy = false;
  @property({ type: Boolean }) reachable = false;

  @state() private shown: "tickets" | "bookings" = "tickets";

  private readonly language = new LanguageController(this);

  override render() {
    const language = this.language.current;
    const isOff = !this.reachable;
    return html`
      <main>
        <section class="take">
          ${this.parts()} ${this.shown === "bookings" ? this.booked() : nothing}
          <ld-take-number
            ?hidden=${this.shown === "bookings"}
            .hall=${this.hall}
            .waiting=${this.waiting}
            .trouble=${this.trouble}
            ?busy=${this.issuing}
            ?off=${isOff}
          ></ld-take-number>
        </section>
        <section class="look">
          <form class="search" @submit=${this.submitted}>
            <label class="field">
              <span>${say(deskWords.findByNumber, language)}</span>
              <input
                name="number"
                required
                maxlength="12"
                autocomplete="off"
                autocapitalize="characters"
                spellcheck="false"
                placeholder="A012"
              />
            </label>
            <button class="button" aria-disabled=${isOff ? "true" : "false"}>${say(deskWords.find, language)}</button>
          </form>
          <div role="status">${this.found()}</div>
          <ld-ticket-sheet
            .ticket=${this.ticket}
            .hall=${this.hall}
            .jobs=${this.jobs}
            .trouble=${this.trouble}
            ?fresh=${this.fresh}
            ?busy=${this.busy}
            ?off=${isOff}
          ></ld-ticket-sheet>
          ${this.visit(isOff)}
        </section>
      </main>
    `;
  }

  /** The number was given: the form begins anew. */
  reset(): void {
    this.renderRoot.querySelector("ld-take-number")?.reset();
  }

  /** Further services of a visit that goes on. */
  private visit(isOff: boolean) {
    if (!this.ticket || !isOpenState(this.ticket.state)) return nothing;
    return html`<ld-service-form
      .ticket=${this.ticket}
      .hall=${this.hall}
      ?off=${isOff || this.busy}
      @panel-command=${this.asked}
      @panel-form=${(event: Event) => event.stopPropagation()}
    ></ld-service-form>`;
  }

  /** What the form asks is the desk's to send. */
  private asked(event: CommandEvent): void {
    event.stopPropagation();
    if (isTicketCommand(event.command)) this.dispatchEvent(new DeskCommandEvent(event.command));
  }

  /** It was booked: the form begins anew. */
  resetBooking(): void {
    this.renderRoot.querySelector("ld-booking-form")?.reset();
  }

  /** Numbers and bookings, where the hall takes any. */
  private parts() {
    if (this.hall?.services.some(({ bookable }) => bookable === true) !== true) return nothing;
    const language = this.language.current;
    const key = (part: "tickets" | "bookings") =>
      html`<button
        class="choice"
        type="button"
        data-part=${part}
        aria-pressed=${part === this.shown ? "true" : "false"}
        @click=${() => this.turnTo(part)}
      >
        ${say(deskBookingWords[part], language)}
      </button>`;
    return html`<div class="choices parts" role="group" aria-label=${say(deskBookingWords.whichPart, language)}>
      ${key("tickets")} ${key("bookings")}
    </div>`;
  }

  private booked() {
    const { bookings, hall } = this;
    const off = !this.reachable;
    return html`
      <ld-booking-list
        .hall=${hall}
        .items=${bookings?.items ?? null}
        wanted=${bookings?.wanted ?? ""}
        .trouble=${bookings?.trouble ?? null}
        ?off=${off}
      ></ld-booking-list>
      <ld-booking-form
        .hall=${hall}
        .slots=${bookings?.slots ?? null}
        .made=${bookings?.made ?? null}
        .trouble=${bookings?.trouble ?? null}
        ?busy=${bookings?.isMaking ?? false}
        ?off=${off}
      ></ld-booking-form>
    `;
  }

  private turnTo(part: "tickets" | "bookings"): void {
    this.shown = part;
    if (part === "bookings") this.dispatchEvent(new BookingEvent({ wish: "find", text: "" }));
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
    const input = this.renderRoot.querySelector<HTMLInputElement>(".search input");
    if (!input || !this.reachable) return;
    this.dispatchEvent(new FindEvent(input.value));
    input.select();
  }
}

declare global {
  interface HTMLElementTagNameMap {
    "ld-guide-desk": GuideDesk;
  }
}
