/** Emergencies: what goes over everything that screens show. See `docs/decisions/0028-emergency.md`. */
import Type from "typebox";
import { refuse } from "../../shared/domain/refusal.ts";
import type { Text } from "../../shared/wire/common.ts";
import { EmergencyNow } from "../../shared/wire/emergency.ts";
import { Emergency, RaiseEmergency } from "../../shared/wire/lobby.ts";
import { actorOf } from "../commands/caller.ts";
import { ending, raising } from "../commands/emergency-commands.ts";
import { Refused } from "../plugins/problems.ts";
import { emergencyForStaff, emergencyNow, templatesOf } from "../views/emergency-view.ts";
import { deskStaff } from "./audiences.ts";
import { present, run, type App, type Hub } from "./kit.ts";
import { describe } from "./schemas.ts";

export function emergencyRoutes(app: App, hub: Hub): void {
  const { context } = hub;

  app.get(
    "/api/emergency",
    {
      schema: describe({
        tag: "emergency",
        summary: "What goes over everything now, if anything, and what can be raised",
        answers: { 200: EmergencyNow },
      }),
    },
    ({ caller }) => {
      const moment = present(hub);
      const { hall } = moment.state;
      if (!hall) throw new Refused(refuse("not-found"));
      const tell = caller.kind === "staff" ? emergencyForStaff : emergencyNow;
      return { emergency: tell(moment, context.words), templates: templatesOf(hall, context.words) };
    },
  );

  app.post(
    "/api/emergency",
    {
      config: { for: deskStaff },
      schema: describe({
        tag: "emergency",
        summary:
          "Show and say something on every screen and station at once; it takes the place of what was raised before",
        body: RaiseEmergency,
        answers: { 201: Emergency },
      }),
    },
    async (request, reply) => {
      const { template = null, text, minutes, areas = null } = request.body;
      const by = actorOf(request.caller);
      const task = raising(context, { by, template, text: textFrom(text), areas, minutes });
      return reply.code(201).send(await run(hub, request, task));
    },
  );

  app.delete(
    "/api/emergency",
    {
      config: { for: deskStaff },
      schema: describe({
        tag: "emergency",
        summary: "All clear: end what was raised; without one nothing happens",
        answers: { 204: Type.Null() },
      }),
    },
    async (request, reply) => {
      await run(hub, request, ending(actorOf(request.caller)));
      return reply.code(204).send(null);
    },
  );
}

/** The words as they are kept; null where none were sent. Blank ones are refused, so that no screen shows nothing. */
function textFrom(text: string | Text | undefined): Text | null {
  if (text === undefined) return null;
  const own = typeof text === "string" ? { zh: text, en: text } : text;
  if (Object.values(own).every((words) => words.trim() === ""))
    throw new Refused(refuse("invalid-request", { field: "text" }));
  return own;
}
