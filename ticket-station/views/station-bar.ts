/**
 * `<ld-station-bar>`: the head of every page, above the reach of hands: where we are, what time it is, what is asked.
 * Below it, within reach, languages and print.
 */
import { css, html, LitElement, nothing } from "lit";
import { customElement, property } from "lit/decorators.js";
import type { Language } from "../../shared/domain/vocabulary.ts";
import { commonWords } from "../../shared/text/common.ts";
import { stationWords } from "../../shared/text/station.ts";
import { languageTags, say } from "../../shared/text/text.ts";
import { LanguageController } from "../../shared/ui/language.ts";
import { phrased } from "../../shared/ui/phrased.ts";
import { base } from "../../shared/ui/styles.ts";
import { LanguageChosenEvent, PrintChosenEvent } from "../events.ts";
import { press } from "../press.ts";

@customElement("ld-station-bar")
export class StationBar extends LitElement {
  static override styles = [
    base,
    css`
      header {
        display: flex;
        flex-direction: column;
        justify-content: space-between;
        min-height: calc(62 * var(--ld-mm));
        padding: calc(7 * var(--ld-mm)) var(--st-edge) calc(6 * var(--ld-mm));
        background: var(--ld-structure);
        color: var(--ld-on-structure);
        border-bottom: calc(2 * var(--ld-mm)) solid var(--ld-signal);
      }
      .where {
        display: flex;
        align-items: baseline;
        justify-content: space-between;
        font-size: var(--st-hall);
        font-weight: var(--ld-bold);
        line-height: 1.2;
      }
      .where time {
        flex: none;
        margin-left: 1em;
        font-size: calc(11 / 9 * var(--st-hall));
      }
      h1 {
        margin-top: calc(4 * var(--ld-mm));
        font-size: var(--st-heading);
        line-height: 1.2;
      }
      .how {
        font-size: calc(9 * var(--ld-mm) * var(--ld-print));
        line-height: 1.35;
        color: var(--ld-on-structure-soft);
      }
      .tools {
        display: flex;
        justify-content: flex-end;
        flex-wrap: wrap;
        padding: calc(5 * var(--ld-mm)) var(--st-edge) 0;
      }
      .tool {
        min-width: calc(32 / 9 * var(--st-tool));
        max-width: calc(62 / 9 * var(--st-tool));
        min-height: calc(19 / 9 * var(--st-tool));
        margin-left: var(--st-gap);
        padding: 0 calc(5 * var(--ld-mm));
        border: calc(0.5 * var(--ld-mm)) solid var(--ld-line-strong);
        border-radius: 0;
        background: var(--ld-paper);
        color: var(--ld-ink);
        font-size: var(--st-tool);
        font-weight: var(--ld-bold);
        line-height: 1.1;
        touch-action: none;
        cursor: pointer;
      }
      .tool[data-pressed] {
        background: var(--ld-well);
      }
      .tool[aria-pressed="true"] {
        border-color: var(--ld-structure);
        background: var(--ld-structure);
        color: var(--ld-on-structure);
      }
      @media (orientation: landscape) {
        header {
          min-height: calc(17 * var(--ld-mm) + 13 / 9 * var(--st-hall) + 19 / 9 * var(--st-tool));
        }
        :host {
          position: relative;
        }
        .tools {
          position: absolute;
          right: 0;
          bottom: calc(7 * var(--ld-mm));
          padding-top: 0;
        }
        .tool {
          border-color: var(--ld-on-structure-soft);
          background: var(--ld-structure);
          color: var(--ld-on-structure);
          --ld-focus: var(--ld-signal);
        }
        .tool[data-pressed] {
          background: var(--ld-structure-press);
        }
        .tool[aria-pressed="true"] {
          border-color: var(--ld-signal);
          background: var(--ld-signal);
          color: var(--ld-on-signal);
        }
        h1,
        .how {
          max-width: calc(100% - var(--tools, 0) * 40 / 9 * var(--st-tool));
        }
      }
    `,
  ];

  @property() hall = "";
  /** The hall's time as people read it; empty while the hub has not told it. */
  @property() time = "";
  @property() heading = "";
  @property() how = "";
  /** Languages the hall speaks; none hides the tools. */
  @property({ attribute: false }) languages: readonly Language[] = [];
  @property({ type: Boolean }) isLarge = false;
  @property({ type: Boolean }) canSpeak = false;

  private readonly language = new LanguageController(this);

  override updated(): void {
    this.style.setProperty("--tools", String(this.languages.length));
  }

  override render() {
    const language = this.language.current;
    return html`
      <header>
        <div class="where"><span>${this.hall}</span><time>${this.time}</time></div>
        <div>
          <h1>${phrased(this.heading, language)}</h1>
          ${this.how === "" ? nothing : html`<p class="how">${this.how}</p>`}
        </div>
      </header>
      ${this.languages.length === 0 ? nothing : this.tools(language)}
    `;
  }

  private tools(language: Language) {
    const printWords = this.isLarge
      ? stationWords.normalPrint
      : this.canSpeak
        ? stationWords.largeAloud
        : stationWords.large;
    return html`
      <div class="tools">
        ${this.languages
          .filter((each) => each !== language)
          .map(
            (each) =>
              html`<button
                class="tool"
                type="button"
                lang=${languageTags[each]}
                data-language=${each}
                ${press(() => this.dispatchEvent(new LanguageChosenEvent(each)))}
              >
                ${commonWords.languageOwn[each]}
              </button>`,
          )}
        <button
          class="tool"
          type="button"
          data-tool="print"
          aria-pressed=${this.isLarge ? "true" : "false"}
          ${press(() => this.dispatchEvent(new PrintChosenEvent(!this.isLarge)))}
        >
          ${say(printWords, language)}
        </button>
      </div>
    `;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    "ld-station-bar": StationBar;
  }
}
