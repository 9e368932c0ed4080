/** `<ld-printing-page>`: the slips that were promised: which are printed, which wait, and printing one again. */
import { css, html, LitElement, nothing } from "lit";
import { customElement, property, state } from "lit/decorators.js";
import { consoleWords } from "../shared/text/console.ts";
import { jobWords } from "../shared/text/console-devices.ts";
import { say } from "../shared/text/text.ts";
import { newKey } from "../shared/ui/api.ts";
import { LanguageController } from "../shared/ui/language.ts";
import type { Device } from "../shared/wire/access.ts";
import type { HallNow } from "../shared/wire/hall.ts";
import type { PrintJob } from "../shared/wire/print.ts";
import type { Ticket } from "../shared/wire/ticket.ts";
import { narrow, pageStyles } from "./console-styles.ts";
import { focusFirstError, focusMessage, formError, formStyles, textIn } from "./form-parts.ts";
import "./job-list.ts";
import type { ReprintEvent } from "./job-list.ts";
import { filterName, jobFilters, jobsPath, type JobFilter } from "./job-words.ts";
import { listState } from "./list-state.ts";
import { Polled } from "./polled.ts";
import { refusalToStaff } from "./refusal-to-staff.ts";
import { staffRequest } from "./staff-request.ts";

const jobsEveryMillis = 3_000;
const devicesEveryMillis = 30_000;

/** The one ticket whose slips are looked for. */
interface Found {
  readonly id: string;
  readonly number: string;
}

@customElement("ld-printing-page")
export class PrintingPage extends LitElement {
  static override styles = [
    formStyles,
    pageStyles,
    css`
      .tools {
        display: flex;
        flex-wrap: wrap;
        align-items: flex-end;
        justify-content: space-between;
        gap: var(--ld-space-4);
        margin-bottom: var(--ld-space-4);
      }
      .filters {
        display: flex;
      }
      .filters button {
        min-height: calc(2.75 * var(--ld-unit));
        padding: 0 var(--ld-space-4);
        border: 0;
        border-bottom: var(--ld-bar) solid var(--ld-line);
        background: none;
        cursor: pointer;
      }
      .filters button[aria-pressed="true"] {
        border-bottom-color: var(--ld-structure);
        font-weight: var(--ld-bold);
      }
      .ask {
        display: flex;
        align-items: flex-end;
        gap: var(--ld-space-2);
      }
      .ask > * + * {
        margin-top: 0;
      }
      /* A field of the day is drawn higher than one of text: side by side their labels are to stand in line. */
      .ask input {
        width: 10rem;
        height: calc(2.75 * var(--ld-unit));
        padding-top: 0;
        padding-bottom: 0;
      }
      .pages {
        display: flex;
        gap: var(--ld-space-3);
        margin-top: var(--ld-space-4);
      }

      @media ${narrow} {
        .filters {
          flex: 1 0 100%;
        }
        .filters button {
          flex: 1;
          padding: 0 var(--ld-space-1);
        }
        .ask {
          flex-wrap: wrap;
        }
      }
    `,
  ];

  @property({ attribute: false }) hall: HallNow | null = null;

  @state() private filter: JobFilter = "pending";
  /** The day whose numbers are shown; null for any. */
  @state() private date: string | null = null;
  @state() private found: Found | null = null;
  /** Where the page begins that is shown and kept up to date; null for the newest. */
  @state() private pageAfter: string | null = null;
  @state() private working: string | null = null;
  @state() private problem: string | null = null;
  @state() private done: string | null = null;

  private readonly language = new LanguageController(this);
  private readonly jobs = new Polled<{ items: PrintJob[]; next?: string }>(this, {
    ask: () =>
      staffRequest(this, {
        path: jobsPath({
          filter: this.filter,
          date: this.date,
          ticket: this.found?.id ?? null,
          after: this.pageAfter,
        }),
      }),
    everyMillis: jobsEveryMillis,
  });
  private readonly devices = new Polled<{ items: Device[] }>(this, {
    ask: () => staffRequest(this, { path: "/api/devices" }),
    everyMillis: devicesEveryMillis,
  });

  override render() {
    const language = this.language.current;
    const page = this.jobs.value;
    return html`
      <h1>${say(consoleWords.printing, language)}</h1>
      <div class="tools">${this.filters()} ${this.dayChoice()} ${this.finder()}</div>
      ${listState(this.jobs.picture, language)} ${formError(this.problem ?? undefined)}
      ${this.done === null ? nothing : html`<p class="note" role="status" tabindex="-1"><span class="sign" aria-hidden="true">✓</span><span>${this.done}</span></p>`}
      ${
        page === null
          ? nothing
          : html`<ld-job-list
                .jobs=${page.items}
                .devices=${this.devices.value?.items ?? []}
                .today=${this.hall?.date ?? ""}
                .empty=${say(this.filter === "pending" && this.found === null ? jobWords.nonePending : jobWords.nothing, language)}
                .working=${this.working}
                @reprint=${this.reprint}
              ></ld-job-list>
              <div class="pages">
                ${this.pageAfter === null ? nothing : this.pageButton(say(jobWords.newest, language), null)}
                ${page.next === undefined ? nothing : this.pageButton(say(jobWords.more, language), page.next)}
              </div>`
      }
    `;
  }

  private filters() {
    const language = this.language.current;
    return html`<div class="filters" role="group" aria-label=${say(jobWords.filter, language)}>
      ${jobFilters.map(
        (each) =>
          html`<button
            type="button"
            aria-pressed=${this.found === null && each === this.filter ? "true" : "false"}
            @click=${() => this.show(each, null)}
          >
            ${filterName(each, language)}
          </button>`,
      )}
    </div>`;
  }

  private finder() {
    const language = this.language.current;
    return html`<form class="ask" role="search" novalidate @submit=${this.find}>
      <label class="field">
        <span>${say(jobWords.find, language)}</span>
        <input name="number" autocomplete="off" maxlength="12" placeholder=${say(jobWords.findHint, language)} />
      </label>
      <button class="button">${say(jobWords.findGo, language)}</button>
      ${
        this.found === null
          ? nothing
          : html`<button class="button quiet" type="button" @click=${() => this.show(this.filter, null)}>
              ${say(jobWords.findClear, language)}
            </button>`
      }
    </form>`;
  }

  private dayChoice() {
    const language = this.language.current;
    return html`<div class="ask">
      <label class="field">
        <span>${say(jobWords.day, language)}</span>
        <input type="date" max=${this.hall?.date ?? ""} .value=${this.date ?? ""} @change=${this.dayChosen} />
      </label>
      ${
        this.date === null
          ? nothing
          : html`<button class="button quiet" type="button" @click=${() => this.showDay(null)}>
              ${say(jobWords.everyDay, language)}
            </button>`
      }
    </div>`;
  }

  private pageButton(words: string, after: string | null) {
    return html`<button class="button" type="button" @click=${() => this.turn(after)}>${words}</button>`;
  }

  private async show(filter: JobFilter, found: Found | null): Promise<void> {
    [this.filter, this.found, this.pageAfter, this.problem, this.done] = [filter, found, null, null, null];
    await this.jobs.restart();
  }

  private async dayChosen(event: Event): Promise<void> {
    // Only the field of the day is listened to.
    const { value } = event.target as HTMLInputElement;
    await this.showDay(value === "" ? null : value);
  }

  private async showDay(date: string | null): Promise<void> {
    this.date = date;
    await this.show(this.filter, null);
  }

  private async turn(after: string | null): Promise<void> {
    this.pageAfter = after;
    await this.jobs.restart();
  }

  private async find(event: SubmitEvent): Promise<void> {
    event.preventDefault();
    // This form has the one field.
    const number = textIn(new FormData(event.target as HTMLFormElement), "number")
      .trim()
      .toUpperCase();
    if (number === "") return this.show(this.filter, null);
    const answer = await staffRequest<{ items: Ticket[] }>(this, {
      path: `/api/tickets?number=${encodeURIComponent(number)}`,
    });
    const language = this.language.current;
    if (!answer.ok) {
      this.problem = refusalToStaff(answer.problem, language);
      return;
    }
    const [ticket] = answer.value.items;
    if (ticket) return this.show(this.filter, { id: ticket.id, number: ticket.number });
    this.done = null;
    this.problem = say(jobWords.findNot, language, { number });
  }

  private async reprint({ job }: ReprintEvent): Promise<void> {
    if (this.working !== null) return;
    const language = this.language.current;
    [this.working, this.problem, this.done] = [job.id, null, null];
    const answer = await staffRequest<PrintJob>(this, {
      method: "POST",
      path: `/api/print-jobs/${job.id}/reprint`,
      key: newKey(),
    });
    this.working = null;
    const says = job.state === "kept" ? jobWords.sent : jobWords.reprinted;
    if (answer.ok) this.done = say(says, language, { number: job.number });
    else this.problem = refusalToStaff(answer.problem, language);
    await this.jobs.refresh();
    await this.updateComplete;
    if (answer.ok) focusMessage(this.renderRoot);
    else focusFirstError(this.renderRoot);
  }
}

declare global {
  interface HTMLElementTagNameMap {
    "ld-printing-page": PrintingPage;
  }
}
