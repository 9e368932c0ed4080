/** A service's guide on a lobby screen: what to bring, what happens, how long it takes, what it costs, where. Pure. */
import type { Language } from "../../shared/domain/vocabulary.ts";
import { contentWords } from "../../shared/text/lobby-content.ts";
import { joinList, materialForm, whichCounters } from "../../shared/text/slip.ts";
import { pick, say } from "../../shared/text/text.ts";
import type { HallNow, HallServiceNow } from "../../shared/wire/hall.ts";
import type { Block } from "./sheet.ts";

/** The services whose guides can be shown: the one named, or all that have one. */
export function guidedServices(hall: HallNow, service: string | undefined): readonly HallServiceNow[] {
  return hall.services.filter(
    ({ id, guide, hidden }) => guide !== undefined && (service === undefined ? !hidden : id === service),
  );
}

export function guideBlocks(service: HallServiceNow, language: Language): readonly Block[] {
  const { guide } = service;
  const { materials = [], steps = [], workingDays, fee, office, where } = guide ?? {};
  const say1 = (words: Parameters<typeof say>[0]) => say(words, language);
  const days = (count: number) => say(contentWords.workingDays, language, { count });
  const row = (text: string, value: string): Block => ({ kind: "row", text, value });
  const place = where
    ? pick(where, language)
    : service.where.length > 0
      ? whichCounters(service.where, language)
      : null;
  return [
    ...(materials.length === 0 ? [] : [{ kind: "heading", text: say1(contentWords.materials) } as const]),
    ...materials.map(({ name, original = false, copies = 0 }): Block => {
      const form = materialForm({ original, copies }, language);
      return { kind: "row", text: pick(name, language), ...(form !== "" && { value: form }) };
    }),
    ...(steps.length === 0 ? [] : [{ kind: "heading", text: say1(contentWords.steps) } as const]),
    ...steps.map(({ name, owner, workingDays: own }, index): Block => {
      const who = [...(owner ? [pick(owner, language)] : []), ...(own === undefined || own === 0 ? [] : [days(own)])];
      const text = say(contentWords.step, language, { place: index + 1, name: pick(name, language) });
      return { kind: "row", text, ...(who.length > 0 && { value: joinList(who, language) }) };
    }),
    ...(workingDays === undefined || workingDays === 0 ? [] : [row(say1(contentWords.timeLimit), days(workingDays))]),
    ...(fee ? [row(say1(contentWords.fee), pick(fee, language))] : []),
    ...(office ? [row(say1(contentWords.office), pick(office, language))] : []),
    ...(place === null ? [] : [row(say1(contentWords.where), place)]),
  ];
}
