/** `<ld-hall-now>`: the hall as it is now: open or not, how many wait, and how to get a number. */
import { css, html, LitElement, nothing } from "lit";
import { customElement, property } from "lit/decorators.js";
import { entranceWords } from "../shared/text/phone.ts";
import { pick, say } from "../shared/text/text.ts";
import { timeOfDay, whenComing } from "../shared/text/times.ts";
import { LanguageController } from "../shared/ui/language.ts";
import { phrased } from "../shared/ui/phrased.ts";
import { base } from "../shared/ui/styles.ts";
import type { HallNow } from "../shared/wire/hall.ts";
import { column, rows } from "./phone-styles.ts";

@customElement("ld-hall-now")
export class HallNowView extends LitElement {
  static override styles = [
    base,
    column,
    rows,
    css`
      h1 {
        margin-bottom: var(--ld-space-2);
        font-size: var(--ld-text-xl);
        line-height: 1.3;
      }
      .hours {
        font-size: var(--ld-text-l);
      }
      .hours span {
        display: inline-block;
        margin-right: var(--ld-space-4);
      }
      .how li {
        padding: var(--ld-space-3) 0;
        border-bottom: var(--ld-hair) solid var(--ld-line);
        font-size: var(--ld-text-l);
        line-height: 1.4;
      }
    `,
  ];

  @property({ attribute: false }) hall: HallNow | null = null;

  private readonly language = new LanguageController(this);

  override render() {
    const { hall } = this;
    if (!hall) return nothing;
    const language = this.language.current;
    const waiting = hall.services.filter((service) => !service.hidden && service.waiting > 0);
    return html`
      <h1>${phrased(this.openOrNot(hall), language)}</h1>
      <p class="hours">
        ${say(entranceWords.today, language)}
        ${
          hall.periods.length === 0
            ? say(entranceWords.closedToday, language)
            : hall.periods.map(({ from, to }) => html`<span>${timeOfDay(from)}–${timeOfDay(to)}</span> `)
        }
      </p>
      <h2 class="heading">${say(entranceWords.waitingNow, language)}</h2>
      ${
        waiting.length === 0
          ? html`<p>${say(entranceWords.nobodyWaits, language)}</p>`
          : html`<ul class="rows">
              ${waiting.map(
                (service) =>
                  html`<li class="row">
                    <span class="name">${pick(service.name, language)}</span>
                    <span class="value">${say(entranceWords.waiting, language, { count: service.waiting })}</span>
                  </li>`,
              )}
            </ul>`
      }
      <h2 class="heading">${say(entranceWords.howTitle, language)}</h2>
      <ul class="rows how">
        <li>${phrased(say(entranceWords.howStation, language), language)}</li>
        ${hall.rules.phoneTickets ? html`<li>${say(entranceWords.howPhone, language)}</li>` : nothing}
        <li>${phrased(say(entranceWords.howDesk, language), language)}</li>
      </ul>
    `;
  }

  private openOrNot(hall: HallNow): string {
    const language = this.language.current;
    const now = Date.parse(hall.now);
    const period = hall.periods.find(({ from, to }) => Date.parse(from) <= now && now < Date.parse(to));
    if (hall.open && period) return say(entranceWords.openUntil, language, { time: timeOfDay(period.to) });
    const time = hall.nextOpening === null ? null : whenComing(hall.nextOpening, hall.now, language);
    return say(entranceWords.closedUntil, language, { time });
  }
}

declare global {
  interface HTMLElementTagNameMap {
    "ld-hall-now": HallNowView;
  }
}
