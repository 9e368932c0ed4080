/** The tally of plain enquiries: one press a question answered at the desk. See `docs/decisions/0020-the-guides-desk.md`. */
import Type from "typebox";
import { refuse } from "../../shared/domain/refusal.ts";
import { Exactly, LocalDate } from "../../shared/wire/common.ts";
import { EnquiryDays, EnquiryTally, type EnquiryDay } from "../../shared/wire/enquiry.ts";
import { actorOf } from "../commands/caller.ts";
import { onTally } from "../commands/enquiry-commands.ts";
import { dateAfter, isDate } from "../domain/calendar.ts";
import { Refused } from "../plugins/problems.ts";
import type { Moment } from "../views/ticket-view.ts";
import { anyStaff, deskStaff } from "./audiences.ts";
import { present, run, type App, type Hub } from "./kit.ts";
import { describe, NoBody } from "./schemas.ts";

/** Unless asked otherwise: today and the thirty days before. */
const DAYS_BACK = 30;

export function enquiryRoutes(app: App, hub: Hub): void {
  app.get(
    "/api/enquiries",
    {
      config: { for: anyStaff },
      schema: describe({
        tag: "enquiries",
        summary: "Plain enquiries by day, the earliest first; days without any are left out. Two years are kept",
        query: Exactly({ from: Type.Optional(LocalDate), to: Type.Optional(LocalDate) }),
        answers: { 200: EnquiryDays },
      }),
    },
    ({ query }) => {
      const moment = present(hub);
      const to = dateIn(query, "to") ?? today(moment);
      const from = dateIn(query, "from") ?? dateAfter(to, -DAYS_BACK);
      return { items: daysFrom(moment, from, to) };
    },
  );
  const counting = [
    { path: "/api/enquiries", type: "answer-enquiry", summary: "Count a question answered without a number" },
    { path: "/api/enquiries/undo", type: "take-back-enquiry", summary: "Take one's own last one back, shortly after" },
  ] as const;
  for (const { path, type, summary } of counting) {
    app.post(
      path,
      {
        config: { for: deskStaff },
        schema: describe({ tag: "enquiries", summary, body: NoBody, answers: { 200: EnquiryTally } }),
      },
      (request) => run(hub, request, onTally(hub.context, { type, by: actorOf(request.caller) })),
    );
  }
}

/** A date asked for; refuses one that is in no calendar. */
function dateIn(query: { readonly from?: string | undefined; readonly to?: string | undefined }, field: "from" | "to") {
  const text = query[field];
  if (text !== undefined && !isDate(text)) throw new Refused(refuse("invalid-request", { field }));
  return text;
}

function today({ state, zone, now }: Moment): string {
  return state.day?.date ?? zone.date(now);
}

function daysFrom({ state }: Moment, from: string, to: string): EnquiryDay[] {
  return [...state.enquiries.days]
    .filter(([date]) => from <= date && date <= to)
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([date, count]) => ({ date, count }));
}
