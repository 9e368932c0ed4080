/** Why a service gives no numbers now, and when again: on tiles, in lists, before anybody asks. */
import type { Language } from "../domain/vocabulary.ts";
import type { HallServiceNow } from "../wire/hall.ts";
import { defineWords, say } from "./text.ts";
import { whenComing } from "./times.ts";

const words = defineWords({
  stopped: { zh: "暂停办理[,{at}恢复]", "zh-Hant": "暫停辦理[,{at}恢復]", en: "Suspended[; back at {at}]" },
  stoppedFor: {
    zh: "暂停办理:{reason}[,{at}恢复]",
    "zh-Hant": "暫停辦理:{reason}[,{at}恢復]",
    en: "Suspended: {reason}[; back at {at}]",
  },
  full: { zh: "号已取完[,{at}可取]", "zh-Hant": "號已取完[,{at}可取]", en: "No numbers left[; next {at}]" },
  outside: { zh: "现在不取号[,{at}可取]", "zh-Hant": "現在不取號[,{at}可取]", en: "No numbers now[; next {at}]" },
  keepYourNumber: {
    zh: "{why}。您的号有效,顺序不变",
    "zh-Hant": "{why}。您的號有效,順序不變",
    en: "{why}. Your number and place are kept",
  },
});

type Closed = Pick<HallServiceNow, "closedFor" | "nextOpening" | "stopped">;

/** In a few words, as a tile has room for; null for a service that gives numbers. @param now an instant of the hall's. */
export function closedShort(service: Closed, now: string, language: Language): string | null {
  const { closedFor } = service;
  const at = againAt(service, now, language);
  switch (closedFor) {
    case null:
      return null;
    case "service-closed":
      return say(words.stopped, language, { at });
    case "quota-reached":
      return say(words.full, language, { at });
    case "outside-hours":
      return say(words.outside, language, { at });
    default:
      return closedFor satisfies never;
  }
}

/** The same with the reason for which it was stopped, where one was given. */
export function closedWhy(service: Closed, now: string, language: Language): string | null {
  const { closedFor, stopped } = service;
  const reason = closedFor === "service-closed" ? (stopped?.reason ?? null) : null;
  if (reason === null) return closedShort(service, now, language);
  return say(words.stoppedFor, language, { reason, at: againAt(service, now, language) });
}

/** When it gives numbers again. Of a stop without an end nobody knows: it may be over sooner than tomorrow. */
function againAt({ nextOpening, stopped }: Closed, now: string, language: Language): string | null {
  if (nextOpening === null || (stopped !== null && stopped.until === null)) return null;
  return whenComing(nextOpening, now, language);
}

/** For somebody who waits for a service that is stopped; null while it is not. */
export function stoppedWhileWaiting(service: Closed, now: string, language: Language): string | null {
  const why = service.closedFor === "service-closed" ? closedWhy(service, now, language) : null;
  return why === null ? null : say(words.keepYourNumber, language, { why });
}
