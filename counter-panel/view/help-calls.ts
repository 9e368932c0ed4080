/** `<ld-help-calls>`: the counters that ask for help, the longest wait first; one press says that one comes. @fires AnswerHelpEvent */
import { css, html, LitElement, nothing } from "lit";
import { customElement, property } from "lit/decorators.js";
import { deskWords } from "../../shared/text/guide-desk.ts";
import { pick, say } from "../../shared/text/text.ts";
import { LanguageController } from "../../shared/ui/language.ts";
import { base, buttons, numerals } from "../../shared/ui/styles.ts";
import type { Counter } from "../../shared/wire/counter.ts";
import { running } from "./clock-words.ts";
import { AnswerHelpEvent } from "./desk-events.ts";

/** A counter that asks, and since when. */
interface Asking {
  readonly counter: Counter;
  readonly askedAt: string;
}

@customElement("ld-help-calls")
export class HelpCalls extends LitElement {
  static override styles = [
    base,
    buttons,
    numerals,
    css`
      li {
        display: flex;
        align-items: center;
        gap: var(--ld-space-4);
        padding: var(--ld-space-2) var(--ld-space-5);
        border-bottom: var(--ld-rule) solid var(--ld-line-strong);
        border-left: var(--ld-bar) solid var(--ld-trouble);
        background: var(--ld-sheet);
        font-size: var(--ld-text-l);
        font-weight: var(--ld-bold);
      }
      .words {
        flex: 1;
        min-width: 0;
      }
    `,
  ];

  @property({ attribute: false }) counters: readonly Counter[] = [];
  @property({ type: Boolean }) off = false;
  /** The hub's clock. */
  @property({ type: Number }) nowMillis = 0;

  private readonly language = new LanguageController(this);

  override render() {
    const language = this.language.current;
    const asking = askingOf(this.counters);
    return html`<div role="alert">
      ${
        asking.length === 0
          ? nothing
          : html`<ul>
              ${asking.map(
                ({ counter, askedAt }) =>
                  html`<li>
                    <span class="words">
                      <span aria-hidden="true">! </span
                      >${say(deskWords.helpWanted, language, { counter: pick(counter.label, language) })}
                    </span>
                    <span aria-hidden="true">${running(askedAt, this.nowMillis)}</span>
                    <button
                      class="button primary"
                      type="button"
                      aria-label="${say(deskWords.iCome, language)} ${pick(counter.label, language)}"
                      aria-disabled=${this.off ? "true" : "false"}
                      @click=${() => this.off || this.dispatchEvent(new AnswerHelpEvent(counter.number))}
                    >
                      ${say(deskWords.iCome, language)}
                    </button>
                  </li>`,
              )}
            </ul>`
      }
    </div>`;
  }
}

function askingOf(counters: readonly Counter[]): Asking[] {
  return counters
    .flatMap((counter) => (counter.help?.answeredAt === null ? [{ counter, askedAt: counter.help.askedAt }] : []))
    .sort((a, b) => Date.parse(a.askedAt) - Date.parse(b.askedAt));
}

declare global {
  interface HTMLElementTagNameMap {
    "ld-help-calls": HelpCalls;
  }
}
