/** The tally of plain enquiries: one press a question answered at the desk. See `docs/decisions/0020-the-guides-desk.md`. */
import Type from "typebox";
import { Exactly, LocalDate } from "../../shared/wire/common.ts";
import { EnquiryDays, EnquiryTally } from "../../shared/wire/enquiry.ts";
import { actorOf } from "../commands/caller.ts";
import { onTally } from "../commands/enquiry-commands.ts";
import { sure } from "../plugins/problems.ts";
import { enquiryDays } from "../views/enquiry-view.ts";
import { anyStaff, deskStaff } from "./audiences.ts";
import { present, run, type App, type Hub } from "./kit.ts";
import { describe, NoBody } from "./schemas.ts";

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
    ({ query }) => ({ items: sure(enquiryDays(present(hub), query)) }),
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
