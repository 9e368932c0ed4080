/** Taking back what was just done at a counter. Source: contract, "Visits and bookings". */
import { isRefusal, refuse } from "../../shared/domain/refusal.ts";
import type { Millis } from "../../shared/domain/vocabulary.ts";
import type { UndoCommand } from "./commands.ts";
import { counterTakenBy } from "./counter-checks.ts";
import type { Decision } from "./decision.ts";
import { rulesOf } from "./hall.ts";
import type { HallState } from "./state.ts";
import { isStepWhole } from "./undo.ts";

/** One event a ticket, the last one done first: the next one waits again before the one before is back in hand. */
export function decideUndo(state: HallState, command: UndoCommand, now: Millis): Decision {
  const counter = counterTakenBy(state, command);
  if (isRefusal(counter)) return counter;
  const { last } = counter;
  const { undoSeconds } = rulesOf(state);
  const isLate = last !== null && now - last.at > undoSeconds * 1000;
  if (last === null || undoSeconds === 0 || isLate || !isStepWhole(state, counter)) return refuse("nothing-to-undo");
  return [...last.replaced].reverse().map(({ ticket, seqs, isCall }) => ({
    type: "step-undone",
    v: 1,
    at: now,
    by: command.by,
    ticket,
    counter: counter.number,
    undone: seqs,
    withdrawn: isCall,
  }));
}
