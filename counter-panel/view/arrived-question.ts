/**
 * `<ld-arrived-question>`: 来了吗?, in the place of the buttons. Takes the focus, so that the key that asked
 * cannot answer. @fires AnswerEvent, CommandEvent
 */
import { css, html, LitElement, nothing } from "lit";
import { customElement, property } from "lit/decorators.js";
import { panelWords } from "../../shared/text/panel.ts";
import { say } from "../../shared/text/text.ts";
import { LanguageController } from "../../shared/ui/language.ts";
import { base, buttons, numerals } from "../../shared/ui/styles.ts";
import type { Ticket } from "../../shared/wire/ticket.ts";
import { isOpenGate, type MissGate } from "../data/steps.ts";
import { AnswerEvent, CommandEvent } from "./events.ts";
import { missGateText } from "./miss-gate-text.ts";
import { busyMarks, keyCaps } from "./panel-styles.ts";

@customElement("ld-arrived-question")
export class ArrivedQuestion extends LitElement {
  static override styles = [
    base,
    buttons,
    numerals,
    keyCaps,
    busyMarks,
    css`
      .question {
        display: flex;
        align-items: stretch;
        gap: var(--ld-space-3);
        min-height: calc(7.5 * var(--ld-unit));
        border-left: var(--ld-bar) solid var(--ld-on-signal);
        background: var(--ld-signal);
        color: var(--ld-on-signal);
        padding: var(--ld-space-3);
      }
      .asked {
        display: flex;
        flex: 1;
        flex-direction: column;
        justify-content: center;
        padding-left: var(--ld-space-3);
      }
      h2 {
        font-size: var(--ld-text-xl);
        line-height: var(--ld-leading-tight);
      }
      .asked p {
        margin-top: var(--ld-space-1);
        font-size: var(--ld-text-s);
      }
      .button {
        flex: 0 0 calc(10.5 * var(--ld-unit));
        flex-wrap: wrap;
        align-content: center;
        font-size: var(--ld-text-l);
        padding: 0 var(--ld-space-2);
      }
      .button.side {
        flex-basis: calc(6.5 * var(--ld-unit));
        font-size: var(--ld-text-m);
      }
      .button.quiet {
        color: var(--ld-on-signal);
      }
      small {
        flex-basis: 100%;
        margin-top: 0.25em;
        font-size: var(--ld-text-xs);
        font-weight: var(--ld-regular);
      }
    `,
  ];

  @property({ attribute: false }) ticket: Ticket | null = null;
  @property({ attribute: false }) gate: MissGate = { calls: 0, seconds: 0 };
  /** Whether the answer also calls the next. */
  @property({ type: Boolean }) next = false;
  @property({ type: Boolean }) busy = false;
  @property({ type: Boolean }) off = false;

  private readonly language = new LanguageController(this);

  override render() {
    const language = this.language.current;
    const { ticket } = this;
    if (!ticket) return nothing;
    const wanting = missGateText(this.gate, language);
    return html`
      <div class="question" role="group" tabindex="-1" aria-labelledby="asked" aria-describedby="then">
        <div class="asked">
          <h2 id="asked">${say(panelWords.hasCome, language, { number: ticket.number })}</h2>
          <p id="then">${say(this.next ? panelWords.thenNext : panelWords.thenStop, language)}</p>
        </div>
        ${this.button({ words: say(panelWords.came, language), key: "Y", isOn: true, press: () => this.answer(true) })}
        ${this.button({
          words: say(panelWords.didNotCome, language),
          key: "N",
          isOn: isOpenGate(this.gate),
          note: wanting,
          press: () => this.answer(false),
        })}
        ${this.button({ words: say(panelWords.recall, language), key: "R", isOn: true, isSide: true, press: () => this.recall() })}
        <button class="button quiet side" type="button" @click=${() => this.dispatchEvent(new AnswerEvent(null))}>
          ${say(panelWords.goBack, language)}<span class="key" aria-hidden="true">Esc</span>
        </button>
      </div>
    `;
  }

  override firstUpdated(): void {
    this.renderRoot.querySelector<HTMLElement>(".question")?.focus();
  }

  /** Answers, where the answer is allowed yet; also for its key. */
  answer(hasCome: boolean): void {
    if (this.off || (!hasCome && !isOpenGate(this.gate))) return;
    this.dispatchEvent(new AnswerEvent(hasCome));
  }

  recall(): void {
    if (this.ticket && !this.off) this.dispatchEvent(new CommandEvent({ type: "recall", ticket: this.ticket.id }));
  }

  private button(of: {
    words: string;
    key: string;
    isOn: boolean;
    note?: string | null;
    isSide?: boolean;
    press: () => void;
  }) {
    return html`
      <button
        class="button ${of.isSide === true ? "side" : ""}"
        type="button"
        aria-keyshortcuts=${of.key}
        aria-disabled=${of.isOn && !this.off ? "false" : "true"}
        aria-busy=${this.busy ? "true" : "false"}
        @click=${of.press}
      >
        ${of.words}<span class="key" aria-hidden="true">${of.key}</span>
        ${of.note == null ? nothing : html`<small>${of.note}</small>`}
      </button>
    `;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    "ld-arrived-question": ArrivedQuestion;
  }
}
