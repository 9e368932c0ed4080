/** `<ld-account-page>`: one's own password. */
import { css, html, LitElement, nothing } from "lit";
import { customElement, property, state } from "lit/decorators.js";
import { consoleWords, passwordWords, signInWords, userWords } from "../shared/text/console.ts";
import { say } from "../shared/text/text.ts";
import type { ApiProblem } from "../shared/ui/api.ts";
import { LanguageController } from "../shared/ui/language.ts";
import { narrow, pageStyles } from "./console-styles.ts";
import { focusFirstError, focusMessage, formError, formStyles, textIn, under, type FieldWords } from "./form-parts.ts";
import { passwordErrors, type PasswordDraft } from "./password-draft.ts";
import { refusalToStaff } from "./refusal-to-staff.ts";
import { staffRequest } from "./staff-request.ts";

@customElement("ld-account-page")
export class AccountPage extends LitElement {
  static override styles = [
    formStyles,
    pageStyles,
    css`
      form {
        width: 26rem;
        padding: var(--ld-space-5);
        border-top: var(--ld-bar) solid var(--ld-structure);
        background: var(--ld-sheet);
      }
      .note {
        max-width: 44rem;
      }

      @media ${narrow} {
        form {
          width: auto;
          max-width: 26rem;
          padding: var(--ld-space-4);
        }
      }
    `,
  ];

  /** The user name, for browsers that keep passwords. */
  @property() user = "";
  /** Whether this is all that the console has for this person. */
  @property({ type: Boolean }) only = false;

  @state() private isWorking = false;
  @state() private isDone = false;
  @state() private wrong: FieldWords<keyof PasswordDraft> = {};
  @state() private problem: ApiProblem | null = null;

  private readonly language = new LanguageController(this);

  override render() {
    const language = this.language.current;
    const isAboutField = this.problem?.code === "invalid-request";
    return html`
      <h1>${say(passwordWords.title, language)}</h1>
      ${
        this.only
          ? html`<p class="note">
              <span class="sign" aria-hidden="true">i</span><span>${say(signInWords.notYours, language)}</span>
            </p>`
          : nothing
      }
      <form novalidate @submit=${this.submit}>
        <input type="hidden" autocomplete="username" .value=${this.user} />
        ${this.field("old")} ${this.field("new")} ${this.field("again")}
        ${formError(this.problem && !isAboutField ? refusalToStaff(this.problem, language) : undefined)}
        <button class="button primary" aria-disabled=${this.isWorking ? "true" : "false"}>
          ${say(this.isWorking ? consoleWords.saving : passwordWords.change, language)}
        </button>
        <p role="status" tabindex="-1">${this.isDone ? `✓ ${say(passwordWords.changed, language)}` : nothing}</p>
      </form>
    `;
  }

  private field(name: keyof PasswordDraft) {
    const language = this.language.current;
    const error = this.errorAt(name);
    return html`<label class="field">
      <span id="${name}-label">${say(passwordWords[name], language)}</span>
      <input
        type="password"
        name=${name}
        autocomplete=${name === "old" ? "current-password" : "new-password"}
        maxlength="200"
        aria-invalid=${error === undefined ? "false" : "true"}
        aria-labelledby="${name}-label"
        aria-describedby="${name}-under"
      />
      ${under(`${name}-under`, error, name === "new" ? say(userWords.passwordHint, language) : null)}
    </label>`;
  }

  private errorAt(name: keyof PasswordDraft): string | undefined {
    const language = this.language.current;
    const words = this.wrong[name];
    if (words) return say(words, language);
    if (this.problem?.code !== "invalid-request" || this.problem.field !== name) return undefined;
    return say(name === "old" ? passwordWords.oldWrong : userWords.passwordWrong, language);
  }

  private async submit(event: SubmitEvent): Promise<void> {
    event.preventDefault();
    if (this.isWorking) return;
    // The event is this page's own form's.
    const form = event.target as HTMLFormElement;
    const filled = new FormData(form);
    const draft: PasswordDraft = {
      old: textIn(filled, "old"),
      new: textIn(filled, "new"),
      again: textIn(filled, "again"),
    };
    this.wrong = passwordErrors(draft);
    [this.problem, this.isDone] = [null, false];
    if (Object.keys(this.wrong).length === 0) {
      this.isWorking = true;
      const body = { old: draft.old, new: draft.new };
      const answer = await staffRequest<unknown>(this, { method: "POST", path: "/api/session/password", body });
      this.isWorking = false;
      if (answer.ok) form.reset();
      this.isDone = answer.ok;
      this.problem = answer.ok ? null : answer.problem;
    }
    await this.updateComplete;
    if (this.isDone) focusMessage(this.renderRoot);
    else focusFirstError(this.renderRoot);
  }
}

declare global {
  interface HTMLElementTagNameMap {
    "ld-account-page": AccountPage;
  }
}
