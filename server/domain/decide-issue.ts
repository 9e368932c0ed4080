/** Taking a number. */
import { refuse } from "../../shared/domain/refusal.ts";
import type { Millis } from "../../shared/domain/vocabulary.ts";
import type { IssueTicket } from "./commands.ts";
import type { Decision } from "./decision.ts";
import { stopsNumbers } from "./emergency.ts";
import { mayBeGivenFor } from "./hall.ts";
import { nextNumber } from "./numbering.ts";
import { openTicketOf } from "./one-per-person.ts";
import { joinedAt } from "./position.ts";
import { standingOf } from "./opening.ts";
import type { HallState } from "./state.ts";

/**
 * Issues the next number of the service's prefix. Refusals: `not-found`, `invalid-request`, `not-allowed` (`class`: a priority asked for
 * by a resident's own phone), `phone-limit`, `emergency`; `service-closed`, `outside-hours`, `quota-reached`, each with `nextOpening`.
 */
export function decideIssue(state: HallState, command: IssueTicket, now: Millis): Decision {
  const { hall } = state;
  const service = hall?.services.get(command.service);
  if (!hall || !service) return refuse("not-found", { field: "service" });
  // Stations and guides give a priority, who see whoever asks for it; a phone can be anywhere.
  if (command.by === "resident" && command.class !== "normal") return refuse("not-allowed", { field: "class" });
  if (!mayBeGivenFor(hall, command.class, command.reason)) return refuse("invalid-request", { field: "reason" });
  if (service.hidden && (command.channel === "station" || command.channel === "phone")) return refuse("not-allowed");
  if (command.channel === "phone") {
    if (!hall.rules.phoneTickets) return refuse("not-allowed");
    if (state.openTickets.byPhone(service.id) >= hall.rules.phoneOpenLimit) return refuse("phone-limit");
  }
  if (stopsNumbers(state, command.by)) return refuse("emergency");
  const { channel, anyHour = false } = command;
  const { closedFor, nextOpening, period } = standingOf(state, service, { now, anyHour, channel });
  if (closedFor) return refuse(closedFor, { detail: closedDetail(state, service.id, nextOpening) });
  const other = openTicketOf(state, command);
  if (other) return refuse("already-queued", { detail: { number: other.number } });
  const { number, prefix, sequence } = nextNumber(state, service.prefix);
  // Field by field: V8 builds what is spread into an object one property at a time, and this runs with every number.
  return [
    {
      type: "ticket-issued",
      v: 1,
      at: now,
      by: command.by,
      ticket: command.ticket,
      number,
      prefix,
      sequence,
      service: service.id,
      class: command.class,
      reason: command.reason,
      channel: command.channel,
      lang: command.lang,
      matters: command.matters,
      position: joinedAt(now, state.seq + 1),
      dueAt: null,
      personId: command.personId,
      period,
    },
  ];
}

/** What a refusal tells of when numbers are given again; `until` where a stop has an end, since one without may be over sooner than tomorrow. */
export function closedDetail(
  { today }: HallState,
  service: string,
  nextOpening: Millis | null,
): Record<string, number> {
  const stop = today.stopped.get(service);
  return {
    ...(nextOpening !== null && { nextOpening }),
    ...(nextOpening !== null && stop?.until != null && { until: nextOpening }),
  };
}
