/**
 * `<ld-take-back-lists>`: who was missed and who was put on hold; one press takes each back.
 * @fires CommandEvent
 */
import { css, html, LitElement, nothing } from "lit";
import { customElement, property, state } from "lit/decorators.js";
import { repeat } from "lit/directives/repeat.js";
import { panelWords } from "../../shared/text/panel.ts";
import { say } from "../../shared/text/text.ts";
import { LanguageController } from "../../shared/ui/language.ts";
import { base, buttons, numerals } from "../../shared/ui/styles.ts";
import type { Ticket } from "../../shared/wire/ticket.ts";
import type { MissedRow } from "../data/lists.ts";
import "./call-by-number.ts";
import { CommandEvent } from "./events.ts";
import { busyMarks, ticketRows } from "./panel-styles.ts";
import { classMark, serviceName, type HallNames } from "./ticket-words.ts";

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
    return html`
      <section aria-labelledby="missed">
        <h2 id="missed" class="heading">
          ${say(panelWords.listMissed, language)}<span class="count">${this.missed.length}</span>
        </h2>
        ${
          this.missed.length === 0
            ? html`<p class="none">${say(panelWords.none, language)}</p>`
            : html`<ul class="rows">
                ${repeat(
                  this.missed,
                  ({ ticket }) => ticket.id,
                  (row) => this.missedRow(row),
                )}
              </ul>`
        }
      </section>
      <section aria-labelledby="held">
        <h2 id="held" class="heading">
          ${say(panelWords.listHeld, language)}<span class="count">${this.held.length}</span>
        </h2>
        ${
          this.held.length === 0
            ? html`<p class="none">${say(panelWords.none, language)}</p>`
            : html`<ul class="rows">
                ${repeat(
                  this.held,
                  ({ id }) => id,
                  (ticket) => this.heldRow(ticket),
                )}
              </ul>`
        }
      </section>
    `;
  }

  private missedRow({ ticket, back }: MissedRow) {
    const language = this.language.current;
    const isOpened = this.opened === ticket.id;
    return html`
      <li>
        <div class="line">
          <button
            class="row"
            type="button"
            aria-expanded=${isOpened ? "true" : "false"}
            title=${say(panelWords.callThis, language, { number: ticket.number })}
            @click=${() => (this.opened = isOpened ? null : ticket.id)}
          >
            ${this.about(ticket, ticket.requeues > 0 ? say(panelWords.requeued, language, { times: ticket.requeues }) : "")}
          </button>
          ${
            back === null
              ? html`<span class="wait">${say(panelWords.requeueOver, language)}</span>`
              : this.button({
                  ticket,
                  words: say(back === "next-here" ? panelWords.backNextHere : panelWords.backRequeue, language),
                  isOff: this.off,
                  press: () => this.ask({ type: "requeue", ticket: ticket.id, isNextHere: back === "next-here" }),
                })
          }
        </div>
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

  private heldRow(ticket: Ticket) {
    const language = this.language.current;
    return html`
      <li class="line">
        <div class="row">${this.about(ticket, "")}</div>
        ${this.button({
          ticket,
          words: say(panelWords.resume, language),
          isOff: this.off || this.inHand !== null,
          press: () => this.ask({ type: "resume", ticket: ticket.id }),
        })}
      </li>
    `;
  }

  private about(ticket: Ticket, more: string) {
    const language = this.language.current;
    const marks = [classMark(ticket, language), more].filter((mark) => mark !== "").join(" · ");
    return html`
      <span class="number">${ticket.number}</span>
      <span class="what"
        ><span class="service">${serviceName(this.hall, ticket.service, language)}</span>${
          marks === "" ? nothing : html`<span class="mark">${marks}</span>`
        }</span
      >
    `;
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
