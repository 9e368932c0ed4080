/**
 * `<ld-console-header>`: whose console it is, how the hub does, the language, and the way out.
 * @fires SignOutEvent
 */
import { css, html, LitElement, nothing } from "lit";
import { customElement, property } from "lit/decorators.js";
import { languages, type Language } from "../shared/domain/vocabulary.ts";
import { commonWords } from "../shared/text/common.ts";
import { consoleWords, roleWords } from "../shared/text/console.ts";
import { languageTags, pick, say, type Words } from "../shared/text/text.ts";
import { timeOfDay } from "../shared/text/times.ts";
import "../shared/ui/emergency-button.ts";
import { LanguageController, setLanguage } from "../shared/ui/language.ts";
import { base } from "../shared/ui/styles.ts";
import type { User } from "../shared/wire/access.ts";
import type { HallNow } from "../shared/wire/hall.ts";
import { narrow } from "./console-styles.ts";
import type { HubHealth } from "./hub-watch.ts";

class SignOutEvent extends Event {
  static readonly type = "sign-out";

  constructor() {
    super(SignOutEvent.type, { bubbles: true, composed: true });
  }
}

const healthWords = {
  connecting: consoleWords.hubConnecting,
  live: consoleWords.hubLive,
  full: consoleWords.hubFull,
  lost: consoleWords.hubLost,
} as const;

@customElement("ld-console-header")
export class ConsoleHeader extends LitElement {
  static override styles = [
    base,
    css`
      header {
        display: flex;
        flex-wrap: wrap;
        align-items: center;
        gap: 0 var(--ld-space-5);
        min-height: 3.5rem;
        padding: 0 var(--ld-space-5);
        background: var(--ld-structure);
        color: var(--ld-on-structure);
        --ld-focus: var(--ld-signal);
      }
      .hall {
        flex: 1;
        font-weight: var(--ld-bold);
      }
      .hall span {
        margin-left: var(--ld-space-3);
        color: var(--ld-on-structure-soft);
        font-weight: var(--ld-regular);
      }
      .health.wrong {
        padding: var(--ld-space-1) var(--ld-space-3);
        background: var(--ld-signal);
        color: var(--ld-on-signal);
        font-weight: var(--ld-bold);
      }
      .time {
        font-weight: var(--ld-bold);
      }
      .languages {
        display: flex;
      }
      button {
        min-height: 2.75rem;
        padding: 0 var(--ld-space-2);
        border: 0;
        border-bottom: var(--ld-rule) solid transparent;
        background: none;
        cursor: pointer;
      }
      button:hover,
      button[aria-pressed="true"] {
        border-bottom-color: currentColor;
      }
      button[aria-pressed="true"] {
        font-weight: var(--ld-bold);
      }

      @media ${narrow} {
        header {
          gap: 0 var(--ld-space-3);
          padding: var(--ld-space-2) var(--ld-space-4) 0;
          font-size: var(--ld-text-s);
        }
        .hall {
          flex: 1 1 9rem;
        }
        .hall span {
          display: none;
        }
        .who {
          flex: 1 1 0;
          min-width: 0;
          overflow-wrap: anywhere;
          text-align: right;
        }
        button {
          min-width: 2.75rem;
        }
      }
    `,
  ];

  @property({ attribute: false }) hall: HallNow | null = null;
  @property({ attribute: false }) user: User | null = null;
  /** Whether whoever is signed in may raise an emergency. */
  @property({ type: Boolean }) raises = false;
  @property() health: HubHealth = "connecting";
  /** The hub's time, as an instant in the hall's offset. */
  @property({ attribute: false }) instant: string | null = null;

  private readonly language = new LanguageController(this);

  override render() {
    const language = this.language.current;
    return html`
      <header>
        <p class="hall">
          ${this.hall ? pick(this.hall.name, language) : say(commonWords.product, language)}<span
            >${say(consoleWords.console, language)}</span
          >
        </p>
        ${this.user ? this.hub() : nothing} ${this.raises ? html`<ld-emergency-button></ld-emergency-button>` : nothing}
        <div class="languages" role="group" aria-label=${say(consoleWords.languages, language)}>
          ${languages.map(
            (each) =>
              html`<button
                type="button"
                lang=${languageTags[each]}
                aria-label=${commonWords.languageName[each]}
                aria-pressed=${each === language ? "true" : "false"}
                @click=${() => setLanguage(each)}
              >
                ${commonWords.languageOwn[each]}
              </button>`,
          )}
        </div>
        ${
          this.user
            ? html`<p class="who">${whoOf(this.user, language)}</p>
                <button type="button" @click=${() => this.dispatchEvent(new SignOutEvent())}>
                  ${say(consoleWords.signOut, language)}
                </button>`
            : nothing
        }
      </header>
    `;
  }

  private hub() {
    const isWrong = this.health === "lost" || this.health === "full";
    return html`
      <p class="health ${isWrong ? "wrong" : ""}" role="status">
        <span aria-hidden="true">${isWrong ? "!" : this.health === "live" ? "●" : "○"}</span>
        ${say(healthWords[this.health], this.language.current)}
      </p>
      ${this.instant === null ? nothing : html`<p class="time">${timeOfDay(this.instant)}</p>`}
    `;
  }
}

/** The name and what the person is; once where the name is just that, as the first manager's. */
function whoOf({ name, role }: User, language: Language): string {
  const words: Words = roleWords[role];
  const says = say(words, language);
  return languages.some((each) => words[each] === name) ? says : `${name} · ${says}`;
}

declare global {
  interface HTMLElementTagNameMap {
    "ld-console-header": ConsoleHeader;
  }
}
