/** Raising an emergency and ending it. */
import { refuse } from "../../shared/domain/refusal.ts";
import type { Millis } from "../../shared/domain/vocabulary.ts";
import type { EmergencyCommand } from "./commands.ts";
import type { Decision } from "./decision.ts";
import { knowsTemplate } from "./emergency.ts";
import type { HallState } from "./state.ts";

const MINUTE_MILLIS = 60_000;

/**
 * Whoever may raise one may end any; what lasts till its time ends by itself. Refusals: `not-found` (no hall),
 * `invalid-request` with `template` or `areas`.
 */
export function decideEmergency(state: HallState, command: EmergencyCommand, now: Millis): Decision {
  const { emergency } = state;
  const event = { v: 1, at: now, by: command.by } as const;
  switch (command.type) {
    case "raise-emergency":
      return raise(state, command, now);
    case "end-emergency":
      return emergency ? [{ type: "emergency-ended", ...event, emergency: emergency.id }] : [];
    case "lapse-emergency":
      return emergency && emergency.until <= now
        ? [{ type: "emergency-ended", ...event, emergency: emergency.id }]
        : [];
    default:
      return command satisfies never;
  }
}

function raise(
  { hall }: HallState,
  { by, emergency, template, note, areas, minutes }: EmergencyCommand & { readonly type: "raise-emergency" },
  now: Millis,
): Decision {
  if (!hall) return refuse("not-found");
  const isUnknown = template !== null && !knowsTemplate(hall, template);
  if (isUnknown || (template === null && note === null)) return refuse("invalid-request", { field: "template" });
  const unknown = areas?.findIndex((area) => !hall.file.areas.some(({ id }) => id === area)) ?? -1;
  if (unknown >= 0) return refuse("invalid-request", { field: `areas.${String(unknown)}` });
  if (areas?.length === 0) return refuse("invalid-request", { field: "areas" });
  const until = now + minutes * MINUTE_MILLIS;
  return [{ type: "emergency-raised", v: 1, at: now, by, emergency, template, note, areas, until }];
}
