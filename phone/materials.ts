/** `<ld-materials>`: what to bring for a service: originals and copies, folded away until asked for. */
import { css, html, LitElement, nothing } from "lit";
import { customElement, property } from "lit/decorators.js";
import type { Language } from "../shared/domain/vocabulary.ts";
import { ticketWords } from "../shared/text/phone.ts";
import { materialForm } from "../shared/text/slip.ts";
import { pick, say } from "../shared/text/text.ts";
import { LanguageController } from "../shared/ui/language.ts";
import { base } from "../shared/ui/styles.ts";
import type { HallServiceNow } from "../shared/wire/hall.ts";

type Material = NonNullable<NonNullable<HallServiceNow["guide"]>["materials"]>[number];

/** What of it, as the slip says it. */
function formOf({ original, copies }: Material, language: Language): string {
  return materialForm({ original: original ?? false, copies: copies ?? 0 }, language);
}

@customElement("ld-materials")
export class Materials extends LitElement {
  static override styles = [
    base,
    css`
      summary {
        padding: var(--ld-space-3) 0;
        font-weight: var(--ld-bold);
        cursor: pointer;
      }
      li {
        padding: var(--ld-space-2) 0;
        border-bottom: var(--ld-hair) solid var(--ld-line);
      }
      .how {
        color: var(--ld-ink-soft);
      }
    `,
  ];

  @property({ attribute: false }) materials: readonly Material[] = [];
  @property({ type: Boolean }) open = false;

  private readonly language = new LanguageController(this);

  override render() {
    if (this.materials.length === 0) return nothing;
    const language = this.language.current;
    return html`
      <details ?open=${this.open}>
        <summary>${say(ticketWords.materials, language)}</summary>
        <ul>
          ${this.materials.map(
            (material) =>
              html`<li>${pick(material.name, language)} <span class="how">${formOf(material, language)}</span></li>`,
          )}
        </ul>
      </details>
    `;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    "ld-materials": Materials;
  }
}
