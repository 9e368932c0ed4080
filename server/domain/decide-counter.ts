/** Opening, pausing, closing a counter, and taking over one whose machine is gone. One clerk a counter, one counter a clerk. */
import { isRefusal, refuse, type Refusal } from "../../shared/domain/refusal.ts";
import type { Millis } from "../../shared/domain/vocabulary.ts";
import { CLOCK_SKEW_MILLIS } from "./calendar.ts";
import type { CounterCommand } from "./commands.ts";
import { counterTakenBy } from "./counter-checks.ts";
import type { Decision } from "./decision.ts";
import type { Actor, HallEvent } from "./events.ts";
import { counterLabel } from "./hall.ts";
import { joinedAt } from "./position.ts";
import { ticketInHand, type HallState } from "./state.ts";
import type { Counter } from "./ticket.ts";

export function decideCounter(state: HallState, command: CounterCommand, now: Millis): Decision {
  const event = { v: 1, at: now, by: command.by, counter: command.counter } as const;
  switch (command.type) {
    case "open": {
      const counter = state.counters.get(command.counter);
      if (!counter) return refuse("not-found", { field: "counter" });
      if (counter.clerk !== null && counter.clerk !== command.clerk) return refuse("counter-taken");
      if (isElsewhere(state, command)) return busyElsewhere(state, command.clerk);
      return counter.state === "open" ? [] : [{ type: "counter-opened", ...event, clerk: command.clerk }];
    }
    case "take-over": {
      const counter = state.counters.get(command.counter);
      if (!counter) return refuse("not-found", { field: "counter" });
      if (counter.clerk === null) return refuse("counter-closed");
      if (counter.clerk === command.clerk) return [];
      if (isElsewhere(state, command)) return busyElsewhere(state, command.clerk);
      return [{ type: "counter-taken-over", ...event, clerk: command.clerk, from: counter.clerk }];
    }
    case "pause": {
      const counter = counterTakenBy(state, command);
      if (isRefusal(counter)) return counter;
      if (command.returnAt !== null && command.returnAt < now - CLOCK_SKEW_MILLIS)
        return refuse("invalid-request", { field: "returnAt" });
      return [{ type: "counter-paused", ...event, returnAt: command.returnAt, note: command.note }];
    }
    case "close": {
      const counter = counterTakenBy(state, command);
      if (isRefusal(counter)) return counter;
      const inHand = ticketInHand(state, counter);
      if (inHand) return refuse("counter-busy", { detail: { number: inHand.number } });
      return [...returned(state, event), { type: "counter-closed", ...event }];
    }
    case "ask-help": {
      const counter = counterTakenBy(state, command);
      if (isRefusal(counter)) return counter;
      return isHelpWanted(counter) ? [] : [{ type: "counter-help-asked", ...event }];
    }
    case "answer-help": {
      const counter = state.counters.get(command.counter);
      if (!counter) return refuse("not-found", { field: "counter" });
      if (counter.state === "closed") return refuse("counter-closed");
      return isHelpWanted(counter) ? [{ type: "counter-help-answered", ...event }] : refuse("no-help-asked");
    }
    default:
      return command satisfies never;
  }
}

/** Those who waited for the counter by name go back to their service by the instant they were issued. */
function returned(
  state: HallState,
  event: { readonly v: 1; readonly at: Millis; readonly by: Actor; readonly counter: number },
): HallEvent[] {
  return [...state.queue.directedTo(event.counter)].flatMap(({ ticket: id }) => {
    const ticket = state.tickets.get(id);
    return ticket
      ? [
          {
            type: "ticket-returned" as const,
            ...event,
            ticket: id,
            position: joinedAt(ticket.issuedAt, ticket.issuedSeq),
          },
        ]
      : [];
  });
}

function isHelpWanted({ help }: Counter): boolean {
  return help !== null && help.answeredAt === null;
}

/** Says at which counter the clerk is, as the hall calls it. */
function busyElsewhere(state: HallState, clerk: string): Refusal {
  const counter = state.hall?.counters.get(state.clerks.get(clerk) ?? 0);
  return refuse("clerk-busy", counter ? { names: { counter: counterLabel(counter) } } : {});
}

function isElsewhere(state: HallState, { clerk, counter }: { clerk: string; counter: number }): boolean {
  const taken = state.clerks.get(clerk);
  return taken !== undefined && taken !== counter;
}
