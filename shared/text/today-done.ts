/** What a change for today has done, for whoever asked for it: named, since the answer may come late. */
import type { Language } from "../domain/vocabulary.ts";
import type { Counter } from "../wire/counter.ts";
import type { HallNow } from "../wire/hall.ts";
import { defineWords, pick, say } from "./text.ts";
import { presetName } from "./today.ts";

export type DoneToday =
  | { readonly type: "stop"; readonly service: string; readonly until: string | null }
  | { readonly type: "resume"; readonly service: string }
  | { readonly type: "preset"; readonly counter: number; readonly preset: string }
  | { readonly type: "extend"; readonly until: string }
  | { readonly type: "paper"; readonly items: readonly { readonly number: string }[] };

/** Where it was done. */
export interface DoneIn {
  readonly hall: Pick<HallNow, "services"> | null;
  readonly counters?: readonly Pick<Counter, "number" | "label" | "presetNames">[];
}

const done = defineWords({
  stop: {
    zh: "{service}已暂停[,到{until}]",
    "zh-Hant": "{service}已暫停[,到{until}]",
    en: "{service}: stopped[ until {until}]",
  },
  resume: { zh: "{service}已恢复", "zh-Hant": "{service}已恢復", en: "{service}: taken up again" },
  preset: {
    zh: "{counter}已改办「{preset}」",
    "zh-Hant": "{counter}已改辦「{preset}」",
    en: "{counter} is set to {preset}",
  },
  extend: { zh: "已延长到{until}", "zh-Hant": "已延長到{until}", en: "Open until {until}" },
  paper: { zh: "已补录{count}个:{numbers}", "zh-Hant": "已補錄{count}個:{numbers}", en: "Entered {count}: {numbers}" },
});

export function doneToday(change: DoneToday, where: DoneIn, language: Language): string {
  const services = where.hall?.services ?? [];
  const nameOf = (id: string): string => {
    const service = services.find((each) => each.id === id);
    return service ? pick(service.name, language) : id;
  };
  switch (change.type) {
    case "stop":
      return say(done.stop, language, { service: nameOf(change.service), until: change.until });
    case "resume":
      return say(done.resume, language, { service: nameOf(change.service) });
    case "preset": {
      const { preset } = change;
      const counter = where.counters?.find(({ number }) => number === change.counter);
      const named = counter?.presetNames.find((each) => each.preset === preset);
      return say(done.preset, language, {
        counter: counter ? pick(counter.label, language) : change.counter,
        preset: named ? presetName(named, services, language) : preset,
      });
    }
    case "extend":
      return say(done.extend, language, { until: change.until });
    case "paper": {
      const numbers = change.items.map(({ number }) => number).join(language === "en" ? ", " : "、");
      return say(done.paper, language, { count: change.items.length, numbers });
    }
    default:
      return change satisfies never;
  }
}
