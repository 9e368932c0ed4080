/**
 * `<ld-take-back-lists>`: who was missed and who was put on hold; one press takes each back.
 * @fires CommandEvent, TakeBackEvent
 */
import { css, html, LitElement, nothing } from "lit";
import { customElement, property, state } from "lit/decorators.js";
import { panelWords } from "../../shared/text/panel.ts";
import { say } from "../../shared/text/text.ts";
import { keyedRows } from "../../shared/ui/keyed-rows.ts";
import { LanguageController } from "../../shared/ui/language.ts";
import { base, buttons, numerals } from "../../shared/ui/styles.ts";
import type { Ticket } from "../../shared/wire/ticket.ts";
import type { MissedRow } from "../data/lists.ts";
import { CommandEvent, TakeBackEvent } from "./events.ts";
import { busyMarks, ticketRows } from "./panel-styles.ts";
import { aboutTicket, callableTicket, callByNumber, ticketList, type TicketTold } from "./ticket-rows.ts";
import { classMark, type HallNames } from "./ticket-words.ts";

@customElement("ld-take-back-lists")
export class TakeBackLists extends LitElement {
  static override styles = [
    base,
    buttons,
    numerals,
    busyMarks,
    ticketRows,
    css`
      .rows {
        max-height: calc(9.5 * var(--ld-unit));
        overflow-y: auto;
      }
      section + section {
        margin-top: var(--ld-space-3);
      }
      .line {
        display: flex;
        align-items: center;
        padding-right: var(--ld-space-3);
      }
      .line .row {
        flex: 1;
        min-width: 0;
      }
      .line > .button {
        flex: none;
        min-height: calc(2.25 * var(--ld-unit));
        padding: var(--ld-space-1) var(--ld-space-3);
        font-size: var(--ld-text-s);
      }
    `,
  ];

  @property({ attribute: false }) missed: readonly MissedRow[] = [];
  @property({ attribute: false }) held: readonly Ticket[] = [];
  @property({ attribute: false }) hall: HallNames | null = null;
  @property({ type: Boolean }) off = false;
  /** A number that must be ended before another can be called. */
  @property({ attribute: false }) inHand: string | null = null;
  @state() private opened: string | null = null;

  private readonly language = new LanguageController(this);

  override render() {
    const language = this.language.current;
    const none = say(panelWords.none, language);
    return html`
      <section aria-labelledby="missed">
        ${ticketList({
          id: "missed",
          heading: say(panelWords.listMissed, language),
          count: this.missed.length,
          none,
          rows: () =>
            keyedRows(
              this.missed,
              ({ ticket }) => ticket.id,
              (row) => this.missedRow(row),
            ),
        })}
      </section>
      <section aria-labelledby="held">
        ${ticketList({
          id: "held",
          heading: say(panelWords.listHeld, language),
          count: this.held.length,
          none,
          rows: () =>
            keyedRows(
              this.held,
              ({ id }) => id,
              (ticket) => this.heldRow(ticket),
            ),
        })}
      </section>
    `;
  }

  private missedRow({ ticket, back }: MissedRow) {
    const language = this.language.current;
    const isOpened = this.opened === ticket.id;
    const requeued = ticket.requeues > 0 ? say(panelWords.requeued, language, { times: ticket.requeues }) : "";
    return html`
      <li>
        <div class="line">
          ${callableTicket(this.told(ticket, requeued), {
            isOpened,
            turn: () => (this.opened = isOpened ? null : ticket.id),
          })}
          ${
            back === null
              ? html`<span class="wait">${say(panelWords.requeueOver, language)}</span>`
              : this.button({
                  ticket,
                  words: say(back === "next-here" ? panelWords.backNextHere : panelWords.backRequeue, language),
                  isOff: this.off,
                  press: () =>
                    back === "next-here"
                      ? this.dispatchEvent(new TakeBackEvent(ticket.id))
                      : this.ask({ type: "requeue", ticket: ticket.id, isNextHere: false }),
                })
          }
        </div>
        ${isOpened ? callByNumber({ ticket, inHand: this.inHand, isOff: this.off, close: () => (this.opened = null) }) : nothing}
      </li>
    `;
  }

  private heldRow(ticket: Ticket) {
    const language = this.language.current;
    return html`
      <li class="line">
        <div class="row">${aboutTicket(this.told(ticket))}</div>
        ${this.button({
          ticket,
          words: say(panelWords.resume, language),
          isOff: this.off || this.inHand !== null,
          press: () => this.ask({ type: "resume", ticket: ticket.id }),
        })}
      </li>
    `;
  }

  private told(ticket: Ticket, more = ""): TicketTold {
    const language = this.language.current;
    return { ticket, hall: this.hall, marks: [classMark(ticket, language), more], language };
  }

  private ask(command: CommandEvent["command"]): void {
    this.dispatchEvent(new CommandEvent(command));
  }

  private button(of: { ticket: Ticket; words: string; isOff: boolean; press: () => void }) {
    return html`<button
      class="button"
      type="button"
      aria-label="${of.words} ${of.ticket.number}"
      aria-disabled=${of.isOff ? "true" : "false"}
      @click=${() => {
        if (!of.isOff) of.press();
      }}
    >
      ${of.words}
    </button>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    "ld-take-back-lists": TakeBackLists;
  }
}
