/** `<ld-password-form>`: a new password of one's own. @fires PasswordEvent */
import { css, html, LitElement, nothing } from "lit";
import { customElement, property, state } from "lit/decorators.js";
import { panelWords } from "../../shared/text/panel.ts";
import { formWords } from "../../shared/text/panel-forms.ts";
import { say } from "../../shared/text/text.ts";
import type { ApiProblem } from "../../shared/ui/api.ts";
import { LanguageController } from "../../shared/ui/language.ts";
import { base, buttons, fields, notes } from "../../shared/ui/styles.ts";
import { troubleText } from "./trouble-text.ts";

export class PasswordEvent extends Event {
  static readonly type = "panel-password";
  constructor(
    readonly before: string,
    readonly after: string,
  ) {
    super(PasswordEvent.type, { bubbles: true, composed: true });
  }
}

const shortest = 8;

@customElement("ld-password-form")
export class PasswordForm extends LitElement {
  static override styles = [
    base,
    buttons,
    fields,
    notes,
    css`
      form > * + * {
        margin-top: var(--ld-space-4);
      }
    `,
  ];

  @property({ attribute: false }) problem: ApiProblem | null = null;
  @property({ type: Boolean }) done = false;
  @state() private differ = false;

  private readonly language = new LanguageController(this);

  override render() {
    const language = this.language.current;
    if (this.done)
      return html`<p class="note" role="status">
        <span class="sign" aria-hidden="true">✓</span>${say(formWords.passwordChanged, language)}
      </p>`;
    return html`
      <form @submit=${this.submitted}>
        ${this.field("before", say(formWords.oldPassword, language), "current-password")}
        ${this.field("after", say(formWords.newPassword, language, { least: shortest }), "new-password")}
        ${this.field("again", say(formWords.newPasswordAgain, language), "new-password")}
        <div role="alert">${this.note()}</div>
        <button class="button primary">${say(panelWords.changePassword, language)}</button>
      </form>
    `;
  }

  override firstUpdated(): void {
    this.renderRoot.querySelector("input")?.focus();
  }

  private field(name: string, words: string, autocomplete: "current-password" | "new-password") {
    const isNew = autocomplete === "new-password";
    return html`<label class="field">
      <span>${words}</span>
      <input
        name=${name}
        type="password"
        required
        minlength=${isNew ? shortest : 1}
        maxlength="200"
        autocomplete=${autocomplete}
      />
    </label>`;
  }

  private note() {
    const language = this.language.current;
    const text = this.differ
      ? say(formWords.passwordsDiffer, language)
      : this.problem
        ? this.refusal(this.problem)
        : null;
    return text === null
      ? nothing
      : html`<p class="note trouble"><span class="sign" aria-hidden="true">!</span>${text}</p>`;
  }

  private refusal(problem: ApiProblem): string {
    const language = this.language.current;
    return problem.field === "old" ? say(formWords.oldPasswordWrong, language) : troubleText(problem, language);
  }

  private submitted(event: Event): void {
    event.preventDefault();
    const value = (name: string): string =>
      this.renderRoot.querySelector<HTMLInputElement>(`[name=${name}]`)?.value ?? "";
    this.differ = value("after") !== value("again");
    if (!this.differ) this.dispatchEvent(new PasswordEvent(value("before"), value("after")));
  }
}

declare global {
  interface HTMLElementTagNameMap {
    "ld-password-form": PasswordForm;
  }
}
