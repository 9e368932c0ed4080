/** `<ld-paper-form>`: numbers of the printed block, entered after an outage, all or none. @fires TodayEvent */
import { css, html, LitElement, nothing } from "lit";
import { customElement, property, state } from "lit/decorators.js";
import type { Language } from "../../shared/domain/vocabulary.ts";
import { formWords } from "../../shared/text/panel-forms.ts";
import { pick, say } from "../../shared/text/text.ts";
import { todayWords } from "../../shared/text/today.ts";
import { LanguageController } from "../../shared/ui/language.ts";
import { base, buttons, fields, notes } from "../../shared/ui/styles.ts";
import type { HallNow } from "../../shared/wire/hall.ts";
import { ticketNumber } from "../data/desk.ts";
import type { PaperLine, Settled } from "../data/today.ts";
import { TodayEvent } from "./desk-events.ts";
import { settledNote } from "./settled-note.ts";
import { todaySheet } from "./today-styles.ts";

@customElement("ld-paper-form")
export class PaperForm extends LitElement {
  static override styles = [
    base,
    buttons,
    fields,
    notes,
    todaySheet,
    css`
      form {
        display: block;
      }
      .field.number {
        flex: 0 0 calc(8 * var(--ld-unit));
      }
      .number input {
        text-transform: uppercase;
      }
    `,
  ];

  @property({ attribute: false }) hall: HallNow | null = null;
  @property({ attribute: false }) settled: Settled | null = null;
  @property({ type: Boolean }) busy = false;
  @property({ type: Boolean }) off = false;
  @state() private lines: readonly PaperLine[] = [empty("")];

  private readonly language = new LanguageController(this);

  override render() {
    const language = this.language.current;
    return html`
      <h2>${say(todayWords.tabPaper, language)}</h2>
      <p class="note">${say(todayWords.paperHow, language)}</p>
      ${settledNote(this.settled, { kinds: ["paper"], hall: this.hall }, language)}
      <form @submit=${this.submitted}>
        ${this.lines.map((line, index) => this.line(line, index, language))}
        <div class="row">
          <button class="button" type="button" @click=${this.more}>${say(todayWords.paperMore, language)}</button>
          <button class="button primary" aria-disabled=${this.off || this.busy ? "true" : "false"}>
            ${say(todayWords.paperEnter, language, { count: this.lines.length })}
          </button>
        </div>
      </form>
    `;
  }

  /** All were taken: the form begins anew. */
  reset(): void {
    this.lines = [empty("")];
  }

  private line(line: PaperLine, index: number, language: Language) {
    return html`<div class="row">
      <label class="field number">
        <span>${say(todayWords.paperNumber, language)}</span>
        <input
          required
          maxlength="12"
          autocomplete="off"
          placeholder="P001"
          .value=${line.number}
          @change=${(event: Event) => this.put(index, { number: ticketNumber(typed(event)) })}
        />
      </label>
      <label class="field wide">
        <span>${say(todayWords.service, language)}</span>
        <select required .value=${line.service} @change=${(event: Event) => this.put(index, { service: typed(event) })}>
          <option value="">${say(formWords.serviceWanting, language)}</option>
          ${this.hall?.services.map(({ id, name }) => html`<option value=${id} ?selected=${id === line.service}>${pick(name, language)}</option>`)}
        </select>
      </label>
      <label class="field">
        <span>${say(todayWords.paperTime, language)}</span>
        <input
          type="time"
          required
          .value=${line.takenAt}
          @change=${(event: Event) => this.put(index, { takenAt: typed(event) })}
        />
      </label>
      ${
        this.lines.length === 1
          ? nothing
          : html`<button class="button" type="button" @click=${() => this.drop(index)}>
              ${say(todayWords.paperDrop, language)}
            </button>`
      }
    </div>`;
  }

  private put(index: number, change: Partial<PaperLine>): void {
    this.lines = this.lines.map((line, at) => (at === index ? { ...line, ...change } : line));
  }

  private drop(index: number): void {
    this.lines = this.lines.filter((_, at) => at !== index);
  }

  /** The next of the block, most often for the same time of day. */
  private readonly more = (): void => {
    const last = this.lines[this.lines.length - 1] ?? empty("");
    this.lines = [...this.lines, { ...empty(following(last.number)), takenAt: last.takenAt }];
  };

  private submitted(event: Event): void {
    event.preventDefault();
    if (!this.off && !this.busy) this.dispatchEvent(new TodayEvent({ type: "paper", items: this.lines }));
  }
}

function empty(number: string): PaperLine {
  return { number, service: "", takenAt: "" };
}

/** P002 after P001. */
function following(number: string): string {
  const [, prefix = "", digits = ""] = /^([A-Z]+)(\d+)$/.exec(number) ?? [];
  return digits === "" ? "" : prefix + String(Number(digits) + 1).padStart(digits.length, "0");
}

function typed(event: Event): string {
  const { target } = event;
  return target instanceof HTMLInputElement || target instanceof HTMLSelectElement ? target.value.trim() : "";
}

declare global {
  interface HTMLElementTagNameMap {
    "ld-paper-form": PaperForm;
  }
}
