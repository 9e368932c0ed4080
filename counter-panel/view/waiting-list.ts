/**
 * `<ld-waiting-list>`: who waits for this counter; a row opens the reasons for calling it out of order.
 * @fires CommandEvent
 */
import { css, html, LitElement, nothing } from "lit";
import { customElement, property, state } from "lit/decorators.js";
import { panelWords } from "../../shared/text/panel.ts";
import { say } from "../../shared/text/text.ts";
import { shortWait } from "../../shared/text/times.ts";
import { keyedRows } from "../../shared/ui/keyed-rows.ts";
import { LanguageController } from "../../shared/ui/language.ts";
import { base, buttons, fields, numerals } from "../../shared/ui/styles.ts";
import type { Ticket } from "../../shared/wire/ticket.ts";
import { waited } from "./clock-words.ts";
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
      .next > .row {
        box-shadow: inset var(--ld-bar) 0 0 var(--ld-structure);
      }
      /* Its room is always kept: else it would hide a row of those it counts. */
      .more {
        flex: none;
        min-height: 1.6em;
        padding: 0 var(--ld-space-3);
        font-size: var(--ld-text-s);
        font-weight: var(--ld-bold);
        text-align: right;
      }
    `,
  ];

  @property({ attribute: false }) tickets: readonly Ticket[] = [];
  @property({ attribute: false }) hall: HallNames | null = null;
  /** Id of the ticket that the hub would call next here. */
  @property({ attribute: false }) next: string | null = null;
  /** This counter's number, to tell those meant for it by name. */
  @property({ type: Number }) here = 0;
  @property({ type: Number }) nowMillis = 0;
  @property({ type: Boolean }) off = false;
  /** A number that must be ended before another can be called. */
  @property({ attribute: false }) inHand: string | null = null;
  @state() private opened: string | null = null;
  /** How many rows lie below what can be seen. */
  @state() private below = 0;
  private readonly size = new ResizeObserver(() => this.countBelow());

  private readonly language = new LanguageController(this);

  override connectedCallback(): void {
    super.connectedCallback();
    this.size.observe(this);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.size.disconnect();
  }

  override render() {
    const language = this.language.current;
    const list = ticketList({
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
      scrolled: () => this.countBelow(),
    });
    const more = this.below === 0 ? nothing : say(panelWords.moreBelow, language, { count: this.below });
    return html`${list}
      <p class="more">${more}</p>`;
  }

  override updated(): void {
    this.countBelow();
  }

  /** Counts the rows of which less than half can be seen. */
  private countBelow(): void {
    const rows = this.renderRoot.querySelector(".rows");
    const end = rows?.getBoundingClientRect().bottom ?? 0;
    const middles = [...(rows?.children ?? [])].map((row) => {
      const { top, height } = row.getBoundingClientRect();
      return top + height / 2;
    });
    this.below = middles.filter((middle) => middle > end).length;
  }

  private row(ticket: Ticket) {
    const language = this.language.current;
    const isOpened = this.opened === ticket.id;
    return html`
      <li class=${ticket.id === this.next ? "next" : ""}>
        ${callableTicket(
          { ticket, hall: this.hall, marks: this.marks(ticket), language },
          {
            isOpened,
            turn: () => (this.opened = isOpened ? null : ticket.id),
            ends: [waited(ticket, this.nowMillis, language).text, ...this.stillWaits(ticket)],
          },
        )}
        ${isOpened ? callByNumber({ ticket, inHand: this.inHand, isOff: this.off, close: () => (this.opened = null) }) : nothing}
      </li>
    `;
  }

  /** 还要约25分; of nobody who is next, for that is told. */
  private stillWaits({ id, estimate }: Ticket): string[] {
    if (estimate === null || id === this.next) return [];
    const language = this.language.current;
    return [say(panelWords.stillWaits, language, { time: shortWait(estimate.p50, language) })];
  }

  private marks(ticket: Ticket): string[] {
    const language = this.language.current;
    const from = cameFrom(ticket);
    const isNext = ticket.id === this.next;
    return [
      isNext ? say(panelWords.nextMark, language) : "",
      classMark(ticket, language),
      from === null ? "" : say(panelWords.cameFrom, language, { counter: counterLabel(this.hall, from, language) }),
      ticket.counter === this.here && from === null && !isNext ? say(panelWords.forThisCounter, language) : "",
    ];
  }
}

declare global {
  interface HTMLElementTagNameMap {
    "ld-waiting-list": WaitingList;
  }
}
