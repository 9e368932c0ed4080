/** `<ld-in-hand>`: the ticket in hand, large, with what a clerk has to know of it; or that there is none. */
import { css, html, LitElement, nothing } from "lit";
import { customElement, property } from "lit/decorators.js";
import { pendingLegs } from "../../shared/domain/legs.ts";
import { commonWords } from "../../shared/text/common.ts";
import { panelWords } from "../../shared/text/panel.ts";
import { staffStates } from "../../shared/text/states.ts";
import { say } from "../../shared/text/text.ts";
import { LanguageController } from "../../shared/ui/language.ts";
import { base, hiddenText, numerals } from "../../shared/ui/styles.ts";
import type { Ticket } from "../../shared/wire/ticket.ts";
import type { Delivery } from "../data/delivery.ts";
import type { Onward } from "../data/steps.ts";
import type { Left } from "../data/work-parts.ts";
import { running, waited } from "./clock-words.ts";
import { cameFrom, classLine, counterLabel, namesOf, serviceName, type HallNames } from "./ticket-words.ts";

@customElement("ld-in-hand")
export class InHand extends LitElement {
  static override styles = [
    base,
    numerals,
    hiddenText,
    css`
      .card {
        display: flex;
        min-height: calc(12 * var(--ld-unit));
        border: var(--ld-rule) solid var(--ld-line-strong);
        background: var(--ld-sheet);
      }
      .stub {
        display: flex;
        flex: 0 0 calc(21.25 * var(--ld-unit));
        flex-direction: column;
        justify-content: center;
        padding: var(--ld-space-3) var(--ld-space-5);
        background: var(--ld-well);
      }
      .called .stub {
        background: var(--ld-signal);
        color: var(--ld-on-signal);
      }
      .serving .stub {
        background: var(--ld-structure);
        color: var(--ld-on-structure);
      }
      .state {
        display: flex;
        align-items: baseline;
        justify-content: space-between;
        font-size: var(--ld-text-l);
        font-weight: var(--ld-bold);
      }
      .stub .number {
        font-size: var(--ld-text-4xl);
      }
      .stub .number.long {
        font-size: var(--ld-text-3xl);
      }
      .calm {
        font-size: var(--ld-text-2xl);
        font-weight: var(--ld-bold);
        line-height: var(--ld-leading-tight);
      }
      .about {
        display: flex;
        flex: 1;
        flex-direction: column;
        justify-content: center;
        min-width: 0;
        padding: var(--ld-space-3) var(--ld-space-5);
      }
      .service {
        font-size: var(--ld-text-xl);
        font-weight: var(--ld-bold);
        line-height: 1.25;
      }
      .class {
        margin: var(--ld-space-1) 0;
        font-size: var(--ld-text-l);
        font-weight: var(--ld-bold);
      }
      .class .sign {
        margin-right: 0.4em;
      }
      .facts {
        display: flex;
        flex-wrap: wrap;
        margin-top: var(--ld-space-1);
        font-size: var(--ld-text-m);
      }
      .facts li + li::before {
        content: "·";
        content: "·" / "";
        margin: 0 0.6em;
      }
      .onward {
        margin-top: var(--ld-space-1);
        font-size: var(--ld-text-m);
        font-weight: var(--ld-bold);
      }
      .unseen {
        color: var(--ld-trouble);
        font-weight: var(--ld-bold);
      }
    `,
  ];

  @property({ attribute: false }) ticket: Ticket | null = null;
  @property({ attribute: false }) hall: HallNames | null = null;
  /** What comes after the service in hand. */
  @property({ attribute: false }) onward: Onward | null = null;
  @property({ attribute: false }) delivery: Delivery | null = null;
  /** What left the counter last, named while nothing is in hand. */
  @property({ attribute: false }) left: Left | null = null;
  /** How many wait for this counter. */
  @property({ type: Number }) waiting = 0;
  /** When the hub was asked for the next and had nobody, 10:24. */
  @property({ attribute: false }) askedAt: string | null = null;
  /** The hub's clock; facts count from it. */
  @property({ type: Number }) nowMillis = 0;

  private readonly language = new LanguageController(this);

  override render() {
    return this.ticket ? this.inHand(this.ticket) : this.empty();
  }

  private empty() {
    const language = this.language.current;
    return html`
      <section class="card" aria-label=${say(panelWords.inHand, language)}>
        <div class="stub"><p class="calm">${say(panelWords.nothingInHand, language)}</p></div>
        <div class="about" role="status">
          <p class="calm">
            ${this.waiting === 0 ? say(panelWords.nobodyWaiting, language) : say(panelWords.waitingCount, language, { count: this.waiting })}
          </p>
          <ul class="facts">
            ${this.emptyFacts().map((fact) => html`<li>${fact}</li>`)}
          </ul>
        </div>
      </section>
    `;
  }

  private emptyFacts(): string[] {
    const language = this.language.current;
    const { left, askedAt } = this;
    return [
      left && say(panelWords.lastOne, language, { number: left.ticket.number, state: this.whatBecameOf(left) }),
      askedAt !== null && this.waiting === 0 ? say(panelWords.askedForNext, language, { time: askedAt }) : null,
    ].filter((fact) => fact !== null);
  }

  /** 办理完毕, 过号, 挂起; 转到 and where to. */
  private whatBecameOf({ ticket, to }: Left): string {
    const language = this.language.current;
    if (to === null) return say(staffStates[ticket.state], language);
    const service = to.service === null ? null : serviceName(this.hall, to.service, language);
    const counter = to.counter === null ? null : counterLabel(this.hall, to.counter, language);
    return say(panelWords.sentTo, language, {
      place: [service, counter].filter((part) => part !== null).join(" · "),
    });
  }

  private inHand(ticket: Ticket) {
    const language = this.language.current;
    const isServing = ticket.state === "serving";
    const since = isServing ? ticket.startedAt : ticket.calledAt;
    const stateWord = say(staffStates[ticket.state], language);
    const classWords = classLine(this.hall, ticket, language);
    return html`
      <section class="card ${ticket.state}" aria-label=${say(panelWords.inHand, language)}>
        <div class="stub">
          <p class="state">
            <span>${stateWord}</span><span>${since === null ? nothing : running(since, this.nowMillis)}</span>
          </p>
          <p class="number ${ticket.number.length > 5 ? "long" : ""}">${ticket.number}</p>
        </div>
        <div class="about">
          <p class="visually-hidden" role="status">${ticket.number} ${stateWord}</p>
          <p class="service">${serviceName(this.hall, ticket.service, language)}</p>
          ${classWords === null ? nothing : html`<p class="class"><span class="sign" aria-hidden="true">◆</span>${classWords}</p>`}
          <ul class="facts">
            ${this.facts(ticket).map((fact) => html`<li>${fact}</li>`)}
          </ul>
          ${this.onwardLine()} ${this.deliveryLine(ticket)}
        </div>
      </section>
    `;
  }

  private facts(ticket: Ticket): string[] {
    const language = this.language.current;
    const from = cameFrom(ticket);
    // The first of them is said by itself.
    const later = namesOf(pendingLegs(ticket.legs).slice(1), this.hall, language);
    return [
      ticket.calledAt === null ? null : this.waitedWords(ticket, Date.parse(ticket.calledAt)),
      say(panelWords.calledTimes, language, { times: ticket.calls }),
      ticket.matters > 1 ? say(panelWords.matters, language, { count: ticket.matters }) : null,
      later === null ? null : say(panelWords.stillToCome, language, { services: later }),
      from === null ? null : say(panelWords.cameFrom, language, { counter: counterLabel(this.hall, from, language) }),
      ticket.assisted ? say(panelWords.assisted, language) : null,
      (ticket.lang === "en") === (language === "en")
        ? null
        : say(panelWords.speaks, language, { language: commonWords.languageName[ticket.lang] }),
    ].filter((fact) => fact !== null);
  }

  /** 已等18分钟; what stands for less than a minute says so itself. */
  private waitedWords(ticket: Ticket, calledMillis: number): string {
    const language = this.language.current;
    const words = waited(ticket, calledMillis, language);
    return words.isShort ? words.text : say(panelWords.waited, language, { span: words.text });
  }

  /** Said before the press that does it. */
  private onwardLine() {
    const { onward } = this;
    if (onward === null) return nothing;
    const language = this.language.current;
    const words =
      onward.to === "rest"
        ? say(panelWords.thenRest, language, { most: onward.most, rest: onward.rest })
        : say(panelWords.thenOn, language, { service: serviceName(this.hall, onward.service, language) });
    return html`<p class="onward"><span class="sign" aria-hidden="true">→ </span>${words}</p>`;
  }

  /** Said only where the hub has said it; silence means nothing. */
  private deliveryLine(ticket: Ticket) {
    if (this.delivery?.number !== ticket.number) return nothing;
    const language = this.language.current;
    const spoken = this.delivery.isSpoken ? ` ${say(panelWords.spoken, language)}` : "";
    return this.delivery.screens > 0
      ? html`<p class="facts">${say(panelWords.shown, language)}${spoken}</p>`
      : html`<p class="facts unseen" role="alert">! ${say(panelWords.notShown, language)}</p>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    "ld-in-hand": InHand;
  }
}
