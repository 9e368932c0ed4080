/** What staff read about a ticket. The reason of a priority is for them alone. */
import { lastTwo } from "../../shared/domain/legs.ts";
import type { Language } from "../../shared/domain/vocabulary.ts";
import { panelWords } from "../../shared/text/panel.ts";
import { ticketClasses } from "../../shared/text/states.ts";
import { pick, say } from "../../shared/text/text.ts";
import type { HallNow } from "../../shared/wire/hall.ts";
import type { Leg, Ticket } from "../../shared/wire/ticket.ts";

/** What is needed of the hall to name things. */
export type HallNames = Pick<HallNow, "services" | "reasons" | "counters">;

export function serviceName(hall: HallNames | null, id: string, language: Language): string {
  const service = hall?.services.find((each) => each.id === id);
  return service ? pick(service.name, language) : id;
}

/** 社保卡、医保; null for none. */
export function namesOf(
  legs: readonly Pick<Leg, "service">[],
  hall: HallNames | null,
  language: Language,
): string | null {
  const names = legs.map(({ service }) => serviceName(hall, service, language));
  return names.length === 0 ? null : names.join(language === "en" ? ", " : "、");
}

export function counterLabel(hall: HallNames | null, number: number, language: Language): string {
  const counter = hall?.counters.find((each) => each.number === number);
  return counter ? pick(counter.label, language) : String(number);
}

/** 七十岁以上老人; empty for a ticket without a reason. */
export function reasonName(hall: HallNames | null, ticket: Pick<Ticket, "reason">, language: Language): string {
  const reason = hall?.reasons.find(({ id }) => id === ticket.reason);
  return reason ? pick(reason.name, language) : "";
}

function isPriority(ticket: Pick<Ticket, "class">): boolean {
  return ticket.class === "statutory" || ticket.class === "courtesy";
}

/**
 * 优先,请核验证件 · 七十岁以上老人; 预约; null for a normal ticket. The desk has seen the papers of those it gives a courtesy
 * to; a claim by law is checked where it is served, whoever took the number.
 */
export function classLine(hall: HallNames | null, ticket: Ticket, language: Language): string | null {
  if (ticket.class === "normal") return null;
  if (!isPriority(ticket)) return say(ticketClasses[ticket.class], language);
  const isSeen = ticket.class === "courtesy" && ticket.channel === "desk";
  const words = isSeen ? panelWords.priorityFor : panelWords.checkPapers;
  return say(words, language, { reason: reasonName(hall, ticket, language) });
}

/** The shortest mark of a class for a list: 优先, 预约; empty for normal. */
export function classMark(ticket: Ticket, language: Language): string {
  if (ticket.class === "normal") return "";
  return isPriority(ticket) ? say(panelWords.priority, language) : say(ticketClasses[ticket.class], language);
}

/** The counter that sent it on; null where its present leg did not begin with a transfer. */
export function cameFrom(ticket: Ticket): number | null {
  const { before } = lastTwo(ticket.legs);
  return before?.state === "transferred" ? before.counter : null;
}
