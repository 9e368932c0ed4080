/** One service as a tile: its name, its prefix as slips and screens show it, and what waiting for it means. */
import { html, nothing, type TemplateResult } from "lit";
import type { Language } from "../../shared/domain/vocabulary.ts";
import { closedShort, closedWhy } from "../../shared/text/closed-service.ts";
import { stationWords } from "../../shared/text/station.ts";
import { pick, say } from "../../shared/text/text.ts";
import { waitOnTile } from "../../shared/text/waiting-now.ts";
import { phrased } from "../../shared/ui/phrased.ts";
import type { HallServiceNow } from "../../shared/wire/hall.ts";
import { press } from "../press.ts";

export interface TileChoices {
  /** The hall's instant, by which coming times are said. */
  readonly now: string;
  readonly language: Language;
  readonly category?: string | undefined;
  readonly chosen: (service: string) => void;
}

export function serviceTile(service: HallServiceNow, choices: TileChoices): TemplateResult {
  const { language, category, chosen } = choices;
  const waitWords = service.open ? waitOnTile(service, language) : closedWords(service, choices);
  return html`
    <button
      class="tile ${service.open ? "" : "closed"}"
      type="button"
      data-service=${service.id}
      ${press(() => chosen(service.id))}
    >
      ${category === undefined ? nothing : html`<span class="category">${category}</span>`}
      <span class="title">${phrased(pick(service.name, language), language)}</span>
      <span class="facts">
        <span class="prefix">${service.prefix}</span>
        <span class="wait">${phrased(waitWords, language)}</span>
      </span>
    </button>
  `;
}

/** A reason longer than this is told once the tile is tapped; a tile that names its category has less room. */
const longestReason = { alone: 10, withCategory: 4 } as const;

/** That no numbers are given, why, and until when. */
function closedWords(service: HallServiceNow, { now, language, category }: TileChoices): string {
  const longest = category === undefined ? longestReason.alone : longestReason.withCategory;
  const isShort = (service.stopped?.reason ?? "").length <= longest;
  const why = isShort ? closedWhy(service, now, language) : closedShort(service, now, language);
  return why ?? say(stationWords.closedService, language);
}
