/** The tally of plain enquiries as staff see it. */
import type { EnquiryTally } from "../../shared/wire/enquiry.ts";
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
