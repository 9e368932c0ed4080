/** What the learned correction looks at beside the simulation, one row of numbers for each ticket asked about. */
import { ticketClasses } from "../../../shared/domain/vocabulary.ts";
import type { Learned } from "./learned.ts";
import type { HallPicture } from "./picture.ts";
import type { Futures } from "./simulate.ts";
import type { Today } from "./today.ts";

export const FEATURES = 25;
/** Added to spans before their logarithm is taken: what a second more is felt as. */
export const OFFSET_SECONDS = 5;

export interface Rows {
  readonly values: Float32Array;
  /** Logarithms of the simulated median and ninth decile; NaN where nobody would call. */
  readonly p50: Float64Array;
  readonly p90: Float64Array;
}

export interface Describing {
  readonly picture: HallPicture;
  readonly futures: Futures;
  readonly learned: Learned;
  readonly today: Today;
}

export function logOf(seconds: number): number {
  return Math.log(OFFSET_SECONDS + Math.max(0, seconds));
}

/** One row for each asked, the waiting tickets first and then each service. */
export function describe({ picture, futures, learned, today }: Describing): Rows {
  const { asked, before } = futures;
  const values = new Float32Array(asked * FEATURES);
  const [p50, p90] = [new Float64Array(asked).fill(NaN), new Float64Array(asked).fill(NaN)];
  const hall = hallFeatures(picture, today);
  const byService = picture.services.map((_, service) => serviceFeatures({ picture, learned, today }, service));
  for (let row = 0; row < asked; row += 1) {
    const sorted = turnsOf(futures, row);
    if (sorted === null) continue;
    const count = sorted.length;
    const at = (share: number): number => logOf(sorted[Math.min(count - 1, Math.floor(share * count))] ?? 0);
    p50[row] = at(0.5);
    p90[row] = at(0.9);
    const ticket = picture.waiting[row];
    const service = ticket?.service ?? picture.asked[row - picture.waiting.length] ?? 0;
    values.set(
      [
        at(0.25),
        at(0.5),
        at(0.75),
        at(0.9),
        Math.log1p(before[row] ?? 0),
        logOf(ticket ? (picture.at - ticket.since) / 1000 : 0),
        ticket ? ticketClasses.indexOf(ticket.class) : ticketClasses.length - 1,
        ...(byService[service] ?? []),
        ...hall,
      ],
      row * FEATURES,
    );
  }
  return { values, p50, p90 };
}

/**
 * The sorted waits of those who stay; of all where hardly any stay. Null where the turn comes in less than half of all
 * futures: that is no promise.
 */
function turnsOf({ futures, waits, called, gone }: Futures, row: number): Float32Array | null {
  const [stayed, went] = [called[row] ?? 0, gone[row] ?? 0];
  if (stayed + went < futures / 2 || stayed + went === 0) return null;
  const from = row * futures;
  if (stayed >= futures / 8) return waits.subarray(from, from + stayed).sort();
  waits.copyWithin(from + stayed, from + futures - went, from + futures);
  return waits.subarray(from, from + stayed + went).sort();
}

function hallFeatures({ at, secondOfDay, counters, waiting }: HallPicture, today: Today): number[] {
  const present = counters.filter(({ backAt }) => backAt === null);
  const inHand = present.map((counter) => counter.inHand).filter((hand) => hand !== null);
  const ages = inHand.map(({ since }) => (since === null ? 0 : (at - since) / 1000));
  const oldest = waiting.reduce((least, { since }) => Math.min(least, since), at);
  const last = today.lastCalls(at, 1)[0];
  return [
    Math.log1p(waiting.length),
    present.length,
    present.length - inHand.length,
    ages.filter((age) => age < 30).length,
    ages.filter((age) => age >= 180).length,
    logOf((at - oldest) / 1000),
    last ? logOf(last.waitSeconds) : -1,
    meanWait(today.lastCalls(at, 3)),
    meanWait(today.lastCalls(at, 10)),
    last ? logOf((at - last.at) / 1000) : -1,
    today.callsSince(at - 300_000),
    Math.log1p(today.joinsSince(at - 900_000)),
    secondOfDay / 3600,
  ];
}

function serviceFeatures({ picture, learned, today }: Omit<Describing, "futures">, service: number): number[] {
  const { at, services, counters, waiting } = picture;
  const { id, typicalSeconds } = services[service] ?? { id: "", typicalSeconds: null };
  const own = waiting.filter((ticket) => ticket.service === service);
  const oldest = own.reduce((least, { since }) => Math.min(least, since), at);
  const free = counters.filter(
    ({ inHand, backAt, tiers }) => inHand === null && backAt === null && tiers.some((tier) => tier.includes(service)),
  );
  return [
    learned.spansOf(id, typicalSeconds).meanLog,
    Math.log1p(own.length),
    logOf((at - oldest) / 1000),
    meanWait(today.lastCalls(at, 5, id)),
    free.length,
  ];
}

function meanWait(calls: readonly { readonly waitSeconds: number }[]): number {
  if (calls.length === 0) return -1;
  return logOf(calls.reduce((sum, { waitSeconds }) => sum + waitSeconds, 0) / calls.length);
}
