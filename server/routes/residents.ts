/** What the holder of a ticket's token can do: see it, give it up, come back after a miss. */
import { refuse } from "../../shared/domain/refusal.ts";
import { Ticket } from "../../shared/wire/ticket.ts";
import { onTicket } from "../commands/ticket-commands.ts";
import { Refused } from "../plugins/problems.ts";
import { residentView, withPrint } from "../views/ticket-view.ts";
import { present, run, withToken, type App, type Hub } from "./kit.ts";
import { ByToken, describe, NoBody } from "./schemas.ts";
import { findTicket } from "./tickets.ts";

export function residentRoutes(app: App, hub: Hub): void {
  app.get(
    "/api/t/:token",
    {
      schema: describe({
        tag: "resident",
        summary: "The ticket of this token",
        params: ByToken,
        answers: { 200: Ticket },
      }),
    },
    (request) => {
      const ticket = findTicket(hub, ticketOf(hub, request.params.token));
      const job = hub.context.store.printJobs.latestOf(ticket);
      return withToken(hub, withPrint(residentView(present(hub), ticket), job));
    },
  );

  app.post(
    "/api/t/:token/cancel",
    {
      schema: describe({
        tag: "resident",
        summary: "Give the number up",
        params: ByToken,
        body: NoBody,
        answers: { 200: Ticket },
      }),
    },
    async (request) => {
      const ticket = ticketOf(hub, request.params.token);
      return withToken(
        hub,
        await run(hub, request, onTicket(hub.context, { type: "cancel", ticket, by: "resident" }, "resident")),
      );
    },
  );

  app.post(
    "/api/t/:token/requeue",
    {
      schema: describe({
        tag: "resident",
        summary: "Come back after a miss",
        params: ByToken,
        body: NoBody,
        answers: { 200: Ticket },
      }),
    },
    async (request) => {
      const ticket = ticketOf(hub, request.params.token);
      const command = { type: "requeue", ticket, by: "resident", nextHere: false, clerk: null } as const;
      return withToken(hub, await run(hub, request, onTicket(hub.context, command, "resident")));
    },
  );
}

/** The ticket a token opens; anything this hub did not sign is not found. */
function ticketOf(hub: Pick<Hub, "keys">, token: string): string {
  const ticket = hub.keys.ticketOf(token);
  if (ticket === null) throw new Refused(refuse("not-found"));
  return ticket;
}
