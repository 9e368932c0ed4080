/** A day of the record as a plan for the hall that plays it. */
import { mapServices, Parting, type Mapping } from "./mapping.ts";
import type { Arrival, DayPlan, PlannedCounter, Shift, Stretch } from "./plan.ts";
import type { RecordRow } from "./record.ts";
import { assignCounters, clipped, mostAtOnce, serversOf, type Assignment } from "./shifts.ts";
import { median } from "./statistics.ts";

export interface RecordPlan extends DayPlan {
  readonly mapping: Mapping;
  readonly waiting: Assignment["waiting"];
  /** Counters that the record needs at once. */
  readonly needed: number;
  /** The rows that are played. */
  readonly rows: readonly RecordRow[];
}

export interface ToPlan {
  /** Of one day. */
  readonly rows: readonly RecordRow[];
  /** Counters that may be worked at. */
  readonly counters: readonly PlannedCounter[];
  /** The part of the day to play; those who came before it are left out. */
  readonly part: Stretch;
}

/** Lays out a day of the record. Throws where the hall has no counter for it. */
export function planFromRecord({ rows, counters, part }: ToPlan): RecordPlan {
  const played = rows.filter(({ joined }) => part.from <= joined && joined < part.to);
  const servers = serversOf(rows).filter(({ works }) => clipped(works, part).length > 0);
  const needed = mostAtOnce(servers);
  const mapping = mapServices({ kinds: kindsOf(rows), counters, needed });
  if (mapping.counters.length === 0) throw new Error("no counter of the hall is free to be worked at");
  const { shifts, waiting } = assignCounters(servers, mapping.counters);
  const partings = new Map([...mapping.services].map(([kind, shares]) => [kind, new Parting(shares)]));
  const mostFrequent = partings.get(kindsOf(rows)[0] ?? "");
  const typical = typicalSeconds(rows);
  return {
    arrivals: [...played]
      .sort((a, b) => a.joined - b.joined)
      .map((row) => {
        const own = partings.get(row.service);
        const counter = counterOf(shifts, row);
        // Few of a hall's services are left for what the record shows seldom; its clerks served that too.
        const ofClerk = counter === null ? undefined : (own?.at(counter) ?? mostFrequent?.at(counter));
        const service = ofClerk ?? own?.next(atWorkAt(shifts, row.joined)) ?? "";
        return arrivalOf(row, { service, typical: typical(row.service) });
      }),
    shifts: shifts
      .map((shift) => ({ ...shift, works: clipped(shift.works, part) }))
      .filter(({ works }) => works.length > 0),
    mapping,
    waiting,
    needed,
    rows: played,
  };
}

/** Where the clerk sits who served this one in the record; null where nobody did or that clerk has no counter then. */
function counterOf(shifts: readonly Shift[], { server, served }: RecordRow): number | null {
  if (server === null || served === null) return null;
  const shift = shifts.find(
    ({ clerk, works }) => clerk === server && works.some(({ from, to }) => from <= served.start && served.start < to),
  );
  return shift?.counter ?? null;
}

/** Whether somebody works at a counter at this time. */
function atWorkAt(shifts: readonly Shift[], at: number): (counter: number) => boolean {
  const counters = new Set(
    shifts.filter(({ works }) => works.some(({ from, to }) => from <= at && at < to)).map(({ counter }) => counter),
  );
  return (counter) => counters.has(counter);
}

function arrivalOf(row: RecordRow, { service, typical }: { service: string; typical: number }): Arrival {
  return {
    at: row.joined,
    service,
    kind: row.service,
    class: row.isPriority ? "courtesy" : "normal",
    reason: null,
    // One whom the record lets go may be called here before; then the service takes as long as it usually does.
    serviceSeconds: row.served?.seconds ?? typical,
    leavesAt: row.served ? null : row.joined + row.wait,
    does: { what: "nothing" },
  };
}

/** The record's services, the most frequent first. */
function kindsOf(rows: readonly RecordRow[]): string[] {
  const counts = new Map<string, number>();
  for (const { service } of rows) counts.set(service, (counts.get(service) ?? 0) + 1);
  return [...counts].sort(([a, many], [b, more]) => more - many || (a < b ? -1 : 1)).map(([kind]) => kind);
}

function typicalSeconds(rows: readonly RecordRow[]): (service: string) => number {
  const overall = median(rows.flatMap(({ served }) => served?.seconds ?? []));
  return (service) => {
    const own = median(rows.flatMap((row) => (row.service === service && row.served ? [row.served.seconds] : [])));
    return Number.isNaN(own) ? overall : own;
  };
}
