/** Tickets: taken at a station, at the desk or on a phone; looked up; and what staff do with those in nobody's hand. */
import Type from "typebox";
import { refuse } from "../../shared/domain/refusal.ts";
import { ticketStates, type Channel } from "../../shared/domain/vocabulary.ts";
import { Exactly, OneOf } from "../../shared/wire/common.ts";
import {
  AssistTicket,
  IssueTicket,
  ReclassifyTicket,
  RequeueTicket,
  Ticket,
  TicketHistory,
  TicketList,
  type Ticket as TicketOnWire,
} from "../../shared/wire/ticket.ts";
import { actorOf, type Caller } from "../commands/caller.ts";
import { noted } from "../commands/counter-commands.ts";
import { issueTicket } from "../commands/issue-ticket.ts";
import { onTicket } from "../commands/ticket-commands.ts";
import { Refused } from "../plugins/problems.ts";
import { languageOf } from "../plugins/languages.ts";
import { historyView } from "../views/history-view.ts";
import { ticketView } from "../views/ticket-view.ts";
import { anyStaff, floorStaff, issuers } from "./audiences.ts";
import { present, run, staffOf, withToken, type App, type Hub } from "./kit.ts";
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
      preValidation: (request, _reply, next) => {
        // Who may is settled before what: a stranger without a code is refused whatever else the body says.
        next(
          request.caller.kind === "stranger" && !hasJoin(request.body)
            ? new Refused(refuse("not-signed-in"))
            : undefined,
        );
      },
      schema: describe({ tag: "tickets", summary: "Take a number", body: IssueTicket, answers: { 201: Ticket } }),
    },
    async (request, reply) => {
      const { body, caller } = request;
      const channel = channelOf(hub, caller, body);
      const device = caller.kind === "device" ? caller.device.id : null;
      const lang = body.lang ?? languageOf(request.headers["accept-language"]);
      const ticket = await run(
        hub,
        request,
        issueTicket(hub.context, { body, by: actorOf(caller), channel, lang, device }),
      );
      if (device !== null) hub.printing.wake(device);
      return reply.code(201).send(withToken(hub, ticket));
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
      schema: describe({ tag: "tickets", summary: "One ticket", params: ById, answers: { 200: Ticket } }),
    },
    (request) => withPrint(hub, ticketView(present(hub), findTicket(hub, request.params.id))),
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
      const words = {
        user: (user: string) => access.user(user)?.user ?? access.nameOf(user),
        note: context.words.note,
      };
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
        answers: { 200: Ticket },
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
        answers: { 200: Ticket },
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
        answers: { 200: Ticket },
      }),
    },
    (request) => {
      const { class: ticketClass, reason: text } = request.body;
      const { rules } = present(hub).state.hall ?? {};
      const isListed =
        rules?.statutoryReasons.includes(text) === true || rules?.courtesyReasons.includes(text) === true;
      const task = noted(hub.context, isListed ? null : text, (note) =>
        onTicket(
          hub.context,
          {
            type: "reclassify",
            ticket: request.params.id,
            by: actorOf(request.caller),
            class: ticketClass,
            reason: isListed ? text : null,
            note,
          },
          "staff",
        ),
      );
      return run(hub, request, task);
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
        answers: { 200: Ticket },
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
function channelOf(hub: Hub, caller: Caller, { channel, join }: IssueTicket): Channel {
  if (caller.kind === "stranger") {
    if (join === undefined || (channel !== undefined && channel !== "phone"))
      throw new Refused(refuse("not-signed-in"));
    if (!hub.keys.isJoinCode(join, hub.now())) throw new Refused(refuse("gone", { field: "join" }));
    return "phone";
  }
  if (caller.kind === "device") {
    if (channel !== undefined && channel !== "station") throw new Refused(refuse("not-allowed", { field: "channel" }));
    return "station";
  }
  if (channel === "booking" || channel === "paper") throw new Refused(refuse("invalid-request", { field: "channel" }));
  return channel ?? "desk";
}

function hasJoin(body: unknown): boolean {
  return typeof body === "object" && body !== null && "join" in body && typeof body.join === "string";
}

/** A ticket of today or of any day before; refuses ids that are none. */
export function findTicket(hub: Hub, id: string) {
  const { writer, store } = hub.context;
  const ticket = writer.state.tickets.get(id) ?? store.findTicket(id);
  if (!ticket) throw new Refused(refuse("not-found"));
  return ticket;
}

/** With how its slip fares, where a printer is set. */
export function withPrint(hub: Hub, ticket: TicketOnWire): TicketOnWire {
  const job = hub.context.store.printJobs.latestOf(ticket.id);
  return job && job.state !== "kept" ? { ...ticket, print: { job: job.id, state: job.state } } : ticket;
}
