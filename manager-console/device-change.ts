/**
 * `<ld-device-change>`: gives a paired device another name, or moves it to another counter.
 * @fires ChangeDeviceEvent
 */
import { css, html, LitElement, nothing, type PropertyValues } from "lit";
import { customElement, property, state } from "lit/decorators.js";
import { consoleWords } from "../shared/text/console.ts";
import { deviceWords } from "../shared/text/console-devices.ts";
import { say } from "../shared/text/text.ts";
import type { ApiProblem } from "../shared/ui/api.ts";
import { LanguageController } from "../shared/ui/language.ts";
import type { Device } from "../shared/wire/access.ts";
import { counterField, nameField } from "./device-fields.ts";
import { hasCounter, type HallCounterNow } from "./device-words.ts";
import { focusFirstError, focusMessage, formError, formStyles, textIn, type FieldErrors } from "./form-parts.ts";
import { refusalToStaff } from "./refusal-to-staff.ts";

/** What a change sends. `counter: null` takes the device away from its counter. */
export interface DeviceChange {
  readonly name?: string;
  readonly counter?: number | null;
}

export class ChangeDeviceEvent extends Event {
  static readonly type = "change-device";

  constructor(readonly change: DeviceChange) {
    super(ChangeDeviceEvent.type, { bubbles: true, composed: true });
  }
}

@customElement("ld-device-change")
export class DeviceChangeForm extends LitElement {
  static override styles = [
    formStyles,
    css`
      .done {
        font-weight: var(--ld-bold);
      }
    `,
  ];

  @property({ attribute: false }) device: Device | null = null;
  @property({ attribute: false }) counters: readonly HallCounterNow[] = [];
  @property({ type: Boolean }) working = false;
  /** Whether what stands here has just been saved. */
  @property({ type: Boolean }) saved = false;
  /** Why it was not saved. */
  @property({ attribute: false }) problem: ApiProblem | null = null;

  /** The device as it was when the form was begun: what is typed is not overwritten by what is heard of it meanwhile. */
  @state() private begun: Device | null = null;
  @state() private isNameMissing = false;

  private readonly language = new LanguageController(this);

  override willUpdate(changed: PropertyValues<this>): void {
    if (changed.has("device") && changed.get("device")?.id !== this.device?.id) {
      this.begun = this.device;
      this.isNameMissing = false;
    }
    if (changed.has("problem")) this.isNameMissing = false;
  }

  override updated(changed: PropertyValues<this>): void {
    if (changed.has("problem")) focusFirstError(this.renderRoot);
    if (changed.has("saved") && this.saved) focusMessage(this.renderRoot);
  }

  override render() {
    const { begun } = this;
    if (!begun) return nothing;
    const language = this.language.current;
    const { kind, counter } = begun;
    const errors = this.errors();
    const given = givenName(begun);
    const hint = givenName(this.device ?? begun) === "" ? say(deviceWords.nameExample, language) : null;
    const name = nameField({ name: given, hint, error: errors.name, language });
    const choice = () =>
      counterField({
        kind,
        counters: this.counters,
        chosen: counter,
        isNeeded: false,
        error: errors.counter,
        language,
      });
    return html`
      <form novalidate @submit=${this.submit} @input=${() => (this.saved = false)}>
        ${name} ${hasCounter(kind) ? choice() : nothing} ${formError(errors.form)}
        <div class="ends">
          <button class="button" aria-disabled=${this.working ? "true" : "false"}>
            ${say(this.working ? consoleWords.saving : hasCounter(kind) ? deviceWords.renameOrMove : deviceWords.rename, language)}
          </button>
          <span class="done" role="status" tabindex="-1"
            >${this.saved ? `✓ ${say(consoleWords.saved, language)}` : nothing}</span
          >
        </div>
      </form>
    `;
  }

  private errors(): FieldErrors<"name" | "counter"> {
    const language = this.language.current;
    if (this.isNameMissing) return { name: say(deviceWords.nameNeeded, language) };
    const { problem } = this;
    if (!problem) return {};
    const sentence = refusalToStaff(problem, language);
    return problem.field === "name" || problem.field === "counter" ? { [problem.field]: sentence } : { form: sentence };
  }

  private submit(event: SubmitEvent): void {
    event.preventDefault();
    const { begun } = this;
    if (this.working || !begun) return;
    // Only this form's own fields are in it, and none takes a file.
    const filled = new FormData(event.target as HTMLFormElement);
    const [name, counter] = [textIn(filled, "name").trim(), textIn(filled, "counter")];
    // A device that was named keeps a name; one that never was may go on without.
    this.isNameMissing = name === "" && givenName(this.device ?? begun) !== "";
    if (this.isNameMissing) {
      void this.updateComplete.then(() => focusFirstError(this.renderRoot));
      return;
    }
    this.dispatchEvent(
      new ChangeDeviceEvent({
        ...(name !== "" && { name }),
        ...(hasCounter(begun.kind) && { counter: counter === "" ? null : Number(counter) }),
      }),
    );
  }
}

/** The name somebody gave it; empty where it is only called by its kind. */
function givenName({ name, kind }: Device): string {
  return name === kind ? "" : name;
}

declare global {
  interface HTMLElementTagNameMap {
    "ld-device-change": DeviceChangeForm;
  }
}
