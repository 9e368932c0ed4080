/** `<ld-hall-page>`: what hall this is, and its file to take away. */
import { css, html, LitElement, nothing } from "lit";
import { customElement, property, state } from "lit/decorators.js";
import { commonWords } from "../shared/text/common.ts";
import { consoleWords, hallWords } from "../shared/text/console.ts";
import { pick, say } from "../shared/text/text.ts";
import { timeOfDay } from "../shared/text/times.ts";
import { calendarWords, todayWords } from "../shared/text/today.ts";
import { LanguageController } from "../shared/ui/language.ts";
import { base, buttons, notes } from "../shared/ui/styles.ts";
import type { HallNow } from "../shared/wire/hall.ts";
import { narrow, pageStyles } from "./console-styles.ts";
import "./counter-presets.ts";
import "./enquiry-days.ts";
import { formError } from "./form-parts.ts";
import "./hall-calendar.ts";
import "./hall-today.ts";
import { refusalToStaff } from "./refusal-to-staff.ts";
import { saveFile } from "./save-file.ts";
import { staffRequest } from "./staff-request.ts";

@customElement("ld-hall-page")
export class HallPage extends LitElement {
  static override styles = [
    base,
    buttons,
    notes,
    pageStyles,
    css`
      dl {
        max-width: 46rem;
        border-top: var(--ld-rule) solid var(--ld-ink);
      }
      dl div {
        display: flex;
        padding: var(--ld-space-3);
        border-bottom: var(--ld-hair) solid var(--ld-line);
      }
      dt {
        flex: 0 0 12rem;
        color: var(--ld-ink-soft);
      }
      dd {
        flex: 1;
        min-width: 0;
        overflow-wrap: anywhere;
      }
      .file {
        max-width: 46rem;
        margin-bottom: var(--ld-space-4);
      }
      .done {
        margin-top: var(--ld-space-3);
      }

      @media ${narrow} {
        dl div {
          display: block;
          padding: var(--ld-space-2) 0;
        }
        dt {
          font-size: var(--ld-text-s);
        }
      }
    `,
  ];

  @property({ attribute: false }) hall: HallNow | null = null;

  @state() private isWorking = false;
  @state() private problem: string | null = null;
  @state() private exported: string | null = null;

  private readonly language = new LanguageController(this);

  override render() {
    const language = this.language.current;
    return html`
      <h1>${say(consoleWords.hall, language)}</h1>
      ${this.hall ? this.facts(this.hall) : html`<p class="soft" role="status">${say(consoleWords.loading, language)}</p>`}
      ${
        this.hall?.calendar
          ? html`<p class="note trouble" role="status">
              <span class="sign" aria-hidden="true">!</span>${calendarWords(this.hall.calendar, language)}
            </p>`
          : nothing
      }
      <ld-hall-today></ld-hall-today>
      <ld-counter-presets .hall=${this.hall}></ld-counter-presets>
      <ld-enquiry-days></ld-enquiry-days>
      <ld-hall-calendar></ld-hall-calendar>
      <h2>${say(hallWords.file, language)}</h2>
      <p class="file">${say(hallWords.fileLine, language)}</p>
      ${formError(this.problem ?? undefined)}
      <button class="button" type="button" aria-disabled=${this.isWorking ? "true" : "false"} @click=${this.exportFile}>
        ${say(this.isWorking ? hallWords.exporting : hallWords.export, language)}
      </button>
      <p class="done" role="status">
        ${this.exported === null ? nothing : `✓ ${say(hallWords.exported, language, { file: this.exported })}`}
      </p>
    `;
  }

  private facts(hall: HallNow) {
    const language = this.language.current;
    const hours = hall.periods.map(({ from, to }) => `${timeOfDay(from)}–${timeOfDay(to)}`).join(" · ");
    const rows = [
      [say(hallWords.name, language), pick(hall.name, language)],
      [say(hallWords.hours, language), hours === "" ? say(hallWords.closedToday, language) : hours],
      ...(hall.overtime === 0
        ? []
        : [[say(todayWords.extendTitle, language), say(todayWords.overtime, language, { count: hall.overtime })]]),
      [say(hallWords.zone, language), hall.timezone],
      [say(hallWords.languages, language), hall.languages.map((each) => commonWords.languageName[each]).join(" · ")],
      [say(hallWords.services, language), String(hall.services.length)],
      [say(hallWords.counters, language), String(hall.counters.length)],
      [say(hallWords.publicUrl, language), hall.publicUrl ?? say(hallWords.noPublicUrl, language)],
    ];
    return html`<dl>
      ${rows.map(
        ([name, value]) =>
          html`<div>
            <dt>${name}</dt>
            <dd>${value}</dd>
          </div>`,
      )}
    </dl>`;
  }

  private async exportFile(): Promise<void> {
    if (this.isWorking) return;
    [this.isWorking, this.problem, this.exported] = [true, null, null];
    const answer = await staffRequest<unknown>(this, { path: "/api/hall/file" });
    this.isWorking = false;
    if (!answer.ok) {
      this.problem = refusalToStaff(answer.problem, this.language.current);
      return;
    }
    const name = `${this.hall?.id ?? "hall"}-${this.hall?.date ?? "now"}.json`;
    saveFile(name, `${JSON.stringify(answer.value, null, 1)}\n`);
    this.exported = name;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    "ld-hall-page": HallPage;
  }
}
