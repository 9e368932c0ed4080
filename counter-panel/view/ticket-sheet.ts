/** `<ld-ticket-sheet>`: one ticket and what the desk can do for it. @fires DeskCommandEvent, ReprintEvent */
import { css, html, LitElement, nothing } from "lit";
import { customElement, property, state } from "lit/decorators.js";
import { isOpenState, type TicketClass } from "../../shared/domain/vocabulary.ts";
import { deskWords } from "../../shared/text/guide-desk.ts";
import { panelWords } from "../../shared/text/panel.ts";
import { staffStates, ticketClasses } from "../../shared/text/states.ts";
import { say } from "../../shared/text/text.ts";
import { timeOfDay } from "../../shared/text/times.ts";
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
import { busyMarks } from "./panel-styles.ts";
import { slipLine } from "./slip-line.ts";
import { counterLabel, reasonName, serviceName } from "./ticket-words.ts";
import { troubleText } from "./trouble-text.ts";

const cancellable: ReadonlySet<string> = new Set(["waiting", "missed", "held"]);

@customElement("ld-ticket-sheet")
export class TicketSheet extends LitElement {
  static override styles = [
    base,
    buttons,
    notes,
    numerals,
    busyMarks,
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
      .ask p {
        margin-bottom: var(--ld-space-2);
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
  @state() private asking: "cancel" | "class" | null = null;

  private readonly language = new LanguageController(this);

  override willUpdate(): void {
    if (this.asking === "cancel" && !cancellable.has(this.ticket?.state ?? "")) this.asking = null;
  }

  override render() {
    const { ticket } = this;
    if (!ticket) return nothing;
    const language = this.language.current;
    const slip = slipLine(this.jobs, language);
    return html`
      <article aria-label=${ticket.number}>
        <div class="top" role="status">
          <p class="number">${ticket.number}</p>
          <p class="state">
            ${this.fresh && ticket.state === "waiting" ? say(deskWords.given, language) : say(staffStates[ticket.state], language)}
          </p>
        </div>
        <dl>
          ${this.facts(ticket).map(
            ([name, value]) =>
              html`<dt>${name}</dt>
                <dd>${value}</dd>`,
          )}
          ${
            slip === null
              ? nothing
              : html`<dt>${say(deskWords.slip, language)}</dt>
                  <dd>${slip}</dd>`
          }
        </dl>
        ${this.buttons(ticket)} ${this.question(ticket)}
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

  private facts(ticket: Ticket): [string, string][] {
    const language = this.language.current;
    const reason = reasonName(this.hall, ticket, language);
    const facts: [string, string | null][] = [
      [say(deskWords.service, language), serviceName(this.hall, ticket.service, language)],
      [
        say(deskWords.class, language),
        [say(ticketClasses[ticket.class], language), reason].filter((part) => part !== "").join(" · "),
      ],
      [say(deskWords.takenAt, language), timeOfDay(ticket.issuedAt)],
      [
        say(deskWords.aheadName, language),
        ticket.ahead === null ? null : say(deskWords.people, language, { count: ticket.ahead }),
      ],
      [
        say(panelWords.counter, language),
        ticket.counter === null ? null : counterLabel(this.hall, ticket.counter, language),
      ],
      [say(deskWords.files, language), ticket.matters > 1 ? String(ticket.matters) : null],
      [
        say(deskWords.letBackIn, language),
        ticket.requeues > 0 ? say(deskWords.times, language, { times: ticket.requeues }) : null,
      ],
      [say(panelWords.assisted, language), ticket.assisted ? say(deskWords.yes, language) : null],
    ];
    return facts.filter((fact): fact is [string, string] => fact[1] !== null);
  }

  private buttons(ticket: Ticket) {
    const language = this.language.current;
    const isOpen = isOpenState(ticket.state);
    return html`
      <div class="buttons">
        ${
          ticket.state === "missed"
            ? this.button(say(panelWords.backRequeue, language), "primary", () =>
                this.ask({ type: "requeue", ticket: ticket.id, isNextHere: false }),
              )
            : nothing
        }
        ${
          isOpen
            ? html`${this.button(say(ticket.assisted ? deskWords.assistEnd : deskWords.assistBegin, language), "", () =>
                this.ask({ type: "assist", ticket: ticket.id, assisted: !ticket.assisted }),
              )}
              ${this.button(say(deskWords.changeClass, language), "", () => this.toggle("class"))}`
            : nothing
        }
        ${this.jobs.length > 0 ? this.button(say(this.isPrinted ? deskWords.reprint : deskWords.printNow, language), "", () => this.dispatchEvent(new ReprintEvent())) : nothing}
        ${cancellable.has(ticket.state) ? this.button(say(deskWords.cancelTicket, language), "trouble", () => this.toggle("cancel")) : nothing}
      </div>
    `;
  }

  private question(ticket: Ticket) {
    const language = this.language.current;
    switch (this.asking) {
      case "cancel":
        return html`<div class="ask">
          <p>${say(deskWords.cancelSure, language, { number: ticket.number })}</p>
          <div class="buttons">
            ${this.button(say(panelWords.goBack, language), "", () => (this.asking = null))}
            ${this.button(say(deskWords.cancelNow, language), "trouble", () => this.ask({ type: "cancel", ticket: ticket.id }))}
          </div>
        </div>`;
      case "class":
        return html`<div class="ask">
          <p>${say(deskWords.newClass, language)}</p>
          <ld-class-choice
            .reasons=${this.hall?.reasons ?? []}
            .reason=${ticket.reason}
            .ticketClass=${ticket.class}
            @class-chosen=${(event: ClassChosenEvent) => this.reclassify(ticket, event.ticketClass, event.reason)}
          ></ld-class-choice>
        </div>`;
      case null:
        return nothing;
      default:
        return this.asking satisfies never;
    }
  }

  private button(words: string, look: string, press: () => void) {
    return html`<button
      class="button ${look}"
      type="button"
      aria-disabled=${this.off || this.busy ? "true" : "false"}
      aria-busy=${this.busy ? "true" : "false"}
      @click=${() => this.off || this.busy || press()}
    >
      ${words}
    </button>`;
  }

  private toggle(question: "cancel" | "class"): void {
    this.asking = this.asking === question ? null : question;
  }

  private reclassify(ticket: Ticket, ticketClass: TicketClass, reason: string | null): void {
    const words = reason ?? say(deskWords.noPriority, this.language.current);
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
