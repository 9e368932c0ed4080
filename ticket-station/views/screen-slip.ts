/** The slip on the glass, where no paper came: what to bring, what to do after a miss, when it was taken, the code. */
import { html, nothing, type TemplateResult } from "lit";
import type { Language } from "../../shared/domain/vocabulary.ts";
import { joinList, materialForm, missRuleOnSlip, slipWords, takenAt } from "../../shared/text/slip.ts";
import { stationWords } from "../../shared/text/station.ts";
import { pick, say } from "../../shared/text/text.ts";
import type { HallNow } from "../../shared/wire/hall.ts";
import type { Ticket } from "../../shared/wire/ticket.ts";
import { qrCode } from "./qr-code.ts";

export interface ScreenSlip {
  readonly ticket: Ticket;
  readonly hall: HallNow;
  /** Leaves out what is said elsewhere on the page as well. */
  readonly isShort: boolean;
}

export function screenSlip({ ticket, hall, isShort }: ScreenSlip, language: Language): TemplateResult {
  const materials = materialsOf(ticket, hall, language);
  const { requeueBehind: behind, requeueTimes: times, requeueMinutes: minutes } = hall.rules;
  const footer = hall.ticketFooter ? pick(hall.ticketFooter, language) : say(slipWords.listen, language);
  return html`
    <div class="paper">
      <div class="lines">
        ${materials === "" ? nothing : html`<p><b>${say(slipWords.materials, language)}</b> ${materials}</p>`}
        ${isShort ? nothing : html`<p>${footer}</p>`}
        <p>${missRuleOnSlip({ behind, times, minutes }, language)}</p>
        <p>${takenAt(ticket.issuedAt, language)}</p>
      </div>
      ${codeOf(ticket, hall, language)}
    </div>
  `;
}

function materialsOf(ticket: Ticket, hall: HallNow, language: Language): string {
  const guide = hall.services.find(({ id }) => id === ticket.service)?.guide;
  const named = (guide?.materials ?? []).map(({ name, original, copies }) => {
    const form = materialForm({ original: original ?? false, copies: copies ?? 0 }, language);
    return pick(name, language) + (form === "" ? "" : ` (${form})`);
  });
  return joinList(named, language);
}

/** The code of the ticket's page; only where residents' phones can reach it. */
function codeOf(ticket: Ticket, hall: HallNow, language: Language): TemplateResult | typeof nothing {
  if (hall.publicUrl === null || ticket.token === undefined) return nothing;
  return html`<figure>
    ${qrCode(`${hall.publicUrl}/m/t/${ticket.token}`)}
    <figcaption>${say(stationWords.scanCode, language)}</figcaption>
  </figure>`;
}
