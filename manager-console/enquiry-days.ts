/** `<ld-enquiry-days>`: how many plain questions the desk has answered, a line a day, the newest first. */
import { css, html, LitElement, nothing } from "lit";
import { customElement } from "lit/decorators.js";
import { overviewWords } from "../shared/text/hall-overview.ts";
import { say } from "../shared/text/text.ts";
import { dayOf, weekdayOf } from "../shared/text/times.ts";
import { LanguageController } from "../shared/ui/language.ts";
import { base } from "../shared/ui/styles.ts";
import type { EnquiryDay } from "../shared/wire/enquiry.ts";
import { hallPart, pageStyles } from "./console-styles.ts";
import { Polled } from "./polled.ts";
import { staffRequest } from "./staff-request.ts";

const everyMillis = 30_000;

@customElement("ld-enquiry-days")
export class EnquiryDays extends LitElement {
  static override styles = [
    base,
    pageStyles,
    hallPart,
    css`
      ul {
        max-height: 18rem;
        overflow-y: auto;
      }
      b {
        margin-left: auto;
        font-variant-numeric: tabular-nums;
      }
    `,
  ];

  private readonly language = new LanguageController(this);
  private readonly days = new Polled<{ readonly items: readonly EnquiryDay[] }>(this, {
    ask: () => staffRequest<{ readonly items: readonly EnquiryDay[] }>(this, { path: "/api/enquiries" }),
    everyMillis,
  });

  override render() {
    const { value } = this.days;
    if (!value) return nothing;
    const language = this.language.current;
    return html`
      <h2>${say(overviewWords.tallyTitle, language)}</h2>
      <p class="soft">${say(overviewWords.tallyNote, language)}</p>
      ${value.items.length === 0 ? html`<p>${say(overviewWords.tallyNone, language)}</p>` : nothing}
      <ul>
        ${[...value.items].reverse().map(
          ({ date, count }) =>
            html`<li data-date=${date}>
              <span>${dayOf(date, language)} ${weekdayOf(`${date}T00:00Z`, language)}</span>
              <b>${say(overviewWords.questions, language, { count })}</b>
            </li>`,
        )}
      </ul>
    `;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    "ld-enquiry-days": EnquiryDays;
  }
}
