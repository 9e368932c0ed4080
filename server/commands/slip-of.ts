/** What a ticket's slip says, kept whole with its print job. */
import type { Slip } from "../../shared/wire/print.ts";
import type { Text } from "../../shared/wire/common.ts";
import type { HallCounter } from "../../shared/wire/hall-file.ts";
import { counterLabel, type Hall } from "../domain/hall.ts";
import type { Ticket } from "../domain/ticket.ts";
import { countersFor } from "../views/hall-view.ts";
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
  const { number, ahead, estimate, lang, issuedAt, dueAt } = ticketView(moment, ticket);
  const ofTicket: OfTicket = { number, ahead, estimate, lang, issuedAt, url };
  if (dueAt !== undefined) ofTicket.dueAt = dueAt;
  return joined(
    JSON.stringify(ofTicket),
    fixedPart(hall, ticket.service, countersFor(moment.state, hall, ticket.service)),
  );
}

/** One object of two: the first as JSON, the second without its opening brace. */
function joined(first: string, second: Buffer): Buffer {
  const length = Buffer.byteLength(first);
  const bytes = Buffer.allocUnsafe(length + second.length);
  bytes.write(first);
  bytes.write(",", length - 1);
  second.copy(bytes, length);
  return bytes;
}

/**
 * Most of a slip is the same for every ticket of a service, so it is written out, and encoded, once for a hall file and
 * the counters that may call it. Of each service the last one is kept: counters come and go all day, in ever new sets.
 */
function fixedPart(hall: Hall, service: string, counters: readonly HallCounter[]): Buffer {
  const known = written.get(hall) ?? new Map<string, Written>();
  written.set(hall, known);
  const last = known.get(service);
  if (last && isSame(last.counters, counters)) return last.bytes;
  const bytes = Buffer.from(JSON.stringify(partOfService(hall, service, counters)).slice(1));
  known.set(service, { counters, bytes });
  return bytes;
}

/** Of one hall file the same counter is the same object. */
function isSame(one: readonly HallCounter[], other: readonly HallCounter[]): boolean {
  return one.length === other.length && one.every((counter, index) => counter === other[index]);
}

interface Written {
  readonly counters: readonly HallCounter[];
  readonly bytes: Buffer;
}

const written = new WeakMap<Hall, Map<string, Written>>();

function partOfService({ services, file, rules }: Hall, id: string, counters: readonly HallCounter[]): OfService {
  const service = services.get(id);
  if (!service) throw new Error("a ticket's service is in the hall");
  // Who helps out from another area calls there too, but the queue belongs where the service has its own counters.
  const own = counters.filter(({ tiers }) => tiers[0]?.includes(id));
  const waitingFor = own.length > 0 ? own : counters;
  const areas = file.areas.filter((area) => waitingFor.some((counter) => counter.area === area.id));
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
