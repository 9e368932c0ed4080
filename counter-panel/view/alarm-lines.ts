/** What somebody has to look after, over the guide's desk: each with the one press that helps, where there is one. */
import { html, nothing } from "lit";
import type { Language } from "../../shared/domain/vocabulary.ts";
import { pick, say } from "../../shared/text/text.ts";
import { calendarWords, presetName, todayWords } from "../../shared/text/today.ts";
import type { Counter } from "../../shared/wire/counter.ts";
import type { HallNow } from "../../shared/wire/hall.ts";
import type { Alarms } from "../../shared/wire/live.ts";
import type { TodayChange } from "../data/today.ts";

/** More would push the work off the glass; every line of the hall says it of itself. */
const mostLines = 2;

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
  const groups = byHelp(alarms.unserved);
  const rest = groups.slice(mostLines).flat();
  return html`<div class="alarms" role="status">
    ${groups.slice(0, mostLines).map((group) => unservedLine(group, view))}
    ${rest.length === 0 ? nothing : html`<p class="note trouble"><span class="sign" aria-hidden="true">!</span>${say(todayWords.unservedRest, view.language, { count: rest.length })}</p>`}
    ${alarms.calendar ? html`<p class="note trouble"><span class="sign" aria-hidden="true">!</span>${calendarWords(alarms.calendar, view.language)}</p>` : nothing}
  </div>`;
}

/** What the same press helps is said in one line, the most waiting first. */
function byHelp(unserved: readonly Unserved[]): readonly (readonly Unserved[])[] {
  const groups = new Map<string, Unserved[]>();
  for (const alarm of unserved) {
    const key = JSON.stringify(alarm.help);
    groups.set(key, [...(groups.get(key) ?? []), alarm]);
  }
  return [...groups.values()].sort((a, b) => waitingOf(b) - waitingOf(a));
}

function waitingOf(group: readonly Unserved[]): number {
  return group.reduce((sum, { waiting }) => sum + waiting, 0);
}

function unservedLine(group: readonly Unserved[], { hall, counters, language, isOff, asks }: AlarmView) {
  const [{ service, help } = { service: "", help: null }] = group;
  const count = waitingOf(group);
  const found = hall.services.find(({ id }) => id === service)?.name;
  const name = found ? pick(found, language) : service;
  const label = hall.counters.find(({ number }) => number === help?.counter)?.label;
  const counter = label ? pick(label, language) : "";
  const preset = counters
    .find(({ number }) => number === help?.counter)
    ?.presetNames.find((each) => each.preset === help?.preset);
  return html`<p class="note trouble">
    <span class="sign" aria-hidden="true">!</span>
    <span
      >${
        group.length === 1
          ? say(todayWords.unserved, language, { service: name, count })
          : say(todayWords.unservedSeveral, language, { service: name, services: group.length, count })
      }</span
    >
    ${help && help.preset === null ? html`<span class="help">${say(todayWords.helpOpen, language, { counter })}</span>` : nothing}
    ${
      help?.preset == null
        ? nothing
        : html`<button
            class="button help"
            type="button"
            aria-disabled=${isOff ? "true" : "false"}
            @click=${() => isOff || asks({ type: "preset", counter: help.counter, preset: help.preset ?? "everything" })}
          >
            ${say(todayWords.helpPreset, language, { counter, preset: preset ? presetName(preset, hall.services, language) : help.preset })}
          </button>`
    }
  </p>`;
}
