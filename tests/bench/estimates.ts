/** How good the told waiting times are on a recorded queue, beside what others tell. */
import { absolute, compared, type Bench, type Figure, type Report } from "./support/figure.ts";
import {
  peerNames,
  readingNames,
  replay,
  type PeerName,
  type Replayed,
  type Scored,
  type ToldAgain,
} from "./support/replay.ts";
import { plainTable } from "./support/table.ts";
import { readTrace } from "./support/trace.ts";

/** The error beside the best peer's, and how far the share under p50 and p90 may be off, in percent of the cases. */
const ERROR = 0.82;
const OFF = { p50: 5, p90: 4 };
/** Services with fewer cases are told, not judged. */
const CASES_JUDGED = 200;

export const estimates: Bench = {
  name: "estimates",
  about: "told waiting times on a recorded queue, beside the formulas of the peers",
  needsBuild: false,
  run: async ({ trace, learnDays, say }) => {
    if (trace === null) {
      say("skipped: name a record with --trace FILE");
      return [];
    }
    const replayed = replay({ days: await readTrace(trace), learnDays, say });
    if (replayed.scored.length === 0)
      throw new Error(`${trace}: nobody waited and was served after the first ${learnDays} days`);
    return reportOf(replayed);
  },
};

export function reportOf({ scored, again }: Pick<Replayed, "scored" | "again">): Report {
  const peers = Object.fromEntries(
    [...peerNames, ...readingNames].map((name) => [name, errorOf(scored, byPeer(name))]),
  );
  const best = Math.min(...peerNames.map((name) => peers[name] ?? Infinity));
  const own = errorOf(scored, ({ p50 }) => p50);
  const judged = [...servicesOf(scored)].filter(([, cases]) => cases.length >= CASES_JUDGED);
  const figures: Figure[] = [
    compared(
      { what: "mean absolute error, beside the best peer's", unit: "s", bound: { is: "at most", limit: ERROR } },
      [{ hub: own, bare: best }],
    ),
    ...offOf("all", scored),
    ...judged.flatMap(([service, cases]) => offOf(service, cases)),
  ];
  return { figures, lines: linesOf(scored, again), json: jsonOf(scored, again) };
}

/** What `--json` prints. */
function jsonOf(scored: readonly Scored[], again: readonly ToldAgain[]): object {
  const own = ofAll(scored);
  return {
    n: scored.length,
    mae: own.mae,
    cover50: own.cover50,
    cover90: own.cover90,
    peers: Object.fromEntries(peerNames.map((name) => [name, { mae: errorOf(scored, byPeer(name)) }])),
    medianAbsoluteError: own.medianAbsoluteError,
    readings: Object.fromEntries(readingNames.map((name) => [name, { mae: errorOf(scored, byPeer(name)) }])),
    again: { n: again.length, ...ofAll(again) },
    services: Object.fromEntries(
      [...servicesOf(scored)].map(([service, cases]) => [service, { n: cases.length, ...ofAll(cases) }]),
    ),
  };
}

function ofAll(scored: readonly ToldAgain[]) {
  return {
    mae: errorOf(scored, ({ p50 }) => p50),
    medianAbsoluteError: middleErrorOf(scored, ({ p50 }) => p50),
    cover50: shareOf(scored, ({ wait, p50 }) => wait <= p50),
    cover90: shareOf(scored, ({ wait, p90 }) => wait <= p90),
  };
}

function linesOf(scored: readonly Scored[], again: readonly ToldAgain[]): string {
  const row = <T extends ToldAgain>(name: string, cases: readonly T[], told: (one: T) => number): string[] => [
    name,
    String(cases.length),
    errorOf(cases, told).toFixed(1),
    middleErrorOf(cases, told).toFixed(1),
    percent(shareOf(cases, (one) => one.wait <= told(one))),
  ];
  const own = (name: string, cases: readonly ToldAgain[]): string[] => [
    ...row(name, cases, ({ p50 }) => p50),
    percent(shareOf(cases, ({ wait, p90 }) => wait <= p90)),
  ];
  return plainTable([
    ["who tells", "cases", "mean error (s)", "median error (s)", "called by p50", "called by p90"],
    own("this estimator", scored),
    ...[...servicesOf(scored)].map(([service, cases]) => own(`  ${service}`, cases)),
    own("  told anew while waiting", again),
    ...peerNames.map((name) => [...row(name, scored, byPeer(name)), ""]),
    ...readingNames.map((name) => [...row(`(${name})`, scored, byPeer(name)), ""]),
  ]);
}

function offOf(who: string, cases: readonly Scored[]): Figure[] {
  const off = (share: number, aim: number): number[] => [Math.abs(share - aim) * 100];
  const { cover50, cover90 } = ofAll(cases);
  return [
    absolute(
      { what: `${who}: called by p50, off 50 %`, unit: "%", bound: { is: "at most", limit: OFF.p50 } },
      off(cover50, 0.5),
    ),
    absolute(
      { what: `${who}: called by p90, off 90 %`, unit: "%", bound: { is: "at most", limit: OFF.p90 } },
      off(cover90, 0.9),
    ),
  ];
}

function servicesOf(scored: readonly Scored[]): Map<string, Scored[]> {
  const services = new Map<string, Scored[]>();
  for (const one of scored) {
    const cases = services.get(one.service);
    if (cases) cases.push(one);
    else services.set(one.service, [one]);
  }
  return new Map([...services].sort(([, a], [, b]) => b.length - a.length));
}

function byPeer(name: PeerName): (one: Scored) => number {
  return ({ peers }) => peers[name];
}

function errorOf<T extends ToldAgain>(scored: readonly T[], told: (one: T) => number): number {
  return scored.reduce((sum, one) => sum + Math.abs(told(one) - one.wait), 0) / scored.length;
}

function middleErrorOf<T extends ToldAgain>(scored: readonly T[], told: (one: T) => number): number {
  const errors = scored.map((one) => Math.abs(told(one) - one.wait)).sort((a, b) => a - b);
  return errors[Math.floor(errors.length / 2)] ?? 0;
}

function shareOf<T extends ToldAgain>(scored: readonly T[], holds: (one: T) => boolean): number {
  return scored.filter(holds).length / scored.length;
}

function percent(share: number): string {
  return `${(share * 100).toFixed(1)} %`;
}
