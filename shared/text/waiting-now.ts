/** What waiting for a service means to somebody who would take a number now. */
import type { Language } from "../domain/vocabulary.ts";
import type { HallServiceNow } from "../wire/hall.ts";
import { defineWords, say } from "./text.ts";
import { aboutWait, countAndWait } from "./times.ts";

const tile = defineWords({
  noWait: { zh: "不用等", "zh-Hant": "不用等", en: "No wait" },
  waiting: { zh: "等{count}位", "zh-Hant": "等{count}位", en: "{count} waiting" },
  nobody: { zh: "没有人等", "zh-Hant": "沒有人等", en: "nobody waiting" },
  busy: { zh: "窗口正忙", "zh-Hant": "窗口正忙", en: "counters busy" },
  noCounter: { zh: "窗口还没开", "zh-Hant": "窗口還沒開", en: "not open yet" },
});

const phone = defineWords({
  noWait: { zh: "现在不用等", "zh-Hant": "現在不用等", en: "No waiting now" },
  ahead: { zh: "前面等候{count}位", "zh-Hant": "前面等候{count}位", en: "{count} waiting" },
  nobodyAhead: { zh: "前面没有人", "zh-Hant": "前面沒有人", en: "Nobody ahead of you" },
  busy: { zh: "前面没有人,窗口正忙", "zh-Hant": "前面沒有人,窗口正忙", en: "Nobody ahead of you, counters are busy" },
});

/** Below this nobody has to sit down. That nobody waits does not say so: every counter may be busy. */
const noWaitSeconds = 60;

type Waiting = Pick<HallServiceNow, "waiting" | "estimate" | "served">;

/** On a tile: 等8位·约25分; 窗口正忙·约5分; 不用等 where a counter calls at once; or that none is open. */
export function waitOnTile(service: Waiting, language: Language): string {
  const { waiting, estimate, served } = service;
  if (isAtOnce(service)) return say(tile.noWait, language);
  if (waiting === 0 && !served) return say(tile.noCounter, language);
  const nobody = estimate === null ? tile.nobody : tile.busy;
  const count = waiting === 0 ? say(nobody, language) : say(tile.waiting, language, { count: waiting });
  if (!served) return count + (language === "en" ? ", " : "·") + say(tile.noCounter, language);
  return countAndWait(count, estimate?.p50 ?? null, language);
}

/** On a phone: 前面等候8位, 前面没有人,窗口正忙 or 现在不用等, and how long it may take where that is known. */
export function waitOnPhone(service: Waiting, language: Language): readonly string[] {
  const { waiting, estimate, served } = service;
  if (isAtOnce(service)) return [say(phone.noWait, language)];
  const nobody = served && estimate ? phone.busy : phone.nobodyAhead;
  const count = waiting === 0 ? say(nobody, language) : say(phone.ahead, language, { count: waiting });
  return estimate ? [count, aboutWait(estimate.p50, language)] : [count];
}

function isAtOnce({ waiting, estimate, served }: Waiting): boolean {
  return waiting === 0 && served && estimate !== null && estimate.p50 < noWaitSeconds;
}
