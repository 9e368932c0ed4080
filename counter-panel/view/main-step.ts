/** `<ld-main-step>`: the one big button. @fires StepEvent */
import { css, html, LitElement } from "lit";
import { customElement, property } from "lit/decorators.js";
import { panelWords } from "../../shared/text/panel.ts";
import { say, type Words } from "../../shared/text/text.ts";
import { LanguageController } from "../../shared/ui/language.ts";
import { base, buttons } from "../../shared/ui/styles.ts";
import type { MainStep } from "../data/steps.ts";
import { StepEvent } from "./events.ts";
import { busyMarks, keyCaps } from "./panel-styles.ts";

const words = {
  "call-next": panelWords.next,
  "ask-then-next": panelWords.next,
  "finish-and-next": panelWords.next,
  "ask-then-stop": panelWords.finishHere,
  finish: panelWords.finishHere,
  reopen: panelWords.reopen,
} as const satisfies Record<MainStep, Words>;

const hints = {
  "call-next": panelWords.hintCall,
  "ask-then-next": panelWords.hintAsk,
  "finish-and-next": panelWords.hintFinishNext,
  "ask-then-stop": panelWords.hintPaused,
  finish: panelWords.hintPaused,
  reopen: panelWords.hintReopen,
} as const satisfies Record<MainStep, Words>;

@customElement("ld-main-step")
export class MainStepButton extends LitElement {
  static override shadowRootOptions: ShadowRootInit = { ...LitElement.shadowRootOptions, delegatesFocus: true };

  static override styles = [
    base,
    buttons,
    keyCaps,
    busyMarks,
    css`
      .button {
        flex-direction: column;
        width: calc(21.25 * var(--ld-unit));
        height: calc(7.5 * var(--ld-unit));
      }
      .word {
        font-size: var(--ld-text-2xl);
      }
      .hint {
        margin-top: var(--ld-space-2);
        font-size: var(--ld-text-s);
        font-weight: var(--ld-regular);
      }
    `,
  ];

  @property({ attribute: false }) step: MainStep = "call-next";
  @property({ type: Boolean }) busy = false;
  /** Whether it cannot be pressed now. */
  @property({ type: Boolean }) off = false;

  private readonly language = new LanguageController(this);

  override render() {
    const language = this.language.current;
    return html`
      <button
        class="button primary"
        type="button"
        aria-keyshortcuts="Space"
        aria-describedby="hint"
        aria-busy=${this.busy ? "true" : "false"}
        aria-disabled=${this.off ? "true" : "false"}
        @click=${() => this.off || this.dispatchEvent(new StepEvent("main"))}
      >
        <span class="word"
          >${say(words[this.step], language)}<span class="key" aria-hidden="true"
            >${say(panelWords.space, language)}</span
          ></span
        >
        <span id="hint" class="hint">${say(hints[this.step], language)}</span>
      </button>
    `;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    "ld-main-step": MainStepButton;
  }
}
