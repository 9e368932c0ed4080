/**
 * `<ld-phone-take>`: a number by phone: category, service, what it needs, and one press.
 * Where the resident is stands in `at`, so that the phone's own way back works.
 * @fires ServiceChosenEvent when a number is wanted.
 */
import { css, html, LitElement, nothing } from "lit";
import { customElement, property } from "lit/decorators.js";
import { closedShort, closedWhy } from "../shared/text/closed-service.ts";
import { entranceWords } from "../shared/text/phone.ts";
import { pick, say } from "../shared/text/text.ts";
import { waitOnPhone } from "../shared/text/waiting-now.ts";
import { LanguageController } from "../shared/ui/language.ts";
import { phrased } from "../shared/ui/phrased.ts";
import { base, buttons, notes } from "../shared/ui/styles.ts";
import type { HallNow, HallServiceNow } from "../shared/wire/hall.ts";
import { offered, type Choice } from "./choice.ts";
import "./materials.ts";
import { column, rows, steps } from "./phone-styles.ts";
import { problemNote } from "./problem-note.ts";

export class ServiceChosenEvent extends Event {
  static readonly type = "service-chosen";

  constructor(readonly service: string) {
    super(ServiceChosenEvent.type, { bubbles: true, composed: true });
  }
}

@customElement("ld-phone-take")
export class TakeNumber extends LitElement {
  static override styles = [
    base,
    buttons,
    notes,
    column,
    rows,
    steps,
    css`
      .waits {
        font-size: var(--ld-text-l);
        margin-bottom: var(--ld-space-4);
      }
      .wide {
        margin-bottom: var(--ld-space-4);
      }
      .note,
      ld-materials {
        margin-bottom: var(--ld-space-4);
      }
    `,
  ];

  @property({ attribute: false }) hall: HallNow | null = null;
  @property({ attribute: false }) at: Choice = { category: null, service: null };
  @property({ type: Boolean }) working = false;
  /** Why no number was given. */
  @property({ attribute: false }) problem: string | null = null;

  private readonly language = new LanguageController(this);

  override render() {
    const { hall, at } = this;
    if (!hall) return nothing;
    const service = offered(hall).find(({ id }) => id === at.service);
    if (service) return this.one(service);
    if (at.category !== null) return this.services(hall, at.category);
    return this.categories(hall);
  }

  private categories(hall: HallNow) {
    const language = this.language.current;
    const all = offered(hall);
    const shown = hall.categories.filter(({ id }) => all.some(({ category }) => category === id));
    return html`
      <h1>${phrased(say(entranceWords.whatFor, language), language)}</h1>
      <ul class="rows">
        ${shown.map(({ id, name }) => {
          const inside = all.filter(({ category }) => category === id);
          return html`<li>
            <a class="row" href="#${id}">
              <span class="name">${pick(name, language)}</span>
              <span class="more"
                >${inside.map((service) => pick(service.name, language)).join(language === "en" ? ", " : "、")}</span
              >
            </a>
          </li>`;
        })}
      </ul>
    `;
  }

  private services(hall: HallNow, category: string) {
    const language = this.language.current;
    const name = hall.categories.find(({ id }) => id === category)?.name;
    return html`
      ${this.back("#")}
      <h1>${name ? phrased(pick(name, language), language) : ""}</h1>
      <ul class="rows">
        ${offered(hall)
          .filter((service) => service.category === category)
          .map((service) => html`<li>${this.serviceRow(service)}</li>`)}
      </ul>
    `;
  }

  private serviceRow(service: HallServiceNow) {
    const language = this.language.current;
    const count = service.waiting;
    return html`<a class="row" href="#${service.category}/${service.id}">
      <span class="name">${pick(service.name, language)}</span>
      <span class="value">
        ${closedShort(service, this.hall?.now ?? "", language) ?? say(entranceWords.waits, language, { count })}
      </span>
    </a>`;
  }

  private one(service: HallServiceNow) {
    const language = this.language.current;
    return html`
      ${this.back(`#${service.category}`)}
      <h1>${phrased(pick(service.name, language), language)}</h1>
      <p class="waits">${waitOnPhone(service, language).join(" ")}</p>
      ${service.served ? nothing : html`<p class="note"><span class="sign" aria-hidden="true">!</span><span>${phrased(say(entranceWords.notServed, language), language)}</span></p>`}
      ${service.open ? nothing : html`<p class="note trouble"><span class="sign" aria-hidden="true">!</span><span>${closedWhy(service, this.hall?.now ?? "", language) ?? say(entranceWords.paused, language)}</span></p>`}
      <ld-materials .materials=${service.guide?.materials ?? []} open></ld-materials>
      ${problemNote(this.problem, language)}
      <button
        class="button primary wide"
        type="button"
        ?disabled=${this.working || !service.open}
        @click=${() => this.take(service.id)}
      >
        ${say(this.working ? entranceWords.taking : entranceWords.take, language)}
      </button>
      <p class="soft">${phrased(say(entranceWords.come, language), language)}</p>
    `;
  }

  private back(href: string) {
    return html`<a class="back" href=${href}>‹ ${say(entranceWords.back, this.language.current)}</a>`;
  }

  private take(service: string): void {
    this.dispatchEvent(new ServiceChosenEvent(service));
  }
}

declare global {
  interface HTMLElementTagNameMap {
    "ld-phone-take": TakeNumber;
  }
}
