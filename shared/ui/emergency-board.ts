/**
 * `<ld-emergency-board>`: to all staff, the emergency that runs and who raised it; to those who may, the form that raises
 * one and the all-clear, asked for twice.
 * @fires RaiseEvent, EndEvent
 */
import { css, html, LitElement, nothing, type PropertyValues } from "lit";
import { customElement, property, state } from "lit/decorators.js";
import { emergencyWords } from "../text/emergency.ts";
import { pick, say } from "../text/text.ts";
import { timeOfDay } from "../text/times.ts";
import type { EmergencyNow } from "../wire/emergency.ts";
import type { HallNow } from "../wire/hall.ts";
import type { Emergency } from "../wire/lobby.ts";
import "./dialog.ts";
import "./emergency-form.ts";
import { LanguageController } from "./language.ts";
import { base, buttons, notes } from "./styles.ts";

class EndEvent extends Event {
  static readonly type = "emergency-end";

  constructor() {
    super(EndEvent.type, { bubbles: true, composed: true });
  }
}

@customElement("ld-emergency-board")
export class EmergencyBoard extends LitElement {
  static override styles = [
    base,
    buttons,
    notes,
    css`
      .note {
        align-items: center;
        padding: var(--ld-space-2) var(--ld-space-5);
        line-height: var(--ld-leading-tight);
      }
      .what {
        flex: 1;
        font-weight: var(--ld-bold);
      }
      .note .button {
        margin-left: var(--ld-space-3);
      }
    `,
  ];

  @property({ attribute: false }) known: EmergencyNow | null = null;
  @property({ attribute: false }) areas: HallNow["areas"] = [];
  /** Whether the form is open. */
  @property({ type: Boolean }) open = false;
  /** Whether whoever is signed in may raise and end. */
  @property({ type: Boolean }) mine = false;
  @property({ type: Boolean }) busy = false;
  /** Why the last press did nothing. */
  @property({ attribute: false }) raiseTrouble: string | null = null;
  @property({ attribute: false }) endTrouble: string | null = null;

  /** Id of the one whose all-clear was asked for once. */
  @state() private asked: string | null = null;
  private readonly language = new LanguageController(this);

  override connectedCallback(): void {
    super.connectedCallback();
    this.addEventListener("keydown", this.heldKey);
  }

  override disconnectedCallback(): void {
    this.removeEventListener("keydown", this.heldKey);
    super.disconnectedCallback();
  }

  override willUpdate(changed: PropertyValues<this>): void {
    if (changed.has("known") && this.asked !== this.known?.emergency?.id) this.asked = null;
  }

  override render() {
    const emergency = this.known?.emergency ?? null;
    return html`<div role="status">${emergency ? this.line(emergency) : nothing}</div>
      <ld-dialog heading=${say(emergencyWords.raise, this.language.current)} ?open=${this.open}>
        ${
          this.open
            ? html`<ld-emergency-form
                .known=${this.known}
                .areas=${this.areas}
                .trouble=${this.raiseTrouble}
                ?busy=${this.busy}
              ></ld-emergency-form>`
            : nothing
        }
      </ld-dialog>`;
  }

  private line({ id, title, areas, until, by }: Emergency) {
    const language = this.language.current;
    const named = areas?.map((area) => {
      const name = this.areas.find((each) => each.id === area)?.name;
      return name ? pick(name, language) : area;
    });
    const words = say(emergencyWords.running, language, {
      title: pick(title, language),
      areas: named?.join(language === "en" ? ", " : "、"),
      until: timeOfDay(until),
      by: by ?? "",
    });
    return html`<p class="note trouble">
      <span class="sign" aria-hidden="true">!</span>
      <span class="what"
        >${words}${this.endTrouble === null ? nothing : html` · ${say(emergencyWords.notEnded, language, { why: this.endTrouble })}`}</span
      >
      ${this.mine ? this.clearing(id) : nothing}
    </p>`;
  }

  /** The answer that changes nothing stands where the first press was. */
  private clearing(id: string) {
    const language = this.language.current;
    if (this.asked !== id)
      return html`<button class="button clear" type="button" @click=${() => this.ask(id)}>
        ${say(emergencyWords.clear, language)}
      </button>`;
    return html`<button
        class="button trouble sure"
        type="button"
        aria-disabled=${this.busy ? "true" : "false"}
        @click=${this.end}
      >
        ${say(emergencyWords.clearSure, language)}</button
      ><button class="button keep" type="button" @click=${() => this.ask(null)}>
        ${say(emergencyWords.keep, language)}
      </button>`;
  }

  private ask(id: string | null): void {
    this.asked = id;
    void this.updateComplete.then(() =>
      this.renderRoot.querySelector<HTMLElement>(id === null ? ".clear" : ".keep")?.focus(),
    );
  }

  private end(): void {
    if (!this.busy) this.dispatchEvent(new EndEvent());
  }

  /** Enter held down presses once: every answer in between would let the next press count. */
  private readonly heldKey = (event: KeyboardEvent) => {
    if (event.repeat && event.key === "Enter") event.preventDefault();
  };
}

declare global {
  interface HTMLElementTagNameMap {
    "ld-emergency-board": EmergencyBoard;
  }
}
