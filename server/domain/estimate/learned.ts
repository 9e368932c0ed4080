/**
 * What a hall has learned of its own pace: how long each service takes and at whose hands, how soon a counter calls again,
 * how readily people leave. Little history leans on more: clerk on service, service on hall, hall on the typical minutes
 * of the hall file. Observed one case at a time, bounded in size, forgets slowly.
 */
import { blendTypical, emptyBins, Spans, SpanTable, type SpansState } from "./spans.ts";

/** What a service is taken to need that the hall file says nothing of. */
const UNTOLD_SECONDS = 600;
/** How many cases of its own a service needs to be believed as much as the hall's habit, and a clerk as the service's. */
const SERVICE_TRUST = 10;
const CLERK_TRUST = 25;
const PACE_TRUST = 30;
/** Beyond so many cases a clerk's and the day's pace forget. */
const CLERK_MEMORY = 300;
const PACE_MEMORY = 60;
const CLERKS_KEPT = 400;
const SERVICES_KEPT = 400;

interface ServiceLearned {
  readonly spans: Spans;
  left: number;
  waitedSeconds: number;
}

/** Sum of logarithms of how much longer than expected, over so many cases. */
interface Pace {
  cases: number;
  logs: number;
}

export interface LearnedState {
  readonly services: readonly (SpansState & { id: string; left: number; waitedSeconds: number })[];
  readonly clerks: readonly (Pace & { key: string })[];
  readonly hall: SpansState;
  readonly gaps: SpansState;
  readonly today: Pace;
}

/** A service that ended. */
export interface ServedCase {
  readonly service: string;
  readonly typicalSeconds: number | null;
  readonly clerk: string | null;
  readonly seconds: number;
}

export class Learned {
  readonly #services = new Map<string, ServiceLearned>();
  readonly #clerks = new Map<string, Pace>();
  /** Spans as multiples of the typical time, in units of `UNTOLD_SECONDS`. */
  readonly #hall: Spans;
  readonly #gaps: Spans;
  #today: Pace;
  readonly #tables = new Map<string, SpanTable>();

  constructor(state?: LearnedState) {
    this.#hall = new Spans(state?.hall);
    this.#gaps = new Spans(state?.gaps);
    this.#today = { ...(state?.today ?? { cases: 0, logs: 0 }) };
    for (const { id, bins, left, waitedSeconds } of state?.services ?? []) {
      this.#services.set(id, { spans: new Spans({ bins }), left, waitedSeconds });
    }
    for (const { key, cases, logs } of state?.clerks ?? []) this.#clerks.set(key, { cases, logs });
  }

  served({ service, typicalSeconds, clerk, seconds }: ServedCase): void {
    const length = Math.max(1, seconds);
    const surprise = Math.log(length) - this.spansOf(service, typicalSeconds).meanLog;
    if (clerk !== null) {
      const key = clerkKey(service, clerk);
      const pace = this.#clerks.get(key) ?? { cases: 0, logs: 0 };
      addTo(this.#today, surprise - meanOf(pace, CLERK_TRUST), PACE_MEMORY);
      addTo(pace, surprise, CLERK_MEMORY);
      keepNewest(this.#clerks, key, { value: pace, limit: CLERKS_KEPT });
    } else addTo(this.#today, surprise, PACE_MEMORY);
    this.#serviceOf(service).spans.add(length);
    this.#hall.add((length / (typicalSeconds ?? UNTOLD_SECONDS)) * UNTOLD_SECONDS);
    this.#tables.clear();
  }

  /** A counter called again so long after its last service ended, though somebody had waited for it all the while. */
  calledAgainAfter(seconds: number): void {
    this.#gaps.add(Math.max(1, seconds));
    this.#tables.clear();
  }

  /** Somebody's wait ended, by the call or by leaving. */
  waited(service: string, seconds: number, hasLeft: boolean): void {
    const learned = this.#serviceOf(service);
    learned.waitedSeconds += seconds;
    if (hasLeft) learned.left += 1;
    if (learned.waitedSeconds > 3_000_000) {
      learned.waitedSeconds /= 2;
      learned.left /= 2;
    }
  }

  /** A new day begins at the learned pace. */
  startDay(): void {
    this.#today = { cases: 0, logs: 0 };
  }

  /** How long this service takes at anybody's hands. */
  spansOf(service: string, typicalSeconds: number | null): SpanTable {
    return this.#table(`${service}\n${typicalSeconds ?? ""}`, (bins) => {
      const typical = typicalSeconds ?? UNTOLD_SECONDS;
      const own = this.#services.get(service)?.spans;
      const hallShare = this.#hall.weight / (this.#hall.weight + SERVICE_TRUST);
      blendTypical(bins, SERVICE_TRUST * (1 - hallShare), typical);
      this.#hall.blendInto(bins, SERVICE_TRUST * hallShare, typical / UNTOLD_SECONDS);
      own?.blendInto(bins, own.weight, 1);
    });
  }

  /** From the end of a service to the next call, with somebody waiting. */
  get gaps(): SpanTable {
    return this.#table("", (bins) => {
      blendTypical(bins, 5, 8);
      this.#gaps.blendInto(bins, this.#gaps.weight, 1);
    });
  }

  /** By how much longer this clerk takes than others, today's pace of the hall included. */
  paceOf(service: string, clerk: string | null): number {
    const own = clerk === null ? undefined : this.#clerks.get(clerkKey(service, clerk));
    const logs = meanOf(this.#today, PACE_TRUST) + (own ? meanOf(own, CLERK_TRUST) : 0);
    return Math.exp(Math.min(1.2, Math.max(-1.2, logs)));
  }

  /** The chance of leaving within a second of waiting. */
  leavesPerSecond(service: string): number {
    const learned = this.#services.get(service);
    return (learned?.left ?? 0) / ((learned?.waitedSeconds ?? 0) + 7200);
  }

  toJSON(): LearnedState {
    return {
      services: [...this.#services].map(([id, { spans, left, waitedSeconds }]) => ({
        id,
        ...spans.toJSON(),
        left,
        waitedSeconds,
      })),
      clerks: [...this.#clerks].map(([key, pace]) => ({ key, ...pace })),
      hall: this.#hall.toJSON(),
      gaps: this.#gaps.toJSON(),
      today: this.#today,
    };
  }

  #serviceOf(service: string): ServiceLearned {
    let learned = this.#services.get(service);
    if (!learned) {
      learned = { spans: new Spans(), left: 0, waitedSeconds: 0 };
      keepNewest(this.#services, service, { value: learned, limit: SERVICES_KEPT });
    }
    return learned;
  }

  #table(key: string, fill: (bins: Float64Array) => void): SpanTable {
    let table = this.#tables.get(key);
    if (!table) {
      const bins = emptyBins();
      fill(bins);
      table = new SpanTable(bins);
      this.#tables.set(key, table);
    }
    return table;
  }
}

function clerkKey(service: string, clerk: string): string {
  return `${service}\n${clerk}`;
}

function meanOf({ cases, logs }: Pace, trust: number): number {
  return logs / (cases + trust);
}

function addTo(pace: Pace, surprise: number, memory: number): void {
  const kept = pace.cases >= memory ? 1 - 1 / memory : 1;
  pace.cases = pace.cases * kept + 1;
  pace.logs = pace.logs * kept + surprise;
}

/** Sets the entry as the newest and drops the one set longest ago where there are too many. */
function keepNewest<T>(map: Map<string, T>, key: string, { value, limit }: { value: T; limit: number }): void {
  map.delete(key);
  map.set(key, value);
  if (map.size <= limit) return;
  for (const oldest of map.keys()) {
    map.delete(oldest);
    return;
  }
}
