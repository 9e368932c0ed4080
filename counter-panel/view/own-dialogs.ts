/** `<ld-own-dialogs>`: the keys and the password of whoever works here. @fires DialogClosedEvent, PasswordEvent */
import { html, LitElement, nothing } from "lit";
import { customElement, property } from "lit/decorators.js";
import { panelWords } from "../../shared/text/panel.ts";
import { say } from "../../shared/text/text.ts";
import type { ApiProblem } from "../../shared/ui/api.ts";
import { DialogClosedEvent } from "../../shared/ui/dialog.ts";
import { LanguageController } from "../../shared/ui/language.ts";
import { base, buttons } from "../../shared/ui/styles.ts";
import "./password-form.ts";
import "./shortcut-list.ts";

export type OwnDialog = "shortcuts" | "password";

@customElement("ld-own-dialogs")
export class OwnDialogs extends LitElement {
  static override styles = [base, buttons];

  @property({ attribute: false }) open: OwnDialog | null = null;
  /** Why the new password was not taken. */
  @property({ attribute: false }) problem: ApiProblem | null = null;
  @property({ type: Boolean }) done = false;

  private readonly language = new LanguageController(this);

  override render() {
    const language = this.language.current;
    return html`
      <ld-dialog heading=${say(panelWords.shortcuts, language)} ?open=${this.open === "shortcuts"}>
        <ld-shortcut-list></ld-shortcut-list>
        <button slot="actions" class="button" type="button" @click=${this.close}>
          ${say(panelWords.understood, language)}
        </button>
      </ld-dialog>
      <ld-dialog heading=${say(panelWords.changePassword, language)} ?open=${this.open === "password"}>
        ${
          this.open === "password"
            ? html`<ld-password-form .problem=${this.problem} ?done=${this.done}></ld-password-form>`
            : nothing
        }
      </ld-dialog>
    `;
  }

  private close(): void {
    this.dispatchEvent(new DialogClosedEvent());
  }
}

declare global {
  interface HTMLElementTagNameMap {
    "ld-own-dialogs": OwnDialogs;
  }
}
