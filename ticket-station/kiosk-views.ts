/** One page of the station for each view of the session. */
import { html, type TemplateResult } from "lit";
import type { Language } from "../shared/domain/vocabulary.ts";
import { stationWords } from "../shared/text/station.ts";
import { pick, say } from "../shared/text/text.ts";
import { whenComing } from "../shared/text/times.ts";
import type { HallNow } from "../shared/wire/hall.ts";
import { deskPlace } from "./desk-place.ts";
import { allServicesGrid, frequentGrid } from "./layout.ts";
import { press } from "./press.ts";
import { offeredServices, servicesByCategory } from "./service-order.ts";
import type { StationFlow } from "./station-flow.ts";
import { viewDetail } from "./view-words.ts";
import "./views/all-services-view.ts";
import "./views/check-in-view.ts";
import "./views/message-view.ts";
import "./views/reasons-view.ts";
import "./views/services-view.ts";
import type { Note } from "./views/services-view.ts";
import "./views/ticket-view.ts";

export interface Seen {
  readonly flow: StationFlow;
  readonly hall: HallNow;
  readonly language: Language;
  readonly isPortrait: boolean;
}

export function renderView({ flow, hall, language, isPortrait }: Seen): TemplateResult {
  const { view, frequent, isLarge, priority } = flow.session;
  const reader = { isPortrait, isLarge, language };
  const detail = viewDetail(view, hall, language) ?? "";
  const back = html`<button slot="actions" class="action" type="button" data-place="back" ${press(() => flow.done())}>
    ${say(stationWords.back, language)}
  </button>`;
  switch (view.at) {
    case "services": {
      const notes = notesOf(flow, hall, language);
      const grid = frequentGrid(reader, notes.length > 0);
      const shown = frequent.slice(0, grid.columns * grid.rows);
      return html`<ld-services
        .services=${shown.flatMap((place) => hall.services.filter(({ id }) => id === place))}
        .grid=${grid}
        now=${hall.now}
        .notes=${notes}
        ?hasMore=${offeredServices(hall).length > shown.length}
        ?takesBookings=${hall.services.some(({ bookable }) => bookable === true)}
        ?offersPriority=${hall.reasons.length > 0}
        ?hasPriority=${priority !== null}
      ></ld-services>`;
    }
    case "all":
      return html`<ld-all-services
        .services=${servicesByCategory(hall)}
        .categories=${hall.categories}
        now=${hall.now}
        .grid=${allServicesGrid(reader)}
      ></ld-all-services>`;
    case "priority":
      return html`<ld-reasons .reasons=${hall.reasons}></ld-reasons>`;
    case "help": {
      const desk = deskPlace(hall);
      const where = desk ? say(stationWords.helpWhere, language, { where: pick(desk, language) }) : "";
      return html`<ld-message sign="desk" detail=${where}>
        <h2 class="own">${say(stationWords.helpOwn, language)}</h2>
        <ol class="steps">
          <li>${say(stationWords.helpStep1, language)}</li>
          <li>${say(stationWords.helpStep2, language)}</li>
          <li>${say(stationWords.helpStep3, language)}</li>
        </ol>
        ${back}
      </ld-message>`;
    }
    case "scan":
      return html`<ld-message sign="scan" detail=${detail}>${back}</ld-message>`;
    case "check-in":
      return html`<ld-check-in given=${view.typed ?? ""} ?left=${flow.secondsLeft !== null}></ld-check-in>`;
    case "ask":
      return html`<ld-message sign="wait" detail=${detail}>
        <div slot="actions" class="pair">
          <button class="action" type="button" data-answer="no" ${press(() => flow.done())}>
            ${say(stationWords.askNo, language)}
          </button>
          <button class="action main" type="button" data-answer="yes" ${press(() => void flow.confirm())}>
            ${say(stationWords.askYes, language)}
          </button>
        </div>
      </ld-message>`;
    case "taking":
      return html`<ld-message sign="wait" detail=${say(stationWords.takingSlow, language)}></ld-message>`;
    case "ticket":
      return html`<ld-ticket .ticket=${flow.ticket} .hall=${hall} slip=${flow.slip} ?isLarge=${isLarge}></ld-ticket>`;
    case "refused":
      return html`<ld-message sign="stop" detail=${detail}>${back}</ld-message>`;
    case "not-booked":
      return html`<ld-message sign="scan" detail=${detail}>
        <button slot="actions" class="action main" type="button" data-place="back" ${press(() => flow.done())}>
          ${say(stationWords.typeAgain, language)}
        </button>
      </ld-message>`;
    case "unsure":
      return html`<ld-message sign="desk" detail=${detail}>${back}</ld-message>`;
    case "found":
      return html`<ld-message
        sign=${"ticket" in view.found && view.found.as !== "refused" ? "good" : "stop"}
        detail=${detail}
        >${back}</ld-message
      >`;
    default:
      return view satisfies never;
  }
}

/** The hours and the printer, where there is something to say of them. */
function notesOf(flow: StationFlow, hall: HallNow, language: Language): readonly Note[] {
  const printer = flow.printer;
  const at = hall.nextOpening === null ? null : whenComing(hall.nextOpening, hall.now, language);
  const isAway = printer === "offline" || printer === "cover-open";
  return [
    ...(hall.open ? [] : [{ sign: "wait" as const, text: say(stationWords.outsideHours, language, { at }) }]),
    ...(printer === "paper-out"
      ? [{ sign: "no-slip" as const, text: say(stationWords.stationPaperOut, language) }]
      : []),
    ...(isAway ? [{ sign: "no-slip" as const, text: say(stationWords.stationPrinterAway, language) }] : []),
  ];
}
