/** What a ticket's slip says, kept whole with its print job. */
import type { Slip } from "../../shared/wire/print.ts";
import type { Text } from "../../shared/wire/common.ts";
import { counterLabel, type Hall } from "../domain/hall.ts";
import type { Ticket } from "../domain/ticket.ts";
import { ticketView, type Moment } from "../views/ticket-view.ts";
import type { Context } from "./context.ts";

type OfService = Pick<
  Slip,
  "hall" | "service" | "counters" | "areas" | "materials" | "footer" | "missRule" | "languages"
>;
type OfTicket = Omit<Slip, keyof OfService>;

/** The bytes of the slip as JSON, a `Slip`. Throws for a service that is not in the hall. */
export function slipOf(
  { publicUrl, tokenOf }: Pick<Context, "publicUrl" | "tokenOf">,
  moment: Moment,
  ticket: Ticket,
): Buffer {
  const { hall } = moment.state;
  if (!hall) throw new Error("a ticket's hall is loaded");
  const url = publicUrl === null || hall.file.ticket?.qr === false ? null : `${publicUrl}/m/t/${tokenOf(ticket.id)}`;
  const { number, ahead, estimate, lang, issuedAt } = ticketView(moment, ticket);
  const ofTicket: OfTicket = { number, ahead, estimate, lang, issuedAt, url };
  const own = Buffer.from(`${JSON.stringify(ofTicket).slice(0, -1)},`);
  return Buffer.concat([own, fixedPart(hall, ticket.service)]);
}

/** Most of a slip is the same for every ticket of a service, so it is written out, and encoded, once a hall file. */
function fixedPart(hall: Hall, service: string): Buffer {
  const known = written.get(hall) ?? new Map<string, Buffer>();
  written.set(hall, known);
  let bytes = known.get(service);
  if (bytes === undefined) {
    bytes = Buffer.from(JSON.stringify(partOfService(hall, service)).slice(1));
    known.set(service, bytes);
  }
  return bytes;
}

const written = new WeakMap<Hall, Map<string, Buffer>>();

function partOfService({ services, file, rules }: Hall, id: string): OfService {
  const service = services.get(id);
  if (!service) throw new Error("a ticket's service is in the hall");
  const counters = file.counters.filter((counter) => counter.tiers[0]?.includes(id));
  const areas = file.areas.filter((area) => counters.some((counter) => counter.area === area.id));
  return {
    hall: file.hall.name,
    service: service.name,
    counters: counters.map(counterLabel),
    areas: areas.map((area): Text => area.name),
    materials: (service.guide?.materials ?? []).map(({ name, original, copies }) => ({
      name,
      original: original ?? false,
      copies: copies ?? 0,
    })),
    footer: file.ticket?.footer ?? null,
    missRule: { behind: rules.requeueBehind, times: rules.requeueTimes, minutes: rules.requeueMinutes },
    languages: file.ticket?.languages ?? file.hall.languages,
  };
}
