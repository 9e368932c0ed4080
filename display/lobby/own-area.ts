/** A screen that shows only its own area's calls. Pure: the hall and the picture without what other areas do. */
import type { HallNow } from "../../shared/wire/hall.ts";
import type { ScreenSettings } from "../../shared/wire/lobby.ts";
import type { Picture } from "./picture.ts";

export type AreaSettings = Pick<ScreenSettings, "layout" | "area" | "ownCallsOnly">;

/** The area outside which nothing is shown; null where all of the hall is. */
export function onlyArea({ area, ownCallsOnly }: AreaSettings): string | null {
  return ownCallsOnly ? area : null;
}

/** Whether a screen shows and says a call at all. */
export function isOwnCall(settings: AreaSettings, call: { readonly area: string }): boolean {
  const area = onlyArea(settings);
  return settings.layout !== "content-only" && (area === null || call.area === area);
}

/** The hall as if it had this area alone: its counters, what they serve, and nothing else. */
export function ownHall(hall: HallNow, area: string | null): HallNow {
  if (area === null) return hall;
  const counters = hall.counters.filter((counter) => counter.area === area);
  const served = new Set(counters.flatMap(({ services }) => services));
  return { ...hall, counters, services: hall.services.filter(({ id }) => served.has(id)) };
}

/**
 * The picture of this area alone. Numbers to be ready bear no area: those stay whose prefix one of its services has.
 * @param hall the area's own, as `ownHall` gives it.
 */
export function ownPicture(picture: Picture, hall: HallNow, area: string | null): Picture {
  if (area === null) return picture;
  const services = new Set(hall.services.map(({ id }) => id));
  const prefixes = new Set(hall.services.map(({ prefix }) => prefix));
  return {
    ...picture,
    calls: picture.calls.filter((call) => call.area === area),
    counters: picture.counters.filter((counter) => counter.area === area),
    waiting: Object.fromEntries(Object.entries(picture.waiting).filter(([id]) => services.has(id))),
    ready: picture.ready.filter((number) => prefixes.has(number.replace(/\d+$/, ""))),
  };
}
