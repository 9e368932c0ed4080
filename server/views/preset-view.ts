/** What a counter can be set to, as staff are offered it. */
import type { Counter as CounterOnWire } from "../../shared/wire/counter.ts";
import type { HallCounter } from "../../shared/wire/hall-file.ts";
import { presetsOf, type Hall } from "../domain/hall.ts";

type Offered = CounterOnWire["presetNames"];

/** Each preset once, with the hall's own words. Made once for a hall file: every event at a counter shows them. */
export function presetsOffered(hall: Hall, counter: HallCounter): Offered {
  const known = made.get(counter) ?? offeredBy(hall, counter);
  made.set(counter, known);
  return known;
}

const made = new WeakMap<HallCounter, Offered>();

function offeredBy(hall: Hall, counter: HallCounter): Offered {
  const seen = new Set<string>();
  const offered: Offered = [];
  for (const [preset, tiers] of Object.entries(presetsOf(hall, counter))) {
    const what = JSON.stringify(tiers);
    if (seen.has(what)) continue;
    seen.add(what);
    offered.push({ preset, name: hall.file.presetNames?.[preset] ?? null, services: [...new Set(tiers.flat())] });
  }
  return offered;
}
