/** Which services stand where on the station's pages. */
import type { HallNow, HallServiceNow } from "../shared/wire/hall.ts";

/** How many services the first page holds. */
const frequentCount = 6;

/** What residents may choose here, in the hall file's order. */
export function offeredServices(hall: HallNow): readonly HallServiceNow[] {
  return hall.services.filter((service) => !service.hidden);
}

/** Ids of the services most taken today, most first; equals, and a day without tickets, follow the hall file's order. */
export function frequentServices(hall: HallNow): readonly string[] {
  return offeredServices(hall)
    .map((service, place) => ({ id: service.id, taken: service.takenToday, place }))
    .sort((one, other) => other.taken - one.taken || one.place - other.place)
    .slice(0, frequentCount)
    .map(({ id }) => id);
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
