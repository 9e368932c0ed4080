/** `<ld-today-sheet>`: services stopped and taken up again, what counters do today, a longer day. @fires TodayEvent */
import { html, LitElement, nothing, type PropertyValues } from "lit";
import { customElement, property, state } from "lit/decorators.js";
import type { Language } from "../../shared/domain/vocabulary.ts";
import { closedWhy } from "../../shared/text/closed-service.ts";
import { formWords } from "../../shared/text/panel-forms.ts";
import { pick, say } from "../../shared/text/text.ts";
import { timeOfDay } from "../../shared/text/times.ts";
import { presetName, todayWords } from "../../shared/text/today.ts";
import { LanguageController } from "../../shared/ui/language.ts";
import { base, buttons, fields, notes } from "../../shared/ui/styles.ts";
import type { Counter } from "../../shared/wire/counter.ts";
import type { HallNow } from "../../shared/wire/hall.ts";
import type { Settled, TodayChange } from "../data/today.ts";
import { TodayEvent } from "./desk-events.ts";
import { choices } from "./panel-styles.ts";
import { settledNote } from "./settled-note.ts";
import { todaySheet } from "./today-styles.ts";

@customElement("ld-today-sheet")
export class TodaySheet extends LitElement {
  static override styles = [base, buttons, fields, notes, choices, todaySheet];

  @property({ attribute: false }) hall: HallNow | null = null;
  @property({ attribute: false }) counters: readonly Counter[] = [];
  @property({ attribute: false }) settled: Settled | null = null;
  @property({ type: Boolean }) busy = false;
  @property({ type: Boolean }) off = false;
  /** The service to be stopped; none until it is chosen, and none again once another has taken its place in the list. */
  @state() private service = "";
  private hadFocus = false;

  private readonly language = new LanguageController(this);

  override willUpdate(changed: PropertyValues<this>): void {
    this.hadFocus = this.shadowRoot?.activeElement != null;
    const isGoing = this.hall?.services.some(({ id, stopped }) => id === this.service && stopped === null);
    if (!isGoing || (changed.has("settled") && this.isStopDone)) this.service = "";
  }

  /**
   * What was stopped leaves nothing behind that a second press could stop another service with. Whoever pressed what is
   * gone with its line finds the focus on the choice.
   */
  override updated(changed: PropertyValues<this>): void {
    if (changed.has("settled") && this.isStopDone) this.renderRoot.querySelector("form")?.reset();
    if (this.hadFocus && this.shadowRoot?.activeElement === null) this.renderRoot.querySelector("select")?.focus();
  }

  override render() {
    const { hall } = this;
    if (!hall) return nothing;
    const language = this.language.current;
    return html` ${this.stops(hall, language)} ${this.presets(hall, language)} ${this.longer(hall, language)} `;
  }

  private stops(hall: HallNow, language: Language) {
    const stopped = hall.services.filter((service) => service.stopped !== null);
    const going = hall.services.filter((service) => service.stopped === null);
    return html`<section class="stops">
      <h2>${say(todayWords.stopTitle, language)}</h2>
      ${this.outcome(["stop", "resume"], language)}
      ${stopped.map(
        (service) =>
          html`<div class="row">
            <span class="wide">${pick(service.name, language)} · ${closedWhy(service, hall.now, language)}</span>
            <button
              class="button"
              aria-disabled=${this.isOff ? "true" : "false"}
              @click=${() => this.asks({ type: "resume", service: service.id })}
            >
              ${say(todayWords.resume, language, { service: pick(service.name, language) })}
            </button>
          </div>`,
      )}
      <form @submit=${this.stopped}>
        <label class="field">
          <span>${say(todayWords.service, language)}</span>
          <select
            name="service"
            required
            @change=${(event: Event) => (this.service = event.target instanceof HTMLSelectElement ? event.target.value : "")}
          >
            <option value="" .selected=${this.service === ""}>${say(formWords.serviceWanting, language)}</option>
            ${going.map(({ id, name }) => html`<option value=${id} .selected=${id === this.service}>${pick(name, language)}</option>`)}
          </select>
        </label>
        <label class="field wide">
          <span>${say(todayWords.reason, language)}</span>
          <input name="reason" required maxlength="200" autocomplete="off" />
        </label>
        <label class="field">
          <span>${say(todayWords.until, language)}</span>
          <input name="until" type="time" />
        </label>
        <button class="button primary" aria-disabled=${this.isOff ? "true" : "false"}>
          ${say(todayWords.stop, language)}
        </button>
      </form>
      <p class="soft">${say(todayWords.keeps, language)}</p>
    </section>`;
  }

  /** One press a preset; the one that counts now is pressed. */
  private presets(hall: HallNow, language: Language) {
    return html`<section class="presets">
      <h2>${say(todayWords.presetTitle, language)}</h2>
      ${this.outcome(["preset"], language)}
      ${this.counters.map(
        ({ number, label, presetNames, preset: now }) =>
          html`<div class="row" data-counter=${number}>
            <span class="name">${pick(label, language)}</span>
            <div class="choices">
              ${presetNames.map(
                (offered) =>
                  html`<button
                    class="choice"
                    type="button"
                    data-preset=${offered.preset}
                    aria-pressed=${offered.preset === now ? "true" : "false"}
                    aria-disabled=${this.isOff ? "true" : "false"}
                    @click=${() => this.asks({ type: "preset", counter: number, preset: offered.preset })}
                  >
                    ${presetName(offered, hall.services, language)}
                  </button>`,
              )}
            </div>
          </div>`,
      )}
    </section>`;
  }

  private longer(hall: HallNow, language: Language) {
    const until = [...hall.periods].reverse().find(({ from }) => Date.parse(from) <= Date.parse(hall.now))?.to;
    return html`<section class="longer">
      <h2>${say(todayWords.extendTitle, language)}</h2>
      ${this.outcome(["extend"], language)}
      <form @submit=${this.extended}>
        ${until === undefined ? nothing : html`<p>${say(todayWords.openUntil, language, { time: timeOfDay(until) })}</p>`}
        <label class="field">
          <span>${say(todayWords.extendUntil, language)}</span>
          <input name="extend" type="time" required />
        </label>
        <button class="button primary" aria-disabled=${this.isOff ? "true" : "false"}>
          ${say(todayWords.extend, language)}
        </button>
        ${hall.overtime === 0 ? nothing : html`<p>${say(todayWords.overtime, language, { count: hall.overtime })}</p>`}
      </form>
    </section>`;
  }

  private get isStopDone(): boolean {
    return this.settled?.change.type === "stop" && this.settled.problem === null;
  }

  private outcome(kinds: readonly TodayChange["type"][], language: Language) {
    return settledNote(this.settled, { kinds, hall: this.hall, counters: this.counters }, language);
  }

  private get isOff(): boolean {
    return this.off || this.busy;
  }

  private stopped(event: SubmitEvent): void {
    event.preventDefault();
    const reason = this.typed("input[name=reason]");
    const until = this.typed("input[name=until]");
    const { service } = this;
    if (reason === "" || service === "") return;
    this.asks({ type: "stop", service, reason, until: until === "" ? null : until });
  }

  private extended(event: SubmitEvent): void {
    event.preventDefault();
    const until = this.typed("input[name=extend]");
    if (until !== "") this.asks({ type: "extend", until });
  }

  private typed(selector: string): string {
    return this.renderRoot.querySelector<HTMLInputElement>(selector)?.value.trim() ?? "";
  }

  private asks(change: TodayChange): void {
    if (!this.isOff) this.dispatchEvent(new TodayEvent(change));
  }
}

declare global {
  interface HTMLElementTagNameMap {
    "ld-today-sheet": TodaySheet;
  }
}
