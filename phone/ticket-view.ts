/**
 * `<ld-phone-ticket>`: one ticket on a phone: its number, what is going on, and what can be done.
 * @fires TicketActionEvent when the resident gives the number up or comes back.
 */
import { css, html, LitElement, nothing } from "lit";
import { customElement, property } from "lit/decorators.js";
import { stoppedWhileWaiting } from "../shared/text/closed-service.ts";
import { ticketWords } from "../shared/text/phone.ts";
import { say } from "../shared/text/text.ts";
import { timeOfDay } from "../shared/text/times.ts";
import { LanguageController } from "../shared/ui/language.ts";
import { phrased } from "../shared/ui/phrased.ts";
import { base, buttons, notes, numerals } from "../shared/ui/styles.ts";
import type { HallNow } from "../shared/wire/hall.ts";
import type { Ticket } from "../shared/wire/ticket.ts";
import "./come-back.ts";
import "./give-up.ts";
import "./materials.ts";
import { column } from "./phone-styles.ts";
import type { TicketAction } from "./ticket-action.ts";
import { serviceName, tellTicket, type Telling } from "./ticket-telling.ts";

/** A longer queue is said by its number alone. */
const longestStrip = 12;

@customElement("ld-phone-ticket")
export class TicketView extends LitElement {
  static override styles = [
    base,
    buttons,
    notes,
    numerals,
    column,
    css`
      :host {
        display: flex;
        flex-direction: column;
      }
      .column {
        flex: 1 0 auto;
        width: 100%;
      }
      .label {
        color: var(--ld-ink-soft);
      }
      .number {
        margin: 0 0 var(--ld-space-2) -0.04em;
        font-size: min(28vw, 11rem);
        line-height: 1;
      }
      .number.long {
        font-size: min(22vw, 9rem);
      }
      .number.longest {
        font-size: min(14vw, 7rem);
      }
      .service {
        padding-bottom: var(--ld-space-4);
        border-bottom: var(--ld-bar) solid var(--ld-ink);
        font-size: var(--ld-text-l);
        line-height: 1.35;
      }
      h1 {
        margin: var(--ld-space-4) 0 var(--ld-space-3);
        font-size: min(2.125rem, 11vw);
        line-height: 1.25;
      }
      .lines p {
        margin-bottom: var(--ld-space-1);
        font-size: var(--ld-text-l);
        line-height: 1.4;
      }
      .strip {
        display: flex;
        margin-bottom: var(--ld-space-4);
      }
      .strip i {
        flex: 0 1 1.25rem;
        height: 2rem;
        margin-right: 0.25rem;
        background: var(--ld-line);
      }
      .strip i.own {
        flex: none;
        padding: 0 0.5rem;
        background: var(--ld-structure);
        color: var(--ld-on-structure);
        font-size: 1.0625rem;
        font-style: normal;
        font-weight: var(--ld-bold);
        line-height: 2rem;
      }
      .actions {
        margin-top: var(--ld-space-6);
      }
      .actions > * + * {
        margin-top: var(--ld-space-4);
      }
      .further {
        margin-top: var(--ld-space-6);
        padding-top: var(--ld-space-4);
        border-top: var(--ld-hair) solid var(--ld-line);
      }
      .further p {
        margin-bottom: var(--ld-space-2);
      }
      .note {
        margin-bottom: var(--ld-space-4);
      }

      /* Called: the whole page is the sign */
      :host([tone="now"]) {
        background: var(--ld-signal);
        color: var(--ld-on-signal);
      }
      :host([tone="now"]) .label,
      :host([tone="now"]) .soft {
        color: inherit;
      }
      :host([tone="now"]) .column {
        animation: calling 1.6s steps(1, end) infinite;
        border: min(0.5rem, 2vw) solid var(--ld-on-signal);
      }
      :host([tone="now"]) h1 {
        font-size: min(3.25rem, 15vw);
      }
      @keyframes calling {
        50% {
          border-color: var(--ld-signal);
        }
      }
      @media (prefers-reduced-motion: reduce) {
        :host([tone="now"]) .column {
          animation: none;
        }
      }
    `,
  ];

  @property({ attribute: false }) ticket: Ticket | null = null;
  @property({ attribute: false }) hall: HallNow | null = null;
  /** Set when what is shown may be old: the instant at which it surely was so. */
  @property({ attribute: false }) oldSince: string | null = null;
  /** A command is on its way. */
  @property({ type: Boolean }) working = false;
  /** Why the last command did not happen, and which it was. */
  @property({ attribute: false }) problem: { readonly action: TicketAction; readonly text: string } | null = null;
  /** The hub will not let this ticket back in again. */
  @property({ type: Boolean }) limited = false;
  /** What the ticket says, for the page's ground. */
  @property({ reflect: true }) tone: Telling["tone"] = "calm";

  private readonly language = new LanguageController(this);

  override willUpdate(): void {
    if (this.ticket) this.tone = tellTicket(this.ticket, this.hall, this.language.current).tone;
  }

  override render() {
    const { ticket, hall } = this;
    if (!ticket) return nothing;
    const language = this.language.current;
    const telling = tellTicket(ticket, hall, language);
    const service = hall?.services.find(({ id }) => id === ticket.service);
    const stopped =
      hall && service && ticket.state === "waiting" ? stoppedWhileWaiting(service, hall.now, language) : null;
    return html`
      <div class="column">
        ${
          this.oldSince === null
            ? nothing
            : html`<p class="note trouble" role="status">
                <span class="sign" aria-hidden="true">!</span>
                <span>${phrased(say(ticketWords.asOf, language, { time: timeOfDay(this.oldSince) }), language)}</span>
              </p>`
        }
        ${stopped === null ? nothing : html`<p class="note" role="status"><span class="sign" aria-hidden="true">!</span><span>${phrased(stopped, language)}</span></p>`}
        <p class="label">${say(ticketWords.yourNumber, language)}</p>
        <p class="number ${sizeClass(ticket.number)}">${ticket.number}</p>
        <p class="service">${phrased(serviceName(ticket, hall, language), language)}</p>
        <div role="status">
          <h1>${phrased(telling.headline, language)}</h1>
          ${telling.ahead === null ? nothing : this.strip(telling.ahead)}
          <div class="lines">${telling.lines.map((line) => html`<p>${phrased(line, language)}</p>`)}</div>
        </div>
        <div class="actions">
          ${
            telling.comeBack
              ? html`<ld-come-back
                  .means=${telling.comeBack}
                  .problem=${this.problemOf("requeue")}
                  ?possible=${!this.limited}
                  ?working=${this.working}
                ></ld-come-back>`
              : nothing
          }
          <slot name="actions"></slot>
          ${telling.canGiveUp ? html`<ld-give-up .problem=${this.problemOf("cancel")} ?working=${this.working}></ld-give-up>` : nothing}
        </div>
        ${ticket.state === "waiting" || ticket.state === "held" ? this.further(ticket) : nothing}
      </div>
    `;
  }

  private problemOf(action: TicketAction): string | null {
    return this.problem?.action === action ? this.problem.text : null;
  }

  /** The queue as ticks, the resident's own last: what the number says, seen. */
  private strip(ahead: number) {
    if (ahead > longestStrip) return nothing;
    return html`<div class="strip" aria-hidden="true">
      ${Array.from({ length: ahead }, () => html`<i></i>`)}<i class="own"
        >${say(ticketWords.you, this.language.current)}</i
      >
    </div>`;
  }

  private further(ticket: Ticket) {
    const language = this.language.current;
    const isWaiting = ticket.state === "waiting";
    const materials = this.hall?.services.find(({ id }) => id === ticket.service)?.guide?.materials ?? [];
    return html`
      <div class="further">
        ${
          isWaiting
            ? html`<p>${phrased(say(ticketWords.keepOpen, language), language)}</p>
                <p>${phrased(say(ticketWords.listen, language), language)}</p>`
            : nothing
        }
        <ld-materials .materials=${materials}></ld-materials>
        <p class="soft">${phrased(say(ticketWords.share, language), language)}</p>
        ${this.oldSince === null ? html`<p class="soft">${say(ticketWords.current, language)}</p>` : nothing}
      </div>
    `;
  }
}

function sizeClass(number: string): string {
  if (number.length <= 4) return "";
  return number.length === 5 ? "long" : "longest";
}

declare global {
  interface HTMLElementTagNameMap {
    "ld-phone-ticket": TicketView;
  }
}
