/** Pages that take the whole glass: out of order, and is anybody still there. */
import { html, type TemplateResult } from "lit";
import type { Language } from "../../shared/domain/vocabulary.ts";
import { stationWords } from "../../shared/text/station.ts";
import { languageTags, say } from "../../shared/text/text.ts";
import { claused } from "../../shared/ui/phrased.ts";
import { press } from "../press.ts";
import { sign } from "../signs.ts";

/** The hub is away: calm, and in every language of the hall, as nobody can choose one now. */
export function awayPage(languages: readonly Language[]): TemplateResult {
  const [first = "zh", ...others] = languages;
  return html`
    <div class="full" data-view="away" role="alert">
      ${sign("desk")}
      <h1>${claused(say(stationWords.away, first), first)}</h1>
      <p>${claused(say(stationWords.awayMore, first), first)}</p>
      ${others
        .filter((language) => language !== "zh-Hant" || first !== "zh")
        .map(
          (language) =>
            html`<p class="other" lang=${languageTags[language]}>
              ${say(stationWords.away, language)}. ${say(stationWords.awayMore, language)}
            </p>`,
        )}
    </div>
  `;
}

/** Asks whether somebody is still there; any touch is a yes. */
export function stillTherePage(secondsLeft: number, language: Language, stay: () => void): TemplateResult {
  return html`
    <div class="full" data-view="still-there">
      ${sign("question")}
      <h1>${say(stationWords.stillThere, language)}</h1>
      <p role="timer">${say(stationWords.stillThereDetail, language, { seconds: secondsLeft })}</p>
      <button class="action signal" type="button" ${press(stay)}>${say(stationWords.stillHere, language)}</button>
    </div>
  `;
}
