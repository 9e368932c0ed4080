/** Today's changes, the hall's calendar, and paper numbers. */
import Type from "typebox";
import { refuse } from "../../shared/domain/refusal.ts";
import { Counter } from "../../shared/wire/counter.ts";
import { HallNow, HallServiceNow } from "../../shared/wire/hall.ts";
import { TicketList } from "../../shared/wire/ticket.ts";
import {
  ExtendHall,
  HallCalendar,
  ImportCalendar,
  PaperTickets,
  SetTiers,
  StopService,
} from "../../shared/wire/today.ts";
import { actorOf } from "../commands/caller.ts";
import { noted } from "../commands/counter-commands.ts";
import { enterPaper } from "../commands/paper-numbers.ts";
import { onCalendar, onHours, onService, onTiers, whereGuidesMay } from "../commands/today-commands.ts";
import { Refused } from "../plugins/problems.ts";
import { languageOf } from "../plugins/languages.ts";
import { calendarView } from "../views/calendar-view.ts";
import { deskStaff, managers } from "./audiences.ts";
import { instantFrom, instantOfToday } from "./instants.ts";
import { counterNumber, hallSettings, present, run, type App, type Hub } from "./kit.ts";
import { ById, ByNumber, describe, NoBody } from "./schemas.ts";

export function todayRoutes(app: App, hub: Hub): void {
  const { context } = hub;
  const settings = hallSettings(hub);
  const onTheDesk = <const D extends Parameters<typeof describe>[0]>(description: D) => ({
    config: { for: deskStaff },
    schema: describe(description),
  });

  app.post(
    "/api/services/:id/stop",
    onTheDesk({
      tag: "today",
      summary: "Stop a service for a while: no numbers, no calls, the order stays",
      params: ById,
      body: StopService,
      answers: { 200: HallServiceNow },
    }),
    (request) => {
      const { reason, until } = request.body;
      const by = actorOf(request.caller);
      const at = until === undefined ? null : instantFrom(until, present(hub), "until");
      const task = noted(context, reason, (note) =>
        onService(settings, context, {
          type: "stop-service",
          by,
          service: request.params.id,
          until: at,
          note: note ?? "",
        }),
      );
      return run(hub, request, whereGuidesMay(request.caller, task));
    },
  );
  app.post(
    "/api/services/:id/resume",
    onTheDesk({
      tag: "today",
      summary: "Take a stopped service up again",
      params: ById,
      body: NoBody,
      answers: { 200: HallServiceNow },
    }),
    (request) => {
      const command = { type: "resume-service", by: actorOf(request.caller), service: request.params.id } as const;
      return run(hub, request, whereGuidesMay(request.caller, onService(settings, context, command)));
    },
  );
  app.put(
    "/api/counters/:number/tiers",
    onTheDesk({
      tag: "today",
      summary: "Other services for a counter, by preset or one by one, for today",
      params: ByNumber,
      body: SetTiers,
      answers: { 200: Counter },
    }),
    (request) => {
      const counter = counterNumber(request.params.number);
      const to = tiersOf(request.body);
      const command = { type: "set-tiers", by: actorOf(request.caller), counter, to } as const;
      return run(hub, request, whereGuidesMay(request.caller, onTiers(context, command)));
    },
  );
  app.post(
    "/api/hall/extend",
    onTheDesk({
      tag: "today",
      summary: "Let the present period, or the one just over, last longer today",
      body: ExtendHall,
      answers: { 200: HallNow },
    }),
    (request) => {
      const until = instantFrom(request.body.until, present(hub), "until");
      const command = { type: "extend-hall", by: actorOf(request.caller), until } as const;
      return run(hub, request, whereGuidesMay(request.caller, onHours(settings, context, command)));
    },
  );

  app.post(
    "/api/tickets/paper",
    onTheDesk({
      tag: "tickets",
      summary: "Enter numbers of the printed block after an outage, all or none",
      body: PaperTickets,
      answers: { 201: TicketList },
    }),
    async (request, reply) => {
      const moment = present(hub);
      const items = request.body.items.map(({ number, service, takenAt }, index) => ({
        number,
        service,
        takenAt: instantOfToday(takenAt, moment, `items.${String(index)}.takenAt`),
      }));
      const by = actorOf(request.caller);
      const lang = languageOf(request.headers["accept-language"]);
      return reply.code(201).send(await run(hub, request, enterPaper(context, { by, lang, items })));
    },
  );

  app.get(
    "/api/hall/calendar",
    {
      config: { for: managers },
      schema: describe({ tag: "hall", summary: "The holidays the hall goes by", answers: { 200: HallCalendar } }),
    },
    () => calendarView(present(hub)),
  );
  app.put(
    "/api/hall/calendar",
    {
      config: { for: managers },
      schema: describe({
        tag: "hall",
        summary: "Import a year's holidays and worked weekend days; they go before the library's",
        body: ImportCalendar,
        answers: { 200: HallCalendar },
      }),
    },
    (request) => {
      const { year, holidays, workdays } = request.body;
      const by = actorOf(request.caller);
      const list = { holidays, workdays };
      return run(hub, request, onCalendar(context, { type: "import-calendar", by, year: String(year), list }));
    },
  );
  app.delete(
    "/api/hall/calendar/:year",
    {
      config: { for: managers },
      schema: describe({
        tag: "hall",
        summary: "Take an imported year back; the library's counts again",
        params: Type.Object({ year: Type.String() }),
        answers: { 200: HallCalendar },
      }),
    },
    (request) => {
      const { year } = request.params;
      if (!Object.hasOwn(present(hub).state.calendar.imported, year))
        throw new Refused(refuse("not-found", { field: "year" }));
      const by = actorOf(request.caller);
      return run(hub, request, onCalendar(context, { type: "import-calendar", by, year, list: null }));
    },
  );
}

/** One of the two; both or neither is refused. */
function tiersOf({
  preset,
  tiers,
}: {
  readonly preset?: string | undefined;
  readonly tiers?: readonly (readonly string[])[] | undefined;
}): { readonly preset: string } | { readonly tiers: readonly (readonly string[])[] } {
  if (preset !== undefined && tiers === undefined) return { preset };
  if (tiers !== undefined && preset === undefined) return { tiers };
  throw new Refused(refuse("invalid-request", { field: preset === undefined ? "preset" : "tiers" }));
}
