/**
 * `<ld-waiting-list>`: who waits for this counter; a row opens the reasons for calling it out of order.
 * @fires CommandEvent
 */
import { css, html, LitElement, nothing } from "lit";
import { customElement, property, state } from "lit/decorators.js";
import { panelWords } from "../../shared/text/panel.ts";
import { say } from "../../shared/text/text.ts";
import { keyedRows } from "../../shared/ui/keyed-rows.ts";
import { LanguageController } from "../../shared/ui/language.ts";
import { base, buttons, fields, numerals } from "../../shared/ui/styles.ts";
import type { Ticket } from "../../shared/wire/ticket.ts";
import { minutesSince, span } from "./clock-words.ts";
import { busyMarks, ticketRows } from "./panel-styles.ts";
import { callableTicket, callByNumber, ticketList } from "./ticket-rows.ts";
import { cameFrom, classMark, counterLabel, type HallNames } from "./ticket-words.ts";

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
    return ticketList({
      id: "waiting",
      heading: say(panelWords.listWaiting, language),
      count: this.tickets.length,
      none: say(panelWords.nobodyWaiting, language),
      rows: () =>
        keyedRows(
          this.tickets,
          ({ id }) => id,
          (ticket) => this.row(ticket),
        ),
    });
  }

  private row(ticket: Ticket) {
    const language = this.language.current;
    const isOpened = this.opened === ticket.id;
    return html`
      <li>
        ${callableTicket(
          { ticket, hall: this.hall, marks: this.marks(ticket), language },
          {
            isOpened,
            turn: () => (this.opened = isOpened ? null : ticket.id),
            end: span(minutesSince(ticket.queuedAt, this.nowMillis), language),
          },
        )}
        ${isOpened ? callByNumber({ ticket, inHand: this.inHand, isOff: this.off, close: () => (this.opened = null) }) : nothing}
      </li>
    `;
  }

  private marks(ticket: Ticket): string[] {
    const language = this.language.current;
    const from = cameFrom(ticket);
    return [
      classMark(ticket, language),
      from === null ? "" : say(panelWords.cameFrom, language, { counter: counterLabel(this.hall, from, language) }),
      ticket.counter === this.here && from === null ? say(panelWords.nextHereMark, language) : "",
    ];
  }
}

declare global {
  interface HTMLElementTagNameMap {
    "ld-waiting-list": WaitingList;
  }
}
