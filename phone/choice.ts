/** What a phone may choose from, and how far the resident has come with it. */
import { isInstant } from "../shared/text/times.ts";
import { decodedPart } from "../shared/ui/address.ts";
import type { HallNow, HallServiceNow } from "../shared/wire/hall.ts";

/** Where in the choice the resident is; read from and written to the address's part after #. */
export interface Choice {
  readonly category: string | null;
  readonly service: string | null;
}

/** Reads `#civil/allowance`; what the hall does not have counts as not chosen. */
export function readChoice(hash: string, hall: HallNow): Choice {
  const [category, service] = hash.replace(/^#/, "").split("/");
  if (!offered(hall).some((each) => each.category === category)) return { category: null, service: null };
  const isOffered = offered(hall).some((each) => each.id === service && each.category === category);
  return { category: category ?? null, service: isOffered ? (service ?? null) : null };
}

/** The services that phones may take. */
export function offered(hall: HallNow): HallServiceNow[] {
  return hall.services.filter(({ hidden }) => !hidden);
}

/** How far a resident has come with a booking: a service, and the start of a slot. */
export interface BookingChoice {
  readonly service: string | null;
  readonly start: string | null;
}

/** Reads `#book/medical/START`; null where nobody is booking. What is no instant counts as not chosen. */
export function readBooking(hash: string): BookingChoice | null {
  const [word, service, start] = hash.replace(/^#/, "").split("/");
  if (word !== "book") return null;
  const instant = start === undefined ? null : decodedPart(start);
  return { service: service ?? null, start: isInstant(instant) ? instant : null };
}

/** The services that phones may book. */
export function bookable(hall: HallNow): HallServiceNow[] {
  return offered(hall).filter((service) => service.bookable === true);
}
