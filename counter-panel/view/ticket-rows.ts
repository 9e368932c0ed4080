/** The panel's lists of tickets: a heading with its count, and a ruled column of rows. Styles: `ticketRows`. */
import { html, nothing, type TemplateResult } from "lit";
import type { Language } from "../../shared/domain/vocabulary.ts";
import { panelWords } from "../../shared/text/panel.ts";
import { say } from "../../shared/text/text.ts";
import type { Ticket } from "../../shared/wire/ticket.ts";
import "./call-by-number.ts";
import { serviceName, type HallNames } from "./ticket-words.ts";

/** One list. `rows` is asked for only where there are any. */
export interface TicketList {
  readonly id: string;
  readonly heading: string;
  readonly count: number;
  /** What stands in the place of no rows. */
  readonly none: string;
  readonly rows: () => unknown;
  /** Hears that the rows were scrolled. */
  readonly scrolled?: () => void;
}

export function ticketList({ id, heading, count, none, rows, scrolled }: TicketList): TemplateResult {
  return html`
    <h2 id=${id} class="heading">${heading}<span class="count">${count}</span></h2>
    ${
      count === 0
        ? html`<p class="none">${none}</p>`
        : html`<ul class="rows" @scroll=${scrolled ?? nothing}>
            ${rows()}
          </ul>`
    }
  `;
}

/** A ticket as a list tells it. Empty marks are left out. */
export interface TicketTold {
  readonly ticket: Ticket;
  readonly hall: HallNames | null;
  readonly marks: readonly string[];
  readonly language: Language;
}

export function aboutTicket({ ticket, hall, marks, language }: TicketTold): TemplateResult {
  const marked = marks.filter((mark) => mark !== "").join(" · ");
  return html`
    <span class="number">${ticket.number}</span>
    <span class="what"
      ><span class="service">${serviceName(hall, ticket.service, language)}</span>${
        marked === "" ? nothing : html`<span class="mark">${marked}</span>`
      }</span
    >
  `;
}

/** A row that a press opens, to call its ticket out of order. */
export interface Opening {
  readonly isOpened: boolean;
  readonly turn: () => void;
  /** At the right end, one above the other. */
  readonly ends?: readonly string[];
}

export function callableTicket(told: TicketTold, { isOpened, turn, ends = [] }: Opening): TemplateResult {
  return html`<button
    class="row"
    type="button"
    aria-expanded=${isOpened ? "true" : "false"}
    title=${say(panelWords.callThis, told.language, { number: told.ticket.number })}
    @click=${turn}
  >
    ${aboutTicket(told)}${ends.length === 0 ? nothing : html`<span class="wait">${ends.map((end) => html`<span class="end">${end}</span>`)}</span>`}
  </button>`;
}

/** What an opened row asks. */
export interface OpenedRow {
  readonly ticket: Ticket;
  /** A number that must be ended before another can be called. */
  readonly inHand: string | null;
  readonly isOff: boolean;
  readonly close: () => void;
}

export function callByNumber({ ticket, inHand, isOff, close }: OpenedRow): TemplateResult {
  return html`<ld-call-by-number
    .ticket=${ticket}
    .inHand=${inHand}
    ?off=${isOff}
    @call-by-number-closed=${close}
  ></ld-call-by-number>`;
}
