/** What somebody has to look after, over the guide's desk: each with the one press that helps, where there is one. */
import { html, nothing } from "lit";
import type { Language } from "../../shared/domain/vocabulary.ts";
import { pick, say } from "../../shared/text/text.ts";
import { calendarWords, presetName, todayWords } from "../../shared/text/today.ts";
import type { Counter } from "../../shared/wire/counter.ts";
import type { HallNow } from "../../shared/wire/hall.ts";
import type { Alarms } from "../../shared/wire/live.ts";
import type { TodayChange } from "../data/today.ts";

type Unserved = Alarms["unserved"][number];

export interface AlarmView {
  readonly hall: HallNow;
  readonly counters: readonly Counter[];
  readonly language: Language;
  readonly isOff: boolean;
  readonly asks: (change: TodayChange) => void;
}

export function alarmLines(alarms: Alarms | null, view: AlarmView) {
  if (!alarms || (alarms.unserved.length === 0 && alarms.calendar === null)) return nothing;
  return html`<div class="alarms" role="status">
    ${alarms.unserved.map((alarm) => unservedLine(alarm, view))}
    ${alarms.calendar ? html`<p class="note trouble"><span class="sign" aria-hidden="true">!</span>${calendarWords(alarms.calendar, view.language)}</p>` : nothing}
  </div>`;
}

function unservedLine(
  { service, waiting: count, help }: Unserved,
  { hall, counters, language, isOff, asks }: AlarmView,
) {
  const name = hall.services.find(({ id }) => id === service)?.name;
  const label = hall.counters.find(({ number }) => number === help?.counter)?.label;
  const counter = label ? pick(label, language) : "";
  const presets = counters.find(({ number }) => number === help?.counter)?.presetNames ?? [];
  return html`<p class="note trouble">
    <span class="sign" aria-hidden="true">!</span>
    <span>${say(todayWords.unserved, language, { service: name ? pick(name, language) : service, count })}</span>
    ${help && help.preset === null ? html`<span class="help">${say(todayWords.helpOpen, language, { counter })}</span>` : nothing}
    ${
      help?.preset == null
        ? nothing
        : html`<button
            class="button help"
            type="button"
            ?disabled=${isOff}
            @click=${() => asks({ type: "preset", counter: help.counter, preset: help.preset ?? "everything" })}
          >
            ${say(todayWords.helpPreset, language, { counter, preset: presetName(presets, help.preset, language) })}
          </button>`
    }
  </p>`;
}
