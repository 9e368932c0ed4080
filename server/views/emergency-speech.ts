/** What is said of emergencies: the words that stand on the walls, and whether they are a template's own. */
import type { Text } from "../../shared/wire/common.ts";
import type { Hall } from "../domain/hall.ts";
import { emergencyNow, templatesOf, type EmergencyWords } from "./emergency-view.ts";
import type { Moment } from "./ticket-view.ts";

export interface SpokenEmergency {
  readonly title: Text;
  readonly text: Text;
  /** The template of which these are the words; null: somebody wrote some of them by hand. */
  readonly template: string | null;
}

type Words = Omit<EmergencyWords, "name">;

/** What is said while the emergency of this id stands; null where none does, or another. @param id null: any. */
export function spokenNow(moment: Moment, words: Words, id: string | null = null): SpokenEmergency | null {
  const { emergency } = moment.state;
  const shown = emergencyNow(moment, words);
  if (!emergency || !shown || (id !== null && id !== emergency.id)) return null;
  return { title: shown.title, text: shown.text, template: emergency.note === null ? emergency.template : null };
}

/** What each template says, raised as it is. */
export function spokenTemplates(hall: Hall, words: Words): readonly SpokenEmergency[] {
  return templatesOf(hall, words).map(({ id, title, text }) => ({ title, text, template: id }));
}
