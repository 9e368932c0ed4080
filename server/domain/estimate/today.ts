/** What has happened in the hall in the last minutes: calls, waits and who joined. Of bounded size, begun anew each day. */
import type { Millis } from "../../../shared/domain/vocabulary.ts";

const KEPT = 240;
/** How long ago counts for how many join now. */
const JOIN_MILLIS = 20 * 60_000;

interface Call {
  readonly at: Millis;
  readonly service: string;
  readonly waitSeconds: number;
}

export interface TodayState {
  readonly calls: readonly Call[];
  readonly joins: readonly { at: Millis; lane: string }[];
  readonly beganAt: Millis | null;
}

export class Today {
  #calls: Call[];
  #joins: { at: Millis; lane: string }[];
  #beganAt: Millis | null;

  constructor(state?: TodayState) {
    this.#calls = [...(state?.calls ?? [])];
    this.#joins = [...(state?.joins ?? [])];
    this.#beganAt = state?.beganAt ?? null;
  }

  joined(at: Millis, service: string, ticketClass: string): void {
    this.#beganAt ??= at;
    this.#joins = [...this.#joins, { at, lane: laneKey(service, ticketClass) }].slice(-KEPT);
  }

  called(call: Call): void {
    this.#beganAt ??= call.at;
    this.#calls = [...this.#calls, call].slice(-KEPT);
  }

  /** The last calls before `at`, newest last; of one service where it is named. */
  lastCalls(at: Millis, most: number, service: string | null = null): readonly Call[] {
    const before = this.#calls.filter((call) => call.at <= at && (service === null || call.service === service));
    return before.slice(-most);
  }

  callsSince(from: Millis): number {
    return this.#calls.filter((call) => call.at > from).length;
  }

  joinsSince(from: Millis): number {
    return this.#joins.filter((join) => join.at > from).length;
  }

  /** How many of a service and class join in a second, by the last twenty minutes. */
  joiningPerSecond(at: Millis): ReadonlyMap<string, number> {
    const rates = new Map<string, number>();
    if (this.#beganAt === null) return rates;
    const recent = this.#joins.filter((join) => join.at > at - JOIN_MILLIS);
    // Where more joined than are kept, the first of those kept says how far back they reach.
    const from = recent.length === KEPT ? (recent[0]?.at ?? at) : Math.max(this.#beganAt, at - JOIN_MILLIS);
    const seconds = Math.max(300, (at - from) / 1000);
    // The first of a lane only opens its account: one person at nine o'clock is no queue of twelve an hour.
    for (const { lane } of recent) rates.set(lane, (rates.get(lane) ?? -1 / seconds) + 1 / seconds);
    return rates;
  }

  toJSON(): TodayState {
    return { calls: this.#calls, joins: this.#joins, beganAt: this.#beganAt };
  }
}

export function laneKey(service: string, ticketClass: string): string {
  return `${service}\n${ticketClass}`;
}
