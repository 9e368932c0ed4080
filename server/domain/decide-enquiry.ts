/** Counting a question answered at the desk, and taking one's own last one back. See `docs/decisions/0020-the-guides-desk.md`. */
import { isRefusal, refuse, type Refusal } from "../../shared/domain/refusal.ts";
import type { Millis } from "../../shared/domain/vocabulary.ts";
import type { EnquiryCommand } from "./commands.ts";
import type { Decision } from "./decision.ts";
import type { Enquiry } from "./enquiries.ts";
import type { Actor } from "./events.ts";
import { rulesOf } from "./hall.ts";
import type { HallState } from "./state.ts";

/** Counting one, or taking one's own last one back within `undoSeconds`. Refusals: `outside-hours`, `nothing-to-undo`. */
export function decideEnquiry(state: HallState, command: EnquiryCommand, now: Millis): Decision {
  if (!state.day) return refuse("outside-hours");
  const event = { v: 1, at: now, by: command.by } as const;
  const { type } = command;
  switch (type) {
    case "answer-enquiry":
      return [{ type: "enquiry-answered", ...event }];
    case "take-back-enquiry": {
      const own = ownLast(state, command.by, now);
      return isRefusal(own) ? own : [{ type: "enquiry-taken-back", ...event, answered: own.seq }];
    }
    default:
      return type satisfies never;
  }
}

/** The last one of somebody's that can still be taken back. */
function ownLast(state: HallState, by: Actor, now: Millis): Enquiry | Refusal {
  const own = state.enquiries.today.findLast((each) => each.by === by);
  return own && now <= undoableUntil(state, own) ? own : refuse("nothing-to-undo");
}

/** Until when somebody's last one can be taken back; null where there is none. */
export function takeBackUntil(state: HallState, by: Actor, now: Millis): Millis | null {
  const own = ownLast(state, by, now);
  return isRefusal(own) ? null : undoableUntil(state, own);
}

function undoableUntil(state: HallState, { at }: Enquiry): Millis {
  const { undoSeconds } = rulesOf(state);
  return undoSeconds === 0 ? Number.NEGATIVE_INFINITY : at + undoSeconds * 1000;
}
