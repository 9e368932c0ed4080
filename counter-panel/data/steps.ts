/** What the clerk can do now: the one main step, and which commands the ticket in hand allows. */
import { pendingLegs } from "../../shared/domain/legs.ts";
import type { Counter } from "../../shared/wire/counter.ts";
import type { HallNow } from "../../shared/wire/hall.ts";
import type { Ticket } from "../../shared/wire/ticket.ts";
import type { Choice } from "./work-parts.ts";

/** What the big button does. `ask-*`: it asks first whether the one called came; then calls the next, or stops. */
export type MainStep = "call-next" | "ask-then-next" | "ask-then-stop" | "finish-and-next" | "finish" | "reopen";

export function mainStep(counter: Pick<Counter, "state">, inHand: Pick<Ticket, "state"> | null): MainStep {
  const isPaused = counter.state === "paused";
  if (!inHand) return isPaused ? "reopen" : "call-next";
  if (inHand.state === "called") return isPaused ? "ask-then-stop" : "ask-then-next";
  // A counter on its way into a break ends what it has in hand and calls nobody more.
  return isPaused ? "finish" : "finish-and-next";
}

/** What is still wanting before a ticket may be called missed; both zero: it may. */
export interface MissGate {
  readonly calls: number;
  readonly seconds: number;
}

export function missGate(
  ticket: Pick<Ticket, "calls" | "calledAt">,
  rules: Pick<HallNow["rules"], "missAfterCalls" | "missAfterSeconds">,
  nowMillis: number,
): MissGate {
  const since = ticket.calledAt === null ? 0 : nowMillis - Date.parse(ticket.calledAt);
  return {
    calls: Math.max(0, rules.missAfterCalls - ticket.calls),
    seconds: Math.min(rules.missAfterSeconds, Math.max(0, Math.ceil(rules.missAfterSeconds - since / 1000))),
  };
}

export function isOpenGate(gate: MissGate): boolean {
  return gate.calls === 0 && gate.seconds === 0;
}

/** What comes after the press that ends the service in hand; null where the visit ends with it. */
export type Onward =
  | { readonly to: "rest"; readonly most: number; readonly rest: number }
  | { readonly to: "service"; readonly service: string };

export function onwardOf(
  ticket: Pick<Ticket, "matters" | "legs">,
  { maxMatters }: Pick<HallNow["rules"], "maxMatters">,
  { outcome, quantity }: Choice,
): Onward | null {
  if (outcome === "left") return null;
  if (ticket.matters > maxMatters && quantity === maxMatters)
    return { to: "rest", most: maxMatters, rest: ticket.matters - maxMatters };
  const [next] = pendingLegs(ticket.legs);
  return next ? { to: "service", service: next.service } : null;
}

/** As many files as one press can end. */
export function mostFiles(
  { matters }: Pick<Ticket, "matters">,
  { maxMatters }: Pick<HallNow["rules"], "maxMatters">,
): number | null {
  return matters > maxMatters ? maxMatters : null;
}

/** Commands on the ticket in hand, and whether its state allows each. */
export interface Allowed {
  readonly recall: boolean;
  readonly start: boolean;
  readonly miss: boolean;
  readonly hold: boolean;
  readonly transfer: boolean;
  readonly finish: boolean;
}

/** With `autoStart` a call starts service at once, and yet the resident may not have come. */
export function allowedFor(inHand: Pick<Ticket, "state"> | null, autoStart: boolean): Allowed {
  const isCalled = inHand?.state === "called";
  const isServing = inHand?.state === "serving";
  const isAwaited = isCalled || (isServing && autoStart);
  const isInHand = isCalled || isServing;
  return { recall: isAwaited, start: isCalled, miss: isAwaited, hold: isServing, transfer: isInHand, finish: isInHand };
}
