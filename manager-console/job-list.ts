/**
 * `<ld-job-list>`: slips and how they fare.
 * @fires ReprintEvent to print one, again or for the first time.
 */
import { css, html, LitElement, nothing } from "lit";
import { customElement, property } from "lit/decorators.js";
import { jobWords } from "../shared/text/console-devices.ts";
import { say } from "../shared/text/text.ts";
import { keyedRows } from "../shared/ui/keyed-rows.ts";
import { LanguageController } from "../shared/ui/language.ts";
import { base, buttons } from "../shared/ui/styles.ts";
import type { Device } from "../shared/wire/access.ts";
import type { PrintJob } from "../shared/wire/print.ts";
import { narrow, pageStyles, tableStyles } from "./console-styles.ts";
import { jobAct, jobDevice, jobState, whenOf } from "./job-words.ts";

export class ReprintEvent extends Event {
  static readonly type = "reprint";

  constructor(readonly job: PrintJob) {
    super(ReprintEvent.type, { bubbles: true, composed: true });
  }
}

@customElement("ld-job-list")
export class JobList extends LitElement {
  static override styles = [
    base,
    buttons,
    pageStyles,
    tableStyles,
    css`
      .what {
        font-weight: var(--ld-bold);
      }
      .act {
        padding-right: 0;
        text-align: right;
      }
      .act .button {
        min-height: calc(2.25 * var(--ld-unit));
        padding: var(--ld-space-1) var(--ld-space-4);
        font-size: var(--ld-text-s);
      }

      @media ${narrow} {
        tr > th:first-child {
          flex: 0 0 calc(100% - 6rem - var(--ld-space-4));
        }
        .act {
          order: 1;
          flex: 0 0 6rem;
        }
        .act .button {
          min-height: calc(2.75 * var(--ld-unit));
        }
        td:not(.act) {
          order: 2;
        }
      }
    `,
  ];

  @property({ attribute: false }) jobs: readonly PrintJob[] = [];
  @property({ attribute: false }) devices: readonly Device[] = [];
  /** The hall's date, e.g. 2026-11-23. */
  @property() today = "";
  /** What is said where there are none. */
  @property() empty = "";
  /** The job whose reprint is on its way. */
  @property({ attribute: false }) working: string | null = null;

  private readonly language = new LanguageController(this);

  override render() {
    const language = this.language.current;
    if (this.jobs.length === 0) return html`<p class="soft">${this.empty}</p>`;
    return html`
      <table>
        <thead>
          <tr>
            <th scope="col">${say(jobWords.number, language)}</th>
            <th scope="col">${say(jobWords.state, language)}</th>
            <th scope="col">${say(jobWords.device, language)}</th>
            <th scope="col">${say(jobWords.made, language)}</th>
            <th scope="col">${say(jobWords.printedAt, language)}</th>
            <td></td>
          </tr>
        </thead>
        <tbody>
          ${keyedRows(
            this.jobs,
            ({ id }) => id,
            (job) => this.row(job),
          )}
        </tbody>
      </table>
    `;
  }

  private row(job: PrintJob) {
    const language = this.language.current;
    const isWrong = job.state === "failed" || job.problem !== null;
    return html`
      <tr>
        <th scope="row">
          <span class="what">${job.number}</span>
          ${job.copy ? html`<span class="soft">${say(jobWords.copy, language)}</span>` : nothing}
        </th>
        <td class=${isWrong && job.state !== "printed" ? "wrong" : ""}>${jobState(job, language)}</td>
        <td>${jobDevice(job, this.devices, language)}</td>
        <td data-word=${say(jobWords.made, language)}>${whenOf(job.createdAt, this.today, language)}</td>
        <td class=${job.printedAt === null ? "none" : ""} data-word=${say(jobWords.printedAt, language)}>
          ${job.printedAt === null ? "–" : whenOf(job.printedAt, this.today, language)}
        </td>
        <td class="act">${this.act(job)}</td>
      </tr>
    `;
  }

  private act(job: PrintJob) {
    const language = this.language.current;
    const act = jobAct(job, this);
    if (act === null) return nothing;
    const { number } = job;
    return html`<button
      class="button"
      type="button"
      aria-label=${say(act === "print" ? jobWords.printOf : jobWords.reprintOf, language, { number })}
      aria-disabled=${this.working === null ? "false" : "true"}
      @click=${() => this.dispatchEvent(new ReprintEvent(job))}
    >
      ${say(act === "print" ? jobWords.print : jobWords.reprint, language)}
    </button>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    "ld-job-list": JobList;
  }
}
