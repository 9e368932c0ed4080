/**
 * `<ld-device-approval>`: lets a device in by the six digits that only it shows.
 * @fires ApproveEvent
 */
import { css, html, LitElement, nothing, type PropertyValues } from "lit";
import { customElement, property, state } from "lit/decorators.js";
import { deviceWords } from "../shared/text/console-devices.ts";
import { say } from "../shared/text/text.ts";
import type { ApiProblem } from "../shared/ui/api.ts";
import { LanguageController } from "../shared/ui/language.ts";
import type { Device } from "../shared/wire/access.ts";
import { counterField, nameField } from "./device-fields.ts";
import { approvalError, hasCounter, needsCounter, type HallCounterNow } from "./device-words.ts";
import {
  focusFirstError,
  formError,
  formStyles,
  textIn,
  under,
  type FieldErrors,
  type FieldWords,
} from "./form-parts.ts";
import { refusalToStaff } from "./refusal-to-staff.ts";

/** What approving a device sends. */
export interface Approval {
  readonly code: string;
  readonly name?: string;
  readonly counter?: number;
}

export class ApproveEvent extends Event {
  static readonly type = "approve";

  constructor(readonly approval: Approval) {
    super(ApproveEvent.type, { bubbles: true, composed: true });
  }
}

@customElement("ld-device-approval")
export class DeviceApproval extends LitElement {
  static override styles = [
    formStyles,
    css`
      .field .code {
        font-size: var(--ld-text-xl);
        font-weight: var(--ld-bold);
        letter-spacing: 0.15em;
      }
    `,
  ];

  @property({ attribute: false }) device: Device | null = null;
  @property({ attribute: false }) counters: readonly HallCounterNow[] = [];
  /** Until when the digits are good, as a time of day. */
  @property() until = "";
  @property({ type: Boolean }) working = false;
  /** Why it was not let in. */
  @property({ attribute: false }) problem: ApiProblem | null = null;

  /** What has been left out of the form. */
  @state() private missing: FieldWords<"code" | "counter"> = {};

  private readonly language = new LanguageController(this);

  override willUpdate(changed: PropertyValues<this>): void {
    if (changed.has("problem")) this.missing = {};
  }

  override updated(changed: PropertyValues<this>): void {
    if (changed.has("problem")) focusFirstError(this.renderRoot);
  }

  override render() {
    const { device } = this;
    if (!device) return nothing;
    const language = this.language.current;
    const errors = this.errors();
    const codeError = this.missing.code ? say(this.missing.code, language) : errors.code;
    const counterError = this.missing.counter ? say(this.missing.counter, language) : errors.counter;
    return html`
      <form novalidate @submit=${this.submit}>
        <label class="field">
          <span id="code-label">${say(deviceWords.code, language)}</span>
          <input
            class="code"
            name="code"
            inputmode="numeric"
            autocomplete="off"
            maxlength="9"
            aria-invalid=${codeError === undefined ? "false" : "true"}
            aria-labelledby="code-label"
            aria-describedby="code-under"
          />
          ${under("code-under", codeError, say(deviceWords.codeHint, language, { time: this.until }))}
        </label>
        ${nameField({ name: "", hint: say(deviceWords.nameMayWait, language), error: errors.name, language })}
        ${
          hasCounter(device.kind)
            ? counterField({
                kind: device.kind,
                counters: this.counters,
                chosen: null,
                isNeeded: needsCounter(device.kind),
                error: counterError,
                language,
              })
            : nothing
        }
        ${formError(errors.form)}
        <button class="button primary" aria-disabled=${this.working ? "true" : "false"}>
          ${say(this.working ? deviceWords.approving : deviceWords.approve, language)}
        </button>
      </form>
    `;
  }

  private errors(): FieldErrors<"code" | "name" | "counter"> {
    const { problem } = this;
    if (!problem) return {};
    const language = this.language.current;
    const code = approvalError(problem, language);
    if (code !== null) return { code };
    const sentence = refusalToStaff(problem, language);
    return problem.field === "name" || problem.field === "counter" ? { [problem.field]: sentence } : { form: sentence };
  }

  private submit(event: SubmitEvent): void {
    event.preventDefault();
    const { device } = this;
    if (this.working || !device) return;
    // Only this form's own fields are in it, and none takes a file.
    const filled = new FormData(event.target as HTMLFormElement);
    const text = (name: string) => textIn(filled, name).trim();
    const code = text("code").replace(/[\s-]/g, "");
    const [name, counter] = [text("name"), text("counter")];
    this.missing = {
      ...(!/^\d{6}$/.test(code) && { code: deviceWords.codeNeeded }),
      ...(counter === "" && needsCounter(device.kind) && { counter: deviceWords.counterNeeded }),
    };
    if (Object.keys(this.missing).length > 0) {
      void this.updateComplete.then(() => focusFirstError(this.renderRoot));
      return;
    }
    this.dispatchEvent(
      new ApproveEvent({ code, ...(name !== "" && { name }), ...(counter !== "" && { counter: Number(counter) }) }),
    );
  }
}

declare global {
  interface HTMLElementTagNameMap {
    "ld-device-approval": DeviceApproval;
  }
}
