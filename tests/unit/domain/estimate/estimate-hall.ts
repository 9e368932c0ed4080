/** Pictures of small halls, as small as a story needs. */
import type {
  Estimate,
  HallPicture,
  PictureCounter,
  PictureTicket,
} from "../../../../server/domain/estimate/picture.ts";

export const NOON = 43_200_000;
const MINUTE = 60_000;

/** A counter at work that serves services 0 and 1 and has had its ticket in hand for a minute. */
export function counter(changes: Partial<PictureCounter> = {}): PictureCounter {
  return {
    clerk: "c1",
    tiers: [[0, 1]],
    takesOverflow: true,
    run: 0,
    inHand: { service: 0, since: NOON - MINUTE },
    idleSince: null,
    backAt: null,
    away: null,
    ...changes,
  };
}

/** As many normal tickets of service 0 as asked for, one after the other. */
export function waiting(count: number, changes: Partial<PictureTicket> = {}): PictureTicket[] {
  return Array.from({ length: count }, (_, index) => ({
    id: `t${index}`,
    service: 0,
    class: "normal",
    place: index,
    since: NOON - (count - index) * 10_000,
    dueAt: null,
    directedTo: null,
    ...changes,
  }));
}

/** Two services of five minutes each, of both of which is asked. */
export function picture(changes: Partial<HallPicture> = {}): HallPicture {
  return {
    at: NOON,
    secondOfDay: NOON / 1000,
    services: [
      { id: "social", typicalSeconds: 300 },
      { id: "medical", typicalSeconds: 300 },
    ],
    counters: [counter()],
    waiting: [],
    bookings: [],
    asked: [0, 1],
    priorityRun: 2,
    overflowAfter: 30 * MINUTE,
    ...changes,
  };
}

/** What is told, where something must be. */
export function toldOf(estimates: ReadonlyMap<string, Estimate | null>, id: string): Estimate {
  const estimate = estimates.get(id);
  if (!estimate) throw new Error(`nothing is told of ${id}`);
  return estimate;
}
