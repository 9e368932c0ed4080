/** `<ld-ticket-actions>`: what else can be done with the ticket in hand. @fires CommandEvent, StepEvent, FormEvent */
import { css, html, LitElement, nothing } from "lit";
import { customElement, property } from "lit/decorators.js";
import type { Language } from "../../shared/domain/vocabulary.ts";
import { panelWords } from "../../shared/text/panel.ts";
import { say, type Words } from "../../shared/text/text.ts";
import { LanguageController } from "../../shared/ui/language.ts";
import { base, buttons } from "../../shared/ui/styles.ts";
import type { Ticket } from "../../shared/wire/ticket.ts";
import { isOpenGate, type Allowed, type MissGate } from "../data/steps.ts";
import { CommandEvent, FormEvent, StepEvent } from "./events.ts";
import { missGateText } from "./miss-gate-text.ts";
import { busyMarks, keyCaps } from "./panel-styles.ts";

/** Buttons in the order of the day: the call, the service, the end. */
export type Action = "recall" | "start" | "miss" | "miss-and-next" | "hold" | "transfer" | "finish";

const actions: readonly { readonly action: Action; readonly key: string; readonly words: Words }[] = [
  { action: "recall", key: "R", words: panelWords.recall },
  { action: "start", key: "S", words: panelWords.start },
  { action: "miss", key: "M", words: panelWords.miss },
  { action: "miss-and-next", key: "N", words: panelWords.didNotCome },
  { action: "hold", key: "H", words: panelWords.hold },
  { action: "transfer", key: "T", words: panelWords.transfer },
  { action: "finish", key: "F", words: panelWords.finishOnly },
];

@customElement("ld-ticket-actions")
export class TicketActions extends LitElement {
  static override styles = [
    base,
    buttons,
    keyCaps,
    busyMarks,
    css`
      .grid {
        display: grid;
        grid-template-rows: repeat(2, minmax(0, 1fr));
        grid-template-columns: repeat(4, 1fr);
        gap: var(--ld-space-3);
        height: calc(7.5 * var(--ld-unit));
      }
      .button {
        flex-wrap: wrap;
        align-content: center;
        padding: 0 var(--ld-space-2);
      }
      .button[data-action="finish"] {
        grid-column: span 2;
      }
      small {
        flex-basis: 100%;
        margin-top: 0.15em;
        font-size: var(--ld-text-xs);
        font-weight: var(--ld-regular);
      }
    `,
  ];

  @property({ attribute: false }) ticket: Ticket | null = null;
  @property({ attribute: false }) allowed: Allowed | null = null;
  @property({ attribute: false }) gate: MissGate | null = null;
  /** What is on its way. */
  @property({ attribute: false }) busy: string | null = null;
  /** Whether the counter goes on to the next one: not on its way into a break. */
  @property({ type: Boolean }) next = false;
  /** Whether nothing can be pressed now. */
  @property({ type: Boolean }) off = false;

  private readonly language = new LanguageController(this);

  override render() {
    const language = this.language.current;
    return html`
      <div class="grid" role="group" aria-label=${say(panelWords.withTicket, language)}>
        ${actions.map(
          ({ action, key, words }) => html`
            <button
              class="button"
              type="button"
              data-action=${action}
              aria-keyshortcuts=${key}
              aria-disabled=${this.can(action) ? "false" : "true"}
              aria-busy=${this.busy === busyAs(action) ? "true" : "false"}
              @click=${() => this.press(action)}
            >
              ${say(words, language)}<span class="key" aria-hidden="true">${key}</span>
              ${this.under(action, language)}
            </button>
          `,
        )}
      </div>
    `;
  }

  /** What is wanting before somebody can be missed, and what else the press does. */
  private under(action: Action, language: Language) {
    if (action === "miss-and-next") return html`<small>${say(panelWords.missAndNext, language)}</small>`;
    const wanting = action === "miss" && this.allowed?.miss && this.gate ? missGateText(this.gate, language) : null;
    return wanting === null ? nothing : html`<small>${wanting}</small>`;
  }

  /** Does what the button does; also for its key. */
  press(action: Action): void {
    if (!this.ticket || !this.can(action)) return;
    const ticket = this.ticket.id;
    switch (action) {
      case "recall":
      case "start":
      case "hold":
        this.dispatchEvent(new CommandEvent({ type: action, ticket }));
        return;
      case "miss":
      case "miss-and-next":
        this.dispatchEvent(new CommandEvent({ type: "miss", ticket, next: action === "miss-and-next" }));
        return;
      case "transfer":
        this.dispatchEvent(new FormEvent("transfer"));
        return;
      case "finish":
        this.dispatchEvent(new StepEvent("finish"));
        return;
      default:
        action satisfies never;
    }
  }

  private can(action: Action): boolean {
    if (action === "miss-and-next") return this.next && this.can("miss");
    if (this.off || !this.allowed?.[action]) return false;
    return action !== "miss" || (this.gate !== null && isOpenGate(this.gate));
  }
}

/** What is on its way once it was pressed. */
function busyAs(action: Action): string {
  if (action === "finish") return "end";
  return action === "miss-and-next" ? "miss" : action;
}

declare global {
  interface HTMLElementTagNameMap {
    "ld-ticket-actions": TicketActions;
  }
}
