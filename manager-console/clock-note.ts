/** `<ld-clock-note>`: says when the hall does not believe its machine's clock, and lets a person say that it is right. */
import { css, html, LitElement, nothing } from "lit";
import { customElement, property, state } from "lit/decorators.js";
import { clockDoubtWords, clockWords, fullTime } from "../shared/text/clock.ts";
import { say, sayAny } from "../shared/text/text.ts";
import { request } from "../shared/ui/api.ts";
import { LanguageController } from "../shared/ui/language.ts";
import { base, notes } from "../shared/ui/styles.ts";
import type { ClockNow } from "../shared/wire/clock.ts";
import { formError } from "./form-parts.ts";
import { pageStyles } from "./console-styles.ts";
import { Polled } from "./polled.ts";
import { refusalToStaff } from "./refusal-to-staff.ts";
import { staffRequest } from "./staff-request.ts";
import "./sure.ts";

const everyMillis = 10_000;

@customElement("ld-clock-note")
export class ClockNote extends LitElement {
  static override styles = [
    base,
    notes,
    pageStyles,
    css`
      section {
        padding: var(--ld-space-4) var(--ld-space-5);
        border-bottom: var(--ld-hair) solid var(--ld-line);
      }
      .what {
        max-width: 60rem;
      }
      .what p {
        margin: 0;
      }
      .what .title {
        font-size: var(--ld-text-m);
        font-weight: var(--ld-bold);
      }
      .step {
        max-width: 60rem;
        margin-top: var(--ld-space-3);
      }
    `,
  ];

  /** Whether whoever is signed in may confirm. */
  @property({ type: Boolean }) mine = false;

  @state() private isWorking = false;
  @state() private problem: string | null = null;
  @state() private isConfirmed = false;

  private readonly language = new LanguageController(this);
  private readonly clock = new Polled<ClockNow>(this, {
    ask: () => request<ClockNow>("GET", "/api/clock"),
    everyMillis,
  });

  override render() {
    const now = this.clock.value;
    if (now && now.doubt !== null) return this.note(now, now.doubt);
    if (!this.isConfirmed) return nothing;
    return html`<section>
      <p class="note" role="status">
        <span class="sign" aria-hidden="true">✓</span>${say(clockWords.confirmed, this.language.current)}
      </p>
    </section>`;
  }

  private note(now: ClockNow, doubt: keyof typeof clockDoubtWords) {
    const language = this.language.current;
    const words = clockDoubtWords[doubt];
    const times = { hall: fullTime(now.hall, language), machine: fullTime(now.machine, language) };
    return html`
      <section>
        <div class="what note trouble" role="alert">
          <span class="sign" aria-hidden="true">!</span>
          <div>
            <p class="title">${say(words.title, language)}</p>
            <p>${sayAny(words.line, language, times)}</p>
            <p>${say(clockWords.ask, language)}</p>
          </div>
        </div>
        ${
          this.mine
            ? html`<div class="step">
                ${formError(this.problem ?? undefined)}
                <ld-sure
                  action=${say(clockWords.right, language)}
                  question=${sayAny(words.question, language, times)}
                  yes=${say(clockWords.yes, language)}
                  no=${say(clockWords.no, language)}
                  ?working=${this.isWorking}
                  @sure=${() => this.confirm(now.machine)}
                ></ld-sure>
              </div>`
            : nothing
        }
      </section>
    `;
  }

  /** @param machine what the person has read. */
  private async confirm(machine: string): Promise<void> {
    if (this.isWorking) return;
    [this.isWorking, this.problem] = [true, null];
    const answer = await staffRequest<ClockNow>(this, {
      method: "POST",
      path: "/api/clock/confirm",
      body: { machine },
    });
    this.isConfirmed = answer.ok;
    if (!answer.ok) this.problem = refusalToStaff(answer.problem, this.language.current);
    await this.clock.refresh();
    this.isWorking = false;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    "ld-clock-note": ClockNote;
  }
}
