/** The tally of plain enquiries as staff see it. */
import { refuse, type Refusal } from "../../shared/domain/refusal.ts";
import type { EnquiryDay, EnquiryTally } from "../../shared/wire/enquiry.ts";
import { dateAfter, isDate } from "../domain/calendar.ts";
import { takeBackUntil } from "../domain/decide-enquiry.ts";
import type { Actor } from "../domain/events.ts";
import type { Moment } from "./ticket-view.ts";

export function answeredToday({ state }: Pick<Moment, "state">): number {
  return state.enquiries.days.get(state.day?.date ?? "") ?? 0;
}

/** @param by whose last one might be taken back. */
export function tallyView(moment: Moment, by: Actor): EnquiryTally {
  const { state, zone, now } = moment;
  const until = takeBackUntil(state, by, now);
  return {
    date: state.day?.date ?? zone.date(now),
    count: answeredToday(moment),
    undoUntil: until === null ? null : zone.iso(until),
  };
}

/** Unless asked otherwise: today and the thirty days before. */
const DAYS_BACK = 30;

/** The days that had any, the earliest first. Refuses a date that is in no calendar, by its field. */
export function enquiryDays(
  { state, zone, now }: Moment,
  query: { readonly from?: string | undefined; readonly to?: string | undefined },
): EnquiryDay[] | Refusal {
  const to = query.to ?? state.day?.date ?? zone.date(now);
  if (!isDate(to)) return refuse("invalid-request", { field: "to" });
  const from = query.from ?? dateAfter(to, -DAYS_BACK);
  if (!isDate(from)) return refuse("invalid-request", { field: "from" });
  return [...state.enquiries.days]
    .filter(([date]) => from <= date && date <= to)
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([date, count]) => ({ date, count }));
}
