/** Taking back what was just done at a counter. Source: contract, "Visits and bookings". */
import { isRefusal, refuse } from "../../shared/domain/refusal.ts";
import { isOpenState, type Millis } from "../../shared/domain/vocabulary.ts";
import type { UndoCommand } from "./commands.ts";
import { counterTakenBy } from "./counter-checks.ts";
import type { Decision } from "./decision.ts";
import { rulesOf } from "./hall.ts";
import { openTicketOf } from "./one-per-person.ts";
import type { HallState } from "./state.ts";
import type { Replaced } from "./ticket.ts";
import { isStepWhole } from "./undo.ts";

/** One event a ticket, the last one done first: the next one waits again before the one before is back in hand. */
export function decideUndo(state: HallState, command: UndoCommand, now: Millis): Decision {
  const counter = counterTakenBy(state, command);
  if (isRefusal(counter)) return counter;
  const { last } = counter;
  const { undoSeconds } = rulesOf(state);
  const isLate = last !== null && now - last.at > undoSeconds * 1000;
  if (last === null || undoSeconds === 0 || isLate || !isStepWhole(state, counter)) return refuse("nothing-to-undo");
  if (last.replaced.some(({ before }) => hasAnother(state, before))) return refuse("nothing-to-undo");
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

/** Whether the person has taken another number meanwhile, for what this ticket would be open for again. */
function hasAnother(state: HallState, { id, personId, service, pending }: Replaced["before"]): boolean {
  if (isOpenState(state.tickets.get(id)?.state ?? "finished")) return false;
  return [service, ...pending.map((leg) => leg.service)].some((each) =>
    openTicketOf(state, { personId, service: each }),
  );
}
