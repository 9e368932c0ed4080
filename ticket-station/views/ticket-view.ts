/**
 * `<ld-ticket>`: the number, huge, and what became of its slip. Where nothing was printed this page is the slip
 * and stays until somebody says that the number was noted.
 */
import { html, LitElement, nothing, type TemplateResult } from "lit";
import { customElement, property, state } from "lit/decorators.js";
import type { Language } from "../../shared/domain/vocabulary.ts";
import { whichCounters } from "../../shared/text/slip.ts";
import { stationWords } from "../../shared/text/station.ts";
import { pick, say, sayAny, type Words } from "../../shared/text/text.ts";
import { aboutWait, timeOfDay } from "../../shared/text/times.ts";
import { LanguageController } from "../../shared/ui/language.ts";
import { phrased } from "../../shared/ui/phrased.ts";
import { base, numerals } from "../../shared/ui/styles.ts";
import type { HallNow, HallServiceNow } from "../../shared/wire/hall.ts";
import type { Ticket } from "../../shared/wire/ticket.ts";
import { DoneEvent } from "../events.ts";
import { press } from "../press.ts";
import { sign, type SignName } from "../signs.ts";
import type { SlipState } from "../slip-state.ts";
import { actions } from "../station-styles.ts";
import { ticketStands } from "../view-words.ts";
import { screenSlip, slipLengths } from "./screen-slip.ts";
import { ticketStyles } from "./ticket-styles.ts";

const slipLines: Readonly<Record<SlipState, { readonly sign: SignName; readonly words: Words }>> = {
  printing: { sign: "wait", words: stationWords.printing },
  printed: { sign: "slip", words: stationWords.printed },
  "no-paper": { sign: "no-slip", words: stationWords.paperOut },
  "not-printed": { sign: "no-slip", words: stationWords.notPrinted },
  "on-screen": { sign: "screen", words: stationWords.onScreen },
};

@customElement("ld-ticket")
export class TicketView extends LitElement {
  static override styles = [base, numerals, actions, ticketStyles];

  @property({ attribute: false }) ticket: Ticket | null = null;
  @property({ attribute: false }) hall: HallNow | null = null;
  @property() slip: SlipState = "printing";
  @property({ type: Boolean, reflect: true }) isLarge = false;

  /** Which of the lengths of a slip on the glass is tried. */
  @state() private tried = 0;
  /** What the slip's length was tried for. */
  private triedFor = "";
  private readonly language = new LanguageController(this);

  override willUpdate(): void {
    const what = [this.ticket?.number, this.language.current, this.slip, String(this.isLarge)].join(" ");
    if (what !== this.triedFor) this.tried = 0;
    this.triedFor = what;
  }

  /** Tries a shorter slip before anything is painted. */
  override updated(): void {
    const paper = this.renderRoot.querySelector(".paper");
    if (!paper || paper.scrollHeight <= paper.clientHeight) return;
    if (this.tried + 1 < slipLengths.length) this.tried += 1;
  }

  override render() {
    const { ticket, hall } = this;
    if (!ticket || !hall) return nothing;
    const language = this.language.current;
    const service = hall.services.find(({ id }) => id === ticket.service);
    const isOnPaper = this.slip === "printed" || this.slip === "printing";
    return html`
      <section class="place">
        <p class="number" data-number=${ticket.number} style="--signs: ${ticket.number.length}">${ticket.number}</p>
        <h2>${service ? phrased(pick(service.name, language), language) : nothing}</h2>
        ${this.facts(ticket, service, language)}
      </section>
      <section class="after">
        ${this.slipLine(ticket, language)}
        ${isOnPaper ? nothing : screenSlip({ ticket, hall, length: slipLengths[this.tried] ?? "least" }, language)}
        ${
          this.slip === "printing"
            ? nothing
            : html`<button
                class="action main"
                type="button"
                data-place="done"
                ${press(() => this.dispatchEvent(new DoneEvent()))}
              >
                ${say(this.slip === "printed" ? stationWords.done : stationWords.remembered, language)}
              </button>`
        }
      </section>
    `;
  }

  private facts(ticket: Ticket, service: HallServiceNow | undefined, language: Language): TemplateResult {
    const counters = whichCounters(service?.where ?? [], language);
    const ahead =
      ticket.ahead === 0
        ? say(stationWords.aheadNobody, language)
        : say(stationWords.aheadCount, language, { count: ticket.ahead });
    return html`
      <dl>
        ${ticket.dueAt === undefined ? nothing : fact(say(stationWords.appointmentLabel, language), timeOfDay(ticket.dueAt))}
        ${ticket.ahead === null ? nothing : fact(say(stationWords.aheadLabel, language), ahead)}
        ${ticket.estimate ? fact(say(stationWords.waitLabel, language), aboutWait(ticket.estimate.p50, language)) : nothing}
        ${counters === "" ? nothing : fact(say(stationWords.counterList, language), counters)}
      </dl>
      ${this.next(ticket, service?.served !== false, language)}
      ${ticket.class === "statutory" || ticket.class === "courtesy" ? html`<p class="then">${say(stationWords.priorityCheck, language)}</p>` : nothing}
    `;
  }

  /** What to do now; somebody who still stands here may be called already. */
  private next(ticket: Ticket, isServed: boolean, language: Language): TemplateResult {
    if (ticket.state !== "waiting" && this.hall)
      return html`<p class="then now" role="status">${ticketStands(ticket, this.hall, language)}</p>`;
    return html`<p class="then">${say(isServed ? stationWords.waitThenGo : stationWords.willOpen, language)}</p>`;
  }

  private slipLine(ticket: Ticket, language: Language): TemplateResult {
    const { sign: shape, words } = slipLines[this.slip];
    return html`<p class="slip ${this.slip}" data-slip=${this.slip} role="status">
      ${sign(shape)}<span>${phrased(sayAny(words, language, { number: ticket.number }), language)}</span>
    </p>`;
  }
}

function fact(name: string, value: string): TemplateResult {
  return html`<div class="fact">
    <dt>${name}</dt>
    <dd>${value}</dd>
  </div>`;
}

declare global {
  interface HTMLElementTagNameMap {
    "ld-ticket": TicketView;
  }
}
