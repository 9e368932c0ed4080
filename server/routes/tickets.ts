/** Tickets: taken at a station, at the desk or on a phone; looked up; and what staff do with those in nobody's hand. */
import type { FastifyRequest } from "fastify";
import Type from "typebox";
import { isRefusal, refuse, type Refusal } from "../../shared/domain/refusal.ts";
import { ticketStates, type Channel } from "../../shared/domain/vocabulary.ts";
import { Exactly, OneOf } from "../../shared/wire/common.ts";
import {
  AssistTicket,
  IssueTicket,
  ReclassifyTicket,
  RequeueTicket,
  Ticket as TicketSchema,
  TicketHistory,
  TicketList,
  type Ticket as TicketOnWire,
} from "../../shared/wire/ticket.ts";
import { actorOf, readsNotes, type Caller } from "../commands/caller.ts";
import { issueTicket } from "../commands/issue-ticket.ts";
import { onTicket, reclassify } from "../commands/ticket-commands.ts";
import { Refused } from "../plugins/problems.ts";
import { languageOf } from "../plugins/languages.ts";
import type { Ticket } from "../domain/ticket.ts";
import { withoutNotes } from "../views/counter-view.ts";
import { historyView } from "../views/history-view.ts";
import { ticketView, withPrint } from "../views/ticket-view.ts";
import { anyStaff, floorStaff, issuers } from "./audiences.ts";
import { present, run, staffOf, textWithToken, type App, type Hub } from "./kit.ts";
import { ById, describe, NoBody } from "./schemas.ts";

const PAGE = 200;

const TicketQuery = Exactly({
  state: Type.Optional(OneOf(ticketStates)),
  service: Type.Optional(Type.String({ maxLength: 64 })),
  counter: Type.Optional(Type.Integer({ minimum: 1 })),
  number: Type.Optional(Type.String({ maxLength: 12 })),
  date: Type.Optional(Type.String({ pattern: "^\\d{4}-\\d{2}-\\d{2}$" })),
  after: Type.Optional(Type.String({ maxLength: 64, description: "`next` of the page before" })),
});

export function ticketRoutes(app: App, hub: Hub): void {
  app.post(
    "/api/tickets",
    {
      config: { for: issuers },
      // Who may is settled before what: a stranger without a code is refused whatever else the body says,
      // and one whose body cannot be read has brought none.
      preValidation: (request, _reply, next) => {
        next(isWithoutCode(request) ? new Refused(refuse("not-signed-in")) : undefined);
      },
      errorHandler: (error, request) => {
        throw !(error instanceof Refused) && isWithoutCode(request) ? new Refused(refuse("not-signed-in")) : error;
      },
      schema: describe({ tag: "tickets", summary: "Take a number", body: IssueTicket, answers: { 201: TicketSchema } }),
    },
    async (request, reply) => {
      const { body, caller } = request;
      const device = caller.kind === "device" ? caller.device.id : null;
      const lang = body.lang ?? languageOf(request.headers["accept-language"]);
      const ticket = await run<TicketOnWire>(hub, request, (work) => {
        // Within the task: a repeated request gets its number also when the code from the hall has run out since.
        const channel = channelOf(hub, caller, body);
        if (isRefusal(channel)) return channel;
        return issueTicket(hub.context, { body, by: actorOf(caller), channel, lang, device })(work);
      });
      if (device !== null) hub.printing.wake(device);
      return reply
        .code(201)
        .serializer((taken: TicketOnWire) => textWithToken(hub, taken))
        .send(ticket);
    },
  );

  app.get(
    "/api/tickets",
    {
      config: { for: anyStaff },
      schema: describe({
        tag: "tickets",
        summary: "Tickets of a day, oldest first",
        query: TicketQuery,
        answers: { 200: TicketList },
      }),
    },
    (request) => {
      const moment = present(hub);
      const { date, ...filter } = request.query;
      const query = { ...filter, date: date ?? moment.state.day?.date ?? moment.zone.date(moment.now), limit: PAGE };
      const items = hub.context.store
        .listTickets(query)
        .map((kept) => ticketView(moment, moment.state.tickets.get(kept.id) ?? kept));
      const last = items.at(-1);
      return items.length === PAGE && last ? { items, next: last.id } : { items };
    },
  );

  app.get(
    "/api/tickets/:id",
    {
      config: { for: anyStaff },
      schema: describe({ tag: "tickets", summary: "One ticket", params: ById, answers: { 200: TicketSchema } }),
    },
    (request) => {
      const ticket = findTicket(hub, request.params.id);
      return withPrint(ticketView(present(hub), ticket), hub.context.store.printJobs.latestOf(ticket));
    },
  );

  app.get(
    "/api/tickets/:id/history",
    {
      config: { for: anyStaff },
      schema: describe({
        tag: "tickets",
        summary: "What happened to a ticket",
        params: ById,
        answers: { 200: TicketHistory },
      }),
    },
    (request) => {
      const { id } = findTicket(hub, request.params.id);
      const { context, access } = hub;
      const all = {
        user: (user: string) => access.user(user)?.user ?? access.nameOf(user),
        note: context.words.note,
      };
      const words = readsNotes(request.caller) ? all : withoutNotes(all);
      return { items: context.store.history(id).map((event) => historyView(event, present(hub).zone, words)) };
    },
  );

  app.post(
    "/api/tickets/:id/cancel",
    {
      config: { for: floorStaff },
      schema: describe({
        tag: "tickets",
        summary: "Give a number up for the resident",
        params: ById,
        body: NoBody,
        answers: { 200: TicketSchema },
      }),
    },
    (request) =>
      run(
        hub,
        request,
        onTicket(hub.context, { type: "cancel", ticket: request.params.id, by: actorOf(request.caller) }, "staff"),
      ),
  );

  app.post(
    "/api/tickets/:id/requeue",
    {
      config: { for: floorStaff },
      schema: describe({
        tag: "tickets",
        summary: "Let a missed ticket back in",
        params: ById,
        body: RequeueTicket,
        answers: { 200: TicketSchema },
      }),
    },
    (request) => {
      const { user } = staffOf(request.caller);
      const nextHere = request.body.position === "next-here";
      const command = {
        type: "requeue",
        ticket: request.params.id,
        by: actorOf(request.caller),
        nextHere,
        clerk: user.id,
      } as const;
      return run(hub, request, onTicket(hub.context, command, "staff"));
    },
  );

  app.post(
    "/api/tickets/:id/class",
    {
      config: { for: floorStaff },
      schema: describe({
        tag: "tickets",
        summary: "Change a ticket's class, with the reason",
        params: ById,
        body: ReclassifyTicket,
        answers: { 200: TicketSchema },
      }),
    },
    (request) => {
      const { class: ticketClass, reason } = request.body;
      const asked = { ticket: request.params.id, by: actorOf(request.caller), class: ticketClass, reason };
      return run(hub, request, reclassify(hub.context, asked));
    },
  );

  app.post(
    "/api/tickets/:id/assist",
    {
      config: { for: floorStaff },
      schema: describe({
        tag: "tickets",
        summary: "Mark full assistance",
        params: ById,
        body: AssistTicket,
        answers: { 200: TicketSchema },
      }),
    },
    (request) => {
      const { assisted } = request.body;
      return run(
        hub,
        request,
        onTicket(
          hub.context,
          { type: "assist", ticket: request.params.id, by: actorOf(request.caller), assisted },
          "staff",
        ),
      );
    },
  );
}

/** A stranger needs the code shown in the hall; a station is a station; the desk may say by which channel it was asked. */
function channelOf(hub: Hub, caller: Caller, { channel, join }: IssueTicket): Channel | Refusal {
  if (caller.kind === "stranger") {
    if (join === undefined || (channel !== undefined && channel !== "phone")) return refuse("not-signed-in");
    return hub.keys.isJoinCode(join, hub.now()) ? "phone" : refuse("gone", { field: "join" });
  }
  if (caller.kind === "device") {
    return channel === undefined || channel === "station" ? "station" : refuse("not-allowed", { field: "channel" });
  }
  return channel === "booking" || channel === "paper"
    ? refuse("invalid-request", { field: "channel" })
    : (channel ?? "desk");
}

function isWithoutCode({ caller, body }: Pick<FastifyRequest, "caller" | "body">): boolean {
  const hasJoin = typeof body === "object" && body !== null && "join" in body && typeof body.join === "string";
  return caller.kind === "stranger" && !hasJoin;
}

/** A ticket of today or of any day before; refuses ids that are none. */
export function findTicket(hub: Hub, id: string): Ticket {
  const { writer, store } = hub.context;
  const ticket = writer.state.tickets.get(id) ?? store.findTicket(id);
  if (!ticket) throw new Refused(refuse("not-found"));
  return ticket;
}
