/** How the tally of plain enquiries changes the state. */
import type { EnquiryEvent, Recorded } from "./events.ts";
import type { HallState } from "./state.ts";

export function evolveEnquiry({ enquiries, day }: HallState, event: Recorded<EnquiryEvent>): void {
  const { days, today } = enquiries;
  const date = day?.date ?? "";
  switch (event.type) {
    case "enquiry-answered":
      today.push({ seq: event.seq, at: event.at, by: event.by });
      days.set(date, (days.get(date) ?? 0) + 1);
      return;
    case "enquiry-taken-back": {
      const index = today.findIndex(({ seq }) => seq === event.answered);
      if (index < 0) throw new Error(`journal: no enquiry ${String(event.answered)} today`);
      today.splice(index, 1);
      const left = (days.get(date) ?? 0) - 1;
      if (left > 0) days.set(date, left);
      else days.delete(date);
      return;
    }
    default:
      event satisfies never;
  }
}
