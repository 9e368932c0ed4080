/** `<ld-pause-form>`: why the counter pauses, and when it goes on. @fires CommandEvent, FormEvent */
import { css, html, LitElement } from "lit";
import { customElement, property, state } from "lit/decorators.js";
import { keptReason, pauseReasons } from "../../shared/text/fixed-reasons.ts";
import { panelWords } from "../../shared/text/panel.ts";
import { formWords } from "../../shared/text/panel-forms.ts";
import { say } from "../../shared/text/text.ts";
import { LanguageController } from "../../shared/ui/language.ts";
import { base, buttons } from "../../shared/ui/styles.ts";
import { CommandEvent } from "./events.ts";
import { formEnds, leaveOnEscape } from "./form-ends.ts";
import { inPlaceForm } from "./form-styles.ts";
import { localTimeIn } from "./local-time.ts";
import { busyMarks, choices, keyCaps } from "./panel-styles.ts";

const minutesAhead = [5, 10, 15, 30, 60] as const;

/** When the counter goes on: in so many minutes, at a time that was typed, or nobody can say. */
type Return = { readonly inMinutes: number } | { readonly at: string } | null;

@customElement("ld-pause-form")
export class PauseForm extends LitElement {
  static override styles = [
    base,
    buttons,
    choices,
    keyCaps,
    busyMarks,
    inPlaceForm,
    css`
      .other {
        flex: 1 1 calc(9 * var(--ld-unit));
        min-width: 0;
        cursor: text;
      }
    `,
  ];

  /** The hub's clock as an instant with the hall's offset. */
  @property() now = "";
  /** The number in hand, which is ended first. */
  @property({ attribute: false }) inHand: string | null = null;
  @property({ type: Boolean }) busy = false;
  @property({ type: Boolean }) off = false;
  @state() private reason = 0;
  @state() private other = "";
  @state() private back: Return = { inMinutes: 15 };

  private readonly language = new LanguageController(this);

  override render() {
    const language = this.language.current;
    return html`
      <form @submit=${this.submitted} @keydown=${(event: KeyboardEvent) => leaveOnEscape(this, event)}>
        <h2>${say(formWords.pauseTitle, language)}</h2>
        <div class="parts">
          <div class="wide" role="group" aria-labelledby="why">
            <span id="why" class="name">${say(formWords.pauseReason, language)}</span>
            <div class="choices">
              ${pauseReasons.map((words, index) =>
                this.choice(say(words, language), this.other === "" && this.reason === index, () => {
                  this.reason = index;
                  this.other = "";
                }),
              )}
              <input
                class="choice other"
                maxlength="200"
                aria-label=${say(formWords.otherReason, language)}
                placeholder=${say(formWords.otherReason, language)}
                .value=${this.other}
                @input=${(event: Event) => (this.other = typed(event))}
              />
            </div>
          </div>
          <div class="wide" role="group" aria-labelledby="until">
            <span id="until" class="name">${say(formWords.returnPlan, language)}</span>
            <div class="choices">
              ${minutesAhead.map((minutes) =>
                this.choice(
                  say(panelWords.minutes, language, { minutes }),
                  this.back !== null && "inMinutes" in this.back && this.back.inMinutes === minutes,
                  () => (this.back = { inMinutes: minutes }),
                ),
              )}
              ${this.choice(say(formWords.returnUnknown, language), this.back === null, () => (this.back = null))}
              <input
                class="choice"
                type="time"
                aria-label=${say(formWords.returnAt, language)}
                @input=${(event: Event) => (this.back = typed(event) === "" ? null : { at: typed(event) })}
              />
            </div>
          </div>
        </div>
        ${formEnds(this, { words: this.submitWords(), isOff: this.off, isBusy: this.busy, language })}
      </form>
    `;
  }

  override firstUpdated(): void {
    this.renderRoot.querySelector<HTMLElement>(".choice")?.focus();
  }

  private submitWords(): string {
    const language = this.language.current;
    return this.inHand === null
      ? say(formWords.pauseNow, language)
      : say(formWords.pauseAfter, language, { number: this.inHand });
  }

  private choice(words: string, isPressed: boolean, press: () => void) {
    return html`<button class="choice" type="button" aria-pressed=${isPressed ? "true" : "false"} @click=${press}>
      ${words}
    </button>`;
  }

  private submitted(event: Event): void {
    event.preventDefault();
    if (this.off) return;
    const reason = this.other.trim() || keptReason(pauseReasons[this.reason] ?? formWords.pauseBreak);
    this.dispatchEvent(new CommandEvent({ type: "pause", reason, returnAt: this.returnAt() }));
  }

  private returnAt(): string | null {
    if (this.back === null) return null;
    return "at" in this.back ? this.back.at : localTimeIn(this.now, this.back.inMinutes);
  }
}

function typed(event: Event): string {
  return event.target instanceof HTMLInputElement ? event.target.value : "";
}

declare global {
  interface HTMLElementTagNameMap {
    "ld-pause-form": PauseForm;
  }
}
