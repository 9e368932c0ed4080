/** The services of a record laid over those of the hall that plays it. */
import type { PlannedCounter } from "./plan.ts";

/** A hall's service for part of those who come for a service of the record. */
export interface Share {
  readonly service: string;
  /** The counters for whose sake it was chosen. */
  readonly counters: readonly number[];
}

export interface Mapping {
  /** The counters to work at. */
  readonly counters: readonly number[];
  readonly services: ReadonlyMap<string, readonly Share[]>;
}

export interface ToMap {
  /** The record's services, the most frequent first. */
  readonly kinds: readonly string[];
  readonly counters: readonly PlannedCounter[];
  /** How many counters the record needs. */
  readonly needed: number;
}

/**
 * In the record nearly every clerk served nearly every service; a hall's counters each list a few. So a service of the
 * record becomes as many of the hall's as it takes for every counter in use to list one of them, those that most
 * counters list first; the people are parted among them by the counters of each.
 */
export function mapServices({ kinds, counters, needed }: ToMap): Mapping {
  const unused = new Set(counters.flatMap(({ tiers }) => tiers.flat()));
  const services = new Map<string, readonly Share[]>();
  let inUse: readonly PlannedCounter[] = [];
  kinds.forEach((kind, index) => {
    // Each of the record's other services still wants one of the hall's.
    const allowed = Math.max(1, unused.size - (kinds.length - index - 1));
    const { shares, covered } = cover(
      index === 0 ? { of: counters, atMost: needed } : { of: inUse, atMost: inUse.length },
      unused,
      allowed,
    );
    if (index === 0) inUse = covered;
    for (const { service } of shares) unused.delete(service);
    services.set(kind, shares.length > 0 ? shares : (services.get(kinds[0] ?? "") ?? []));
  });
  return { counters: inUse.map(({ number }) => number), services };
}

interface Wanted {
  readonly of: readonly PlannedCounter[];
  /** So many counters are enough. */
  readonly atMost: number;
}

/** Takes the service that most counters list, then the one that most of the others list, and so on. */
function cover(
  { of, atMost }: Wanted,
  unused: ReadonlySet<string>,
  allowed: number,
): { shares: Share[]; covered: PlannedCounter[] } {
  const shares: Share[] = [];
  const covered: PlannedCounter[] = [];
  while (covered.length < atMost && shares.length < allowed) {
    const rest = of.filter((counter) => !covered.includes(counter));
    const [best] = [...unused]
      .map((service) => ({ service, counters: listing(rest, service) }))
      .filter(({ counters }) => counters.length > 0)
      .sort((a, b) => b.counters.length - a.counters.length || rankSum(a) - rankSum(b));
    if (!best) break;
    const brought = best.counters.slice(0, atMost - covered.length);
    covered.push(...brought);
    shares.push({ service: best.service, counters: brought.map(({ number }) => number) });
  }
  return { shares, covered };
}

/** Counters that list a service, those that have it in an earlier tier first. */
function listing(counters: readonly PlannedCounter[], service: string): PlannedCounter[] {
  return counters.filter((counter) => rank(counter, service) >= 0).sort((a, b) => rank(a, service) - rank(b, service));
}

function rank({ tiers }: PlannedCounter, service: string): number {
  return tiers.findIndex((tier) => tier.includes(service));
}

function rankSum({ service, counters }: { service: string; counters: readonly PlannedCounter[] }): number {
  return counters.reduce((sum, counter) => sum + rank(counter, service), 0);
}

/**
 * Parts people among services. Whoever the record shows at a clerk goes to a service of that clerk's counter, so that
 * each clerk has the work that the record shows; the others by the counters at work for each service, the next one
 * always to the service furthest behind.
 */
export class Parting {
  readonly #given = new Map<string, number>();

  constructor(private readonly shares: readonly Share[]) {}

  /** The service for the sake of this counter; null where there is none. */
  at(counter: number): string | null {
    const service = this.shares.find(({ counters }) => counters.includes(counter))?.service ?? null;
    if (service !== null) this.#given.set(service, (this.#given.get(service) ?? 0) + 1);
    return service;
  }

  /** The next one's service; where no counter is at work, as if all were. Throws where there is no service at all. */
  next(isAtWork: (counter: number) => boolean): string {
    const manned = this.shares.filter(({ counters }) => counters.some(isAtWork));
    const load = ({ service, counters }: Share): number =>
      ((this.#given.get(service) ?? 0) + 1) / Math.max(1, counters.filter(isAtWork).length);
    const [behind] = (manned.length > 0 ? manned : [...this.shares]).sort((a, b) => load(a) - load(b));
    if (!behind) throw new Error("there is no service to part people among");
    this.#given.set(behind.service, (this.#given.get(behind.service) ?? 0) + 1);
    return behind.service;
  }
}
