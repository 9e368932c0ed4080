/**
 * `<ld-console-sign-in>`: who is there?
 * @fires SignInEvent
 */
import { css, html, LitElement, nothing, type PropertyValues } from "lit";
import { customElement, property, state } from "lit/decorators.js";
import { commonWords } from "../shared/text/common.ts";
import { signInWords, userWords } from "../shared/text/console.ts";
import { say } from "../shared/text/text.ts";
import { LanguageController } from "../shared/ui/language.ts";
import { narrow } from "./console-styles.ts";
import { formError, formStyles } from "./form-parts.ts";

export class SignInEvent extends Event {
  static readonly type = "sign-in";

  constructor(
    readonly user: string,
    readonly password: string,
  ) {
    super(SignInEvent.type, { bubbles: true, composed: true });
  }
}

@customElement("ld-console-sign-in")
export class ConsoleSignIn extends LitElement {
  static override styles = [
    formStyles,
    css`
      .sheet {
        width: 26rem;
        margin: 12vh auto 0;
        padding: var(--ld-space-5);
        border-top: var(--ld-bar) solid var(--ld-structure);
        background: var(--ld-sheet);
      }
      h1 {
        margin-bottom: var(--ld-space-4);
        font-size: var(--ld-text-xl);
        line-height: var(--ld-leading-tight);
      }
      .button {
        width: 100%;
      }
      .soft {
        font-size: var(--ld-text-s);
        color: var(--ld-ink-soft);
      }

      @media ${narrow} {
        .sheet {
          width: auto;
          max-width: 26rem;
          margin-top: 0;
          padding: var(--ld-space-5) var(--ld-space-4);
        }
      }
    `,
  ];

  /** The hall's name, once it is known. */
  @property() hall = "";
  @property({ type: Boolean }) working = false;
  /** Whether a sign-in has just ended by itself. */
  @property({ type: Boolean }) ended = false;
  @property({ attribute: false }) problem: string | undefined = undefined;

  @state() private user = "";

  private readonly language = new LanguageController(this);

  override firstUpdated(): void {
    this.renderRoot.querySelector<HTMLElement>("input")?.focus();
  }

  /** After a refusal the password is selected, so that the next one typed stands alone. */
  override updated(changed: PropertyValues<this>): void {
    if (!changed.has("problem") || this.problem === undefined) return;
    const password = this.input("password");
    password?.focus();
    password?.select();
  }

  override render() {
    const language = this.language.current;
    return html`
      <main class="sheet">
        <p class="soft">${this.hall === "" ? say(commonWords.product, language) : this.hall}</p>
        <h1>${say(signInWords.title, language)}</h1>
        <form novalidate @submit=${this.submit}>
          ${
            this.ended && this.problem === undefined
              ? html`<p class="note" role="status">
                  <span class="sign" aria-hidden="true">!</span><span>${say(signInWords.ended, language)}</span>
                </p>`
              : nothing
          }
          ${formError(this.problem)}
          <label class="field">
            <span>${say(signInWords.user, language)}</span>
            <input
              name="user"
              autocomplete="username"
              autocapitalize="off"
              spellcheck="false"
              maxlength="80"
              .value=${this.user}
            />
          </label>
          <label class="field">
            <span>${say(signInWords.password, language)}</span>
            <input name="password" type="password" autocomplete="current-password" maxlength="200" />
          </label>
          <button class="button primary" aria-disabled=${this.working ? "true" : "false"}>
            ${say(this.working ? signInWords.signingIn : signInWords.signIn, language)}
          </button>
          <p class="soft">${say(userWords.forgotten, language)}</p>
        </form>
      </main>
    `;
  }

  private submit(event: SubmitEvent): void {
    event.preventDefault();
    if (this.working) return;
    const [user, password] = [this.input("user"), this.input("password")];
    this.user = user?.value.trim() ?? "";
    if (this.user === "") return user?.focus();
    if (password?.value === undefined || password.value === "") return password?.focus();
    this.dispatchEvent(new SignInEvent(this.user, password.value));
  }

  private input(name: string): HTMLInputElement | null {
    return this.renderRoot.querySelector<HTMLInputElement>(`input[name="${name}"]`);
  }
}

declare global {
  interface HTMLElementTagNameMap {
    "ld-console-sign-in": ConsoleSignIn;
  }
}
