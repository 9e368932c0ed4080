/**
 * `<ld-waiting-list>`: who waits for this counter; a row opens the reasons for calling it out of order.
 * @fires CommandEvent
 */
import { css, html, LitElement, nothing } from "lit";
import { customElement, property, state } from "lit/decorators.js";
import { repeat } from "lit/directives/repeat.js";
import { panelWords } from "../../shared/text/panel.ts";
import { say } from "../../shared/text/text.ts";
import { LanguageController } from "../../shared/ui/language.ts";
import { base, buttons, fields, numerals } from "../../shared/ui/styles.ts";
import type { Ticket } from "../../shared/wire/ticket.ts";
import { minutesSince, span } from "./clock-words.ts";
import "./call-by-number.ts";
import { busyMarks, ticketRows } from "./panel-styles.ts";
import { cameFrom, classMark, counterLabel, serviceName, type HallNames } from "./ticket-words.ts";

@customElement("ld-waiting-list")
export class WaitingList extends LitElement {
  static override styles = [
    base,
    buttons,
    fields,
    numerals,
    busyMarks,
    ticketRows,
    css`
      :host {
        display: flex;
        flex-direction: column;
        min-height: 0;
      }
      .rows {
        overflow-y: auto;
        min-height: 0;
      }
    `,
  ];

  @property({ attribute: false }) tickets: readonly Ticket[] = [];
  @property({ attribute: false }) hall: HallNames | null = null;
  /** This counter's number, to tell those meant for it by name. */
  @property({ type: Number }) here = 0;
  @property({ type: Number }) nowMillis = 0;
  @property({ type: Boolean }) off = false;
  /** A number that must be ended before another can be called. */
  @property({ attribute: false }) inHand: string | null = null;
  @state() private opened: string | null = null;

  private readonly language = new LanguageController(this);

  override render() {
    const language = this.language.current;
    return html`
      <h2 class="heading">${say(panelWords.listWaiting, language)}<span class="count">${this.tickets.length}</span></h2>
      ${
        this.tickets.length === 0
          ? html`<p class="none">${say(panelWords.nobodyWaiting, language)}</p>`
          : html`<ul class="rows">
              ${repeat(
                this.tickets,
                ({ id }) => id,
                (ticket) => this.row(ticket),
              )}
            </ul>`
      }
    `;
  }

  private row(ticket: Ticket) {
    const language = this.language.current;
    const isOpened = this.opened === ticket.id;
    const marks = this.marks(ticket);
    return html`
      <li>
        <button
          class="row"
          type="button"
          aria-expanded=${isOpened ? "true" : "false"}
          title=${say(panelWords.callThis, language, { number: ticket.number })}
          @click=${() => (this.opened = isOpened ? null : ticket.id)}
        >
          <span class="number">${ticket.number}</span>
          <span class="what"
            ><span class="service">${serviceName(this.hall, ticket.service, language)}</span>${
              marks === "" ? nothing : html`<span class="mark">${marks}</span>`
            }</span
          >
          <span class="wait">${span(minutesSince(ticket.queuedAt, this.nowMillis), language)}</span>
        </button>
        ${
          isOpened
            ? html`<ld-call-by-number
                .ticket=${ticket}
                .inHand=${this.inHand}
                ?off=${this.off}
                @call-by-number-closed=${() => (this.opened = null)}
              ></ld-call-by-number>`
            : nothing
        }
      </li>
    `;
  }

  private marks(ticket: Ticket): string {
    const language = this.language.current;
    const from = cameFrom(ticket);
    return [
      classMark(ticket, language),
      from === null ? "" : say(panelWords.cameFrom, language, { counter: counterLabel(this.hall, from, language) }),
      ticket.counter === this.here && from === null ? say(panelWords.nextHereMark, language) : "",
    ]
      .filter((mark) => mark !== "")
      .join(" · ");
  }
}

declare global {
  interface HTMLElementTagNameMap {
    "ld-waiting-list": WaitingList;
  }
}
