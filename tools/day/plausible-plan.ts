/** A day as a hall might have it, made up from the hall's own file; the same seed makes the same day. */
import type { HallFile } from "../../shared/wire/hall-file.ts";
import type { Arrival, DayPlan, Deed, PlannedCounter, Shift, Stretch } from "./plan.ts";
import { Chance } from "./random.ts";
import { clipped } from "./shifts.ts";

export interface PlausibleDay {
  readonly hall: HallFile;
  readonly weekday: keyof HallFile["hall"]["hours"];
  /** Counters that may be worked at. */
  readonly counters: readonly PlannedCounter[];
  readonly seed: number;
}

/** Of what the counters could do at most; more, and the queues only grow. */
const LOAD = 0.85;
const SERVICE_SPREAD = 0.5;
/** Services of a counter's later tiers bring it so much less. */
const SECOND_CHOICE = 0.15;
const DEFAULT_MINUTES = 8;
const names = ["李敏", "王芳", "张伟", "刘洋", "陈静", "杨帆", "赵磊", "黄丽", "周强", "吴娜", "徐杰", "孙燕"];

/** Lays out the whole day. Throws where the hall has no counter for it. */
export function planPlausibleDay({
  hall,
  weekday,
  counters,
  seed,
}: PlausibleDay): DayPlan & { readonly part: Stretch } {
  const chance = new Chance(seed);
  const periods = openingOf(hall, weekday);
  const part = { from: periods[0]?.from ?? 0, to: periods.at(-1)?.to ?? 0 };
  const demand = demandOf(hall, counters, chance);
  if (demand.length === 0) throw new Error("no counter of the hall is free to be worked at");
  return {
    part,
    shifts: counters.map((counter, index) => shiftAt(counter.number, { index, periods, chance })),
    arrivals: arrivalsOf({ hall, periods, part, demand, chance }),
  };
}

/** How often something happens every few seconds, in the hall's seconds to one of ours. */
export function livelySpeed({ arrivals }: DayPlan, { from, to }: Stretch): number {
  const EVENTS_EACH = 3;
  const EVERY_SECONDS = 3;
  const secondsBetween = (to - from) / Math.max(1, arrivals.length * EVENTS_EACH);
  return Math.min(60, Math.max(1, Math.round(secondsBetween / EVERY_SECONDS)));
}

/** Opening periods in seconds; of the first day that has any where this one has none. */
function openingOf({ hall }: HallFile, weekday: PlausibleDay["weekday"]): Stretch[] {
  const days = [hall.hours[weekday], ...Object.values(hall.hours)];
  const periods = days.find((day) => day.length > 0) ?? [["09:00", "17:00"]];
  return periods.map(([from = "09:00", to = "17:00"]) => ({ from: secondsOf(from), to: secondsOf(to) }));
}

function secondsOf(time: string): number {
  const [hours = 0, minutes = 0] = time.split(":").map(Number);
  return hours * 3600 + minutes * 60;
}

interface Demand {
  readonly service: string;
  readonly typicalSeconds: number;
  /** How many come for it an hour. */
  readonly hourly: number;
}

/** What comes is what the counters are there for: each fills its counters' time, some more than others. */
function demandOf({ services }: HallFile, counters: readonly PlannedCounter[], chance: Chance): Demand[] {
  return services
    .filter(({ hidden }) => hidden !== true)
    .map(({ id, typicalMinutes = DEFAULT_MINUTES }) => {
      const shares = counters.map(({ tiers }) => shareOf(tiers, id));
      const hours = shares.reduce((sum, share) => sum + share, 0);
      return {
        service: id,
        typicalSeconds: typicalMinutes * 60,
        hourly: ((LOAD * hours * 60) / typicalMinutes) * chance.between(0.6, 1.3),
      };
    })
    .filter(({ hourly }) => hourly > 0);
}

/** The part of a counter's time that goes to a service. */
function shareOf(tiers: PlannedCounter["tiers"], service: string): number {
  const tier = tiers.findIndex((listed) => listed.includes(service));
  if (tier < 0) return 0;
  const later = tiers.length > 1 ? SECOND_CHOICE : 0;
  return tier === 0 ? (1 - later) / (tiers[0]?.length ?? 1) : later / tiers.slice(1).flat().length;
}

interface Coming {
  readonly hall: HallFile;
  readonly periods: readonly Stretch[];
  readonly part: Stretch;
  readonly demand: readonly Demand[];
  readonly chance: Chance;
}

/** Some stand at the door when it opens; then more come in the middle of the morning and after lunch than between. */
function arrivalsOf(coming: Coming): Arrival[] {
  const { periods, part, demand, chance } = coming;
  const hourly = demand.reduce((sum, { hourly: each }) => sum + each, 0);
  const arrivals: Arrival[] = [];
  for (let early = 0; early < hourly / 6; early += 1)
    arrivals.push(arrivalAt(part.from + chance.between(0, 120), coming));
  const most = 1.5;
  // Thinning: as many as at the busiest moment, of whom some stay at home at quieter ones.
  for (
    let at = part.from + chance.untilNext(3600 / hourly / most);
    at < part.to;
    at += chance.untilNext(3600 / hourly / most)
  ) {
    if (chance.happens(crowd(at, periods) / most)) arrivals.push(arrivalAt(at, coming));
  }
  return arrivals.sort((a, b) => a.at - b.at);
}

/** How much is going on at a time of day; about 1 on average. */
function crowd(at: number, periods: readonly Stretch[]): number {
  const period = periods.find(({ from, to }) => from <= at && at < to);
  if (!period) return 0.2;
  const length = period.to - period.from;
  const fromPeak = (at - period.from - length * 0.35) / (length * 0.3);
  return 0.5 + Math.exp(-fromPeak * fromPeak);
}

function arrivalAt(at: number, { hall, demand, chance }: Coming): Arrival {
  const { service, typicalSeconds } = chance.pick(demand, ({ hourly }) => hourly);
  const serviceSeconds = (): number => Math.max(20, chance.logNormal(typicalSeconds * 0.85, SERVICE_SPREAD));
  return {
    at,
    service,
    kind: service,
    ...priority(hall, chance),
    serviceSeconds: serviceSeconds(),
    leavesAt: chance.happens(0.04) ? at + chance.between(300, 1800) : null,
    does: deed({ service, demand, serviceSeconds, chance }),
  };
}

function priority({ hall }: HallFile, chance: Chance): Pick<Arrival, "class" | "reason"> {
  const { courtesyReasons = [], statutoryReasons = [] } = hall.rules ?? {};
  const one = chance.next();
  if (one < 0.01 && statutoryReasons.length > 0) return { class: "statutory", reason: chance.pick(statutoryReasons) };
  if (one < 0.13 && courtesyReasons.length > 0) return { class: "courtesy", reason: chance.pick(courtesyReasons) };
  return { class: "normal", reason: null };
}

interface Doing {
  readonly service: string;
  readonly demand: readonly Demand[];
  readonly serviceSeconds: () => number;
  readonly chance: Chance;
}

function deed({ service, demand, serviceSeconds, chance }: Doing): Deed {
  const others = demand.filter((other) => other.service !== service);
  const one = chance.next();
  if (one < 0.03) return { what: "no-show", returnsAfter: chance.happens(0.5) ? chance.between(60, 600) : null };
  if (one < 0.06) return { what: "hold", forSeconds: chance.between(240, 900) };
  if (one < 0.1 && others.length > 0) {
    return { what: "transfer", service: chance.pick(others).service, serviceSeconds: serviceSeconds() };
  }
  return { what: "nothing" };
}

/** Most clerks have a break in each period, two of three go to lunch between periods. */
function shiftAt(
  counter: number,
  { index, periods, chance }: { index: number; periods: readonly Stretch[]; chance: Chance },
): Shift {
  const staysOverLunch = index % 3 === 2;
  const first = periods[0]?.from ?? 0;
  const last = periods.at(-1)?.to ?? 0;
  const hours = staysOverLunch ? [{ from: first, to: last }] : periods;
  const works = hours.flatMap((period) => {
    if (!chance.happens(0.7)) return [period];
    const from = chance.between(period.from + 1800, Math.max(period.from + 1800, period.to - 1800));
    const pause = { from, to: from + chance.between(480, 900) };
    return [
      ...clipped([period], { from: 0, to: pause.from }),
      ...clipped([period], { from: pause.to, to: Number.POSITIVE_INFINITY }),
    ];
  });
  return { clerk: names[index] ?? `窗口员${index + 1}`, counter, works };
}
