/**
 * `<ld-emergency-form>`: choose what to show, then show it: two presses, and none of them alone does anything.
 * @fires RaiseEvent
 */
import { html, LitElement, nothing, type PropertyValues } from "lit";
import { customElement, property, state } from "lit/decorators.js";
import { emergencyWords } from "../text/emergency.ts";
import { pick, say } from "../text/text.ts";
import type { EmergencyNow } from "../wire/emergency.ts";
import type { HallNow } from "../wire/hall.ts";
import type { RaiseEmergency } from "../wire/lobby.ts";
import { emergencyFormStyles } from "./emergency-form-styles.ts";
import { LanguageController } from "./language.ts";
import { base, buttons, fields, notes } from "./styles.ts";

const usualMinutes = 30;
const mostMinutes = 1440;
const mostSigns = 300;
/** Chinese signs that a back row still reads. */
const readable = 40;

export class RaiseEvent extends Event {
  static readonly type = "emergency-raise";

  constructor(readonly wish: RaiseEmergency) {
    super(RaiseEvent.type, { bubbles: true, composed: true });
  }
}

@customElement("ld-emergency-form")
export class EmergencyForm extends LitElement {
  static override styles = [base, buttons, fields, notes, emergencyFormStyles];

  @property({ attribute: false }) known: EmergencyNow | null = null;
  @property({ attribute: false }) areas: HallNow["areas"] = [];
  /** Why the last try did nothing. */
  @property({ attribute: false }) trouble: string | null = null;
  @property({ type: Boolean }) busy = false;

  /** A template's id; `free` for words of one's own; null before anything is chosen. */
  @state() private chosen: { readonly template: string | null } | null = null;
  @state() private zh = "";
  @state() private en = "";
  @state() private minutes = usualMinutes;
  @state() private only: readonly string[] = [];

  private readonly language = new LanguageController(this);

  override willUpdate(changed: PropertyValues<this>): void {
    // A hall loaded meanwhile may have lost what was chosen.
    if (!changed.has("known") || this.chosen === null || this.chosen.template === null) return;
    const { template } = this.chosen;
    if (this.known?.templates.every(({ id }) => id !== template) === true) this.chosen = null;
  }

  override render() {
    const language = this.language.current;
    return html`
      <p class="hint">${say(emergencyWords.raiseHint, language)}</p>
      ${this.known?.emergency ? html`<p class="hint">${say(emergencyWords.replaces, language)}</p>` : nothing}
      <div class="templates" role="group" aria-label=${say(emergencyWords.raise, language)}>
        ${(this.known?.templates ?? []).map(({ id, title, text }) =>
          this.choice(id, pick(title, language), pick(text, language)),
        )}
        ${this.choice(null, say(emergencyWords.free, language), say(emergencyWords.textHint, language))}
      </div>
      <details ?open=${this.chosen !== null && this.chosen.template === null}>
        <summary>${say(emergencyWords.details, language)}</summary>
        ${this.details()}
      </details>
      ${
        this.trouble === null
          ? nothing
          : html`<p class="note trouble" role="alert">
              <span class="sign" aria-hidden="true">!</span
              >${say(emergencyWords.notShown, language, { why: this.trouble })}
            </p>`
      }
      <button
        class="button signal large show"
        type="button"
        aria-disabled=${this.isReady ? "false" : "true"}
        @click=${this.show}
      >
        ${say(emergencyWords.showNow, language)}
      </button>
    `;
  }

  private choice(template: string | null, title: string, text: string) {
    const isChosen = this.chosen !== null && this.chosen.template === template;
    return html`<button
      class="template"
      type="button"
      data-template=${template ?? "free"}
      aria-pressed=${isChosen ? "true" : "false"}
      @click=${() => (this.chosen = { template })}
    >
      <b>${title}</b><span>${text}</span>
    </button>`;
  }

  private details() {
    const language = this.language.current;
    return html`
      <label class="field"
        ><span>${say(emergencyWords.textZh, language)}</span>
        <textarea name="zh" rows="2" maxlength=${mostSigns} .value=${this.zh} @input=${this.typed}></textarea>
      </label>
      <label class="field"
        ><span>${say(emergencyWords.textEn, language)}</span>
        <textarea name="en" rows="2" maxlength=${mostSigns} .value=${this.en} @input=${this.typed}></textarea>
      </label>
      ${
        this.zh.length > readable || this.en.length > 2 * readable
          ? html`<p class="hint" role="status">${say(emergencyWords.longText, language)}</p>`
          : nothing
      }
      <label class="field minutes"
        ><span>${say(emergencyWords.minutes, language)}</span>
        <input
          type="number"
          name="minutes"
          min="1"
          max=${mostMinutes}
          .value=${String(this.minutes)}
          @input=${this.typed}
        />
      </label>
      ${
        this.areas.length < 2
          ? nothing
          : html`<fieldset>
              <legend>${say(emergencyWords.areas, language)}</legend>
              ${this.areas.map(
                ({ id, name }) =>
                  html`<label
                    ><input
                      type="checkbox"
                      name="area"
                      value=${id}
                      .checked=${this.only.includes(id)}
                      @change=${this.picked}
                    />
                    ${pick(name, language)}</label
                  >`,
              )}
            </fieldset>`
      }
    `;
  }

  private get isReady(): boolean {
    const hasWords = this.zh.trim() !== "" || this.en.trim() !== "";
    const isWhole = Number.isInteger(this.minutes) && this.minutes >= 1 && this.minutes <= mostMinutes;
    return !this.busy && isWhole && this.chosen !== null && (this.chosen.template !== null || hasWords);
  }

  private show(): void {
    const { chosen, zh, en, minutes, only } = this;
    if (!this.isReady || chosen === null) return;
    const hasWords = zh.trim() !== "" || en.trim() !== "";
    this.dispatchEvent(
      new RaiseEvent({
        ...(chosen.template !== null && { template: chosen.template }),
        ...(hasWords && { text: { zh, en } }),
        minutes,
        ...(only.length > 0 && { areas: [...only] }),
      }),
    );
  }

  private readonly typed = ({ target }: Event) => {
    if (!(target instanceof HTMLInputElement || target instanceof HTMLTextAreaElement)) return;
    if (target.name === "zh") this.zh = target.value;
    else if (target.name === "en") this.en = target.value;
    else this.minutes = target.value === "" ? Number.NaN : Number(target.value);
  };

  private readonly picked = ({ target }: Event) => {
    if (!(target instanceof HTMLInputElement)) return;
    const others = this.only.filter((area) => area !== target.value);
    this.only = target.checked ? [...others, target.value] : others;
  };
}

declare global {
  interface HTMLElementTagNameMap {
    "ld-emergency-form": EmergencyForm;
  }
}
