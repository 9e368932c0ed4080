/** `<ld-hall-calendar>`: the holidays the hall goes by, and a year's list to import where nobody has told of it. */
import { css, html, LitElement, nothing } from "lit";
import { customElement, state } from "lit/decorators.js";
import type { Language } from "../shared/domain/vocabulary.ts";
import { calendarWords } from "../shared/text/console-calendar.ts";
import { say } from "../shared/text/text.ts";
import { calendarWords as alarmWords } from "../shared/text/today.ts";
import type { ApiProblem } from "../shared/ui/api.ts";
import { LanguageController } from "../shared/ui/language.ts";
import type { HallCalendar as Calendar } from "../shared/wire/today.ts";
import { hallPart, pageStyles } from "./console-styles.ts";
import { formError, formStyles, textIn, under } from "./form-parts.ts";
import { listState } from "./list-state.ts";
import { Polled } from "./polled.ts";
import { refusalToStaff } from "./refusal-to-staff.ts";
import { staffRequest } from "./staff-request.ts";
import "./sure.ts";

const everyMillis = 60_000;

interface Problem extends ApiProblem {
  /** The line that was refused, as it was typed. */
  readonly date: string | null;
}

@customElement("ld-hall-calendar")
export class HallCalendar extends LitElement {
  static override styles = [
    ...formStyles,
    pageStyles,
    hallPart,
    css`
      li ld-sure {
        margin-left: auto;
      }
      textarea {
        width: 100%;
        min-height: 8rem;
      }
    `,
  ];

  @state() private isWorking = false;
  @state() private isDone = false;
  @state() private problem: Problem | null = null;

  private readonly language = new LanguageController(this);
  private readonly calendar = new Polled<Calendar>(this, {
    ask: () => staffRequest<Calendar>(this, { path: "/api/hall/calendar" }),
    everyMillis,
  });

  override render() {
    const language = this.language.current;
    const { value } = this.calendar;
    return html`
      <h2>${say(calendarWords.title, language)}</h2>
      ${listState(this.calendar.picture, language)} ${value ? this.years(value, language) : nothing}
      <h2>${say(calendarWords.import, language)}</h2>
      <form @submit=${this.submitted}>
        <label class="field">
          <span>${say(calendarWords.yearField, language)}</span>
          <input name="year" required inputmode="numeric" pattern="2[0-9]{3}" maxlength="4" />
        </label>
        <div class="pair">${this.dates("holidays", language)} ${this.dates("workdays", language)}</div>
        ${this.problem ? formError(this.why(this.problem, language)) : nothing}
        <div class="ends">
          <button class="button primary" aria-disabled=${this.isWorking ? "true" : "false"}>
            ${say(calendarWords.send, language)}
          </button>
          <span role="status">${this.isDone ? `✓ ${say(calendarWords.done, language)}` : nothing}</span>
        </div>
      </form>
    `;
  }

  private years({ country, knownUntil, isTodayKnown, years }: Calendar, language: Language) {
    return html`
      <p>
        ${
          country === null || knownUntil === null
            ? say(calendarWords.none, language)
            : `${countryName(country, language)} · ${say(calendarWords.known, language, { date: knownUntil })}`
        }
      </p>
      ${
        isTodayKnown || knownUntil === null
          ? nothing
          : html`<p class="note trouble">
              <span class="sign" aria-hidden="true">!</span>${alarmWords({ knownUntil, isTodayKnown }, language)}
            </p>`
      }
      <ul>
        ${years.map(
          ({ year, from, holidays, workdays }) =>
            html`<li>
              <b>${say(calendarWords.year, language, { year })}</b>
              <span
                >${say(calendarWords.counts, language, { holidays: holidays.length, workdays: workdays.length })}</span
              >
              <span class="soft"
                >${say(from === "list" ? calendarWords.fromList : calendarWords.fromLibrary, language)}</span
              >
              ${
                from === "list"
                  ? html`<ld-sure
                      action=${say(calendarWords.takeBack, language, { year })}
                      question=${say(calendarWords.takeBackSure, language, { year })}
                      yes=${say(calendarWords.takeBackYes, language)}
                      no=${say(calendarWords.takeBackNo, language)}
                      ?working=${this.isWorking}
                      @sure=${() => void this.sends("DELETE", `/api/hall/calendar/${String(year)}`)}
                    ></ld-sure>`
                  : nothing
              }
            </li>`,
        )}
      </ul>
    `;
  }

  private dates(name: "holidays" | "workdays", language: Language) {
    return html`<label class="field">
      <span>${say(calendarWords[name], language)}</span>
      <textarea name=${name} spellcheck="false" aria-describedby=${`${name}-hint`}></textarea>
      ${under(`${name}-hint`, undefined, say(calendarWords.hint, language))}
    </label>`;
  }

  private why(problem: Problem, language: Language): string {
    if (problem.field === "holidays") return say(calendarWords.noHolidays, language);
    return problem.date === null
      ? refusalToStaff(problem, language)
      : say(calendarWords.wrongDate, language, { date: problem.date });
  }

  private submitted(event: SubmitEvent): void {
    event.preventDefault();
    if (!(event.target instanceof HTMLFormElement)) return;
    const form = new FormData(event.target);
    const body = {
      year: Number(textIn(form, "year")),
      holidays: datesIn(textIn(form, "holidays")),
      workdays: datesIn(textIn(form, "workdays")),
    };
    void this.sends("PUT", "/api/hall/calendar", body);
  }

  private async sends(
    method: "PUT" | "DELETE",
    path: string,
    body?: { readonly year: number; readonly holidays: readonly string[]; readonly workdays: readonly string[] },
  ): Promise<void> {
    if (this.isWorking) return;
    [this.isWorking, this.isDone, this.problem] = [true, false, null];
    const answer = await staffRequest<Calendar>(this, { method, path, ...(body && { body }) });
    this.isWorking = false;
    this.isDone = answer.ok;
    if (!answer.ok) {
      const [, list, index] = /^(holidays|workdays)\.(\d+)$/.exec(answer.problem.field ?? "") ?? [];
      const dates = list === "holidays" ? body?.holidays : list === "workdays" ? body?.workdays : undefined;
      this.problem = { ...answer.problem, date: dates?.[Number(index)] ?? null };
    }
    await this.calendar.refresh();
  }
}

/** One date a line; commas and spaces part them as well. */
function datesIn(text: string): string[] {
  return text
    .normalize("NFKC")
    .split(/[\s,、;]+/)
    .filter((date) => date !== "");
}

/** A country as people call it; its code where the browser knows no name. */
function countryName(code: string, language: Language): string {
  return new Intl.DisplayNames([language], { type: "region" }).of(code) ?? code;
}

declare global {
  interface HTMLElementTagNameMap {
    "ld-hall-calendar": HallCalendar;
  }
}
