/** `<ld-guide-desk>`: numbers taken for residents at left, one ticket looked up and helped at right. @fires DeskCommandEvent, TodayEvent, BookingEvent */
import { html, LitElement, nothing } from "lit";
import { customElement, property, state } from "lit/decorators.js";
import { isOpenState } from "../../shared/domain/vocabulary.ts";
import { deskBookingWords } from "../../shared/text/desk-bookings.ts";
import { deskWords } from "../../shared/text/guide-desk.ts";
import { overviewWords } from "../../shared/text/hall-overview.ts";
import { say } from "../../shared/text/text.ts";
import { todayWords } from "../../shared/text/today.ts";
import { LanguageController } from "../../shared/ui/language.ts";
import { recall, remember } from "../../shared/ui/memory.ts";
import { base, buttons, notes } from "../../shared/ui/styles.ts";
import type { Counter } from "../../shared/wire/counter.ts";
import type { HallNow } from "../../shared/wire/hall.ts";
import type { Alarms } from "../../shared/wire/live.ts";
import type { PrintJob } from "../../shared/wire/print.ts";
import type { Ticket } from "../../shared/wire/ticket.ts";
import type { DeskTrouble } from "../data/desk.ts";
import type { BookingDesk } from "../data/booking-desk.ts";
import { isTicketCommand } from "../data/commands.ts";
import type { Overview } from "../data/overview.ts";
import type { Tally } from "../data/tally.ts";
import type { Settled } from "../data/today.ts";
import { alarmLines } from "./alarm-lines.ts";
import { BookingEvent } from "./booking-events.ts";
import "./booking-form.ts";
import "./booking-list.ts";
import { DeskCommandEvent, TodayEvent } from "./desk-events.ts";
import "./desk-search.ts";
import "./enquiry-tally.ts";
import type { CommandEvent } from "./events.ts";
import { choices, deskFrame } from "./panel-styles.ts";
import { guideDeskStyles } from "./guide-desk-styles.ts";
import "./hall-overview.ts";
import "./paper-form.ts";
import "./service-form.ts";
import "./take-number.ts";
import "./today-sheet.ts";
import "./ticket-sheet.ts";
import { issueTrouble } from "./issue-trouble.ts";

type Sheet = "hall" | "take" | "bookings" | "today" | "paper";

const sheetMemory = "lundao.panel.sheet";

const tabs = [
  { sheet: "hall", words: overviewWords.tab },
  { sheet: "take", words: todayWords.tabTake },
  { sheet: "bookings", words: deskBookingWords.bookings },
  { sheet: "today", words: todayWords.tabToday },
  { sheet: "paper", words: todayWords.tabPaper },
] as const;

@customElement("ld-guide-desk")
export class GuideDesk extends LitElement {
  static override styles = [base, buttons, notes, choices, deskFrame, guideDeskStyles];

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

  @property({ attribute: false }) overview: Overview | null = null;
  @property({ attribute: false }) tally: Tally | null = null;
  /** Questions answered today, by all desks. */
  @property({ type: Number }) enquiries = 0;
  /** The hub's clock. */
  @property({ type: Number }) nowMillis = 0;
  @property({ attribute: false }) counters: readonly Counter[] = [];
  @property({ attribute: false }) alarms: Alarms | null = null;
  /** What the last change for today came to. */
  @property({ attribute: false }) settled: Settled | null = null;
  @property({ type: Boolean }) changing = false;
  @state() private sheet: Sheet = asSheet(recall(sheetMemory));

  private readonly language = new LanguageController(this);

  override render() {
    const language = this.language.current;
    const isOff = !this.reachable;
    return html`
      <main>
        <section class="take">
          <div class="tabs choices" role="group" aria-label=${say(deskWords.takeNumber, language)}>
            ${
              // All at once: one that came later would stand where the one beside it is just being pressed.
              this.hall ? this.tabs().map(({ sheet, words }) => this.tab(sheet, say(words, language))) : nothing
            }
          </div>
          ${
            this.hall
              ? alarmLines(this.alarms, {
                  hall: this.hall,
                  counters: this.counters,
                  language,
                  isOff: isOff || this.changing,
                  asks: (change) => this.dispatchEvent(new TodayEvent(change)),
                })
              : nothing
          }
          ${this.sheet === "bookings" ? this.booked() : nothing}
          ${
            this.sheet === "hall"
              ? html`${issueTrouble(this.trouble, language)}
                  <ld-hall-overview
                    .hall=${this.hall}
                    .overview=${this.overview}
                    nowMillis=${this.nowMillis}
                    ?busy=${this.issuing}
                    ?off=${isOff}
                  ></ld-hall-overview>`
              : nothing
          }
          <ld-take-number
            ?hidden=${this.sheet !== "take"}
            .hall=${this.hall}
            .waiting=${this.waiting}
            .trouble=${this.trouble}
            ?busy=${this.issuing}
            ?off=${isOff}
          ></ld-take-number>
          ${
            this.sheet === "today"
              ? html`<ld-today-sheet
                  .hall=${this.hall}
                  .counters=${this.counters}
                  .settled=${this.settled}
                  ?busy=${this.changing}
                  ?off=${isOff}
                ></ld-today-sheet>`
              : nothing
          }
          <ld-paper-form
            ?hidden=${this.sheet !== "paper"}
            .hall=${this.hall}
            .settled=${this.settled}
            ?busy=${this.changing}
            ?off=${isOff}
          ></ld-paper-form>
        </section>
        <section class="look">
          <ld-enquiry-tally
            count=${this.enquiries}
            .undoUntil=${this.tally?.undoUntil ?? null}
            .problem=${this.tally?.trouble ?? null}
            nowMillis=${this.nowMillis}
            ?busy=${this.tally?.isBusy ?? false}
            ?off=${isOff}
          ></ld-enquiry-tally>
          <ld-desk-search
            .trouble=${this.trouble}
            .missing=${this.missing}
            ?books=${this.hasBookings}
            ?off=${isOff}
            @desk-booking=${() => this.show("bookings")}
          ></ld-desk-search>
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

  private booked() {
    const { bookings, hall } = this;
    const off = !this.reachable;
    return html`
      <ld-booking-list
        .hall=${hall}
        .items=${bookings?.items ?? null}
        .moveSlots=${bookings?.moveSlots ?? null}
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

  /** All paper numbers were taken. */
  paperEntered(): void {
    this.renderRoot.querySelector("ld-paper-form")?.reset();
  }

  private tab(sheet: Sheet, words: string) {
    return html`<button
      class="choice"
      type="button"
      data-sheet=${sheet}
      aria-pressed=${sheet === this.sheet ? "true" : "false"}
      @click=${() => this.turnTo(sheet)}
    >
      ${words}
    </button>`;
  }

  /** Bookings where the hall takes any. */
  private tabs(): readonly (typeof tabs)[number][] {
    return tabs.filter(({ sheet }) => sheet !== "bookings" || this.hasBookings);
  }

  private get hasBookings(): boolean {
    return this.hall?.services.some(({ bookable }) => bookable === true) === true;
  }

  private turnTo(sheet: Sheet): void {
    this.show(sheet);
    remember(sheetMemory, sheet);
    if (sheet === "bookings") this.dispatchEvent(new BookingEvent({ wish: "find", text: "" }));
  }

  private show(sheet: Sheet): void {
    this.sheet = sheet;
  }
}

/** The sheet where this desk was left; bookings have to be asked for anew. */
function asSheet(kept: string | null): Sheet {
  return tabs.find(({ sheet }) => sheet === kept && sheet !== "bookings")?.sheet ?? "hall";
}

declare global {
  interface HTMLElementTagNameMap {
    "ld-guide-desk": GuideDesk;
  }
}
