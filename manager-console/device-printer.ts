/**
 * `<ld-device-printer>`: how a station prints.
 * @fires PrinterEvent with the printer wanted.
 */
import { css, html, LitElement, nothing, type PropertyValues } from "lit";
import { customElement, property, state } from "lit/decorators.js";
import { consoleWords } from "../shared/text/console.ts";
import { printerWords } from "../shared/text/console-devices.ts";
import { say } from "../shared/text/text.ts";
import type { ApiProblem } from "../shared/ui/api.ts";
import { LanguageController } from "../shared/ui/language.ts";
import type { Printer } from "../shared/wire/access.ts";
import {
  focusFirstError,
  focusMessage,
  formError,
  formStyles,
  under,
  type FieldErrors,
  type FieldWords,
} from "./form-parts.ts";
import { draftOf, printerOf, type PrinterDraft, type PrinterField } from "./printer-draft.ts";
import { refusalToStaff } from "./refusal-to-staff.ts";

export class PrinterEvent extends Event {
  static readonly type = "printer";

  constructor(readonly printer: Printer) {
    super(PrinterEvent.type, { bubbles: true, composed: true });
  }
}

const kinds = ["tcp", "file", "none"] as const;
const textFields = ["host", "port", "path"] as const;
const copyChoices = [1, 2, 3] as const;

@customElement("ld-device-printer")
export class DevicePrinter extends LitElement {
  static override styles = [
    formStyles,
    css`
      .done {
        font-weight: var(--ld-bold);
      }
    `,
  ];

  /** The station whose printer it is; another one starts the form anew. */
  @property() station = "";
  /** The printer as it is set now. */
  @property({ attribute: false }) printer: Printer | null = null;
  @property({ type: Boolean }) working = false;
  /** Whether what stands here has just been saved. */
  @property({ type: Boolean }) saved = false;
  /** Why it was not saved. */
  @property({ attribute: false }) problem: ApiProblem | null = null;

  @state() private draft: PrinterDraft = draftOf(null);
  @state() private wrong: FieldWords<PrinterField> = {};
  /** The problem that the person has seen and is mending. */
  @state() private mended: ApiProblem | null = null;

  private readonly language = new LanguageController(this);

  override willUpdate(changed: PropertyValues<this>): void {
    if (!changed.has("station")) return;
    this.draft = draftOf(this.printer);
    this.wrong = {};
  }

  override updated(changed: PropertyValues<this>): void {
    if (changed.has("problem")) focusFirstError(this.renderRoot);
    if (changed.has("saved") && this.saved) focusMessage(this.renderRoot);
  }

  override render() {
    const language = this.language.current;
    const { kind } = this.draft;
    return html`
      <form novalidate @submit=${this.submit} @input=${this.typed}>
        <fieldset>
          <legend>${say(printerWords.how, language)}</legend>
          <div class="choices stacked">
            ${kinds.map((each) => this.radio({ name: "kind", value: each, says: say(printerWords[each], language), isOn: each === kind }))}
          </div>
        </fieldset>
        ${kind === "none" ? html`<p class="soft">${say(printerWords.noneHint, language)}</p>` : nothing}
        ${
          kind === "tcp"
            ? html`<div class="pair">
                ${this.text("host", say(printerWords.hostHint, language))}
                <div class="short">${this.text("port", null)}</div>
              </div>`
            : nothing
        }
        ${kind === "file" ? this.text("path", say(printerWords.pathHint, language)) : nothing}
        ${kind === "none" ? nothing : this.paper()} ${formError(this.errors().form)}
        <div class="ends">
          <button class="button primary" aria-disabled=${this.working ? "true" : "false"}>
            ${say(this.working ? consoleWords.saving : consoleWords.save, language)}
          </button>
          <span class="done" role="status" tabindex="-1"
            >${this.saved ? `✓ ${say(consoleWords.saved, language)}` : nothing}</span
          >
        </div>
      </form>
    `;
  }

  private paper() {
    const language = this.language.current;
    const { columns, copies } = this.draft;
    return html`
      <fieldset>
        <legend>${say(printerWords.columns, language)}</legend>
        <div class="choices">
          ${this.radio({ name: "columns", value: "48", says: say(printerWords.columns48, language), isOn: columns === 48 })}
          ${this.radio({ name: "columns", value: "32", says: say(printerWords.columns32, language), isOn: columns === 32 })}
        </div>
      </fieldset>
      <fieldset>
        <legend>${say(printerWords.copies, language)}</legend>
        <div class="choices">
          ${copyChoices.map((count) => this.radio({ name: "copies", value: String(count), says: String(count), isOn: count === copies }))}
        </div>
      </fieldset>
    `;
  }

  private radio({ name, value, says, isOn }: { name: string; value: string; says: string; isOn: boolean }) {
    return html`<label class="choice"
      ><input type="radio" name=${name} value=${value} .checked=${isOn} /><span>${says}</span></label
    >`;
  }

  private text(field: PrinterField, hint: string | null) {
    const language = this.language.current;
    const words = this.wrong[field];
    const error = words ? say(words, language) : this.errors()[field];
    return html`<label class="field">
      <span id="${field}-label">${say(printerWords[field], language)}</span>
      <input
        name=${field}
        autocomplete="off"
        autocapitalize="off"
        spellcheck="false"
        inputmode=${field === "port" ? "numeric" : "text"}
        .value=${this.draft[field]}
        aria-invalid=${error === undefined ? "false" : "true"}
        aria-labelledby="${field}-label"
        aria-describedby="${field}-under"
      />
      ${under(`${field}-under`, error, hint)}
    </label>`;
  }

  private errors(): FieldErrors<PrinterField> {
    const { problem } = this;
    if (!problem || problem === this.mended) return {};
    const sentence = refusalToStaff(problem, this.language.current);
    const field = textFields.find((each) => each === problem.field);
    return { [field ?? "form"]: sentence };
  }

  private typed(event: Event): void {
    // Every field of this form is an input.
    const { name, value } = event.target as HTMLInputElement;
    this.draft = changed(this.draft, name, value);
    this.mended = this.problem;
    this.saved = false;
  }

  private submit(event: SubmitEvent): void {
    event.preventDefault();
    if (this.working) return;
    const made = printerOf(this.draft);
    this.wrong = "errors" in made ? made.errors : {};
    if ("printer" in made) this.dispatchEvent(new PrinterEvent(made.printer));
    else void this.updateComplete.then(() => focusFirstError(this.renderRoot));
  }
}

function changed(draft: PrinterDraft, name: string, value: string): PrinterDraft {
  switch (name) {
    case "kind":
      return { ...draft, kind: kinds.find((kind) => kind === value) ?? draft.kind };
    case "columns":
      return { ...draft, columns: value === "32" ? 32 : 48 };
    case "copies":
      return { ...draft, copies: Number(value) };
    case "host":
    case "port":
    case "path":
      return { ...draft, [name]: value };
    default:
      return draft;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    "ld-device-printer": DevicePrinter;
  }
}
