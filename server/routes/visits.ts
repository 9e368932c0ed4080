/** Several services in one visit, with one number. */
import { AddService, OrderLegs, Ticket } from "../../shared/wire/ticket.ts";
import { actorOf } from "../commands/caller.ts";
import { onTicket } from "../commands/ticket-commands.ts";
import { floorStaff } from "./audiences.ts";
import { run, staffOf, type App, type Hub } from "./kit.ts";
import { ById, describe } from "./schemas.ts";

export function visitRoutes(app: App, hub: Hub): void {
  app.post(
    "/api/tickets/:id/services",
    {
      config: { for: floorStaff },
      schema: describe({
        tag: "tickets",
        summary: "Add a service to the visit, last or served at once",
        params: ById,
        body: AddService,
        answers: { 200: Ticket },
      }),
    },
    (request) => {
      const { service, now } = request.body;
      const command = {
        type: "add-service",
        ticket: request.params.id,
        by: actorOf(request.caller),
        clerk: staffOf(request.caller).user.id,
        service,
        now: now ?? false,
      } as const;
      return run(hub, request, onTicket(hub.context, command, "staff"));
    },
  );

  app.patch(
    "/api/tickets/:id/legs",
    {
      config: { for: floorStaff },
      schema: describe({
        tag: "tickets",
        summary: "Put the services still to come in another order",
        params: ById,
        body: OrderLegs,
        answers: { 200: Ticket },
      }),
    },
    (request) => {
      const { order } = request.body;
      const command = { type: "order-legs", ticket: request.params.id, by: actorOf(request.caller), order } as const;
      return run(hub, request, onTicket(hub.context, command, "staff"));
    },
  );
}
