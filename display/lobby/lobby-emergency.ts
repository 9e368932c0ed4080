/** An emergency on a lobby screen: over everything, with the calls made meanwhile at its foot. */
import { html, nothing } from "lit";
import { styleMap } from "lit/directives/style-map.js";
import type { Language } from "../../shared/domain/vocabulary.ts";
import { emergencyWords } from "../../shared/text/emergency.ts";
import { lobbyWords } from "../../shared/text/lobby.ts";
import { pick, say } from "../../shared/text/text.ts";
import { timeOfDay } from "../../shared/text/times.ts";
import "../../shared/ui/emergency-page.ts";
import type { Emergency } from "../../shared/wire/lobby.ts";
import { isWanted, type ListedCall, type Picture } from "./picture.ts";

/** As many as stay legible beside the words. */
const mostCalls = 6;
/** A call made shortly before still has somebody on the way. */
const shortlyMillis = 60_000;

export interface OverEverything {
  readonly shown: Emergency | "all-clear";
  readonly languages: readonly Language[];
  readonly language: Language;
  /** The hub's clock in milliseconds. */
  readonly now: number;
  readonly calls: readonly ListedCall[];
  /** Since when the hub has been out of reach; null while it is not. */
  readonly staleSince: string | null;
  readonly sizes: { readonly row: number; readonly text: number; readonly perMetre: number };
}

/** The calls that must not be missed for it: of the last minute before it and since, while somebody is wanted. */
export function callsBeneath(
  shown: Emergency | "all-clear",
  calls: readonly ListedCall[],
  picture: Pick<Picture, "counters">,
): readonly ListedCall[] {
  const since = shown === "all-clear" ? 0 : Date.parse(shown.raisedAt) - shortlyMillis;
  return calls.filter((call) => Date.parse(call.at) >= since && isWanted(picture, call)).slice(0, mostCalls);
}

export function overEverything({ shown, languages, language, now, calls, staleSince, sizes }: OverEverything) {
  return html`<ld-emergency-page .emergency=${shown} .languages=${languages} .perMetre=${sizes.perMetre} .now=${now}>
    <div
      slot="foot"
      class="beneath"
      style=${styleMap({ "--row": `${sizes.row.toFixed(1)}px`, "--text": `${sizes.text.toFixed(1)}px` })}
    >
      ${calls.length === 0 ? nothing : html`<h2>${say(emergencyWords.called, language)}</h2>`}
      <ol>
        ${calls.map(
          ({ number, label }) =>
            html`<li><b>${number}</b> <span>${say(lobbyWords.goTo, language)}</span> ${pick(label, language)}</li>`,
        )}
      </ol>
      ${staleSince === null ? nothing : html`<p>${say(emergencyWords.keptSince, language, { time: timeOfDay(staleSince) })}</p>`}
    </div>
  </ld-emergency-page>`;
}
