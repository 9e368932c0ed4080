/**
 * In which order a hall calls, as the simulation asks for it. The hall's own order restates `calling-order.ts` over the
 * lanes of a simulated line; a record of another place can bring an order of its own.
 * Source: domain.md, "Who is next".
 */
import { APPOINTMENT, COURTESY, laneOf, NORMAL, STATUTORY, type Line } from "./line.ts";
import type { HallPicture } from "./picture.ts";

export interface CallingOrder {
  /** The lane whose first this counter calls next, -1 for nobody; those sent to it by name are seen to already. */
  readonly choose: (line: Line, counter: number, nowSeconds: number) => number;
  /** The place of somebody who joins so many seconds after the picture. */
  readonly placeOf: (joinsSeconds: number, service: number, ticketClass: number) => number;
}

export type OrderOf = (picture: HallPicture) => CallingOrder;

/** Behind every place of a picture. */
const LATER = 1e9;

/** The rules of the hall. What overflows is judged by the first of each lane, who nearly always waits longest in it. */
export const hallOrder: OrderOf = ({ counters, priorityRun, overflowAfter }) => {
  const tiersOf = counters.map(({ tiers }) => tiers.map((services) => Int32Array.from(services)));
  const takesOverflow = counters.map((counter) => counter.takesOverflow);
  const overflow = overflowAfter / 1000;
  /** The earliest of each class among the candidates of a tier. */
  const best = new Int32Array(4);

  const consider = (line: Line, service: number, before: number): void => {
    for (let ticketClass = 0; ticketClass < 4; ticketClass += 1) {
      const lane = laneOf(service, ticketClass);
      const head = line.head[lane] ?? -1;
      if (head < 0 || (line.since[head] ?? 0) >= before) continue;
      const other = best[ticketClass] ?? -1;
      const otherHead = other < 0 ? -1 : (line.head[other] ?? -1);
      if (otherHead < 0 || (line.place[head] ?? 0) < (line.place[otherHead] ?? 0)) best[ticketClass] = lane;
    }
  };

  const choose = (line: Line, counter: number, nowSeconds: number): number => {
    const tiers = tiersOf[counter] ?? [];
    for (let tier = 0; tier < tiers.length; tier += 1) {
      best.fill(-1);
      for (const service of tiers[tier] ?? []) consider(line, service, Infinity);
      if (tier === 0 && takesOverflow[counter]) {
        for (let later = 1; later < tiers.length; later += 1) {
          for (const service of tiers[later] ?? []) consider(line, service, nowSeconds - overflow);
        }
      }
      const chosen = firstByClass((line.run[counter] ?? 0) >= priorityRun);
      if (chosen >= 0) return chosen;
    }
    return -1;
  };

  const firstByClass = (isNormalsTurn: boolean): number => {
    const statutory = best[STATUTORY] ?? -1;
    if (statutory >= 0) return statutory;
    const normal = best[NORMAL] ?? -1;
    if (isNormalsTurn && normal >= 0) return normal;
    const appointment = best[APPOINTMENT] ?? -1;
    if (appointment >= 0) return appointment;
    const courtesy = best[COURTESY] ?? -1;
    return courtesy >= 0 ? courtesy : normal;
  };

  return { choose, placeOf: (joinsSeconds) => LATER + joinsSeconds };
};
