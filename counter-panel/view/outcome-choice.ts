/** `<ld-outcome-choice>`: what came of it, and how many files were done. @fires ChoiceEvent */
import { css, html, LitElement } from "lit";
import { customElement, property } from "lit/decorators.js";
import { outcomes, type Outcome } from "../../shared/domain/vocabulary.ts";
import { panelWords } from "../../shared/text/panel.ts";
import { outcomes as outcomeWords } from "../../shared/text/states.ts";
import { say, type Words } from "../../shared/text/text.ts";
import { LanguageController } from "../../shared/ui/language.ts";
import { base } from "../../shared/ui/styles.ts";
import type { Choice } from "../data/work-parts.ts";
import { ChoiceEvent } from "./events.ts";
import { choices, keyCaps } from "./panel-styles.ts";
import "./stepper.ts";
import type { SteppedEvent } from "./stepper.ts";

const mostFiles = 99;

/** On buttons the seven are said in two or four characters; in full they are the titles. */
const shortWords = {
  accepted: panelWords.outcomeAccepted,
  done: panelWords.outcomeDone,
  "more-needed": panelWords.outcomeMoreNeeded,
  refused: panelWords.outcomeRefused,
  advice: panelWords.outcomeAdvice,
  referred: panelWords.outcomeReferred,
  left: panelWords.outcomeLeft,
} as const satisfies Record<Outcome, Words>;

@customElement("ld-outcome-choice")
export class OutcomeChoice extends LitElement {
  static override styles = [
    base,
    choices,
    keyCaps,
    css`
      .line {
        display: flex;
        flex-wrap: wrap;
        align-items: center;
        gap: var(--ld-space-3) var(--ld-space-5);
      }
      .part {
        display: flex;
        align-items: center;
        gap: var(--ld-space-3);
      }
      .name {
        font-size: var(--ld-text-s);
        font-weight: var(--ld-bold);
        white-space: nowrap;
      }
      .key {
        border: 0;
        margin-left: 0;
        color: inherit;
      }
    `,
  ];

  @property({ attribute: false }) choice: Choice = { outcome: null, quantity: 1 };

  /** As many files as can be done now. */
  @property({ attribute: false }) most: number | null = null;

  private readonly language = new LanguageController(this);

  override render() {
    const language = this.language.current;
    return html`
      <div class="line">
        <div class="part" role="group" aria-labelledby="outcome">
          <span id="outcome" class="name">${say(panelWords.outcome, language)}</span>
          <div class="choices">
            ${outcomes.map(
              (outcome, index) =>
                html`<button
                  class="choice"
                  type="button"
                  title=${say(outcomeWords[outcome], language)}
                  aria-keyshortcuts=${String(index + 1)}
                  aria-pressed=${outcome === this.choice.outcome ? "true" : "false"}
                  @click=${() => this.press(outcome)}
                >
                  ${say(shortWords[outcome], language)}<span class="key" aria-hidden="true">${index + 1}</span>
                </button>`,
            )}
          </div>
        </div>
        <div class="part">
          <span class="name" aria-hidden="true">${say(panelWords.quantity, language)}</span>
          <ld-stepper
            label=${say(panelWords.quantity, language)}
            .value=${this.choice.quantity}
            .most=${this.most ?? mostFiles}
            @stepped=${(event: SteppedEvent) => this.dispatchEvent(new ChoiceEvent({ quantity: event.value }))}
          ></ld-stepper>
        </div>
      </div>
    `;
  }

  /** Chooses the outcome, or takes it back when it was chosen; also for its key. */
  press(outcome: Outcome): void {
    this.dispatchEvent(new ChoiceEvent({ outcome: this.choice.outcome === outcome ? null : outcome }));
  }
}

declare global {
  interface HTMLElementTagNameMap {
    "ld-outcome-choice": OutcomeChoice;
  }
}
