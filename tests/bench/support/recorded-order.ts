/**
 * In which order the recorded place called, learned from who overtook whom: each group (service, priority) has a head
 * start in seconds over the instant it joined. The record does not tell its rules, so the hall's own do not fit it.
 */
import type { OrderOf } from "../../../server/domain/estimate/order.ts";
import { CLASSES, COURTESY, laneOf } from "../../../server/domain/estimate/line.ts";
import type { TraceDay, TraceRow } from "./trace.ts";

const STEP = 15;
const FARTHEST = 300;
const PAIRS_KEPT = 20_000;

interface Pair {
  readonly earlier: string;
  readonly later: string;
  readonly gap: number;
  readonly hasOvertaken: boolean;
}

function groupOf(service: string, isPriority: boolean): string {
  return isPriority ? `${service}+` : service;
}

export class RecordedOrder {
  #pairs: Pair[] = [];
  #starts = new Map<string, number>();

  /** Seconds by which a group is put behind (before: negative) others who join at the same instant. */
  handicapOf(service: string, isPriority: boolean): number {
    return this.#starts.get(groupOf(service, isPriority)) ?? 0;
  }

  learn({ rows }: TraceDay): void {
    const waited = rows.filter(({ served, waitSeconds }) => served !== null && waitSeconds > 3);
    for (const [index, earlier] of waited.entries()) {
      for (let next = index + 1; next < waited.length; next += 1) {
        const later = waited[next];
        if (!later || later.joined > earlier.joined + earlier.waitSeconds - 2) break;
        const pair = pairOf(earlier, later);
        if (pair.earlier !== pair.later && pair.gap > 0) this.#pairs.push(pair);
      }
    }
    this.#pairs = this.#pairs.slice(-PAIRS_KEPT);
    this.#fit();
  }

  /** For a picture whose services have these ids. */
  readonly orderOf: OrderOf = (picture) => {
    const { services, counters, secondOfDay } = picture;
    const handicaps = services.flatMap(({ id }) =>
      Array.from({ length: CLASSES }, (_, ticketClass) => this.handicapOf(id, ticketClass === COURTESY)),
    );
    const lanesOf = counters.map(({ tiers }) =>
      Int32Array.from(
        tiers.flat().flatMap((service) => handicaps.slice(0, CLASSES).map((_, at) => laneOf(service, at))),
      ),
    );
    return {
      placeOf: (joins, service, ticketClass) => secondOfDay + joins + (handicaps[laneOf(service, ticketClass)] ?? 0),
      choose: (line, counter) => {
        let chosen = -1;
        let least = Infinity;
        for (const lane of lanesOf[counter] ?? []) {
          const head = line.head[lane] ?? -1;
          if (head < 0 || (line.place[head] ?? 0) >= least) continue;
          chosen = lane;
          least = line.place[head] ?? 0;
        }
        return chosen;
      },
    };
  };

  /** Moves one group after the other to where fewest overtakings contradict it. */
  #fit(): void {
    const groups = [...new Set(this.#pairs.flatMap(({ earlier, later }) => [earlier, later]))];
    const [reference = ""] = groups
      .map((group) => ({ group, count: this.#pairs.filter(({ earlier }) => earlier === group).length }))
      .sort((a, b) => b.count - a.count)
      .map(({ group }) => group);
    for (let round = 0; round < 3; round += 1) {
      for (const group of groups) {
        if (group === reference) continue;
        const own = this.#pairs.filter(({ earlier, later }) => earlier === group || later === group);
        // A group hardly seen is left where it is.
        if (own.length < 30) continue;
        let best = this.#starts.get(group) ?? 0;
        let fewest = this.#contradictions(own, group, best);
        for (let tried = -FARTHEST; tried <= FARTHEST; tried += STEP) {
          const found = this.#contradictions(own, group, tried);
          if (found < fewest) [best, fewest] = [tried, found];
        }
        this.#starts.set(group, best);
      }
    }
  }

  #contradictions(pairs: readonly Pair[], group: string, tried: number): number {
    let count = 0;
    for (const { earlier, later, gap, hasOvertaken } of pairs) {
      const first = earlier === group ? tried : (this.#starts.get(earlier) ?? 0);
      const second = later === group ? tried : (this.#starts.get(later) ?? 0);
      if (first - second > gap !== hasOvertaken) count += 1;
    }
    return count;
  }
}

function pairOf(earlier: TraceRow, later: TraceRow): Pair {
  return {
    earlier: groupOf(earlier.service, earlier.isPriority),
    later: groupOf(later.service, later.isPriority),
    gap: later.joined - earlier.joined,
    hasOvertaken: later.joined + later.waitSeconds < earlier.joined + earlier.waitSeconds,
  };
}
