/**
 * `<ld-job-list>`: slips and how they fare.
 * @fires ReprintEvent
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
import { pageStyles, tableStyles } from "./console-styles.ts";
import { jobDevice, jobState, whenOf } from "./job-words.ts";

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
    `,
  ];

  @property({ attribute: false }) jobs: readonly PrintJob[] = [];
  @property({ attribute: false }) devices: readonly Device[] = [];
  /** The hall's date, e.g. 2026-11-23. */
  @property() today = "";
  /** The job whose reprint is on its way. */
  @property({ attribute: false }) working: string | null = null;

  private readonly language = new LanguageController(this);

  override render() {
    const language = this.language.current;
    if (this.jobs.length === 0) return html`<p class="soft">${say(jobWords.nothing, language)}</p>`;
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
        <td>${whenOf(job.createdAt, this.today, language)}</td>
        <td>${job.printedAt === null ? "–" : whenOf(job.printedAt, this.today, language)}</td>
        <td class="act">
          <button
            class="button"
            type="button"
            aria-label=${say(jobWords.reprintOf, language, { number: job.number })}
            ?disabled=${this.working !== null}
            @click=${() => this.dispatchEvent(new ReprintEvent(job))}
          >
            ${say(jobWords.reprint, language)}
          </button>
        </td>
      </tr>
    `;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    "ld-job-list": JobList;
  }
}
