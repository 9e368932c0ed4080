/** The slip on the glass, where no paper came: what to bring, what to do after a miss, when it was taken, the code. */
import { html, nothing, type TemplateResult } from "lit";
import type { Language } from "../../shared/domain/vocabulary.ts";
import { materialForm, missRuleOnSlip, slipWords, takenAt } from "../../shared/text/slip.ts";
import { stationWords } from "../../shared/text/station.ts";
import { pick, say } from "../../shared/text/text.ts";
import { typeset } from "../../shared/text/typeset.ts";
import { claused } from "../../shared/ui/phrased.ts";
import "../../shared/ui/qr-code.ts";
import type { HallNow } from "../../shared/wire/hall.ts";
import type { Ticket } from "../../shared/wire/ticket.ts";

export interface ScreenSlip {
  readonly ticket: Ticket;
  readonly hall: HallNow;
  readonly length: SlipLength;
}

/**
 * How much the slip says, so that nothing on it is cut, however many materials a hall asks for: all of it; without what
 * stands elsewhere on the page as well; that in normal print; of what to bring the names alone, without what the desk
 * tells too.
 */
export const slipLengths = ["whole", "shorter", "plain", "least"] as const;
export type SlipLength = (typeof slipLengths)[number];

export function screenSlip({ ticket, hall, length }: ScreenSlip, language: Language): TemplateResult {
  const materials = materialsOf({ ticket, hall, length }, language);
  const sentence = (text: string) => html`<p>${claused(text, language)}</p>`;
  const { requeueBehind: behind, requeueTimes: times, requeueMinutes: minutes } = hall.rules;
  const footer = hall.ticketFooter ? pick(hall.ticketFooter, language) : say(slipWords.listen, language);
  return html`
    <div class="paper ${length}">
      <div class="lines">
        ${materials.length === 0 ? nothing : html`<p><b>${say(slipWords.materials, language)}</b> ${materials}</p>`}
        ${length === "whole" ? sentence(footer) : nothing}
        ${length === "least" ? nothing : sentence(missRuleOnSlip({ behind, times, minutes }, language))}
        <p>${takenAt(ticket.issuedAt, language)}</p>
      </div>
      ${codeOf({ ticket, hall, length }, language)}
    </div>
  `;
}

/** Each material with its mark; where it is longer than a line, that turns before what form it takes. */
function materialsOf({ ticket, hall, length }: ScreenSlip, language: Language): readonly TemplateResult[] {
  const materials = hall.services.find(({ id }) => id === ticket.service)?.guide?.materials ?? [];
  const [gap, comma] = language === "en" ? [" ", ","] : ["", "、"];
  return materials.map(({ name, original, copies }, index) => {
    const isNamed = length === "least";
    const form = isNamed ? "" : materialForm({ original: original ?? false, copies: copies ?? 0 }, language);
    const mark = index + 1 < materials.length ? comma : "";
    const named = pick(name, language);
    const whole =
      form === ""
        ? named + mark
        : html`<span class="phrase">${named}</span>${gap}<span class="phrase"
              >${typeset(`(${form})`, language)}${mark}</span
            >`;
    return html`<span class="phrase">${whole}</span>${gap}`;
  });
}

/** The code of the ticket's page; only where the hall prints it, and residents' phones can reach the page. */
function codeOf({ ticket, hall, length }: ScreenSlip, language: Language): TemplateResult | typeof nothing {
  if (!hall.ticketQr || hall.publicUrl === null || ticket.token === undefined) return nothing;
  return html`<figure>
    <ld-qr-code aria-hidden="true" text="${hall.publicUrl}/m/t/${ticket.token}"></ld-qr-code>
    ${length === "least" ? nothing : html`<figcaption>${claused(say(stationWords.scanCode, language), language)}</figcaption>`}
  </figure>`;
}
