/** When the station asks before it gives a number: only when the wait is long or closing is near. */
import type { HallNow, HallServiceNow } from "../shared/wire/hall.ts";

export type AskBack =
  { readonly why: "long"; readonly waitSeconds: number } | { readonly why: "closing"; readonly until: string };

const longSeconds = 40 * 60;
/** Without an estimate, a period that ends so soon counts as closing near. */
const nearMillis = 15 * 60_000;

/** Whether, and why, to ask back before a number of this service; null gives it at once. `now` is the hub's clock. */
export function askBack(service: HallServiceNow, hall: HallNow, now: number): AskBack | null {
  const period = hall.periods.find(({ from, to }) => Date.parse(from) <= now && now < Date.parse(to));
  const waitMillis = (service.estimate?.p50 ?? 0) * 1000;
  if (period && now + Math.max(waitMillis, nearMillis) >= Date.parse(period.to))
    return { why: "closing", until: period.to };
  if (service.estimate && service.estimate.p50 > longSeconds) return { why: "long", waitSeconds: service.estimate.p50 };
  return null;
}
