/** `<ld-my-booking token="…">`: one booking: when and where, its number and code, moving it and giving it up. */
import { css, html, LitElement, nothing, type PropertyValues } from "lit";
import { customElement, property, state } from "lit/decorators.js";
import { bookingStates, bookingWords } from "../shared/text/phone-booking.ts";
import { commonWords } from "../shared/text/common.ts";
import { ticketWords } from "../shared/text/phone.ts";
import { pick, say, sayAny, type Words } from "../shared/text/text.ts";
import { timeOfDay } from "../shared/text/times.ts";
import { request, type ApiProblem } from "../shared/ui/api.ts";
import { LanguageController } from "../shared/ui/language.ts";
import { phrased } from "../shared/ui/phrased.ts";
import "../shared/ui/qr-code.ts";
import { base, buttons, notes } from "../shared/ui/styles.ts";
import type { Booking } from "../shared/wire/booking.ts";
import type { HallNow } from "../shared/wire/hall.ts";
import { BookingLine, type BookingPicture, type BookingWish } from "./booking-line.ts";
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
      /* No finger that means the last time of the day falls on what closes the choice. */
      ld-slot-choice {
        display: block;
        margin-bottom: var(--ld-space-6);
      }
    `,
  ];

  @property() token = "";
  @property({ attribute: false }) hall: HallNow | null = null;

  @state() private picture: BookingPicture = { is: "opening" };
  @state() private problem: ApiProblem | null = null;
  @state() private asking: "move" | "cancel" | null = null;
  @state() private isWorking = false;

  private readonly language = new LanguageController(this);
  private line: BookingLine | null = null;

  override connectedCallback(): void {
    super.connectedCallback();
    document.addEventListener("visibilitychange", this.seenAgain);
  }

  override disconnectedCallback(): void {
    document.removeEventListener("visibilitychange", this.seenAgain);
    this.line?.stop();
    super.disconnectedCallback();
  }

  override willUpdate(changed: PropertyValues<this>): void {
    if (changed.has("token") && this.token !== "") this.follow();
  }

  override updated(): void {
    document.title = say(bookingWords.yours, this.language.current);
  }

  override render() {
    const language = this.language.current;
    const { picture } = this;
    switch (picture.is) {
      case "opening":
        return html`<div class="column" role="status"><p>${say(commonWords.loading, language)}</p></div>`;
      case "unknown":
        return html`<div class="column" role="status">
          <h1>${phrased(say(bookingWords.unknown, language), language)}</h1>
          ${this.toHall()}
        </div>`;
      case "away":
        return html`<div class="column" role="status">
          <h1>${phrased(say(bookingWords.away, language), language)}</h1>
          <p class="text">${phrased(say(bookingWords.awayDetail, language), language)}</p>
          <button class="button wide" type="button" @click=${() => void this.line?.refresh()}>
            ${say(bookingWords.tryAgain, language)}
          </button>
        </div>`;
      case "here":
        return html`<div class="column">
          ${picture.isFresh ? nothing : this.old(picture.asOf)} ${this.one(picture.booking)}
        </div>`;
      default:
        return picture satisfies never;
    }
  }

  private old(asOf: string) {
    const language = this.language.current;
    return html`<p class="note trouble" role="status">
      <span class="sign" aria-hidden="true">!</span>
      <span>${phrased(say(ticketWords.asOf, language, { time: timeOfDay(asOf) }), language)}</span>
    </p>`;
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
          @slot-chosen=${({ start }: SlotChosenEvent) => void this.change({ method: "PATCH", body: { start } })}
        ></ld-slot-choice>
        ${this.key({ name: "move-not", words: bookingWords.moveNot }, () => this.ask(null))}
      `;
    if (this.asking === "cancel")
      return html`
        <p class="text">${phrased(say(bookingWords.cancelSure, language), language)}</p>
        ${this.key({ name: "cancel-not", words: bookingWords.cancelNot }, () => this.ask(null))} ${note}
        ${this.key({ name: "cancel-yes", words: bookingWords.cancel, look: "trouble" }, () => void this.change({ method: "DELETE" }))}
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

  private follow(): void {
    this.line?.stop();
    this.picture = { is: "opening" };
    this.line = new BookingLine({ token: this.token, request, changed: (picture) => this.take(picture) });
  }

  private take(picture: BookingPicture): void {
    const before = this.picture.is === "here" ? this.picture.booking.state : null;
    this.picture = picture;
    if (picture.is !== "here") return;
    const { booking } = picture;
    // What was asked was asked of a booking that stands otherwise now.
    if (before !== booking.state) this.ask(null);
    if (booking.state === "cancelled") dropBooking(booking.token);
    else keepBooking(booking);
  }

  private async change(wish: BookingWish): Promise<void> {
    if (this.isWorking || !this.line) return;
    this.isWorking = true;
    this.problem = null;
    const problem = await this.line.change(wish);
    this.isWorking = false;
    // Done, or no longer to be done: then the page says what has become of the booking.
    if (problem === null || this.asking === null) this.asking = null;
    else this.problem = problem;
    await this.renderRoot.querySelector("ld-slot-choice")?.refresh();
  }

  private readonly seenAgain = () => {
    if (document.visibilityState === "visible") void this.line?.refresh();
  };
}

declare global {
  interface HTMLElementTagNameMap {
    "ld-my-booking": MyBooking;
  }
}
