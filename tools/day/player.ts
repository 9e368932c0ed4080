/** Plays a day's plan against a hub, through its public API alone. */
import type { HallNow } from "../../shared/wire/hall.ts";
import { Bell } from "./bell.ts";
import { Clerk } from "./clerk.ts";
import { fateInHub, type Fate, type HistoryItem } from "./figures.ts";
import { codeOf, type Headers, type HubApi } from "./hub-api.ts";
import { Pace } from "./pace.ts";
import { clockTime, type DayPlan, type Shift } from "./plan.ts";
import { pairStation, removeStation, signInClerk } from "./prepare.ts";
import { letResidentsCome } from "./residents.ts";
import type { Stage } from "./stage.ts";
import { Visits, type Visit } from "./visits.ts";

export interface Play {
  readonly api: HubApi;
  readonly manager: Headers;
  readonly plan: DayPlan;
  readonly speed: number;
  /** Seconds after midnight at which the day begins. */
  readonly from: number;
  /** Breaks the day off: what is in hand is finished, the counters close. */
  readonly signal: AbortSignal;
  readonly say: (line: string) => void;
}

export interface Played {
  /** What the hub says of everybody who was given a number. */
  readonly fates: readonly Fate[];
  readonly calledBeforeLeaving: number;
  /** Those who were given no number, by the hub's reason. */
  readonly refused: ReadonlyMap<string, number>;
}

/** Clerks whose shift ends so close to the day's end serve those who still wait, for so long at most. */
const LAST_SECONDS = 30 * 60;
const OVERTIME_SECONDS = 90 * 60;
const TELL_MILLIS = 15_000;
const AT_A_TIME = 8;

/** Plays the plan to its end or until it is broken off, then asks the hub what it has measured. */
export async function playDay({ api, manager, plan, speed, from, signal, say }: Play): Promise<Played> {
  const { rules } = await api.get<HallNow>("/api/hall");
  const clerks = await signInAll(api, manager, plan.shifts);
  const station = await pairStation(api, manager);
  const pace = new Pace(from, speed, signal);
  const stage: Stage = { api, pace, bell: new Bell(), visits: new Visits(), rules, manager, station: station.as, say };
  stage.bell.listen(api.base, manager);
  const telling = setInterval(() => say(stateOf(stage)), TELL_MILLIS);
  try {
    const end = Math.max(...plan.shifts.flatMap(({ works }) => works.map(({ to }) => to)));
    const working = plan.shifts.map((shift) => {
      const isLast = (shift.works.at(-1)?.to ?? 0) >= end - LAST_SECONDS;
      const staysUntil = isLast ? end + OVERTIME_SECONDS : 0;
      return new Clerk(stage, { shift, as: clerks.get(shift.clerk) ?? {}, staysUntil }).work();
    });
    await Promise.all([letResidentsCome(stage, plan.arrivals), ...working]);
    const { visits } = stage;
    const home = await sendHome(stage);
    const fates = await inTurns(visits.all, (visit) => fateOf(stage, visit, home));
    return {
      fates: fates.flatMap((fate) => fate ?? []),
      calledBeforeLeaving: visits.calledBeforeLeaving,
      refused: visits.refused,
    };
  } finally {
    clearInterval(telling);
    stage.bell.stop();
    await removeStation(api, manager, station.id);
  }
}

async function signInAll(api: HubApi, manager: Headers, shifts: readonly Shift[]): Promise<Map<string, Headers>> {
  const clerks = new Map<string, Headers>();
  for (const { clerk } of shifts) if (!clerks.has(clerk)) clerks.set(clerk, await signInClerk(api, manager, clerk));
  return clerks;
}

function stateOf({ pace, visits }: Stage): string {
  const came = visits.all.length;
  return `${clockTime(pace.now)}  ${came} have come, ${visits.served} are served, ${visits.left} have left`;
}

/** Those who wait, were missed or are held when the day is over give their numbers up; answers their tickets. */
async function sendHome({ api, manager, visits }: Stage): Promise<ReadonlySet<string>> {
  const home = new Set<string>();
  for (const state of ["waiting", "missed", "held"]) {
    const open = await api.list<{ id: string }>(`/api/tickets?state=${state}`, manager);
    const ours = open.filter(({ id }) => visits.find(id) !== null);
    await inTurns(ours, async ({ id }) => {
      const isOpen = await api.post(`/api/tickets/${id}/cancel`, { as: manager }).then(
        () => true,
        (error: unknown) => {
          if (codeOf(error) === null) throw error;
          return false;
        },
      );
      if (isOpen) home.add(id);
    });
  }
  return home;
}

async function fateOf({ api, manager, pace }: Stage, visit: Visit, home: ReadonlySet<string>): Promise<Fate | null> {
  const { items } = await api.get<{ items: readonly HistoryItem[] }>(`/api/tickets/${visit.id}/history`, manager);
  const fate = fateInHub(visit.arrival.kind, items, pace.speed);
  return fate && home.has(visit.id) ? { ...fate, end: "home" } : fate;
}

/** A few at a time, so that a hub with other work is not flooded; answers in the items' order. */
async function inTurns<A, B>(items: readonly A[], each: (item: A) => Promise<B>): Promise<B[]> {
  const answers: B[] = [];
  for (let from = 0; from < items.length; from += AT_A_TIME) {
    answers.push(...(await Promise.all(items.slice(from, from + AT_A_TIME).map(each))));
  }
  return answers;
}
