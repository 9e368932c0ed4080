/** What can be booked of a service, as anyone may see it. */
import { refuse, type Refusal } from "../../shared/domain/refusal.ts";
import type { SlotList } from "../../shared/wire/booking.ts";
import { isDate } from "../domain/calendar.ts";
import { bookableDates, slotsOfDay } from "../domain/slots.ts";
import type { Moment } from "./ticket-view.ts";

/** The slots of a date, or of the first day that has a place; and the days on which there is one. */
export function slotList({ state, zone, now }: Moment, id: string, date: string | null): SlotList | Refusal {
  const { hall } = state;
  const service = hall?.services.get(id);
  if (!hall || !service) return refuse("not-found", { field: "service" });
  if (service.bookable !== true) return { date, items: [], days: [] };
  const byDate = new Map(
    bookableDates(state, hall, now).map((day) => [day, slotsOfDay(state, { hall, service, date: day, now })]),
  );
  const days = [...byDate].map(([day, slots]) => ({ date: day, free: slots.reduce((sum, { free }) => sum + free, 0) }));
  const shown = date ?? days.find(({ free }) => free > 0)?.date ?? days[0]?.date ?? null;
  const slots = shown === null ? [] : (byDate.get(shown) ?? []);
  return {
    date: shown,
    items: slots.map(({ start, end, free }) => ({ start: zone.iso(start), end: zone.iso(end), free })),
    days: days.filter(({ date: day }) => (byDate.get(day)?.length ?? 0) > 0),
  };
}

/** A date asked for; null where none was. Refuses one that the calendar does not have. */
export function dateFrom(text: string | undefined): string | null | Refusal {
  if (text === undefined) return null;
  return isDate(text) ? text : refuse("invalid-request", { field: "date" });
}
