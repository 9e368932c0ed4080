/** Which services stand where on the station's pages. */
import type { HallNow, HallServiceNow } from "../shared/wire/hall.ts";

/** How many services have a place on the first page. */
const frequentCount = 6;

/** What residents may choose here, in the hall file's order. */
export function offeredServices(hall: HallNow): readonly HallServiceNow[] {
  return hall.services.filter((service) => !service.hidden);
}

/** What a service from behind must have more than the one whose place it takes: half again as many, and five. */
const clearLead = { times: 1.5, tickets: 5 };

/**
 * The places of the first page as they stay: ids, first place first. A service that is gone leaves its place to the one
 * taken most of those behind; nothing else moves. Without places yet they are the hall file's first services.
 */
export function keptPlaces(places: readonly string[], hall: HallNow): readonly string[] {
  const offered = offeredServices(hall);
  const isOffered = (id: string) => offered.some((service) => service.id === id);
  const count = Math.min(frequentCount, offered.length);
  const kept = places.slice(0, count);
  if (kept.length === count && kept.every(isOffered)) return kept;
  if (places.length === 0) return offered.slice(0, count).map(({ id }) => id);
  const behind = behindOf(kept, offered).map(({ id }) => id);
  return Array.from({ length: count }, (_, place) => {
    const id = kept[place];
    return id !== undefined && isOffered(id) ? id : (behind.shift() ?? "");
  });
}

/**
 * The places for the next resident: those kept, but for a service from behind with a clear lead today over the least
 * taken of the first page; it stands in that one's place. To be asked only while nobody is choosing.
 */
export function nextPlaces(places: readonly string[], hall: HallNow): readonly string[] {
  const offered = offeredServices(hall);
  const takenOf = new Map(offered.map(({ id, takenToday }) => [id, takenToday]));
  let next = keptPlaces(places, hall);
  for (;;) {
    const [rising] = behindOf(next, offered);
    const taken = next.map((id) => takenOf.get(id) ?? 0);
    const least = Math.min(...taken);
    if (!rising || rising.takenToday < Math.max(least * clearLead.times, least + clearLead.tickets)) return next;
    const place = taken.lastIndexOf(least);
    next = next.map((id, at) => (at === place ? rising.id : id));
  }
}

/** What has no place on the first page, the most taken first; equals as the hall file lists them. */
function behindOf(places: readonly string[], offered: readonly HallServiceNow[]): HallServiceNow[] {
  return offered.filter(({ id }) => !places.includes(id)).sort((one, other) => other.takenToday - one.takenToday);
}

/** Every service, category by category in the hall's order; inside a category as the hall file lists them. */
export function servicesByCategory(hall: HallNow): readonly HallServiceNow[] {
  const place = new Map(hall.categories.map((category, index) => [category.id, index]));
  const last = hall.categories.length;
  return offeredServices(hall)
    .map((service, index) => ({ service, index, category: place.get(service.category) ?? last }))
    .sort((one, other) => one.category - other.category || one.index - other.index)
    .map(({ service }) => service);
}

/** The services of one page, and how many pages there are; a page beyond the last is the last. */
export function pageOf<T>(
  items: readonly T[],
  page: number,
  perPage: number,
): { readonly items: readonly T[]; readonly page: number; readonly pages: number } {
  const pages = Math.max(1, Math.ceil(items.length / perPage));
  const shown = Math.min(Math.max(page, 0), pages - 1);
  return { items: items.slice(shown * perPage, (shown + 1) * perPage), page: shown, pages };
}
