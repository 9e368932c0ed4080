/**
 * `<ld-counter-actions>`: what a clerk presses beside the work on the ticket: another service for the visit, the last
 * step back, somebody to help. The last two are there with nothing in hand too.
 * @fires CommandEvent, FormEvent
 */
import { css, html, LitElement, nothing } from "lit";
import { customElement, property } from "lit/decorators.js";
import { panelWords } from "../../shared/text/panel.ts";
import { stepWords } from "../../shared/text/states.ts";
import { say } from "../../shared/text/text.ts";
import { LanguageController } from "../../shared/ui/language.ts";
import { base, buttons, numerals } from "../../shared/ui/styles.ts";
import type { Counter } from "../../shared/wire/counter.ts";
import { running } from "./clock-words.ts";
import { CommandEvent, FormEvent } from "./events.ts";
import { busyMarks, keyCaps } from "./panel-styles.ts";

@customElement("ld-counter-actions")
export class CounterActions extends LitElement {
  static override styles = [
    base,
    buttons,
    keyCaps,
    numerals,
    busyMarks,
    css`
      .row {
        display: grid;
        /* The last place is kept, so that no press on the call for help falls on what calls it off. */
        grid-template-columns: repeat(3, 1fr) calc(6 * var(--ld-unit));
        gap: var(--ld-space-3);
      }
      .button {
        min-height: calc(2.75 * var(--ld-unit));
        padding: 0 var(--ld-space-2);
      }
      .seconds {
        /* As wide as two figures, so that the words stand still while it runs down. */
        min-width: 3em;
        margin-left: 0.4em;
        text-align: right;
      }
    `,
  ];

  @property({ attribute: false }) counter: Counter | null = null;
  /** What is on its way. */
  @property({ attribute: false }) busy: string | null = null;
  /** Whether a ticket is in hand, to which a service can be added. */
  @property({ type: Boolean }) holding = false;
  /** Whether nothing can be pressed now. */
  @property({ type: Boolean }) off = false;
  /** The hub's clock. */
  @property({ type: Number }) nowMillis = 0;

  private readonly language = new LanguageController(this);

  override render() {
    const language = this.language.current;
    const { step } = this;
    return html`
      <div class="row">
        <button
          class="button"
          type="button"
          aria-keyshortcuts="+"
          aria-disabled=${this.off || !this.holding ? "true" : "false"}
          @click=${() => this.press("add")}
        >
          ${say(panelWords.addService, language)}<span class="key" aria-hidden="true">+</span>
        </button>
        <button
          class="button"
          type="button"
          aria-keyshortcuts="Z"
          aria-disabled=${this.off || step === null ? "true" : "false"}
          aria-busy=${this.busy === "undo" ? "true" : "false"}
          @click=${() => this.press("undo")}
        >
          ${
            step === null
              ? say(panelWords.undo, language)
              : say(panelWords.undoStep, language, { step: say(stepWords[step.what], language) })
          }${step === null ? nothing : html`<span class="seconds">${say(panelWords.secondsLeft, language, { seconds: step.seconds })}</span>`}<span
            class="key"
            aria-hidden="true"
            >Z</span
          >
        </button>
        <button
          class="button ${this.isHelpAsked ? "signal" : ""}"
          type="button"
          aria-keyshortcuts="F12"
          aria-disabled=${this.off ? "true" : "false"}
          aria-busy=${this.busy === "help" ? "true" : "false"}
          @click=${() => this.press("help")}
        >
          ${this.helpWords()}<span class="key" aria-hidden="true">F12</span>
        </button>
        ${
          this.isHelpAsked
            ? html`<button
                class="button"
                type="button"
                aria-disabled=${this.off ? "true" : "false"}
                @click=${() => this.off || this.dispatchEvent(new CommandEvent({ type: "answer-help" }))}
              >
                ${say(panelWords.callOffHelp, this.language.current)}
              </button>`
            : nothing
        }
      </div>
    `;
  }

  /** Does what the button does; also for its key. */
  press(what: "add" | "undo" | "help"): void {
    if (this.off) return;
    switch (what) {
      case "add":
        if (this.holding) this.dispatchEvent(new FormEvent("services"));
        return;
      case "undo":
        if (this.step) this.dispatchEvent(new CommandEvent({ type: "undo" }));
        return;
      case "help":
        if (!this.isHelpAsked) this.dispatchEvent(new CommandEvent({ type: "ask-help" }));
        return;
      default:
        what satisfies never;
    }
  }

  /** What can be taken back, and the seconds left for it. */
  private get step() {
    const undo = this.counter?.undo;
    if (!undo) return null;
    const seconds = Math.ceil((Date.parse(undo.until) - this.nowMillis) / 1000);
    return seconds > 0 ? { what: undo.what, seconds } : null;
  }

  private get isHelpAsked(): boolean {
    const help = this.counter?.help;
    return help != null && help.answeredAt === null;
  }

  private helpWords(): string {
    const language = this.language.current;
    const help = this.counter?.help;
    return help && this.isHelpAsked
      ? say(panelWords.helpAsked, language, { span: running(help.askedAt, this.nowMillis) })
      : say(panelWords.askHelp, language);
  }
}

declare global {
  interface HTMLElementTagNameMap {
    "ld-counter-actions": CounterActions;
  }
}
