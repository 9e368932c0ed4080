/**
 * `<ld-user-form>`: makes a user, or changes one.
 * @fires SaveUserEvent with the request's body.
 */
import { css, html, LitElement, nothing, type PropertyValues } from "lit";
import { customElement, property, state } from "lit/decorators.js";
import { roles } from "../shared/domain/vocabulary.ts";
import { consoleWords, roleWords, userWords } from "../shared/text/console.ts";
import { pick, say } from "../shared/text/text.ts";
import type { ApiProblem } from "../shared/ui/api.ts";
import { LanguageController } from "../shared/ui/language.ts";
import type { User } from "../shared/wire/access.ts";
import { narrow } from "./console-styles.ts";
import type { HallCounterNow } from "./device-words.ts";
import {
  focusFirstError,
  focusMessage,
  formError,
  formStyles,
  under,
  type FieldErrors,
  type FieldWords,
} from "./form-parts.ts";
import { refusalToStaff } from "./refusal-to-staff.ts";
import {
  servesAtCounters,
  userBodyOf,
  userDraftOf,
  type UserBody,
  type UserDraft,
  type UserField,
} from "./user-draft.ts";

export class SaveUserEvent extends Event {
  static readonly type = "save-user";

  constructor(readonly body: UserBody) {
    super(SaveUserEvent.type, { bubbles: true, composed: true });
  }
}

const userFields = ["user", "name", "password", "counters"] as const;

@customElement("ld-user-form")
export class UserForm extends LitElement {
  static override styles = [
    formStyles,
    css`
      .counters {
        display: grid;
        grid-template-columns: repeat(3, 1fr);
        max-height: 11rem;
        overflow: auto;
        padding: 0 var(--ld-space-3);
        border: var(--ld-hair) solid var(--ld-line);
      }
      .done {
        font-weight: var(--ld-bold);
      }

      @media ${narrow} {
        .counters {
          grid-template-columns: repeat(2, 1fr);
          max-height: none;
        }
      }
    `,
  ];

  /** The person; null makes a new one. */
  @property({ attribute: false }) user: User | null = null;
  /** Whether it is the one who is signed in, who must not take away the own rights. */
  @property({ type: Boolean }) own = false;
  @property({ attribute: false }) counters: readonly HallCounterNow[] = [];
  @property({ type: Boolean }) working = false;
  @property({ type: Boolean }) saved = false;
  /** Why it was not saved. */
  @property({ attribute: false }) problem: ApiProblem | null = null;

  @state() private draft: UserDraft = userDraftOf(null);
  @state() private wrong: FieldWords<UserField> = {};
  /** The problem that the person has seen and is mending. */
  @state() private mended: ApiProblem | null = null;

  private readonly language = new LanguageController(this);

  override willUpdate(changed: PropertyValues<this>): void {
    const before = changed.get("user");
    // The list is asked for again and again: only another person, or this one saved, starts the form anew.
    const isOther = changed.has("user") && before?.id !== this.user?.id;
    if (!isOther && !(changed.has("saved") && this.saved)) return;
    this.draft = userDraftOf(this.user);
    this.wrong = {};
  }

  override updated(changed: PropertyValues<this>): void {
    if (changed.has("problem")) focusFirstError(this.renderRoot);
    if (changed.has("saved") && this.saved) focusMessage(this.renderRoot);
  }

  override render() {
    const language = this.language.current;
    const isNew = this.user === null;
    return html`
      <form novalidate autocomplete="off" @submit=${this.submit} @input=${this.typed}>
        ${this.text("name", null)} ${isNew ? this.text("user", say(userWords.userHint, language)) : nothing}
        ${this.roleChoice()} ${servesAtCounters(this.draft.role) ? this.counterChoice() : nothing}
        ${this.own ? nothing : this.password()}
        ${this.own ? html`<p class="soft">${say(userWords.ownHint, language)}</p>` : nothing}
        ${formError(this.errors().form)}
        <div class="ends">
          <button class="button primary" aria-disabled=${this.working ? "true" : "false"}>
            ${say(this.working ? consoleWords.saving : isNew ? userWords.make : consoleWords.save, language)}
          </button>
          <span class="done" role="status" tabindex="-1"
            >${this.saved ? `✓ ${say(consoleWords.saved, language)}` : nothing}</span
          >
        </div>
      </form>
    `;
  }

  private text(field: "user" | "name", hint: string | null) {
    const error = this.errorAt(field);
    return html`<label class="field">
      <span id="${field}-label">${say(userWords[field], this.language.current)}</span>
      <input
        name=${field}
        autocomplete="off"
        autocapitalize="off"
        spellcheck="false"
        maxlength=${field === "user" ? 40 : 60}
        .value=${this.draft[field]}
        aria-invalid=${error === undefined ? "false" : "true"}
        aria-labelledby="${field}-label"
        aria-describedby="${field}-under"
      />
      ${under(`${field}-under`, error, hint)}
    </label>`;
  }

  private password() {
    const language = this.language.current;
    const error = this.errorAt("password");
    const [label, hint] = this.user
      ? [userWords.newPassword, userWords.newPasswordHint]
      : [userWords.password, userWords.passwordHint];
    return html`<label class="field">
      <span id="password-label">${say(label, language)}</span>
      <input
        name="password"
        type="password"
        autocomplete="new-password"
        maxlength="200"
        .value=${this.draft.password}
        aria-invalid=${error === undefined ? "false" : "true"}
        aria-labelledby="password-label"
        aria-describedby="password-under"
      />
      ${under("password-under", error, say(hint, language))}
    </label>`;
  }

  private roleChoice() {
    const language = this.language.current;
    return html`<label class="field">
      <span>${say(userWords.role, language)}</span>
      <select name="role" ?disabled=${this.own}>
        ${roles.map((role) => html`<option value=${role} ?selected=${role === this.draft.role}>${say(roleWords[role], language)}</option>`)}
      </select>
    </label>`;
  }

  private counterChoice() {
    const language = this.language.current;
    const { isAnyCounter, counters } = this.draft;
    const error = this.errorAt("counters");
    return html`<fieldset aria-describedby="counters-under">
      <legend>${say(userWords.counters, language)}</legend>
      <div class="choices">
        <label class="choice"
          ><input type="radio" name="any" value="yes" .checked=${isAnyCounter} /><span
            >${say(consoleWords.any, language)}</span
          ></label
        >
        <label class="choice"
          ><input type="radio" name="any" value="no" .checked=${!isAnyCounter} /><span
            >${say(userWords.onlyThese, language)}</span
          ></label
        >
      </div>
      ${
        isAnyCounter
          ? nothing
          : html`<div class="counters">
              ${this.counters.map(
                ({ number, label }) =>
                  html`<label class="choice"
                    ><input
                      type="checkbox"
                      name="counter"
                      value=${number}
                      .checked=${counters.includes(number)}
                      aria-invalid=${error === undefined ? "false" : "true"}
                    /><span>${pick(label, language)}</span></label
                  >`,
              )}
            </div>`
      }
      ${under("counters-under", error)}
    </fieldset>`;
  }

  private errors(): FieldErrors<UserField> {
    const { problem } = this;
    if (!problem || problem === this.mended) return {};
    const language = this.language.current;
    const field = userFields.find((each) => each === problem.field);
    if (field === undefined || problem.code !== "invalid-request")
      return { [field ?? "form"]: refusalToStaff(problem, language) };
    return {
      [field]: say(
        {
          user: userWords.userWrong,
          name: userWords.nameWrong,
          password: userWords.passwordWrong,
          counters: userWords.countersWrong,
        }[field],
        language,
      ),
    };
  }

  private errorAt(field: UserField): string | undefined {
    const words = this.wrong[field];
    return words ? say(words, this.language.current) : this.errors()[field];
  }

  private typed(event: Event): void {
    // Every field of this form is one of the two.
    const field = event.target as HTMLInputElement | HTMLSelectElement;
    this.draft = changed(this.draft, field);
    this.mended = this.problem;
    this.saved = false;
  }

  private submit(event: SubmitEvent): void {
    event.preventDefault();
    if (this.working) return;
    const made = userBodyOf(this.draft, this.user);
    this.wrong = "errors" in made ? made.errors : {};
    if ("body" in made) this.dispatchEvent(new SaveUserEvent(made.body));
    else void this.updateComplete.then(() => focusFirstError(this.renderRoot));
  }
}

function changed(draft: UserDraft, field: HTMLInputElement | HTMLSelectElement): UserDraft {
  const { name, value } = field;
  switch (name) {
    case "user":
    case "name":
    case "password":
      return { ...draft, [name]: value };
    case "role":
      return { ...draft, role: roles.find((role) => role === value) ?? draft.role };
    case "any":
      return { ...draft, isAnyCounter: value === "yes" };
    case "counter": {
      const others = draft.counters.filter((counter) => counter !== Number(value));
      const isOn = field instanceof HTMLInputElement && field.checked;
      return { ...draft, counters: isOn ? [...others, Number(value)] : others };
    }
    default:
      return draft;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    "ld-user-form": UserForm;
  }
}
