/** `<ld-plays-page>`: what was shown where and how often, and the table to take away. */
import { css, html, LitElement, nothing } from "lit";
import { customElement, property, state } from "lit/decorators.js";
import type { Language } from "../../shared/domain/vocabulary.ts";
import { consoleWords } from "../../shared/text/console.ts";
import { playWords } from "../../shared/text/console-screens.ts";
import { pick, say } from "../../shared/text/text.ts";
import type { ApiProblem } from "../../shared/ui/api.ts";
import { LanguageController } from "../../shared/ui/language.ts";
import type { HallNow } from "../../shared/wire/hall.ts";
import type { Play } from "../../shared/wire/plays.ts";
import { pageStyles, tableStyles } from "../console-styles.ts";
import { dateAndTime } from "../content/item-words.ts";
import { formError, formStyles, textIn, under } from "../form-parts.ts";
import { dayAfter } from "../hall-time.ts";
import { refusalToStaff } from "../refusal-to-staff.ts";
import { saveFile } from "../save-file.ts";
import { staffRequest } from "../staff-request.ts";
import { playRows, type PlayRow } from "./play-rows.ts";

/** What the page begins with: the week that ends today. */
const usualDays = 7;

interface Days {
  readonly from: string;
  readonly until: string;
}

@customElement("ld-plays-page")
export class PlaysPage extends LitElement {
  static override styles = [
    ...formStyles,
    pageStyles,
    tableStyles,
    css`
      .days {
        display: flex;
        flex-wrap: wrap;
        align-items: flex-end;
        gap: var(--ld-space-3) var(--ld-space-4);
        margin-bottom: var(--ld-space-4);
      }
      .days > * {
        margin: 0;
      }
      .days .field {
        width: 11rem;
      }
      .count {
        text-align: right;
      }
      tfoot td,
      tfoot th {
        font-weight: var(--ld-bold);
      }
      .export {
        display: flex;
        flex-wrap: wrap;
        align-items: center;
        gap: var(--ld-space-4);
        margin-top: var(--ld-space-4);
      }
    `,
  ];

  @property({ attribute: false }) hall: HallNow | null = null;

  @state() private days: Days | null = null;
  @state() private rows: readonly PlayRow[] | null = null;
  @state() private problem: ApiProblem | null = null;
  @state() private isWrong = false;
  @state() private isWorking = false;
  @state() private exported: string | null = null;

  private readonly language = new LanguageController(this);

  override willUpdate(): void {
    if (this.days || !this.hall) return;
    this.days = { from: dayAfter(this.hall.date, 1 - usualDays), until: this.hall.date };
    void this.ask(this.days);
  }

  override render() {
    const language = this.language.current;
    return html`
      <h1>${say(playWords.title, language)}</h1>
      ${this.days ? this.form(this.days) : nothing}
      ${formError(this.problem ? refusalToStaff(this.problem, language) : undefined)}
      ${this.rows === null ? (this.problem ? nothing : html`<p class="soft" role="status">${say(consoleWords.loading, language)}</p>`) : this.table(this.rows)}
    `;
  }

  private form({ from, until }: Days) {
    const language = this.language.current;
    const error = this.isWrong ? say(playWords.wrongDays, language) : undefined;
    const day = (name: keyof Days, value: string) =>
      html`<label class="field">
        <span>${say(playWords[name], language)}</span>
        <input
          type="date"
          name=${name}
          required
          .value=${value}
          aria-invalid=${error === undefined ? "false" : "true"}
          aria-describedby="days-under"
        />
      </label>`;
    return html`<form class="days" novalidate @submit=${this.submit}>
        ${day("from", from)} ${day("until", until)}
        <button class="button primary" aria-disabled=${this.isWorking ? "true" : "false"}>
          ${say(playWords.show, language)}
        </button>
      </form>
      ${under("days-under", error, say(playWords.hint, language))}`;
  }

  private table(rows: readonly PlayRow[]) {
    const language = this.language.current;
    if (rows.length === 0) return html`<p class="soft" role="status">${say(playWords.none, language)}</p>`;
    const total = rows.reduce(
      (sum, { plays, seconds }) => ({ plays: sum.plays + plays, seconds: sum.seconds + seconds }),
      {
        plays: 0,
        seconds: 0,
      },
    );
    return html`
      <table>
        <thead>
          <tr>
            <th scope="col">${say(playWords.item, language)}</th>
            <th scope="col">${say(playWords.version, language)}</th>
            <th scope="col">${say(playWords.screen, language)}</th>
            <th scope="col" class="count">${say(playWords.plays, language)}</th>
            <th scope="col" class="count">${say(playWords.time, language)}</th>
            <th scope="col">${say(playWords.first, language)}</th>
            <th scope="col">${say(playWords.last, language)}</th>
          </tr>
        </thead>
        <tbody>
          ${rows.map((row) => this.row(row))}
        </tbody>
        <tfoot>
          <tr>
            <th scope="row" colspan="3">${say(playWords.total, language)}</th>
            <td class="count">${total.plays}</td>
            <td class="count">${spanOf(total.seconds, language)}</td>
            <td colspan="2"></td>
          </tr>
        </tfoot>
      </table>
      <div class="export">
        <button type="button" class="button" aria-disabled=${this.isWorking ? "true" : "false"} @click=${this.export}>
          ${say(playWords.export, language)}
        </button>
        <span role="status"
          >${this.exported === null ? nothing : `✓ ${say(playWords.exported, language, { file: this.exported })}`}</span
        >
      </div>
    `;
  }

  private row({ title, versions, screenName, plays, seconds, firstAt, lastAt }: PlayRow) {
    const language = this.language.current;
    return html`<tr>
      <th scope="row">${pick(title, language)}</th>
      <td data-word=${say(playWords.version, language)}>${versions.join(", ")}</td>
      <td>${screenName}</td>
      <td class="count" data-word=${say(playWords.plays, language)}>${plays}</td>
      <td class="count">${spanOf(seconds, language)}</td>
      <td data-word=${say(playWords.first, language)}>${dateAndTime(firstAt, language)}</td>
      <td data-word=${say(playWords.last, language)}>${dateAndTime(lastAt, language)}</td>
    </tr>`;
  }

  private submit(event: SubmitEvent): void {
    event.preventDefault();
    if (this.isWorking || !(event.target instanceof HTMLFormElement)) return;
    const form = new FormData(event.target);
    const [from, until] = [textIn(form, "from"), textIn(form, "until")];
    this.isWrong = from === "" || until === "" || until < from;
    if (this.isWrong) return;
    this.days = { from, until };
    void this.ask(this.days);
  }

  private async ask(days: Days): Promise<void> {
    [this.isWorking, this.problem, this.exported] = [true, null, null];
    const plays: Play[] = [];
    let after: string | undefined;
    do {
      const answer = await staffRequest<{ items: Play[]; next?: string }>(this, { path: addressFor(days, after) });
      if (!answer.ok) {
        [this.isWorking, this.problem] = [false, answer.problem];
        return;
      }
      plays.push(...answer.value.items);
      after = answer.value.next;
    } while (after !== undefined);
    [this.isWorking, this.rows] = [false, playRows(plays)];
  }

  private async export(): Promise<void> {
    if (this.isWorking || !this.days) return;
    [this.isWorking, this.problem] = [true, null];
    const answer = await staffRequest<string>(this, { path: addressFor(this.days), accept: "text/csv" });
    this.isWorking = false;
    if (!answer.ok) {
      this.problem = answer.problem;
      return;
    }
    const name = `plays-${this.days.from}-${this.days.until}.csv`;
    saveFile(name, answer.value, "text/csv");
    this.exported = name;
  }
}

function addressFor({ from, until }: Days, after?: string): string {
  const next = after === undefined ? "" : `&after=${encodeURIComponent(after)}`;
  return `/api/plays?from=${from}&to=${until}${next}`;
}

function spanOf(seconds: number, language: Language): string {
  const whole = Math.round(seconds);
  const minutes = Math.floor(whole / 60);
  return minutes < 60
    ? say(playWords.minutes, language, { minutes, seconds: whole % 60 })
    : say(playWords.hours, language, { hours: Math.floor(minutes / 60), minutes: minutes % 60 });
}

declare global {
  interface HTMLElementTagNameMap {
    "ld-plays-page": PlaysPage;
  }
}
