/**
 * `<ld-resting>`: a lobby screen out of hours: dark, calm, the time and when the hall opens. It moves a little with every
 * minute, so that nothing burns into the glass.
 */
import { css, html, LitElement, nothing } from "lit";
import { customElement, property } from "lit/decorators.js";
import { styleMap } from "lit/directives/style-map.js";
import type { Language } from "../../shared/domain/vocabulary.ts";
import { contentWords } from "../../shared/text/lobby-content.ts";
import { languageTags, say } from "../../shared/text/text.ts";
import { timeOfDay, whenComing } from "../../shared/text/times.ts";
import { base } from "../../shared/ui/styles.ts";

@customElement("ld-resting")
export class Resting extends LitElement {
  static override styles = [
    base,
    css`
      :host {
        position: absolute;
        top: 0;
        right: 0;
        bottom: 0;
        left: 0;
        display: flex;
        align-items: center;
        justify-content: center;
        background: #05090a;
        color: #a9b8b9;
        text-align: center;
      }
      .time {
        font-size: calc(2.4 * var(--text));
        line-height: 1.2;
      }
      .line {
        font-size: var(--text);
        line-height: 1.4;
      }
    `,
  ];

  /** The hub's time as an instant. */
  @property() now = "";
  /** When the hall opens next; null where nobody knows. */
  @property({ attribute: false }) opensAt: string | null = null;
  @property({ attribute: false }) languages: readonly Language[] = [];
  /** Font size of reading text, in pixels. */
  @property({ attribute: false }) text = 0;

  override render() {
    const { now, opensAt, languages } = this;
    const minute = Number(now.slice(14, 16));
    const style = {
      "--text": `${this.text.toFixed(1)}px`,
      transform: `translate(${String(((minute % 5) - 2) * 3)}%, ${String(((Math.floor(minute / 5) % 5) - 2) * 9)}%)`,
    };
    return html`<div style=${styleMap(style)}>
      <p class="time">${timeOfDay(now)}</p>
      ${languages.map((language) => {
        const when = opensAt === null ? null : whenComing(opensAt, now, language);
        const line =
          when === null ? say(contentWords.resting, language) : say(contentWords.opensAt, language, { when });
        return line === "" ? nothing : html`<p class="line" lang=${languageTags[language]}>${line}</p>`;
      })}
    </div>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    "ld-resting": Resting;
  }
}
