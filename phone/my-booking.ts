/** `<ld-my-booking token="…">`: one booking: when and where, its number and code, moving it and giving it up. */
import { css, html, LitElement, nothing, type PropertyValues } from "lit";
import { customElement, property, state } from "lit/decorators.js";
import { bookingStates, bookingWords } from "../shared/text/phone-booking.ts";
import { commonWords } from "../shared/text/common.ts";
import { pick, say, sayAny, type Words } from "../shared/text/text.ts";
import { timeOfDay } from "../shared/text/times.ts";
import { newKey, request, type ApiProblem } from "../shared/ui/api.ts";
import { LanguageController } from "../shared/ui/language.ts";
import { phrased } from "../shared/ui/phrased.ts";
import "../shared/ui/qr-code.ts";
import { base, buttons, notes } from "../shared/ui/styles.ts";
import type { Booking } from "../shared/wire/booking.ts";
import type { HallNow } from "../shared/wire/hall.ts";
import { dropBooking, keepBooking } from "./kept-bookings.ts";
import "./materials.ts";
import { column } from "./phone-styles.ts";
import { problemNote } from "./problem-note.ts";
import { refusalToResident } from "./refusal-to-resident.ts";
import { whenBooked, type SlotChosenEvent } from "./slot-choice.ts";
import "./slot-choice.ts";

interface Key {
  readonly name: string;
  readonly words: Words;
  readonly look?: "quiet" | "trouble";
}

@customElement("ld-my-booking")
export class MyBooking extends LitElement {
  static override styles = [
    base,
    buttons,
    notes,
    column,
    css`
      h1 {
        font-size: var(--ld-text-xl);
        line-height: 1.3;
      }
      .what,
      .state,
      .note,
      .text {
        margin-bottom: var(--ld-space-4);
      }
      .what,
      .text {
        font-size: var(--ld-text-l);
        line-height: 1.4;
      }
      .state {
        color: var(--ld-ink-soft);
      }
      .reference {
        font-size: 2.75rem;
        font-weight: var(--ld-bold);
        font-variant-numeric: tabular-nums;
        line-height: 1.3;
      }
      ld-qr-code {
        width: 11rem;
        height: 11rem;
        margin: var(--ld-space-3) 0 var(--ld-space-4);
      }
      .keys {
        margin-top: var(--ld-space-6);
      }
    `,
  ];

  @property() token = "";
  @property({ attribute: false }) hall: HallNow | null = null;

  @state() private booking: Booking | null = null;
  /** Why it cannot be shown. */
  @state() private lost: ApiProblem | null = null;
  @state() private problem: ApiProblem | null = null;
  @state() private asking: "move" | "cancel" | null = null;
  @state() private isWorking = false;

  private readonly language = new LanguageController(this);

  override connectedCallback(): void {
    super.connectedCallback();
    document.addEventListener("visibilitychange", this.seenAgain);
  }

  override disconnectedCallback(): void {
    document.removeEventListener("visibilitychange", this.seenAgain);
    super.disconnectedCallback();
  }

  override willUpdate(changed: PropertyValues<this>): void {
    if (changed.has("token") && this.token !== "") void this.load();
  }

  override updated(): void {
    document.title = say(bookingWords.yours, this.language.current);
  }

  override render() {
    const language = this.language.current;
    const { booking, lost } = this;
    if (booking) return html`<div class="column">${this.one(booking)}</div>`;
    if (!lost) return html`<div class="column" role="status"><p>${say(commonWords.loading, language)}</p></div>`;
    return html`<div class="column" role="status">
      <h1>${phrased(say(lost.code === "not-found" ? bookingWords.unknown : bookingWords.away, language), language)}</h1>
      ${
        lost.code === "not-found"
          ? this.toHall()
          : html`<p class="text">${phrased(say(bookingWords.awayDetail, language), language)}</p>
              <button class="button wide" type="button" @click=${() => void this.load()}>
                ${say(bookingWords.tryAgain, language)}
              </button>`
      }
    </div>`;
  }

  private one(booking: Booking) {
    const language = this.language.current;
    const service = this.hall?.services.find(({ id }) => id === booking.service);
    return html`
      <h1>${whenBooked(booking.start, language)}</h1>
      <p class="what">${service ? phrased(pick(service.name, language), language) : nothing}</p>
      <p class="state" role="status">${phrased(say(bookingStates[booking.state], language), language)}</p>
      ${booking.ticket ? this.ticket(booking.ticket) : nothing}
      ${booking.state === "booked" || booking.state === "missed" ? this.code(booking) : nothing}
      ${booking.state === "cancelled" ? nothing : html`<ld-materials .materials=${service?.guide?.materials ?? []}></ld-materials>`}
      <div class="keys">${booking.state === "booked" ? this.keys(booking) : this.toHall()}</div>
    `;
  }

  private ticket({ number, token }: NonNullable<Booking["ticket"]>) {
    const language = this.language.current;
    return html`<p class="text">${say(bookingWords.number, language, { number })}</p>
      <a class="button primary wide" href="/m/t/${token}">${say(bookingWords.toTicket, language)}</a>`;
  }

  private code({ reference, checkInFrom }: Booking) {
    const language = this.language.current;
    const from = timeOfDay(checkInFrom);
    return html`
      <p class="soft">${say(bookingWords.reference, language)}</p>
      <p class="reference">${reference.slice(0, 4)} ${reference.slice(4)}</p>
      <ld-qr-code text=${reference}></ld-qr-code>
      <p class="text">${phrased(say(bookingWords.checkIn, language, { from }), language)}</p>
      <p class="text">${phrased(say(bookingWords.orCard, language), language)}</p>
      <p class="soft">${phrased(say(bookingWords.keepPage, language), language)}</p>
    `;
  }

  private keys(booking: Booking) {
    const language = this.language.current;
    const note = problemNote(this.problem && refusalToResident(this.problem, language), language);
    if (this.asking === "move")
      return html`
        <h2>${phrased(say(bookingWords.moveTo, language), language)}</h2>
        ${note}
        <ld-slot-choice
          service=${booking.service}
          ?working=${this.isWorking}
          @slot-chosen=${({ start }: SlotChosenEvent) => void this.change("PATCH", { start })}
        ></ld-slot-choice>
        <p></p>
        ${this.key({ name: "move-not", words: bookingWords.moveNot }, () => this.ask(null))}
      `;
    if (this.asking === "cancel")
      return html`
        <p class="text">${phrased(say(bookingWords.cancelSure, language), language)}</p>
        ${this.key({ name: "cancel-not", words: bookingWords.cancelNot }, () => this.ask(null))} ${note}
        ${this.key({ name: "cancel-yes", words: bookingWords.cancel, look: "trouble" }, () => void this.change("DELETE"))}
      `;
    return html`
      ${this.key({ name: "move", words: bookingWords.move }, () => this.ask("move"))}
      ${this.key({ name: "cancel", words: bookingWords.cancel, look: "quiet" }, () => this.ask("cancel"))}
    `;
  }

  private key({ name, words, look }: Key, pressed: () => void) {
    return html`<button
      class="button wide ${look ?? ""}"
      type="button"
      data-key=${name}
      ?disabled=${this.isWorking}
      @click=${pressed}
    >
      ${sayAny(words, this.language.current)}
    </button>`;
  }

  private toHall() {
    return html`<a class="button wide" href="/m/#book">${say(bookingWords.again, this.language.current)}</a>`;
  }

  private ask(what: "move" | "cancel" | null): void {
    this.asking = what;
    this.problem = null;
  }

  private async load(): Promise<void> {
    const answer = await request<Booking>("GET", this.address);
    if (answer.ok) this.accept(answer.value);
    else if (!this.booking) this.lost = answer.problem;
  }

  private async change(method: "PATCH" | "DELETE", body?: { readonly start: string }): Promise<void> {
    if (this.isWorking) return;
    this.isWorking = true;
    this.problem = null;
    const answer = await request<Booking>(method, this.address, { ...(body && { body }), key: newKey() });
    this.isWorking = false;
    if (answer.ok) {
      this.asking = null;
      this.accept(answer.value);
      return;
    }
    this.problem = answer.problem;
    await this.renderRoot.querySelector("ld-slot-choice")?.refresh();
  }

  private accept(booking: Booking): void {
    this.booking = booking;
    this.lost = null;
    if (booking.state === "cancelled") dropBooking(booking.token);
    else keepBooking(booking);
  }

  private get address(): string {
    return `/api/b/${encodeURIComponent(this.token)}`;
  }

  private readonly seenAgain = () => {
    if (document.visibilityState === "visible" && this.token !== "") void this.load();
  };
}

declare global {
  interface HTMLElementTagNameMap {
    "ld-my-booking": MyBooking;
  }
}
