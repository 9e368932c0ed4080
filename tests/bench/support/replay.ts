/**
 * Replays a recorded queue through the hub's own estimator, instant by instant: everybody who waits is told a time when
 * joining, from what was known then, and what came of it is learned when it comes.
 */
import { Estimator } from "../../../server/domain/estimate/estimator.ts";
import type { Estimate } from "../../../server/domain/estimate/picture.ts";
import { median } from "../../../tools/day/statistics.ts";
import { RecordedHall } from "./recorded-hall.ts";
import { RecordedOrder } from "./recorded-order.ts";
import type { TraceDay, TraceRow } from "./trace.ts";

/** One person who waited and was served: what was told by whom, and what came, in seconds. */
export interface Scored {
  readonly day: number;
  readonly service: string;
  readonly wait: number;
  readonly p50: number;
  readonly p90: number;
  readonly peers: Readonly<Record<PeerName, number>>;
}

/** What somebody was told anew while waiting, and how long it still took, in seconds. */
export interface ToldAgain {
  readonly wait: number;
  readonly p50: number;
  readonly p90: number;
}

export const peerNames = ["positionTimesMean", "lastWait", "constantMedian", "fiveMinutesEach"] as const;
/** Other readings of the first: told, but held against nothing. */
export const readingNames = [
  "othersBeforeTimesMean",
  "positionInServiceTimesMean",
  "positionInCallingOrderTimesMean",
] as const;
export type PeerName = (typeof peerNames)[number] | (typeof readingNames)[number];

interface Moment {
  readonly second: number;
  /** What ends goes before what begins within a second. */
  readonly rank: number;
  readonly kind: "service-ended" | "wait-ended" | "service-began" | "joined";
  readonly row: TraceRow;
}

const ranks = { "service-ended": 0, "wait-ended": 1, "service-began": 2, joined: 3 } as const;

export interface Replaying {
  readonly days: readonly TraceDay[];
  /** The first so many days are learned from and not scored. */
  readonly learnDays: number;
  readonly say: (line: string) => void;
}

export interface Replayed {
  readonly scored: readonly Scored[];
  /** Whenever another joined, everybody who waits is told anew. */
  readonly again: readonly ToldAgain[];
  readonly estimator: Estimator;
}

export function replay({ days, learnDays, say }: Replaying): Replayed {
  const order = new RecordedOrder();
  const estimator = new Estimator({ orderOf: order.orderOf });
  const peers = new Peers();
  const skills = new Map<string, Map<string, number>>();
  const services = new Set<string>();
  const scored: Scored[] = [];
  const again: ToldAgain[] = [];
  for (const [index, day] of days.entries()) {
    if (index === learnDays) peers.endLearning();
    for (const { service } of day.rows) services.add(service);
    estimator.startDay(index + 1);
    const hall = new RecordedHall({ skills, services: [...services], order });
    const told = new Map<number, Scored>();
    const anew = new Map<number, { second: number; estimate: Estimate }[]>();
    for (const moment of momentsOf(day)) {
      step({ moment, hall, estimator, peers, order, told, anew });
      const done = moment.kind === "wait-ended" && moment.row.served !== null ? told.get(moment.row.row) : undefined;
      if (done) {
        peers.waited(moment.row.waitSeconds);
        if (index >= learnDays) {
          scored.push({ ...done, day: index });
          for (const { second, estimate } of anew.get(moment.row.row) ?? []) {
            again.push({ wait: moment.second - second, ...estimate });
          }
        }
      }
    }
    for (const { serving, hadWaiters } of hall.clerks.values()) {
      if (serving === null && hadWaiters) estimator.calledAgainAfter(3600);
    }
    order.learn(day);
    for (const { served, service } of day.rows) {
      if (!served || served.clerk === null) continue;
      const known = skills.get(served.clerk) ?? new Map<string, number>();
      skills.set(served.clerk, known.set(service, (known.get(service) ?? 0) + 1));
    }
    say(`${day.date}: ${told.size} waited, ${index < learnDays ? "learned from" : "scored"}`);
  }
  return { scored, again, estimator };
}

interface Step {
  readonly moment: Moment;
  readonly hall: RecordedHall;
  readonly estimator: Estimator;
  readonly peers: Peers;
  readonly order: RecordedOrder;
  readonly told: Map<number, Scored>;
  readonly anew: Map<number, { second: number; estimate: Estimate }[]>;
}

function step({ moment: { kind, row, second }, hall, estimator, peers, order, told, anew }: Step): void {
  const { service, served } = row;
  switch (kind) {
    case "joined": {
      const ticketClass = row.isPriority ? "courtesy" : "normal";
      estimator.joined({ service, class: ticketClass, at: second * 1000 });
      const said = peers.tell({ row, second, hall, order });
      hall.waiting.set(row.row, row);
      const { tickets } = estimator.tell(hall.picture(second), row.row);
      const estimate = tickets.get(String(row.row)) ?? null;
      for (const waiting of hall.waiting.keys()) {
        const other = waiting === row.row ? null : (tickets.get(String(waiting)) ?? null);
        if (other) anew.set(waiting, [...(anew.get(waiting) ?? []), { second, estimate: other }]);
      }
      // The record shows that somebody came for everybody scored; where nobody seems open, the usual wait is told.
      const { p50, p90 } = estimate ?? { p50: said.constantMedian, p90: 4 * said.constantMedian };
      told.set(row.row, { day: 0, service, wait: row.waitSeconds, p50, p90, peers: said });
      return;
    }
    case "wait-ended": {
      hall.waiting.delete(row.row);
      const ended = { ticket: String(row.row), service, at: second * 1000, waitSeconds: row.waitSeconds };
      if (served) {
        estimator.called(ended);
        peers.called(row.waitSeconds);
      } else estimator.left(ended);
      return;
    }
    case "service-began": {
      if (!served) return;
      if (served.clerk === null) {
        hall.unnamed.set(row.row, row);
        return;
      }
      const clerk = hall.clerks.get(served.clerk);
      if (clerk?.hadWaiters && clerk.endedAt !== null && clerk.serving === null) {
        estimator.calledAgainAfter(second - clerk.endedAt);
      }
      hall.clerks.set(served.clerk, { serving: row, endedAt: null, hadWaiters: false });
      return;
    }
    case "service-ended": {
      if (!served) return;
      estimator.served({ service, typicalSeconds: null, clerk: served.clerk, seconds: served.seconds });
      peers.served(served.seconds);
      hall.unnamed.delete(row.row);
      const clerk = served.clerk === null ? undefined : hall.clerks.get(served.clerk);
      if (served.clerk !== null && clerk?.serving === row) {
        hall.clerks.set(served.clerk, { serving: null, endedAt: second, hadWaiters: hall.waiting.size > 0 });
      }
      return;
    }
    default:
      return kind satisfies never;
  }
}

/** Everything of a day in the order in which it became known. */
function momentsOf({ rows }: TraceDay): Moment[] {
  const moments: Moment[] = [];
  const add = (kind: Moment["kind"], second: number, row: TraceRow): void => {
    moments.push({ kind, second, row, rank: ranks[kind] });
  };
  for (const row of rows) {
    if (row.waitSeconds > 0) {
      add("joined", row.joined, row);
      add("wait-ended", row.joined + row.waitSeconds, row);
    }
    if (!row.served) continue;
    add("service-began", row.served.start, row);
    add("service-ended", row.served.start + row.served.seconds, row);
  }
  return moments.sort((a, b) => a.second - b.second || a.rank - b.rank || a.row.row - b.row.row);
}

/** What others tell: the formulas of the peers, with what they may know. */
class Peers {
  #served = { cases: 0, seconds: 0 };
  #lastWait = 0;
  readonly #waits: number[] = [];
  #median: number | null = null;

  served(seconds: number): void {
    this.#served.cases += 1;
    this.#served.seconds += seconds;
  }

  called(waitSeconds: number): void {
    if (waitSeconds > 0) this.#lastWait = waitSeconds;
  }

  waited(seconds: number): void {
    if (this.#median === null) this.#waits.push(seconds);
  }

  endLearning(): void {
    this.#median = this.#waits.length > 0 ? median(this.#waits) : 0;
  }

  /** Before the person has joined. */
  tell({ row, second, hall, order }: { row: TraceRow; second: number; hall: RecordedHall; order: RecordedOrder }) {
    const mean = this.#served.seconds / Math.max(1, this.#served.cases);
    const each = mean / Math.max(1, hall.open(second));
    const before = [...hall.waiting.values()];
    const place = (other: TraceRow): number => other.joined + order.handicapOf(other.service, other.isPriority);
    return {
      positionTimesMean: (before.length + 1) * each,
      lastWait: this.#lastWait,
      constantMedian: this.#median ?? 0,
      fiveMinutesEach: (before.length + 1) * 300,
      othersBeforeTimesMean: before.length * each,
      positionInServiceTimesMean: (before.filter(({ service }) => service === row.service).length + 1) * each,
      positionInCallingOrderTimesMean: (before.filter((other) => place(other) <= place(row)).length + 1) * each,
    };
  }
}
