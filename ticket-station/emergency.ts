/** An emergency on the station: over the whole glass where residents are to leave, else a band over its pages. */
import { html, nothing, type TemplateResult } from "lit";
import type { Language } from "../shared/domain/vocabulary.ts";
import { emergencySentence, emergencyWords } from "../shared/text/emergency.ts";
import { say } from "../shared/text/text.ts";
import "../shared/ui/demo-banner.ts";
import "../shared/ui/emergency-band.ts";
import "../shared/ui/emergency-page.ts";
import type { HallNow } from "../shared/wire/hall.ts";
import type { Emergency } from "../shared/wire/lobby.ts";
import type { StationFlow } from "./station-flow.ts";

/** Of the shorter side of the glass: the station is read by whoever stands before it, and by those behind. */
const titleShare = 0.085;

export type Shown = Emergency | "all-clear" | null;

export function takesWholeGlass(shown: Shown): shown is Emergency {
  return shown !== null && shown !== "all-clear" && shown.stopsService;
}

/** What is read aloud in its place; null where the page goes on. */
export function emergencyRead(shown: Shown, language: Language): string | null {
  return takesWholeGlass(shown) ? emergencySentence(shown, language) : null;
}

export function emergencyBand(shown: Shown): TemplateResult | typeof nothing {
  return shown === null || takesWholeGlass(shown)
    ? nothing
    : html`<ld-emergency-band brief .emergency=${shown}></ld-emergency-band>`;
}

/** A number that stood on the glass stays there: its holder may not have noted it yet. */
export function emergencyWhole(
  emergency: Emergency,
  { flow, hall, language, now }: { flow: StationFlow; hall: HallNow; language: Language; now: number },
): TemplateResult {
  const number = flow.session.view.at === "ticket" ? (flow.ticket?.number ?? null) : null;
  return html`<ld-demo ?on=${hall.demo}></ld-demo>
    <ld-emergency-page
      data-view="emergency"
      .emergency=${emergency}
      .languages=${hall.languages}
      .perMetre=${Math.min(window.innerWidth, window.innerHeight) * titleShare}
      .now=${now}
    >
      <div slot="foot" class="beneath">
        <p>${say(emergencyWords.noNumbers, language)}</p>
        ${number === null ? nothing : html`<p class="own-number">${say(emergencyWords.yourNumber, language, { number })}</p>`}
      </div>
    </ld-emergency-page>`;
}
