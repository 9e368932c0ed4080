/** `<ld-waiting-strip>`: how many wait for each service; those taken first stand out. */
import { css, html, LitElement } from "lit";
import { customElement, property } from "lit/decorators.js";
import { panelWords } from "../../shared/text/panel.ts";
import { pick, say } from "../../shared/text/text.ts";
import { timeOfDay } from "../../shared/text/times.ts";
import { LanguageController } from "../../shared/ui/language.ts";
import { base, notes } from "../../shared/ui/styles.ts";
import type { HallNow } from "../../shared/wire/hall.ts";
import { countsToName, type ServiceCount } from "../data/lists.ts";
import { serviceName } from "./ticket-words.ts";

@customElement("ld-waiting-strip")
export class WaitingStrip extends LitElement {
  static override styles = [
    base,
    notes,
    css`
      .strip {
        display: flex;
        align-items: baseline;
        padding: var(--ld-space-2) var(--ld-space-5);
        border-bottom: var(--ld-hair) solid var(--ld-line);
        background: var(--ld-sheet);
        font-size: var(--ld-text-s);
      }
      .total {
        flex: none;
        margin-right: var(--ld-space-5);
        font-weight: var(--ld-bold);
      }
      ul {
        display: flex;
        flex-wrap: wrap;
        min-width: 0;
      }
      li {
        display: flex;
        margin-right: var(--ld-space-5);
      }
      .name {
        max-width: 14em;
        overflow: hidden;
        text-overflow: ellipsis;
        white-space: nowrap;
      }
      .first .name {
        font-weight: var(--ld-bold);
      }
      b {
        margin-left: 0.4em;
      }
      .stopped {
        padding: var(--ld-space-2) var(--ld-space-5);
        border-bottom: var(--ld-hair) solid var(--ld-line-strong);
        font-size: var(--ld-text-m);
        line-height: var(--ld-leading-tight);
      }
    `,
  ];

  @property({ attribute: false }) counts: readonly ServiceCount[] = [];
  @property({ attribute: false }) hall: HallNow | null = null;

  private readonly language = new LanguageController(this);

  override render() {
    const language = this.language.current;
    const total = this.counts.reduce((sum, { waiting }) => sum + waiting, 0);
    return html`
      <section class="strip" aria-label=${say(panelWords.waitingByService, language)}>
        <span class="total">${say(panelWords.waitingCount, language, { count: total })}</span>
        <ul>
          ${countsToName(this.counts).map(({ service, waiting, isFirst }) => {
            const name = serviceName(this.hall, service, language);
            return html`<li class=${isFirst ? "first" : ""}>
              <span class="name" title=${name}>${name}</span><b>${waiting}</b>
            </li>`;
          })}
        </ul>
      </section>
      <div role="status">${this.stops().map((words) => stopLine(words))}</div>
    `;
  }

  /** What of the counter's services is stopped, why and until when: 下一位 passes over those who wait for it. */
  private stops(): string[] {
    const language = this.language.current;
    const { hall } = this;
    if (!hall) return [];
    return hall.services.flatMap(({ id, name, stopped }) => {
      if (stopped === null || !this.counts.some(({ service }) => service === id)) return [];
      const at = stopped.until === null ? null : timeOfDay(stopped.until);
      const params = { service: pick(name, language), reason: stopped.reason, at };
      return [say(panelWords.serviceStopped, language, params)];
    });
  }
}

function stopLine(words: string) {
  return html`<p class="note stopped"><span class="sign" aria-hidden="true">Ⅱ</span>${words}</p>`;
}

declare global {
  interface HTMLElementTagNameMap {
    "ld-waiting-strip": WaitingStrip;
  }
}
