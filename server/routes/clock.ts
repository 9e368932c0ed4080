/** The machine's clock, where the hall doubts it: how it stands, and a person's word that it is right. */
import { refuse } from "../../shared/domain/refusal.ts";
import { ClockNow, ConfirmClock } from "../../shared/wire/clock.ts";
import { actorOf } from "../commands/caller.ts";
import { confirmClock } from "../commands/confirm-clock.ts";
import { Refused } from "../plugins/problems.ts";
import { clockView } from "../views/clock-view.ts";
import { anyStaff, caretakers } from "./audiences.ts";
import { present, run, type App, type Hub } from "./kit.ts";
import { describe } from "./schemas.ts";

export function clockRoutes(app: App, hub: Hub): void {
  app.get(
    "/api/clock",
    {
      config: { for: anyStaff },
      schema: describe({
        tag: "watching",
        summary: "The machine's clock beside the hall's",
        answers: { 200: ClockNow },
      }),
    },
    () => clockView(present(hub), hub.context.writer.sight),
  );

  app.post(
    "/api/clock/confirm",
    {
      config: { for: caretakers },
      schema: describe({
        tag: "watching",
        summary: "The machine's clock is right: the hall goes by it; back, its business day ends",
        body: ConfirmClock,
        answers: { 200: ClockNow },
      }),
    },
    async (request) => {
      const machine = Date.parse(request.body.machine);
      if (Number.isNaN(machine)) throw new Refused(refuse("invalid-request", { field: "machine" }));
      const answer = await run(hub, request, confirmClock(hub.context, { by: actorOf(request.caller), machine }));
      void hub.clockWatch.look();
      return answer;
    },
  );
}
