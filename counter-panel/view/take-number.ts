/**
 * `<ld-take-number>`: a number for somebody at the desk. What is otherwise than usual is chosen first; the press on the
 * service gives the number.
 * @fires IssueEvent
 */
import { css, html, LitElement } from "lit";
import { customElement, property, state } from "lit/decorators.js";
import { languages, type Language, type TicketClass } from "../../shared/domain/vocabulary.ts";
import { closedShort } from "../../shared/text/closed-service.ts";
import { commonWords } from "../../shared/text/common.ts";
import { deskWords } from "../../shared/text/guide-desk.ts";
import { languageTags, pick, say } from "../../shared/text/text.ts";
import { shortWait } from "../../shared/text/times.ts";
import { LanguageController } from "../../shared/ui/language.ts";
import { phrased } from "../../shared/ui/phrased.ts";
import { base, buttons, notes } from "../../shared/ui/styles.ts";
import type { HallNow } from "../../shared/wire/hall.ts";
import type { DeskTrouble } from "../data/desk.ts";
import "./class-choice.ts";
import type { ClassChosenEvent } from "./class-choice.ts";
import { IssueEvent } from "./desk-events.ts";
import { issueTrouble } from "./issue-trouble.ts";
import { busyMarks, choices } from "./panel-styles.ts";
import "./stepper.ts";
import type { SteppedEvent } from "./stepper.ts";

@customElement("ld-take-number")
export class TakeNumber extends LitElement {
  static override styles = [
    base,
    buttons,
    notes,
    choices,
    busyMarks,
    css`
      .part {
        margin-bottom: var(--ld-space-4);
      }
      .name {
        display: block;
        margin-bottom: var(--ld-space-1);
        font-size: var(--ld-text-s);
        font-weight: var(--ld-bold);
      }
      .services {
        display: grid;
        grid-template-columns: repeat(auto-fill, minmax(calc(15 * var(--ld-unit)), 1fr));
        gap: var(--ld-space-2);
      }
      .services .choice {
        display: flex;
        align-items: center;
        text-align: left;
      }
      .services .waiting {
        margin-left: auto;
        padding-left: var(--ld-space-2);
        font-size: var(--ld-text-s);
        text-align: right;
        white-space: nowrap;
      }
      .services .about {
        display: block;
      }
      .services .why {
        white-space: normal;
      }
      .pair {
        display: flex;
        flex-wrap: wrap;
        gap: var(--ld-space-4) var(--ld-space-6);
      }
    `,
  ];

  @property({ attribute: false }) hall: HallNow | null = null;
  /** Waiting tickets of each service. */
  @property({ attribute: false }) waiting: ReadonlyMap<string, number> = new Map();
  @property({ attribute: false }) trouble: DeskTrouble | null = null;
  @property({ type: Boolean }) busy = false;
  @property({ type: Boolean }) off = false;
  @state() private ticketClass: TicketClass = "normal";
  @state() private reason: string | null = null;
  @state() private slipLanguage: Language = "zh";
  @state() private matters = 1;

  private readonly language = new LanguageController(this);

  override render() {
    const language = this.language.current;
    return html`
      ${issueTrouble(this.trouble, language)}
      <div class="part" role="group" aria-labelledby="class">
        <span id="class" class="name">${say(deskWords.class, language)}</span>
        <ld-class-choice
          .reasons=${this.hall?.reasons ?? []}
          .reason=${this.reason}
          .ticketClass=${this.ticketClass}
          @class-chosen=${this.classChosen}
        ></ld-class-choice>
      </div>
      <div class="part pair">
        <div role="group" aria-labelledby="lang">
          <span id="lang" class="name">${say(deskWords.slipLanguage, language)}</span>
          <div class="choices">
            ${languages.map(
              (each) =>
                html`<button
                  class="choice"
                  type="button"
                  lang=${languageTags[each]}
                  aria-pressed=${each === this.slipLanguage ? "true" : "false"}
                  @click=${() => (this.slipLanguage = each)}
                >
                  ${commonWords.languageName[each]}
                </button>`,
            )}
          </div>
        </div>
        <div>
          <span class="name" aria-hidden="true">${say(deskWords.files, language)}</span>
          <ld-stepper
            label=${say(deskWords.files, language)}
            .value=${this.matters}
            @stepped=${(event: SteppedEvent) => (this.matters = event.value)}
          ></ld-stepper>
        </div>
      </div>
      <div class="part" role="group" aria-labelledby="service">
        <span id="service" class="name">${say(deskWords.pressToGive, language)}</span>
        <div class="services">${this.hall?.services.map((service) => this.serviceChoice(service))}</div>
      </div>
    `;
  }

  /** The number was given: the next resident begins anew. */
  reset(): void {
    this.ticketClass = "normal";
    this.reason = null;
    this.slipLanguage = "zh";
    this.matters = 1;
  }

  private serviceChoice(service: HallNow["services"][number]) {
    const { id, prefix, name } = service;
    const language = this.language.current;
    const closed = closedShort(service, this.hall?.now ?? "", language);
    return html`<button
      class="choice"
      type="button"
      aria-disabled=${this.off ? "true" : "false"}
      aria-busy=${this.busy ? "true" : "false"}
      @click=${() => this.give(id)}
    >
      <span>${prefix} ${phrased(pick(name, language), language)}</span>
      <span class="waiting ${closed === null ? "" : "why"}"> ${closed ?? this.waits(service)} </span>
    </button>`;
  }

  /** How many wait and, below, about how long: what somebody who asks at the desk is told. */
  private waits({ id, estimate }: HallNow["services"][number]) {
    const language = this.language.current;
    const count = this.waiting.get(id) ?? 0;
    const words = say(deskWords.waitingShort, language, { count });
    if (count === 0 || estimate === null) return words;
    return html`${words}<span class="about">${shortWait(estimate.p50, language)}</span>`;
  }

  private classChosen(event: ClassChosenEvent): void {
    this.ticketClass = event.ticketClass;
    this.reason = event.reason;
  }

  private give(service: string): void {
    if (this.off || this.busy) return;
    const { ticketClass, reason, matters } = this;
    this.dispatchEvent(new IssueEvent({ service, class: ticketClass, reason, lang: this.slipLanguage, matters }));
  }
}

declare global {
  interface HTMLElementTagNameMap {
    "ld-take-number": TakeNumber;
  }
}
