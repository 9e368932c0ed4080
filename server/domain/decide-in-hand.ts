/** What a clerk does with the ticket in hand. */
import { isRefusal, refuse, type Refusal } from "../../shared/domain/refusal.ts";
import type { Millis } from "../../shared/domain/vocabulary.ts";
import type { InHandCommand } from "./commands.ts";
import { inHandAt } from "./counter-checks.ts";
import { finish, nextCalled } from "./decide-finish.ts";
import type { Decision } from "./decision.ts";
import { rulesOf } from "./hall.ts";
import { placeFor } from "./position.ts";
import type { HallState } from "./state.ts";
import type { Ticket } from "./ticket.ts";

export function decideInHand(state: HallState, command: InHandCommand, now: Millis): Decision {
  const inHand = inHandAt(state, command);
  if (isRefusal(inHand)) return inHand;
  const { counter, ticket } = inHand;
  const event = { v: 1, at: now, by: command.by, ticket: ticket.id, counter: counter.number } as const;
  switch (command.type) {
    case "recall":
      return isAwaited(state, ticket) ? [{ type: "ticket-recalled", ...event }] : refuse("already-started");
    case "start":
      return ticket.state === "called" ? [{ type: "ticket-started", ...event }] : refuse("already-started");
    case "finish":
      return finish({ state, counter, ticket, now }, command);
    case "miss": {
      const tooEarly = missTooEarly(state, ticket, now);
      if (tooEarly) return tooEarly;
      const missed = { type: "ticket-missed", ...event } as const;
      return command.next ? [missed, ...nextCalled({ state, counter, ticket, now }, missed)] : [missed];
    }
    case "hold":
      return ticket.state === "serving"
        ? [{ type: "ticket-held", ...event, note: command.note }]
        : refuse("not-started", { detail: { number: ticket.number } });
    case "transfer":
      return transfer({ state, ticket, now }, command);
    default:
      return command satisfies never;
  }
}

/** With the hall's `autoStart` service begins with the call, and yet the resident may not have come. */
function isAwaited(state: HallState, ticket: Ticket): boolean {
  return ticket.state === "called" || rulesOf(state).autoStart;
}

function missTooEarly(state: HallState, ticket: Ticket, now: Millis): Refusal | null {
  if (!isAwaited(state, ticket)) return refuse("already-started");
  const { missAfterCalls, missAfterSeconds } = rulesOf(state);
  const callsLeft = Math.max(0, missAfterCalls - ticket.calls);
  const secondsLeft = Math.max(0, Math.ceil(missAfterSeconds - (now - (ticket.calledAt ?? now)) / 1000));
  return callsLeft > 0 || secondsLeft > 0
    ? refuse("miss-too-early", { detail: { number: ticket.number, calls: callsLeft, seconds: secondsLeft } })
    : null;
}

interface InHand {
  readonly state: HallState;
  readonly ticket: Ticket;
  readonly now: Millis;
}

function transfer({ state, ticket, now }: InHand, command: Extract<InHandCommand, { type: "transfer" }>): Decision {
  const { hall } = state;
  if (!hall || (command.service === null && command.to === null))
    return refuse("invalid-request", { field: "service" });
  const service = command.service ?? ticket.service;
  if (!hall.services.has(service)) return refuse("not-found", { field: "service" });
  if (command.to !== null) {
    const target = state.counters.get(command.to);
    if (!target) return refuse("not-found", { field: "counter" });
    if (target.number === command.counter) return refuse("invalid-request", { field: "counter" });
    if (target.state === "closed") return refuse("counter-closed", { field: "counter" });
  }
  const placed = command.position ?? hall.rules.transferPosition;
  return [
    {
      type: "ticket-transferred",
      v: 1,
      at: now,
      by: command.by,
      ticket: ticket.id,
      counter: command.counter,
      service,
      to: command.to,
      placed,
      position: placeFor(ticket, { now, seq: state.seq + 1 })[placed],
    },
  ];
}
