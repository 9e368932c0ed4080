/** An emergency as screens show it and staff see it. */
import { emergencyTemplates, isMeantFor } from "../../shared/domain/emergency.ts";
import type { Text } from "../../shared/wire/common.ts";
import type { EmergencyNow as EmergencyNowOnWire } from "../../shared/wire/emergency.ts";
import type { Emergency } from "../../shared/wire/lobby.ts";
import type { EmergencyTold } from "../../shared/wire/live.ts";
import type { ZoneClock } from "../domain/calendar.ts";
import { stopsService, type EmergencyNow } from "../domain/emergency.ts";
import type { Hall } from "../domain/hall.ts";
import type { Moment } from "./ticket-view.ts";

interface TemplateText {
  readonly title: Text;
  readonly text: Text;
}

/** The words that no journal holds. */
export interface EmergencyWords {
  readonly name: (userId: string) => string;
  readonly note: (id: string) => string | null;
  /** Of a template that every hall has; of none, or of one that nobody knows any more: that there is something to heed. */
  readonly emergency: (template: string | null) => TemplateText;
}

interface Ground {
  readonly hall: Hall | null;
  readonly zone: ZoneClock;
  readonly words: Omit<EmergencyWords, "name">;
}

/** As everybody may see it: without who raised it. */
export function emergencyView(emergency: EmergencyNow, { hall, zone, words }: Ground): Emergency {
  const { id, template, areas, raisedAt, until } = emergency;
  const { title, text } = templateOf(hall, template, words);
  const written = writtenIn(emergency.note === null ? null : words.note(emergency.note));
  return {
    id,
    template,
    title,
    text: written ? filledUp(written, template === null ? null : text) : text,
    stopsService: stopsService(hall, emergency),
    areas: areas && [...areas],
    raisedAt: zone.iso(raisedAt),
    until: zone.iso(until),
  };
}

/** What goes over everything now; null while nothing does. */
export function emergencyNow({ state, zone }: Moment, words: Omit<EmergencyWords, "name">): Emergency | null {
  return state.emergency && emergencyView(state.emergency, { hall: state.hall, zone, words });
}

/** The same with who raised it, for staff. */
export function emergencyForStaff(moment: Moment, words: EmergencyWords): Emergency | null {
  const emergency = emergencyNow(moment, words);
  const by = moment.state.emergency?.by;
  return emergency && { ...emergency, ...(by?.startsWith("user:") && { by: words.name(by.slice("user:".length)) }) };
}

/** Null where it is not meant for a device of this area. */
export function meantFor(emergency: Emergency | null, area: string | null): Emergency | null {
  return emergency && isMeantFor(emergency.areas, area) ? emergency : null;
}

export function emergencyTold(at: string, emergency: Emergency | null, isAllClear: boolean): EmergencyTold {
  return { type: "emergency", at, emergency, ...(emergency === null && isAllClear && { allClear: true as const }) };
}

/** The hall's own templates come after those that every hall has, which may be worded its own way. */
export function templatesOf(hall: Hall, words: Omit<EmergencyWords, "name">): EmergencyNowOnWire["templates"] {
  const ids = new Set([...Object.keys(emergencyTemplates), ...Object.keys(hall.file.emergencies ?? {})]);
  return [...ids].map((id) => ({
    id,
    ...templateOf(hall, id, words),
    stopsService: stopsService(hall, { template: id }),
  }));
}

function templateOf(
  hall: Hall | null,
  template: string | null,
  words: Pick<EmergencyWords, "emergency">,
): TemplateText {
  const own = hall?.file.emergencies;
  const found = template !== null && own && Object.hasOwn(own, template) ? own[template] : undefined;
  return found ? { title: found.title, text: found.text } : words.emergency(template);
}

/** What was written by hand; null where it is gone. */
function writtenIn(note: string | null): Text | null {
  // Notes of emergencies are written by `raising` alone.
  return note === null ? null : (JSON.parse(note) as Text);
}

/** A language in which nothing was written has the template's words, or, without one, what was written in the other. */
function filledUp(written: Text, template: Text | null): Text {
  const [zh, en, hant] = [written.zh, written.en, written["zh-Hant"] ?? ""].map((each) => each.trim());
  const chinese = zh || hant;
  const traditional = hant || (zh ? "" : (template?.["zh-Hant"] ?? ""));
  return {
    zh: chinese || template?.zh || en || "",
    en: en || template?.en || chinese || "",
    ...(traditional && { "zh-Hant": traditional }),
  };
}
