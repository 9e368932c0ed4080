/** `<ld-clock-line>`: over every page, that the hall does not believe the machine's clock, and what stays as ever. */
import { css, html, LitElement, nothing } from "lit";
import { customElement, property } from "lit/decorators.js";
import { clockDoubtWords, clockWords, fullTime } from "../../shared/text/clock.ts";
import { say, sayAny } from "../../shared/text/text.ts";
import { LanguageController } from "../../shared/ui/language.ts";
import { base, notes } from "../../shared/ui/styles.ts";
import type { ClockNow } from "../../shared/wire/clock.ts";

@customElement("ld-clock-line")
export class ClockLine extends LitElement {
  static override styles = [
    base,
    notes,
    css`
      .note {
        padding: var(--ld-space-2) var(--ld-space-5);
        font-size: var(--ld-text-s);
        line-height: var(--ld-leading-tight);
      }
    `,
  ];

  @property({ attribute: false }) clock: ClockNow | null = null;

  private readonly language = new LanguageController(this);

  override render() {
    return html`<div role="status">
      ${this.clock?.doubt == null ? nothing : this.line(this.clock, this.clock.doubt)}
    </div>`;
  }

  private line({ hall, machine }: ClockNow, doubt: NonNullable<ClockNow["doubt"]>) {
    const language = this.language.current;
    const { title, line } = clockDoubtWords[doubt];
    const times = { hall: fullTime(hall, language), machine: fullTime(machine, language) };
    return html`<p class="note trouble">
      <span class="sign" aria-hidden="true">!</span>
      <span
        ><b>${say(title, language)}</b> · ${sayAny(line, language, times)} · ${say(clockWords.panelAsk, language)}</span
      >
    </p>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    "ld-clock-line": ClockLine;
  }
}
