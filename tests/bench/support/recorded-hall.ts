/**
 * The recorded place at an instant, as far as it was known then: who waits, who serves whom since when, who serves what.
 * The record has no rota: a clerk counts as open while serving or within ten minutes after.
 */
import type { HallPicture, PictureCounter } from "../../../server/domain/estimate/picture.ts";
import type { RecordedOrder } from "./recorded-order.ts";
import type { TraceRow } from "./trace.ts";

const OPEN_SECONDS = 600;
/** A clerk is taken to serve everything until this many cases tell, then what is at least this share of them. */
const SKILL = { cases: 30, share: 0.01 };

interface ClerkNow {
  serving: TraceRow | null;
  endedAt: number | null;
  /** Whether somebody waited when the last service ended. */
  hadWaiters: boolean;
}

export class RecordedHall {
  readonly waiting = new Map<number, TraceRow>();
  readonly clerks = new Map<string, ClerkNow>();
  /** Those who are served by somebody whom the record does not name. */
  readonly unnamed = new Map<number, TraceRow>();
  readonly #skills: ReadonlyMap<string, ReadonlyMap<string, number>>;
  readonly #services: readonly string[];
  readonly #order: RecordedOrder;

  constructor({ skills, services, order }: { skills: Skills; services: readonly string[]; order: RecordedOrder }) {
    this.#skills = skills;
    this.#services = services;
    this.#order = order;
  }

  /** Clerks who serve or have served within ten minutes. */
  open(second: number): number {
    let open = this.unnamed.size;
    for (const clerk of this.clerks.values()) if (isOpen(clerk, second)) open += 1;
    return open;
  }

  picture(second: number): HallPicture {
    const counters: PictureCounter[] = [];
    for (const [name, clerk] of this.clerks) {
      if (!isOpen(clerk, second)) continue;
      const { serving, endedAt } = clerk;
      counters.push(this.#counter({ clerk: name, serving, idleSince: serving === null ? (endedAt ?? second) : null }));
    }
    for (const serving of this.unnamed.values())
      counters.push(this.#counter({ clerk: null, serving, idleSince: null }));
    return {
      at: second * 1000,
      secondOfDay: second,
      services: this.#services.map((id) => ({ id, typicalSeconds: null })),
      counters,
      waiting: [...this.waiting.values()].map((row) => ({
        id: String(row.row),
        service: this.#services.indexOf(row.service),
        class: row.isPriority ? "courtesy" : "normal",
        place: row.joined + this.#order.handicapOf(row.service, row.isPriority),
        since: row.joined * 1000,
        dueAt: null,
        directedTo: null,
      })),
      bookings: [],
      asked: [],
      priorityRun: Infinity,
      overflowAfter: Infinity,
    };
  }

  #counter({
    clerk,
    serving,
    idleSince,
  }: {
    clerk: string | null;
    serving: TraceRow | null;
    idleSince: number | null;
  }) {
    const known = clerk === null ? undefined : this.#skills.get(clerk);
    const cases = known ? [...known.values()].reduce((sum, count) => sum + count, 0) : 0;
    const serves = (service: string): boolean =>
      cases < SKILL.cases || (known?.get(service) ?? 0) >= SKILL.share * cases;
    return {
      clerk,
      tiers: [[...this.#services.keys()].filter((service) => serves(this.#services[service] ?? ""))],
      takesOverflow: false,
      run: 0,
      inHand:
        serving === null
          ? null
          : { service: this.#services.indexOf(serving.service), since: (serving.served?.start ?? 0) * 1000 },
      idleSince: idleSince === null ? null : idleSince * 1000,
      backAt: null,
      away: null,
    };
  }
}

/** How many of each service each clerk has served. */
export type Skills = ReadonlyMap<string, ReadonlyMap<string, number>>;

function isOpen({ serving, endedAt }: ClerkNow, second: number): boolean {
  return serving !== null || (endedAt !== null && second - endedAt < OPEN_SECONDS);
}
