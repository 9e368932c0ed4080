/** What staff read for the presets of a counter. */
import type { Language } from "../../shared/domain/vocabulary.ts";
import { pick, say } from "../../shared/text/text.ts";
import { todayWords } from "../../shared/text/today.ts";
import type { Text } from "../../shared/wire/common.ts";
import type { Counter as CounterOnWire } from "../../shared/wire/counter.ts";
import type { HallCounter } from "../../shared/wire/hall-file.ts";
import { presetsOf, type Hall } from "../domain/hall.ts";

type Named = CounterOnWire["presetNames"];

/** Each preset once, the hall's own words first. Written once for a hall file: every event at a counter shows them. */
export function presetsInWords(hall: Hall, counter: HallCounter): Named {
  const known = written.get(counter) ?? namesOf(hall, counter);
  written.set(counter, known);
  return known;
}

const written = new WeakMap<HallCounter, Named>();

function namesOf(hall: Hall, counter: HallCounter): Named {
  const seen = new Set<string>();
  const named: Named = [];
  for (const [preset, tiers] of Object.entries(presetsOf(hall, counter))) {
    const what = JSON.stringify(tiers);
    if (seen.has(what)) continue;
    seen.add(what);
    named.push({ preset, name: hall.file.presetNames?.[preset] ?? wordsFor(hall, preset, tiers) });
  }
  return named;
}

function wordsFor(hall: Hall, preset: string, tiers: HallCounter["tiers"]): Text {
  if (preset === "everything" || preset === "usual") return todayWords[preset];
  const services = [...new Set(tiers.flat())];
  const first = hall.services.get(services[0] ?? "")?.name;
  const inLanguage = (language: Language): string => {
    const service = first ? pick(first, language) : preset;
    return services.length > 1
      ? say(todayWords.presetOfSeveral, language, { service, count: services.length })
      : say(todayWords.presetOfOne, language, { service });
  };
  return { zh: inLanguage("zh"), "zh-Hant": inLanguage("zh-Hant"), en: inLanguage("en") };
}
