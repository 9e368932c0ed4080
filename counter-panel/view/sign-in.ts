/** `<ld-sign-in>`: who is working here. @fires SignInEvent */
import { css, html, LitElement, nothing } from "lit";
import { customElement, property } from "lit/decorators.js";
import { languages } from "../../shared/domain/vocabulary.ts";
import { commonWords } from "../../shared/text/common.ts";
import { panelWords } from "../../shared/text/panel.ts";
import { languageTags, say } from "../../shared/text/text.ts";
import type { ApiProblem } from "../../shared/ui/api.ts";
import { LanguageController, setLanguage } from "../../shared/ui/language.ts";
import { base, buttons, fields, notes } from "../../shared/ui/styles.ts";
import { SignInEvent } from "./events.ts";
import { busyMarks } from "./panel-styles.ts";
import { troubleText } from "./trouble-text.ts";

@customElement("ld-sign-in")
export class SignInForm extends LitElement {
  static override styles = [
    base,
    buttons,
    fields,
    notes,
    busyMarks,
    css`
      main {
        width: calc(26 * var(--ld-unit));
        max-width: calc(100vw - 2 * var(--ld-space-4));
        margin: 0 auto;
        padding: calc(5 * var(--ld-unit)) 0 var(--ld-space-6);
      }
      .hall {
        color: var(--ld-ink-soft);
      }
      h1 {
        margin-bottom: var(--ld-space-5);
        padding-bottom: var(--ld-space-3);
        border-bottom: var(--ld-bar) solid var(--ld-structure);
        font-size: var(--ld-text-2xl);
        line-height: var(--ld-leading-tight);
        color: var(--ld-structure-text);
      }
      form > * {
        margin-bottom: var(--ld-space-4);
      }
      form .button {
        width: 100%;
      }
      .languages {
        display: flex;
        gap: var(--ld-space-2);
        margin-top: var(--ld-space-5);
      }
      .languages button[aria-pressed="true"] {
        border-bottom-color: var(--ld-ink);
        border-radius: 0;
      }
    `,
  ];

  /** The hall's name; empty while it is unknown. */
  @property() hall = "";
  @property({ attribute: false }) problem: ApiProblem | null = null;
  @property({ type: Boolean }) busy = false;
  /** Whether the hub cannot be heard now. */
  @property({ type: Boolean }) lost = false;

  private readonly language = new LanguageController(this);

  override render() {
    const language = this.language.current;
    return html`
      <main>
        <p class="hall">${this.hall}</p>
        <h1>${say(commonWords.panel, language)}</h1>
        <form @submit=${this.submitted}>
          <label class="field">
            <span>${say(panelWords.userName, language)}</span>
            <input
              name="user"
              required
              maxlength="80"
              autocomplete="username"
              autocapitalize="off"
              spellcheck="false"
            />
          </label>
          <label class="field">
            <span>${say(panelWords.password, language)}</span>
            <input name="password" type="password" required maxlength="200" autocomplete="current-password" />
          </label>
          ${this.note()}
          <button
            class="button primary large"
            aria-busy=${this.busy ? "true" : "false"}
            aria-disabled=${this.busy ? "true" : "false"}
          >
            ${say(panelWords.signIn, language)}
          </button>
        </form>
        <div class="languages">
          ${languages.map(
            (each) =>
              html`<button
                class="button quiet"
                type="button"
                lang=${languageTags[each]}
                aria-pressed=${each === language ? "true" : "false"}
                @click=${() => setLanguage(each)}
              >
                ${commonWords.languageName[each]}
              </button>`,
          )}
        </div>
      </main>
    `;
  }

  override firstUpdated(): void {
    this.renderRoot.querySelector("input")?.focus();
  }

  private note() {
    const language = this.language.current;
    const text = this.problem
      ? troubleText(this.problem, language)
      : this.lost
        ? say(commonWords.hubLost, language)
        : null;
    return text === null
      ? nothing
      : html`<p class="note trouble" role="alert"><span class="sign" aria-hidden="true">!</span>${text}</p>`;
  }

  private submitted(event: SubmitEvent): void {
    event.preventDefault();
    if (this.busy || !(event.target instanceof HTMLFormElement)) return;
    const typed = new FormData(event.target);
    this.dispatchEvent(new SignInEvent(textOf(typed, "user").trim(), textOf(typed, "password")));
  }
}

function textOf(form: FormData, name: string): string {
  const value = form.get(name);
  return typeof value === "string" ? value : "";
}

declare global {
  interface HTMLElementTagNameMap {
    "ld-sign-in": SignInForm;
  }
}
