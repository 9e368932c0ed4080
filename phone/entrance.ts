/** `<ld-entrance>`: `/m/` without a ticket: the hall now, the tickets taken here, and a number by phone where the hall gives them. */
import { css, html, LitElement, nothing } from "lit";
import { customElement, property, state } from "lit/decorators.js";
import { commonWords } from "../shared/text/common.ts";
import { bookingWords } from "../shared/text/phone-booking.ts";
import { entranceWords } from "../shared/text/phone.ts";
import { say } from "../shared/text/text.ts";
import { timeOfDay } from "../shared/text/times.ts";
import { request, type ApiProblem } from "../shared/ui/api.ts";
import { LanguageController } from "../shared/ui/language.ts";
import { phrased } from "../shared/ui/phrased.ts";
import { base, notes } from "../shared/ui/styles.ts";
import type { HallNow } from "../shared/wire/hall.ts";
import type { IssueTicket, Ticket } from "../shared/wire/ticket.ts";
import { bookable, readBooking, readChoice } from "./choice.ts";
import "./book.ts";
import type { HallPicture } from "./hall-line.ts";
import "./hall-now.ts";
import { keptBookings } from "./kept-bookings.ts";
import { keepTicket, keptTickets } from "./kept-tickets.ts";
import { KeptWish } from "./kept-wish.ts";
import { column, rows } from "./phone-styles.ts";
import { refusalToResident } from "./refusal-to-resident.ts";
import { whenBooked } from "./slot-choice.ts";
import "./take-number.ts";
import type { ServiceChosenEvent } from "./take-number.ts";

@customElement("ld-entrance")
export class Entrance extends LitElement {
  static override styles = [
    base,
    notes,
    column,
    rows,
    css`
      h1 {
        margin-bottom: var(--ld-space-4);
        font-size: var(--ld-text-xl);
        line-height: 1.3;
      }
      .note {
        margin-bottom: var(--ld-space-4);
      }
      .yours {
        margin-bottom: var(--ld-space-6);
      }
      .yours .heading {
        margin-top: 0;
      }
    `,
  ];

  @property({ attribute: false }) picture: HallPicture = { is: "opening" };
  /** The code shown in the hall; null where the page was opened without one. */
  @property({ attribute: false }) join: string | null = null;

  @state() private hash = location.hash;
  @state() private isWorking = false;
  @state() private problem: ApiProblem | null = null;

  private readonly language = new LanguageController(this);
  private readonly wish = new KeptWish<IssueTicket>();

  override connectedCallback(): void {
    super.connectedCallback();
    window.addEventListener("hashchange", this.moved);
  }

  override disconnectedCallback(): void {
    window.removeEventListener("hashchange", this.moved);
    super.disconnectedCallback();
  }

  override render() {
    const language = this.language.current;
    const { picture } = this;
    switch (picture.is) {
      case "opening":
        return html`<div class="column" role="status"><p>${say(commonWords.loading, language)}</p></div>`;
      case "away":
        return html`<div class="column" role="status">
          <h1>${phrased(say(entranceWords.awayTitle, language), language)}</h1>
          <p>${phrased(say(entranceWords.awayDetail, language), language)}</p>
        </div>`;
      case "here":
        return html`<div class="column">
          ${
            picture.isFresh
              ? nothing
              : html`<p class="note trouble" role="status">
                  <span class="sign" aria-hidden="true">!</span>
                  <span
                    >${phrased(say(entranceWords.asOf, language, { time: timeOfDay(picture.asOf) }), language)}</span
                  >
                </p>`
          }
          ${this.hall(picture.hall)}
        </div>`;
      default:
        return picture satisfies never;
    }
  }

  private hall(hall: HallNow) {
    const booking = readBooking(this.hash);
    if (booking) return html`<ld-phone-book .hall=${hall} .at=${booking}></ld-phone-book>`;
    const canTake = this.join !== null && hall.rules.phoneTickets;
    const at = readChoice(this.hash, hall);
    const isAtStart = !canTake || at.category === null;
    return html`
      ${isAtStart ? [this.yours(hall), this.booked(hall)] : nothing}
      ${
        canTake
          ? html`<ld-phone-take
              .hall=${hall}
              .at=${at}
              .problem=${this.problemText()}
              ?working=${this.isWorking}
              @service-chosen=${this.take}
            ></ld-phone-take>`
          : html`<ld-hall-now .hall=${hall}></ld-hall-now>`
      }
    `;
  }

  private yours(hall: HallNow) {
    const kept = keptTickets(hall.date);
    if (kept.length === 0) return nothing;
    const language = this.language.current;
    return html`<section class="yours">
      <h2 class="heading">${say(entranceWords.yours, language)}</h2>
      <ul class="rows">
        ${kept.map(
          ({ token, number }) =>
            html`<li>
              <a class="row" href="/m/t/${token}"
                ><span class="name">${say(entranceWords.yoursLine, language, { number })}</span></a
              >
            </li>`,
        )}
      </ul>
    </section>`;
  }

  /** The way to a booking, and to those made here. */
  private booked(hall: HallNow) {
    if (bookable(hall).length === 0) return nothing;
    const language = this.language.current;
    const kept = keptBookings(hall.date);
    return html`<section class="yours">
      ${kept.length === 0 ? nothing : html`<h2 class="heading">${say(bookingWords.yours, language)}</h2>`}
      <ul class="rows">
        ${kept.map(
          ({ token, start }) =>
            html`<li>
              <a class="row" href="/m/b/${token}"><span class="name">${whenBooked(start, language)}</span></a>
            </li>`,
        )}
        <li>
          <a class="row" href="#book">
            <span class="name">${say(bookingWords.book, language)}</span>
            <span class="more">${say(bookingWords.bookHow, language)}</span>
          </a>
        </li>
      </ul>
    </section>`;
  }

  private problemText(): string | null {
    if (!this.problem) return null;
    const isJoinOver = this.problem.field === "join" || this.problem.code === "gone";
    return isJoinOver
      ? say(entranceWords.joinOver, this.language.current)
      : refusalToResident(this.problem, this.language.current);
  }

  private async take({ service }: ServiceChosenEvent): Promise<void> {
    if (this.isWorking || this.join === null) return;
    this.isWorking = true;
    this.problem = null;
    const wish = this.wish.of(service, { service, channel: "phone", lang: this.language.current, join: this.join });
    const answer = await request<Ticket>("POST", "/api/tickets", { ...wish });
    this.isWorking = false;
    this.wish.heard(answer);
    if (!answer.ok) {
      this.problem = answer.problem;
      return;
    }
    const { token } = answer.value;
    if (token === undefined) return;
    keepTicket(token, answer.value);
    // In place of the choice: going back must not invite a second number.
    location.replace(`/m/t/${token}`);
  }

  private readonly moved = () => {
    this.hash = location.hash;
    this.problem = null;
    window.scrollTo(0, 0);
  };
}

declare global {
  interface HTMLElementTagNameMap {
    "ld-entrance": Entrance;
  }
}
