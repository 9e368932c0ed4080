/** Who worked when, and at which counter each can work here. */
import type { RecordRow } from "./record.ts";
import type { Shift, Stretch } from "./plan.ts";

/** Without a service for so long, a clerk was away. */
const AWAY_SECONDS = 15 * 60;
/** For less it is not worth taking a counter. */
const WORTH_SECONDS = 15 * 60;

/** A clerk of the record. */
export interface Server {
  readonly name: string;
  readonly works: readonly Stretch[];
  /** How long this clerk served in all. */
  readonly busySeconds: number;
}

/** The record's clerks with the hours it shows them at work, the busiest first. */
export function serversOf(rows: readonly RecordRow[]): Server[] {
  const services = new Map<string, Stretch[]>();
  for (const { server, served } of rows) {
    if (server === null || served === null) continue;
    const own = services.get(server) ?? [];
    services.set(server, own);
    own.push({ from: served.start, to: served.start + served.seconds });
  }
  return [...services]
    .map(([name, served]) => ({
      name,
      works: joined(served),
      busySeconds: served.reduce((sum, { from, to }) => sum + to - from, 0),
    }))
    .sort((a, b) => b.busySeconds - a.busySeconds || (a.name < b.name ? -1 : 1));
}

/** Services as stretches of work, those close to each other as one. */
function joined(services: readonly Stretch[]): Stretch[] {
  const works: Stretch[] = [];
  for (const { from, to } of [...services].sort((a, b) => a.from - b.from)) {
    const last = works.at(-1);
    if (last && from - last.to < AWAY_SECONDS) works[works.length - 1] = { from: last.from, to: Math.max(last.to, to) };
    else works.push({ from, to });
  }
  return works;
}

/** The most clerks between first and last service at the same time: as many counters it takes. */
export function mostAtOnce(servers: readonly Server[]): number {
  const spans = servers.map(spanOf);
  return Math.max(0, ...spans.map(({ from }) => spans.filter((span) => span.from <= from && from < span.to).length));
}

export interface Assignment {
  readonly shifts: readonly Shift[];
  /** Clerks who have to wait for a counter, with when one is free; null: none is. */
  readonly waiting: readonly { readonly clerk: string; readonly until: number | null }[];
}

/** Gives each clerk a counter for the whole day; where there are too few, the busiest come first and the others wait. */
export function assignCounters(servers: readonly Server[], counters: readonly number[]): Assignment {
  const taken = new Map<number, Stretch[]>(counters.map((counter) => [counter, []]));
  const shifts: Shift[] = [];
  const waiting: { clerk: string; until: number | null }[] = [];
  for (const server of servers) {
    const span = spanOf(server);
    const [first] = counters
      .map((counter) => ({ counter, from: freeFrom(taken.get(counter) ?? [], span) }))
      .filter(({ from }) => from === span.from || span.to - from >= WORTH_SECONDS)
      .sort((a, b) => a.from - b.from);
    if (!first) {
      waiting.push({ clerk: server.name, until: null });
      continue;
    }
    if (first.from > span.from) waiting.push({ clerk: server.name, until: first.from });
    taken.get(first.counter)?.push({ from: first.from, to: span.to });
    shifts.push({
      clerk: server.name,
      counter: first.counter,
      works: clipped(server.works, { from: first.from, to: span.to }),
    });
  }
  return { shifts, waiting };
}

/** From when on a counter is free until the end of the span; the span's end where it is not. */
function freeFrom(taken: readonly Stretch[], span: Stretch): number {
  const inTheWay = taken.filter(({ from, to }) => from < span.to && to > span.from);
  return Math.max(span.from, ...inTheWay.map(({ to }) => Math.min(to, span.to)));
}

/** The parts of stretches within another. */
export function clipped(stretches: readonly Stretch[], { from, to }: Stretch): Stretch[] {
  return stretches
    .map((stretch) => ({ from: Math.max(stretch.from, from), to: Math.min(stretch.to, to) }))
    .filter((stretch) => stretch.from < stretch.to);
}

function spanOf({ works }: Server): Stretch {
  return { from: works[0]?.from ?? 0, to: works.at(-1)?.to ?? 0 };
}
