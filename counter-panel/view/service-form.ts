/**
 * `<ld-service-form>`: another service for the visit, after this one or at once; and the order of those still to come.
 * @fires CommandEvent, FormEvent
 */
import { css, html, LitElement, nothing } from "lit";
import { customElement, property, state } from "lit/decorators.js";
import { lastTwo, pendingLegs } from "../../shared/domain/legs.ts";
import { formWords } from "../../shared/text/panel-forms.ts";
import { panelWords } from "../../shared/text/panel.ts";
import { pick, say } from "../../shared/text/text.ts";
import { LanguageController } from "../../shared/ui/language.ts";
import { base, buttons, fields } from "../../shared/ui/styles.ts";
import type { HallNow } from "../../shared/wire/hall.ts";
import type { Ticket } from "../../shared/wire/ticket.ts";
import { CommandEvent, FormEvent } from "./events.ts";
import { leaveOnEscape } from "./form-ends.ts";
import { inPlaceForm } from "./form-styles.ts";
import { busyMarks, keyCaps } from "./panel-styles.ts";
import { serviceName } from "./ticket-words.ts";

@customElement("ld-service-form")
export class ServiceForm extends LitElement {
  static override styles = [
    base,
    buttons,
    fields,
    keyCaps,
    busyMarks,
    inPlaceForm,
    css`
      .later {
        max-height: calc(8 * var(--ld-unit));
        margin-top: var(--ld-space-3);
        overflow-y: auto;
      }
      .later li {
        display: flex;
        align-items: center;
        gap: var(--ld-space-2);
        padding: var(--ld-space-1) 0;
        border-top: var(--ld-hair) solid var(--ld-line);
      }
      .later .service {
        flex: 1;
        min-width: 0;
      }
      .later .button {
        min-height: calc(2.25 * var(--ld-unit));
        padding: var(--ld-space-1) var(--ld-space-3);
        font-size: var(--ld-text-s);
      }
    `,
  ];

  @property({ attribute: false }) ticket: Ticket | null = null;
  @property({ attribute: false }) hall: HallNow | null = null;
  /** Whether it is in the hand of whoever asks: only there can a service be begun at once, and the form be left. */
  @property({ type: Boolean }) held = false;
  @property({ type: Boolean }) off = false;
  @state() private service = "";

  private readonly language = new LanguageController(this);

  override render() {
    const language = this.language.current;
    const { ticket, hall } = this;
    if (!ticket) return nothing;
    const later = pendingLegs(ticket.legs).map(({ service }) => service);
    const known = new Set([lastTwo(ticket.legs).now?.service ?? ticket.service, ...later]);
    const isOff = this.off || this.service === "";
    return html`
      <form @submit=${this.submitted} @keydown=${(event: KeyboardEvent) => leaveOnEscape(this, event)}>
        <h2>${say(formWords.addTitle, language, { number: ticket.number })}</h2>
        <label class="field">
          <span>${say(formWords.toService, language)}</span>
          <select name="service" @change=${this.chosen}>
            <option value="" .selected=${this.service === ""}>${say(formWords.serviceWanting, language)}</option>
            ${hall?.services
              .filter(({ id }) => !known.has(id))
              .map(
                ({ id, name }) =>
                  html`<option value=${id} .selected=${id === this.service}>${pick(name, language)}</option>`,
              )}
          </select>
        </label>
        ${later.length === 0 ? nothing : this.laterList(later)}
        <div class="ends">
          <button class="button primary" aria-disabled=${isOff ? "true" : "false"}>
            ${say(this.held ? formWords.addAfter : panelWords.addService, language)}
          </button>
          ${this.held ? this.endsInHand(isOff) : nothing}
        </div>
      </form>
    `;
  }

  override firstUpdated(): void {
    if (this.held) this.renderRoot.querySelector("select")?.focus();
  }

  private endsInHand(isOff: boolean) {
    const language = this.language.current;
    return html`
      <button
        class="button"
        type="button"
        aria-disabled=${isOff ? "true" : "false"}
        @click=${() => isOff || this.add(this.service, true)}
      >
        ${say(formWords.addNow, language)}
      </button>
      <button class="button quiet" type="button" @click=${() => this.dispatchEvent(new FormEvent(null))}>
        ${say(panelWords.goBack, language)}<span class="key" aria-hidden="true">Esc</span>
      </button>
    `;
  }

  private laterList(later: readonly string[]) {
    const language = this.language.current;
    const offMark = this.off ? "true" : "false";
    return html`<div class="later">
      <span id="later" class="name">${say(formWords.later, language)}</span>
      <ol aria-labelledby="later">
        ${later.map((service, index) => {
          const name = serviceName(this.hall, service, language);
          return html`<li>
            <span class="service">${name}</span>
            ${
              index === 0
                ? nothing
                : html`<button
                    class="button"
                    type="button"
                    aria-label="${say(formWords.earlier, language)} ${name}"
                    aria-disabled=${offMark}
                    @click=${() => this.off || this.sooner(later, index)}
                  >
                    ${say(formWords.earlier, language)}
                  </button>`
            }
            ${this.held ? this.nowButton(service, name) : nothing}
          </li>`;
        })}
      </ol>
    </div>`;
  }

  private nowButton(service: string, name: string) {
    const words = say(formWords.addNow, this.language.current);
    return html`<button
      class="button"
      type="button"
      aria-label="${words} ${name}"
      aria-disabled=${this.off ? "true" : "false"}
      @click=${() => this.off || this.add(service, true)}
    >
      ${words}
    </button>`;
  }

  private readonly chosen = (event: Event): void => {
    if (event.target instanceof HTMLSelectElement) this.service = event.target.value;
  };

  private submitted(event: Event): void {
    event.preventDefault();
    if (this.service !== "" && !this.off) this.add(this.service, false);
  }

  private add(service: string, now: boolean): void {
    const { ticket } = this;
    if (!ticket) return;
    this.dispatchEvent(new CommandEvent({ type: "services", ticket: ticket.id, service, now }));
    this.service = "";
    this.dispatchEvent(new FormEvent(null));
  }

  /** One place further up. */
  private sooner(later: readonly string[], index: number): void {
    const { ticket } = this;
    const [moved, before] = [later[index], later[index - 1]];
    if (!ticket || moved === undefined || before === undefined) return;
    const order = [...later.slice(0, index - 1), moved, before, ...later.slice(index + 1)];
    this.dispatchEvent(new CommandEvent({ type: "legs", ticket: ticket.id, order }));
  }
}

declare global {
  interface HTMLElementTagNameMap {
    "ld-service-form": ServiceForm;
  }
}
