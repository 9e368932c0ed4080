/** `<ld-counter-presets>`: what each counter does today, changed in one press. */
import { css, html, LitElement, nothing } from "lit";
import { customElement, property, state } from "lit/decorators.js";
import { pick, say } from "../shared/text/text.ts";
import { doneToday, type DoneToday } from "../shared/text/today-done.ts";
import { presetName, todayWords } from "../shared/text/today.ts";
import type { ApiProblem } from "../shared/ui/api.ts";
import { LanguageController } from "../shared/ui/language.ts";
import { base, buttons, notes } from "../shared/ui/styles.ts";
import type { Counter } from "../shared/wire/counter.ts";
import type { HallNow } from "../shared/wire/hall.ts";
import { hallPart, pageStyles } from "./console-styles.ts";
import { formError } from "./form-parts.ts";
import { listState } from "./list-state.ts";
import { Polled } from "./polled.ts";
import { refusalToStaff } from "./refusal-to-staff.ts";
import { staffRequest } from "./staff-request.ts";

const everyMillis = 10_000;

@customElement("ld-counter-presets")
export class CounterPresets extends LitElement {
  static override styles = [
    base,
    buttons,
    notes,
    pageStyles,
    hallPart,
    css`
      .name {
        flex: 0 0 9rem;
        font-weight: var(--ld-bold);
      }
      [aria-pressed="true"] {
        background: var(--ld-structure);
        color: var(--ld-on-structure);
      }
    `,
  ];

  @property({ attribute: false }) hall: HallNow | null = null;
  @state() private isWorking = false;
  @state() private problem: ApiProblem | null = null;
  @state() private done: DoneToday | null = null;

  private readonly language = new LanguageController(this);
  private readonly counters = new Polled<{ readonly items: readonly Counter[] }>(this, {
    ask: () => staffRequest<{ readonly items: readonly Counter[] }>(this, { path: "/api/counters" }),
    everyMillis,
  });

  override render() {
    const language = this.language.current;
    return html`
      <h2>${say(todayWords.presetTitle, language)}</h2>
      ${this.problem ? formError(refusalToStaff(this.problem, language)) : nothing}
      ${listState(this.counters.picture, language)}
      <p role="status">
        ${this.done ? `✓ ${doneToday(this.done, { hall: this.hall, counters: this.counters.value?.items ?? [] }, language)}` : nothing}
      </p>
      <ul>
        ${this.counters.value?.items.map(
          ({ number, label, presetNames, preset: now }) =>
            html`<li data-counter=${number}>
              <span class="name">${pick(label, language)}</span>
              ${presetNames.map(
                (offered) =>
                  html`<button
                    class="button"
                    type="button"
                    data-preset=${offered.preset}
                    aria-pressed=${offered.preset === now ? "true" : "false"}
                    aria-disabled=${this.isWorking ? "true" : "false"}
                    @click=${() => void this.set(number, offered.preset)}
                  >
                    ${presetName(offered, this.hall?.services ?? [], language)}
                  </button>`,
              )}
            </li>`,
        )}
      </ul>
    `;
  }

  private async set(counter: number, preset: string): Promise<void> {
    if (this.isWorking) return;
    [this.isWorking, this.problem, this.done] = [true, null, null];
    const path = `/api/counters/${String(counter)}/tiers`;
    const answer = await staffRequest<Counter>(this, { method: "PUT", path, body: { preset } });
    this.isWorking = false;
    this.problem = answer.ok ? null : answer.problem;
    this.done = answer.ok ? { type: "preset", counter, preset } : null;
    await this.counters.refresh();
  }
}

declare global {
  interface HTMLElementTagNameMap {
    "ld-counter-presets": CounterPresets;
  }
}
