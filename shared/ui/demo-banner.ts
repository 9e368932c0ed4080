/** `<ld-demo on>`: says on every page of a demonstration that it is one. */
import { css, html, LitElement, nothing } from "lit";
import { customElement, property } from "lit/decorators.js";
import { commonWords } from "../text/common.ts";
import { say } from "../text/text.ts";
import { LanguageController } from "./language.ts";
import { base } from "./styles.ts";

@customElement("ld-demo")
export class DemoBanner extends LitElement {
  static override styles = [
    base,
    css`
      .strip {
        display: flex;
        align-items: center;
        justify-content: center;
        padding: 0.1em 0.75em;
        background: var(--ld-signal);
        color: var(--ld-on-signal);
        font-size: var(--ld-demo-text, var(--ld-text-xs));
        font-weight: var(--ld-bold);
        line-height: 1.5;
      }
      .strip span {
        margin-left: 0.75em;
        font-weight: var(--ld-regular);
      }
    `,
  ];

  /** Whether the hub runs a demonstration: `hall.demo`. */
  @property({ type: Boolean, reflect: true }) on = false;

  private readonly language = new LanguageController(this);

  override render() {
    if (!this.on) return nothing;
    const language = this.language.current;
    const own = language === "en" ? "DEMO" : `${say(commonWords.demo, language)} · DEMO`;
    return html`<div class="strip" role="note">${own}<span>${say(commonWords.demoLong, language)}</span></div>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    "ld-demo": DemoBanner;
  }
}
