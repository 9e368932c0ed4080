/** Handlers of emergencies. Their free text is public, but no free text enters the journal: it is kept as notes are. */
import { isRefusal, refuse } from "../../shared/domain/refusal.ts";
import type { Emergency } from "../../shared/wire/lobby.ts";
import type { Text } from "../../shared/wire/common.ts";
import type { Actor } from "../domain/events.ts";
import { emergencyForStaff } from "../views/emergency-view.ts";
import type { Context } from "./context.ts";
import { noted } from "./counter-commands.ts";
import type { Task } from "./ports.ts";

export interface Raised {
  readonly by: Actor;
  readonly template: string | null;
  /** Null: the template's words. */
  readonly text: Text | null;
  readonly areas: readonly string[] | null;
  readonly minutes: number;
}

/** Answers what goes over everything from now on. */
export function raising(context: Context, { by, template, text, areas, minutes }: Raised): Task<Emergency> {
  const emergency = context.newId();
  return noted(context, text && JSON.stringify(text), (note) => ({ execute, state, now }) => {
    const events = execute({ type: "raise-emergency", by, emergency, template, note, areas, minutes });
    if (isRefusal(events)) return events;
    const raised = emergencyForStaff(context.moments.sure(state, now), context.words);
    return raised ?? refuse("not-found");
  });
}

/** Nothing to end is ended already. */
export function ending(by: Actor): Task<null> {
  return ({ execute }) => {
    const events = execute({ type: "end-emergency", by });
    return isRefusal(events) ? events : null;
  };
}
