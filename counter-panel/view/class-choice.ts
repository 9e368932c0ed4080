/**
 * `<ld-class-choice>`: normal, or one of the hall's reasons for going first; a reason brings its class along.
 * @fires ClassChosenEvent
 */
import { css, html, LitElement, nothing } from "lit";
import { customElement, property } from "lit/decorators.js";
import type { TicketClass } from "../../shared/domain/vocabulary.ts";
import { ticketClasses } from "../../shared/text/states.ts";
import { pick, say } from "../../shared/text/text.ts";
import { LanguageController } from "../../shared/ui/language.ts";
import { base } from "../../shared/ui/styles.ts";
import type { HallNow } from "../../shared/wire/hall.ts";
import { choices } from "./panel-styles.ts";

export class ClassChosenEvent extends Event {
  static readonly type = "class-chosen";
  constructor(
    readonly ticketClass: TicketClass,
    readonly reason: string | null,
  ) {
    super(ClassChosenEvent.type, { bubbles: true, composed: true });
  }
}

const priorities = ["statutory", "courtesy"] as const;

@customElement("ld-class-choice")
export class ClassChoice extends LitElement {
  static override styles = [
    base,
    choices,
    css`
      .lines {
        display: flex;
        flex-wrap: wrap;
        gap: var(--ld-space-2) var(--ld-space-5);
      }
      .line {
        display: flex;
        align-items: baseline;
      }
      .name {
        flex: none;
        margin-right: var(--ld-space-3);
        font-size: var(--ld-text-s);
      }
    `,
  ];

  @property({ attribute: false }) reasons: HallNow["reasons"] = [];
  @property({ attribute: false }) reason: string | null = null;
  @property({ attribute: false }) ticketClass: TicketClass | null = null;

  private readonly language = new LanguageController(this);

  override render() {
    const language = this.language.current;
    return html`
      <div class="lines">
        ${this.choice(say(ticketClasses.normal, language), this.ticketClass === "normal", new ClassChosenEvent("normal", null))}
        ${priorities.map((priority) => this.line(priority))}
      </div>
    `;
  }

  private line(priority: (typeof priorities)[number]) {
    const language = this.language.current;
    const reasons = this.reasons.filter((reason) => reason.class === priority);
    if (reasons.length === 0) return nothing;
    return html`<div class="line" role="group" aria-label=${say(ticketClasses[priority], language)}>
      <span class="name" aria-hidden="true">${say(ticketClasses[priority], language)}</span>
      <div class="choices">
        ${reasons.map(({ id, name }) => this.choice(pick(name, language), this.reason === id, new ClassChosenEvent(priority, id)))}
      </div>
    </div>`;
  }

  private choice(words: string, isPressed: boolean, chosen: ClassChosenEvent) {
    return html`<button
      class="choice"
      type="button"
      aria-pressed=${isPressed ? "true" : "false"}
      @click=${() => this.choose(chosen)}
    >
      ${words}
    </button>`;
  }

  private choose({ ticketClass, reason }: ClassChosenEvent): void {
    this.dispatchEvent(new ClassChosenEvent(ticketClass, reason));
  }
}

declare global {
  interface HTMLElementTagNameMap {
    "ld-class-choice": ClassChoice;
  }
}
