/** `<ld-transfer-form>`: on to another service or counter, and where in the line. @fires CommandEvent, FormEvent */
import { html, LitElement } from "lit";
import { customElement, property, state } from "lit/decorators.js";
import { transferPositions, type TransferPosition } from "../../shared/domain/vocabulary.ts";
import { formWords } from "../../shared/text/panel-forms.ts";
import { counterStates } from "../../shared/text/states.ts";
import { pick, say, type Words } from "../../shared/text/text.ts";
import { timeOfDay } from "../../shared/text/times.ts";
import { LanguageController } from "../../shared/ui/language.ts";
import { base, buttons, fields } from "../../shared/ui/styles.ts";
import type { Counter } from "../../shared/wire/counter.ts";
import type { HallNow } from "../../shared/wire/hall.ts";
import type { Ticket } from "../../shared/wire/ticket.ts";
import { CommandEvent } from "./events.ts";
import { formEnds, leaveOnEscape } from "./form-ends.ts";
import { inPlaceForm } from "./form-styles.ts";
import { busyMarks, choices, keyCaps } from "./panel-styles.ts";

const positionWords = {
  front: formWords.positionFront,
  issued: formWords.positionIssued,
  back: formWords.positionBack,
} as const satisfies Record<TransferPosition, Words>;

@customElement("ld-transfer-form")
export class TransferForm extends LitElement {
  static override styles = [base, buttons, fields, choices, keyCaps, busyMarks, inPlaceForm];

  @property({ attribute: false }) ticket: Ticket | null = null;
  @property({ attribute: false }) hall: HallNow | null = null;
  @property({ attribute: false }) counters: readonly Counter[] = [];
  /** The counter it is sent on from. */
  @property({ type: Number }) here = 0;
  @property({ type: Boolean }) busy = false;
  @property({ type: Boolean }) off = false;
  @state() private service = "";
  @state() private to: number | null = null;
  @state() private position: TransferPosition | null = null;

  private readonly language = new LanguageController(this);

  override render() {
    const language = this.language.current;
    const { ticket, hall } = this;
    const others = this.counters.filter(({ number, state }) => number !== this.here && state !== "closed");
    const isWhole = this.service !== "" || this.to !== null;
    return html`
      <form @submit=${this.submitted} @keydown=${(event: KeyboardEvent) => leaveOnEscape(this, event)}>
        <h2>${say(formWords.transferTitle, language, { number: ticket?.number })}</h2>
        <div class="parts">
          <label class="field">
            <span>${say(formWords.toService, language)}</span>
            <select name="service" @change=${(event: Event) => (this.service = chosen(event))}>
              <option value="">${say(formWords.sameService, language)}</option>
              ${hall?.services
                .filter(({ id }) => id !== ticket?.service)
                .map(
                  ({ id, name }) =>
                    html`<option value=${id} ?selected=${id === this.service}>${pick(name, language)}</option>`,
                )}
            </select>
          </label>
          <label class="field">
            <span>${say(formWords.toCounter, language)}</span>
            <select
              name="counter"
              @change=${(event: Event) => (this.to = chosen(event) === "" ? null : Number(chosen(event)))}
            >
              <option value="">${say(formWords.anyCounter, language)}</option>
              ${others.map(
                (counter) =>
                  html`<option value=${counter.number} ?selected=${counter.number === this.to}>
                    ${this.describe(counter)}
                  </option>`,
              )}
            </select>
          </label>
          <div class="wide" role="group" aria-labelledby="where">
            <span id="where" class="name">${say(formWords.position, language)}</span>
            <div class="choices">
              ${transferPositions.map(
                (position) =>
                  html`<button
                    class="choice"
                    type="button"
                    aria-pressed=${position === this.chosenPosition ? "true" : "false"}
                    @click=${() => (this.position = position)}
                  >
                    ${say(positionWords[position], language)}
                  </button>`,
              )}
            </div>
          </div>
        </div>
        ${formEnds(this, { words: say(formWords.transferNow, language), isOff: !isWhole || this.off, wanting: isWhole ? null : say(formWords.placeWanting, language), isBusy: this.busy, language })}
      </form>
    `;
  }

  override firstUpdated(): void {
    this.renderRoot.querySelector("select")?.focus();
  }

  /** The clerk's choice, else the hall's rule. */
  private get chosenPosition(): TransferPosition {
    return this.position ?? this.hall?.rules.transferPosition ?? "front";
  }

  private describe(counter: Counter): string {
    const language = this.language.current;
    const label = `${pick(counter.label, language)} · ${pick(counter.name, language)}`;
    if (counter.state !== "paused") return label;
    const at = counter.pause?.returnAt == null ? null : timeOfDay(counter.pause.returnAt);
    return `${label} · ${say(counterStates.paused, language, { at })}`;
  }

  private submitted(event: Event): void {
    event.preventDefault();
    if (!this.ticket || this.off || (this.service === "" && this.to === null)) return;
    this.dispatchEvent(
      new CommandEvent({
        type: "transfer",
        ticket: this.ticket.id,
        service: this.service === "" ? null : this.service,
        to: this.to,
        position: this.chosenPosition,
      }),
    );
  }
}

function chosen(event: Event): string {
  return event.target instanceof HTMLSelectElement ? event.target.value : "";
}

declare global {
  interface HTMLElementTagNameMap {
    "ld-transfer-form": TransferForm;
  }
}
