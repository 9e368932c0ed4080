/** `<ld-ticket-sheet>`: one ticket and what the desk can do for it. @fires DeskCommandEvent, ReprintEvent */
import { css, html, LitElement, nothing, type PropertyValues } from "lit";
import { customElement, property, state } from "lit/decorators.js";
import { isOpenState, type TicketClass, type TicketState } from "../../shared/domain/vocabulary.ts";
import { keptReason } from "../../shared/text/fixed-reasons.ts";
import { deskWords } from "../../shared/text/guide-desk.ts";
import { panelWords } from "../../shared/text/panel.ts";
import { staffStates } from "../../shared/text/states.ts";
import { say } from "../../shared/text/text.ts";
import { LanguageController } from "../../shared/ui/language.ts";
import { base, buttons, notes, numerals } from "../../shared/ui/styles.ts";
import type { HallNow } from "../../shared/wire/hall.ts";
import type { PrintJob } from "../../shared/wire/print.ts";
import type { Ticket } from "../../shared/wire/ticket.ts";
import type { TicketCommand } from "../data/commands.ts";
import type { DeskTrouble } from "../data/desk.ts";
import "./class-choice.ts";
import type { ClassChosenEvent } from "./class-choice.ts";
import { DeskCommandEvent, ReprintEvent } from "./desk-events.ts";
import { panelKey } from "./keys.ts";
import { busyMarks, keyCaps } from "./panel-styles.ts";
import { ticketFacts } from "./ticket-facts.ts";
import { troubleText } from "./trouble-text.ts";

/** What can be asked about a ticket, and in which of its states. */
const askable = {
  cancel: (state) => state === "waiting" || state === "missed" || state === "held",
  class: isOpenState,
} as const satisfies Record<string, (state: TicketState) => boolean>;

type Asking = keyof typeof askable;

@customElement("ld-ticket-sheet")
export class TicketSheet extends LitElement {
  static override styles = [
    base,
    buttons,
    notes,
    numerals,
    busyMarks,
    keyCaps,
    css`
      article {
        border: var(--ld-rule) solid var(--ld-line-strong);
        border-top: var(--ld-bar) solid var(--ld-structure);
        background: var(--ld-sheet);
        padding: var(--ld-space-4) var(--ld-space-5) var(--ld-space-5);
      }
      .top {
        display: flex;
        align-items: baseline;
        justify-content: space-between;
      }
      .number {
        font-size: var(--ld-text-4xl);
      }
      .state {
        font-size: var(--ld-text-l);
        font-weight: var(--ld-bold);
      }
      dl {
        display: grid;
        grid-template-columns: max-content 1fr;
        gap: var(--ld-space-1) var(--ld-space-4);
        margin: var(--ld-space-3) 0;
      }
      dt {
        color: var(--ld-ink-soft);
      }
      dd {
        font-weight: var(--ld-bold);
      }
      .buttons {
        display: flex;
        flex-wrap: wrap;
        gap: var(--ld-space-2);
      }
      .ask {
        margin-top: var(--ld-space-3);
        padding: var(--ld-space-3) var(--ld-space-4);
        border-left: var(--ld-bar) solid var(--ld-structure);
        background: var(--ld-well);
      }
      .ask ld-class-choice {
        display: block;
        margin-bottom: var(--ld-space-3);
      }
      .ask p {
        margin-bottom: var(--ld-space-2);
        font-weight: var(--ld-bold);
      }
      .over {
        flex-basis: 100%;
        font-weight: var(--ld-bold);
      }
      .note {
        margin-top: var(--ld-space-3);
      }
    `,
  ];

  @property({ attribute: false }) ticket: Ticket | null = null;
  @property({ attribute: false }) hall: HallNow | null = null;
  @property({ attribute: false }) jobs: readonly PrintJob[] = [];
  @property({ attribute: false }) trouble: DeskTrouble | null = null;
  /** Whether it was taken here just now. */
  @property({ type: Boolean }) fresh = false;
  @property({ type: Boolean }) busy = false;
  @property({ type: Boolean }) off = false;
  /** What is asked about it, in the place of the buttons. */
  @state() private asking: Asking | null = null;

  private readonly language = new LanguageController(this);

  override connectedCallback(): void {
    super.connectedCallback();
    window.addEventListener("keydown", this.keyed);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    window.removeEventListener("keydown", this.keyed);
  }

  override willUpdate(changed: PropertyValues<this>): void {
    if (changed.has("ticket") && changed.get("ticket")?.id !== this.ticket?.id) this.asking = null;
    const state = this.ticket?.state;
    if (this.asking !== null && (!state || !askable[this.asking](state))) this.asking = null;
  }

  /** The focus goes into a question with whoever opened it, and back to its button from what is gone with it. */
  override updated(changed: PropertyValues): void {
    if (!changed.has("asking") || (this.asking === null && document.activeElement !== document.body)) return;
    const before: unknown = changed.get("asking");
    const to = this.asking === null ? `[data-question="${String(before)}"]` : ".ask";
    this.renderRoot.querySelector<HTMLElement>(to)?.focus();
  }

  override render() {
    const { ticket } = this;
    if (!ticket) return nothing;
    const language = this.language.current;
    return html`
      <article aria-label=${ticket.number}>
        <div class="top" role="status">
          <p class="number">${ticket.number}</p>
          <p class="state">
            ${this.fresh && ticket.state === "waiting" ? say(deskWords.given, language) : say(staffStates[ticket.state], language)}
          </p>
        </div>
        ${this.asking === "class" ? nothing : this.factList(ticket)}
        ${this.asking === null ? this.buttons(ticket) : this.question(ticket, this.asking)}
        <div role="alert">
          ${
            this.trouble?.of === "ticket"
              ? html`<p class="note trouble">
                  <span class="sign" aria-hidden="true">!</span>${troubleText(this.trouble, language)}
                </p>`
              : nothing
          }
        </div>
      </article>
    `;
  }

  /** Whether its newest slip was ever meant for a printer. */
  private get isPrinted(): boolean {
    return this.jobs[this.jobs.length - 1]?.state !== "kept";
  }

  private factList(ticket: Ticket) {
    const facts = ticketFacts({ ticket, hall: this.hall, jobs: this.jobs }, this.language.current);
    return html`<dl>
      ${facts.map(
        ([name, value]) =>
          html`<dt>${name}</dt>
            <dd>${value}</dd>`,
      )}
    </dl>`;
  }

  private buttons(ticket: Ticket) {
    const language = this.language.current;
    if (!isOpenState(ticket.state)) return nothing;
    const assist = say(ticket.assisted ? deskWords.assistEnd : deskWords.assistBegin, language);
    return html`
      <div class="buttons">
        ${ticket.state === "missed" ? this.wayBackIn(ticket) : nothing}
        ${this.button({
          words: assist,
          press: () => this.ask({ type: "assist", ticket: ticket.id, assisted: !ticket.assisted }),
        })}
        ${this.button({ words: say(deskWords.changeClass, language), asks: "class" })}
        ${
          this.jobs.length > 0
            ? this.button({
                words: say(this.isPrinted ? deskWords.reprint : deskWords.printNow, language),
                press: () => this.dispatchEvent(new ReprintEvent()),
              })
            : nothing
        }
        ${
          askable.cancel(ticket.state)
            ? this.button({ words: say(deskWords.cancelTicket, language), look: "trouble", asks: "cancel" })
            : nothing
        }
      </div>
    `;
  }

  /** 恢复排队; off, with the next step beside it, once it was let back in as often as the hall allows. */
  private wayBackIn(ticket: Ticket) {
    const language = this.language.current;
    const isOver = this.hall !== null && ticket.requeues >= this.hall.rules.requeueTimes;
    return html`
      ${isOver ? html`<p class="over">${say(deskWords.requeueOver, language, { times: ticket.requeues })}</p>` : nothing}
      ${this.button({
        words: say(panelWords.backRequeue, language),
        look: isOver ? "" : "primary",
        isOff: isOver,
        press: () => this.ask({ type: "requeue", ticket: ticket.id, isNextHere: false }),
      })}
    `;
  }

  private question(ticket: Ticket, asking: Asking) {
    const language = this.language.current;
    switch (asking) {
      case "cancel":
        return html`<div class="ask" role="group" tabindex="-1" aria-labelledby="asked">
          <p id="asked">${say(deskWords.cancelSure, language, { number: ticket.number })}</p>
          <div class="buttons">
            ${this.goBack()}
            ${this.button({
              words: say(deskWords.cancelNow, language),
              look: "trouble",
              press: () => this.ask({ type: "cancel", ticket: ticket.id }),
            })}
          </div>
        </div>`;
      case "class":
        return html`<div class="ask" role="group" tabindex="-1" aria-labelledby="asked">
          <p id="asked">${say(deskWords.newClass, language)}</p>
          <ld-class-choice
            .reasons=${this.hall?.reasons ?? []}
            .reason=${ticket.reason}
            .ticketClass=${ticket.class}
            @class-chosen=${(event: ClassChosenEvent) => this.reclassify(ticket, event.ticketClass, event.reason)}
          ></ld-class-choice>
          ${this.goBack()}
        </div>`;
      default:
        return asking satisfies never;
    }
  }

  private goBack() {
    return html`<button class="button" type="button" @click=${() => (this.asking = null)}>
      ${say(panelWords.goBack, this.language.current)}<span class="key" aria-hidden="true">Esc</span>
    </button>`;
  }

  /** A button that does something, or opens a question. */
  private button(of: { words: string; look?: string; isOff?: boolean } & ({ press: () => void } | { asks: Asking })) {
    const isOff = of.isOff === true || this.off || this.busy;
    return html`<button
      class="button ${of.look ?? ""}"
      type="button"
      data-question=${"asks" in of ? of.asks : nothing}
      aria-disabled=${isOff ? "true" : "false"}
      aria-busy=${this.busy ? "true" : "false"}
      @click=${() => {
        if (isOff) return;
        if ("asks" in of) this.asking = of.asks;
        else of.press();
      }}
    >
      ${of.words}
    </button>`;
  }

  private readonly keyed = (event: KeyboardEvent): void => {
    if (this.asking === null || panelKey(event) !== "Escape") return;
    event.preventDefault();
    this.asking = null;
  };

  private reclassify(ticket: Ticket, ticketClass: TicketClass, reason: string | null): void {
    const words = reason ?? keptReason(deskWords.noPriority);
    this.ask({ type: "class", ticket: ticket.id, class: ticketClass, reason: words });
  }

  private ask(command: TicketCommand): void {
    this.asking = null;
    this.dispatchEvent(new DeskCommandEvent(command));
  }
}

declare global {
  interface HTMLElementTagNameMap {
    "ld-ticket-sheet": TicketSheet;
  }
}
