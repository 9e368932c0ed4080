/** Counters: who sits where, and everything a clerk does there. */
import { refuse } from "../../shared/domain/refusal.ts";
import {
  CloseCounter,
  Counter,
  CounterList,
  OpenCounter,
  PauseCounter,
  TakeOverCounter,
  type Counter as CounterOnWire,
} from "../../shared/wire/counter.ts";
import {
  CallNext,
  CallTicket,
  FinishTicket,
  HoldTicket,
  MissTicket,
  RecallTicket,
  ResumeTicket,
  StartTicket,
  Ticket,
  TicketAndNext,
  TransferTicket,
} from "../../shared/wire/ticket.ts";
import type { CounterCommand } from "../domain/commands.ts";
import type { Actor } from "../domain/events.ts";
import type { Context } from "../commands/context.ts";
import type { Task, UserRow } from "../commands/ports.ts";
import { actorOf, readsNotes, type Caller } from "../commands/caller.ts";
import { asTheyAre, atCounter, endingTicket, noted, undoing, withTicket } from "../commands/counter-commands.ts";
import { Refused } from "../plugins/problems.ts";
import { counterView, withoutNotes } from "../views/counter-view.ts";
import { anyStaff, floorStaff } from "./audiences.ts";
import { counterNumber, present, run, staffOf, type App, type Hub } from "./kit.ts";
import { instantFrom } from "./instants.ts";
import { ByNumber, describe, NoBody } from "./schemas.ts";
import type { TSchema } from "typebox";

export function counterRoutes(app: App, hub: Hub): void {
  const { context } = hub;

  app.get(
    "/api/counters",
    {
      config: { for: anyStaff },
      schema: describe({ tag: "counters", summary: "All counters", answers: { 200: CounterList } }),
    },
    ({ caller }) => {
      const moment = present(hub);
      const words = readsNotes(caller) ? context.words : withoutNotes(context.words);
      return {
        items: [...moment.state.counters.values()].map((counter) => counterView(moment, words, counter)),
      };
    },
  );

  app.post(
    "/api/counters/:number/open",
    options("Take a counter and open it, or end a pause", OpenCounter, Counter),
    (request) => run(hub, request, taking(context, { type: "open", ...at(request.params.number, request.caller) })),
  );
  app.post("/api/counters/:number/close", options("Close the counter", CloseCounter, Counter), (request) =>
    run(hub, request, atCounter(context, { type: "close", ...at(request.params.number, request.caller) })),
  );
  app.post(
    "/api/counters/:number/take-over",
    options("Take a counter whose machine is gone, its ticket in hand too", TakeOverCounter, Counter),
    (request) =>
      run(hub, request, taking(context, { type: "take-over", ...at(request.params.number, request.caller) })),
  );
  app.post("/api/counters/:number/pause", options("Pause the counter", PauseCounter, Counter), (request) => {
    const { reason, returnAt } = request.body;
    const until = returnAt === undefined ? null : instantFrom(returnAt, present(hub), "returnAt");
    const task = noted(context, reason, (note) =>
      atCounter(context, {
        type: "pause",
        ...at(request.params.number, request.caller),
        returnAt: until,
        note: note ?? "",
      }),
    );
    return run(hub, request, task);
  });

  app.post("/api/counters/:number/call-next", options("Call the next ticket", CallNext, Ticket), (request) => {
    const { service, silent } = request.body;
    const command = {
      type: "call-next",
      ...at(request.params.number, request.caller),
      service: service ?? null,
      silent: silent ?? false,
    } as const;
    return run(hub, request, withTicket(context, command));
  });
  app.post(
    "/api/counters/:number/call",
    options("Call one ticket, out of order, with a reason", CallTicket, Ticket),
    (request) => {
      const { ticket, reason } = request.body;
      const task = noted(context, reason, (note) =>
        withTicket(context, { type: "call", ...at(request.params.number, request.caller), ticket, note: note ?? "" }),
      );
      return run(hub, request, task);
    },
  );
  app.post("/api/counters/:number/resume", options("Take a held ticket back", ResumeTicket, Ticket), (request) => {
    const { ticket } = request.body;
    return run(
      hub,
      request,
      withTicket(context, { type: "resume", ...at(request.params.number, request.caller), ticket }),
    );
  });

  app.post("/api/counters/:number/undo", options("Take back the last step here", NoBody, Ticket), (request) =>
    run(hub, request, undoing(context, { type: "undo", ...at(request.params.number, request.caller) })),
  );
  app.post("/api/counters/:number/ask-help", options("Ask for somebody to come", NoBody, Counter), (request) =>
    run(hub, request, atCounter(context, { type: "ask-help", ...at(request.params.number, request.caller) })),
  );
  app.post(
    "/api/counters/:number/answer-help",
    options("Say that one comes, or that nobody is wanted any more", NoBody, Counter),
    (request) =>
      run(hub, request, atCounter(context, { type: "answer-help", ...at(request.params.number, request.caller) })),
  );

  app.post("/api/counters/:number/recall", options("Call the ticket in hand again", RecallTicket, Ticket), (request) =>
    run(
      hub,
      request,
      withTicket(context, { type: "recall", ...inHand(request.params.number, request.caller, request.body) }),
    ),
  );
  app.post("/api/counters/:number/start", options("Begin serving", StartTicket, Ticket), (request) =>
    run(
      hub,
      request,
      withTicket(context, { type: "start", ...inHand(request.params.number, request.caller, request.body) }),
    ),
  );
  app.post(
    "/api/counters/:number/hold",
    options("Let the resident fetch something and come back", HoldTicket, Ticket),
    (request) => {
      const task = noted(context, request.body.reason ?? null, (note) =>
        withTicket(context, { type: "hold", ...inHand(request.params.number, request.caller, request.body), note }),
      );
      return run(hub, request, task);
    },
  );
  app.post(
    "/api/counters/:number/transfer",
    options("On to another counter or service", TransferTicket, Ticket),
    (request) => {
      const { service, counter, position } = request.body;
      if (service === undefined && counter === undefined)
        throw new Refused(refuse("invalid-request", { field: "service" }));
      const to = { service: service ?? null, to: counter ?? null, position: position ?? null };
      return run(
        hub,
        request,
        withTicket(context, {
          type: "transfer",
          ...inHand(request.params.number, request.caller, request.body),
          ...to,
        }),
      );
    },
  );
  app.post(
    "/api/counters/:number/finish",
    options("Finish, and call the next with it", FinishTicket, TicketAndNext),
    (request) => {
      const { arrived, outcome, quantity, next } = request.body;
      const how = {
        arrived: arrived ?? false,
        outcome: outcome ?? null,
        quantity: quantity ?? null,
        next: next ?? false,
      };
      return run(
        hub,
        request,
        endingTicket(context, {
          type: "finish",
          ...inHand(request.params.number, request.caller, request.body),
          ...how,
        }),
      );
    },
  );
  app.post("/api/counters/:number/miss", options("Called and absent", MissTicket, TicketAndNext), (request) => {
    const command = {
      type: "miss",
      ...inHand(request.params.number, request.caller, request.body),
      next: request.body.next ?? false,
    } as const;
    return run(hub, request, endingTicket(context, command));
  });
}

function options<B extends TSchema, A extends TSchema>(summary: string, body: B, answer: A) {
  return {
    config: { for: floorStaff },
    schema: describe({ tag: "counters", summary, params: ByNumber, body, answers: { 200: answer } }),
  };
}

interface AtCounter {
  readonly counter: number;
  readonly clerk: string;
  readonly by: Actor;
}

function at(number: string, caller: Caller): AtCounter {
  return { counter: counterNumber(number), clerk: staffOf(caller).user.id, by: actorOf(caller) };
}

/** For taking a counter: whoever serves, and some of them only at certain ones. */
function taking(
  context: Context,
  command: Extract<CounterCommand, { type: "open" | "take-over" }>,
): Task<CounterOnWire> {
  const may = ({ role, counters }: UserRow): boolean =>
    floorStaff.roles.includes(role) && (counters === null || counters.includes(command.counter));
  return asTheyAre(command.clerk, may, atCounter(context, command));
}

function inHand(
  number: string,
  caller: Caller,
  { ticket }: { readonly ticket?: string | undefined },
): AtCounter & { readonly ticket: string | null } {
  return { ...at(number, caller), ticket: ticket ?? null };
}
