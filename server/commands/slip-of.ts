/** What a ticket's slip says, kept whole with its print job. */
import type { Slip } from "../../shared/wire/print.ts";
import type { Text } from "../../shared/wire/common.ts";
import { aheadOf } from "../domain/ahead.ts";
import { counterLabel } from "../domain/hall.ts";
import type { Ticket } from "../domain/ticket.ts";
import type { Moment } from "../views/ticket-view.ts";
import type { Context } from "./context.ts";

export function slipOf(
  { publicUrl, tokenOf }: Pick<Context, "publicUrl" | "tokenOf">,
  { state, zone, now }: Moment,
  ticket: Ticket,
): Slip {
  const { hall } = state;
  const service = hall?.services.get(ticket.service);
  if (!hall || !service) throw new Error("a ticket's service is in the hall");
  const { file, rules } = hall;
  const counters = file.counters.filter((counter) => counter.tiers[0]?.includes(service.id));
  const areas = file.areas.filter((area) => counters.some((counter) => counter.area === area.id));
  const url = publicUrl === null || file.ticket?.qr === false ? null : `${publicUrl}/m/t/${tokenOf(ticket.id)}`;
  return {
    hall: file.hall.name,
    number: ticket.number,
    service: service.name,
    ahead: aheadOf(state, ticket, now),
    estimate: null,
    counters: counters.map(counterLabel),
    areas: areas.map((area): Text => area.name),
    materials: (service.guide?.materials ?? []).map(({ name, original, copies }) => ({
      name,
      original: original ?? false,
      copies: copies ?? 0,
    })),
    footer: file.ticket?.footer ?? null,
    missRule: { behind: rules.requeueBehind, times: rules.requeueTimes, minutes: rules.requeueMinutes },
    lang: ticket.lang,
    languages: file.ticket?.languages ?? file.hall.languages,
    issuedAt: zone.iso(ticket.issuedAt),
    url,
  };
}
