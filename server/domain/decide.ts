/**
 * What a command leads to: events, or a refusal. Pure and total: the clock comes in, nothing goes out.
 * Checks run in the contract's order: counter open, whose counter, state.
 */
import type { Millis } from "../../shared/domain/vocabulary.ts";
import type { Command } from "./commands.ts";
import { decideBooking } from "./decide-booking.ts";
import { decideCall } from "./decide-call.ts";
import { decideClock } from "./decide-clock.ts";
import { decideCounter } from "./decide-counter.ts";
import { decideDay } from "./decide-day.ts";
import { decideInHand } from "./decide-in-hand.ts";
import { decideIssue } from "./decide-issue.ts";
import { decideEmergency } from "./decide-emergency.ts";
import { decideHour } from "./decide-hour.ts";
import { decidePaper } from "./decide-paper.ts";
import { decideTicket } from "./decide-ticket.ts";
import { decideToday } from "./decide-today.ts";
import { decideUndo } from "./decide-undo.ts";
import { decideVisit } from "./decide-visit.ts";
import type { Decision } from "./decision.ts";
import { decideEnquiry } from "./decide-enquiry.ts";
import type { HallState } from "./state.ts";

/** Decides a command on the given state at the given instant, which is never before the last event's of its day. */
export function decide(state: HallState, command: Command, now: Millis): Decision {
  switch (command.type) {
    case "issue":
      return decideIssue(state, command, now);
    case "issue-paper":
      return decidePaper(state, command, now);
    case "stop-service":
    case "resume-service":
    case "set-tiers":
    case "extend-hall":
      return decideToday(state, command, now);
    case "end-period":
    case "resume-due":
    case "read-calendar":
    case "import-calendar":
      return decideHour(state, command, now);
    case "open":
    case "take-over":
    case "pause":
    case "close":
    case "ask-help":
    case "answer-help":
      return decideCounter(state, command, now);
    case "call-next":
    case "call":
    case "resume":
      return decideCall(state, command, now);
    case "undo":
      return decideUndo(state, command, now);
    case "recall":
    case "start":
    case "finish":
    case "miss":
    case "hold":
    case "transfer":
      return decideInHand(state, command, now);
    case "cancel":
    case "requeue":
    case "reclassify":
    case "assist":
      return decideTicket(state, command, now);
    case "add-service":
    case "order-legs":
      return decideVisit(state, command, now);
    case "book":
    case "move-booking":
    case "cancel-booking":
    case "check-in":
    case "miss-bookings":
    case "lift-suspension":
      return decideBooking(state, command, now);
    case "answer-enquiry":
    case "take-back-enquiry":
      return decideEnquiry(state, command, now);
    case "raise-emergency":
    case "end-emergency":
    case "lapse-emergency":
      return decideEmergency(state, command, now);
    case "load-hall":
    case "turn-day":
    case "close-day":
    case "lapse-holds":
    case "begin-epoch":
      return decideDay(state, command, now);
    case "doubt-clock":
    case "clear-clock":
    case "confirm-clock":
      return decideClock(state, command, now);
    default:
      return command satisfies never;
  }
}
