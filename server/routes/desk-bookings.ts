/** Bookings that the desk moves or gives up for whoever stands there or calls. See `docs/decisions/0020-the-guides-desk.md`. */
import type { FastifyRequest } from "fastify";
import { isRefusal, refuse } from "../../shared/domain/refusal.ts";
import { BookingOfPerson, MoveBooking } from "../../shared/wire/booking.ts";
import { moveBooking, onBooking } from "../commands/booking-commands.ts";
import { actorOf } from "../commands/caller.ts";
import type { Task } from "../commands/ports.ts";
import { Refused } from "../plugins/problems.ts";
import { deskStaff } from "./audiences.ts";
import { staffBooking } from "./booking-list.ts";
import { run, type App, type Hub } from "./kit.ts";
import { ById, describe } from "./schemas.ts";

export function deskBookingRoutes(app: App, hub: Hub): void {
  const answers = { 200: BookingOfPerson };
  // `check-in` is a command's address and no booking's, however it is asked.
  const forDesk = {
    config: { for: deskStaff },
    preValidation: ({ params }: FastifyRequest, _reply: unknown, next: (error?: Error) => void) => {
      const isCommand = typeof params === "object" && params !== null && "id" in params && params.id === "check-in";
      next(isCommand ? new Refused(refuse("not-found")) : undefined);
    },
  };

  app.patch(
    "/api/bookings/:id",
    {
      ...forDesk,
      schema: describe({
        tag: "bookings",
        summary: "Move somebody's booking to another slot",
        params: ById,
        body: MoveBooking,
        answers,
      }),
    },
    (request) => {
      const { id } = request.params;
      const asked = { booking: id, by: actorOf(request.caller), start: request.body.start };
      return run(hub, request, asStaffSee(hub, id, moveBooking(hub.context, asked)));
    },
  );

  app.delete(
    "/api/bookings/:id",
    {
      ...forDesk,
      schema: describe({ tag: "bookings", summary: "Give somebody's booking up", params: ById, answers }),
    },
    (request) => {
      const { id } = request.params;
      const command = { type: "cancel-booking", by: actorOf(request.caller), booking: id } as const;
      return run(hub, request, asStaffSee(hub, id, onBooking(hub.context, command)));
    },
  );
}

/** The task, answering the booking as staff see it instead of as its holder does. */
function asStaffSee({ context }: Pick<Hub, "context">, id: string, task: Task<object>): Task<BookingOfPerson> {
  return (work) => {
    const answer = task(work);
    if (isRefusal(answer)) return answer;
    const booking = work.state.bookings.get(id);
    return booking ? staffBooking(context, context.moments.sure(work.state, work.now), booking) : refuse("not-found");
  };
}
