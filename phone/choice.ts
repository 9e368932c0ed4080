/** What a phone may choose from, and how far the resident has come with it. */
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
