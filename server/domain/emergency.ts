/** What goes over everything that screens show. One at a time: a new one takes the place of the one before. */
import { emergencyTemplates, isBuiltIn, isMeantFor } from "../../shared/domain/emergency.ts";
import type { Millis } from "../../shared/domain/vocabulary.ts";
import type { Actor } from "./events.ts";
import type { Hall } from "./hall.ts";

export interface EmergencyNow {
  readonly id: string;
  readonly template: string | null;
  /** Names the words written by hand, kept beside the journal; null: those of the template. */
  readonly note: string | null;
  /** Null: everywhere. */
  readonly areas: readonly string[] | null;
  readonly by: Actor;
  readonly raisedAt: Millis;
  /** When it ends by itself. */
  readonly until: Millis;
}

/** Whether the hall knows a template of this name, its own or one that every hall has. */
export function knowsTemplate({ file }: Hall, template: string): boolean {
  return isBuiltIn(template) || Object.hasOwn(file.emergencies ?? {}, template);
}

/** Whether residents are to leave, by the hall's own word on the template or else by ours. */
export function stopsService(hall: Hall | null, { template }: Pick<EmergencyNow, "template">): boolean {
  if (template === null) return false;
  const own = Object.hasOwn(hall?.file.emergencies ?? {}, template) ? hall?.file.emergencies?.[template] : undefined;
  return own?.stopsService ?? (isBuiltIn(template) && emergencyTemplates[template].stopsService);
}

/** Whether at an instant it is over everything that screens of an area show; null: where screens have no area. */
export function isOverEverything(emergency: EmergencyNow | null, area: string | null, at: Millis): boolean {
  if (emergency === null || at < emergency.raisedAt || at >= emergency.until) return false;
  return isMeantFor(emergency.areas, area);
}

/**
 * Whether residents get no numbers by themselves while it lasts: not where it is meant for a part of the hall alone,
 * since nobody knows where they stand. Staff still give them.
 */
export function stopsNumbers(
  { emergency, hall }: { readonly emergency: EmergencyNow | null; readonly hall: Hall | null },
  by: Actor,
): boolean {
  return emergency !== null && emergency.areas === null && !by.startsWith("user:") && stopsService(hall, emergency);
}
