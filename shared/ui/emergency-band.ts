/** `<ld-emergency-band>`: an emergency, or the all-clear after it, over a page that goes on. */
import { css, html, LitElement, nothing } from "lit";
import { customElement, property } from "lit/decorators.js";
import { emergencyWords } from "../text/emergency.ts";
import { pick, say } from "../text/text.ts";
import type { Emergency } from "../wire/lobby.ts";
import { LanguageController } from "./language.ts";
import { claused, phrased } from "./phrased.ts";
import { base } from "./styles.ts";

/** Chinese signs that stand on two lines of a station. */
const longest = 60;

@customElement("ld-emergency-band")
export class EmergencyBand extends LitElement {
  static override styles = [
    base,
    css`
      .band {
        display: flex;
        align-items: flex-start;
        padding: var(--band-pad, var(--ld-space-4));
        border-bottom: var(--ld-bar) solid var(--ld-on-signal);
        background: var(--ld-signal);
        color: var(--ld-on-signal);
        font-size: var(--band-text, var(--ld-text-l));
        line-height: 1.35;
      }
      .clear {
        border-bottom-color: var(--ld-on-structure);
        background: var(--ld-structure);
        color: var(--ld-on-structure);
      }
      .sign {
        flex: none;
        width: 1.5em;
        height: 1.5em;
        margin-right: 0.6em;
        border-radius: 0.15em;
        background: var(--ld-on-signal);
        color: var(--ld-signal);
        font-weight: var(--ld-bold);
        line-height: 1.5em;
        text-align: center;
      }
      .clear .sign {
        background: var(--ld-on-structure);
        color: var(--ld-structure);
      }
      .brief .text {
        display: -webkit-box;
        overflow: hidden;
        font-size: 0.8em;
        -webkit-box-orient: vertical;
        -webkit-line-clamp: 3;
      }
      .rest {
        font-size: 0.8em;
        font-weight: var(--ld-bold);
      }
      .title {
        font-size: 1.25em;
        font-weight: var(--ld-bold);
        line-height: 1.25;
      }
    `,
  ];

  @property({ attribute: false }) emergency: Emergency | "all-clear" | null = null;

  /** A long text is told in its first lines alone: the page below must stay what it is. */
  @property({ type: Boolean }) brief = false;

  private readonly language = new LanguageController(this);

  override render() {
    const { emergency } = this;
    const language = this.language.current;
    if (emergency === null) return nothing;
    const isClear = emergency === "all-clear";
    const title = isClear ? say(emergencyWords.allClear, language) : pick(emergency.title, language);
    const text = isClear ? say(emergencyWords.allClearText, language) : pick(emergency.text, language);
    const isCut = this.brief && text.length > (language === "en" ? 2 : 1) * longest;
    return html`<div class="band ${isClear ? "clear" : ""} ${isCut ? "brief" : ""}" role="alert">
      <span class="sign" aria-hidden="true">${isClear ? "✓" : "!"}</span>
      <div>
        <p class="title">${phrased(title, language)}</p>
        <p class="text">${isCut ? text : claused(text, language)}</p>
        ${isCut ? html`<p class="rest">${say(emergencyWords.onScreens, language)}</p>` : nothing}
      </div>
    </div>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    "ld-emergency-band": EmergencyBand;
  }
}
