/**
 * Waiting times one can believe: the hall simulated over what is known now, corrected by how such simulations came out
 * before, and kept true within the day. Learns one observation at a time; everything learned goes to JSON and back.
 * Source: domain.md, "Waiting time".
 */
import type { Millis, TicketClass } from "../../../shared/domain/vocabulary.ts";
import { Calibration, type CalibrationState } from "./calibration.ts";
import { Correction, type CorrectionState } from "./correction.ts";
import { describe, FEATURES, logOf, OFFSET_SECONDS, type Rows } from "./features.ts";
import { Learned, type LearnedState, type ServedCase } from "./learned.ts";
import { laneOf } from "./line.ts";
import { hallOrder, type OrderOf } from "./order.ts";
import type { Estimate, Estimates, HallPicture } from "./picture.ts";
import { seeded } from "./random.ts";
import { simulate } from "./simulate.ts";
import { laneKey, Today, type TodayState } from "./today.ts";

/** Futures lived for one picture: as many as the line is short. */
const FUTURES = { least: 32, most: 160, tickets: 12_000 };
/** The median errs most where it follows every case; the ninth decile hears of few that are beyond it. */
const MIDDLE = { share: 0.5, step: 0.012 };
const HIGH = { share: 0.9, step: 0.03 };
/** How many tickets may be remembered as told and not yet called. */
const TOLD_KEPT = 2000;

export interface EstimatorState {
  readonly learned: LearnedState;
  readonly today: TodayState;
  readonly correction: CorrectionState;
  readonly p50: CalibrationState;
  readonly p90: CalibrationState;
}

/** What was told to a ticket at an instant, kept until it is called. */
interface Telling {
  readonly at: Millis;
  readonly features: Float32Array;
  readonly simulated: readonly [p50: number, p90: number];
  readonly told: readonly [p50: number, p90: number];
}

interface Told {
  readonly first: Telling;
  /** When it is to be remembered once more, to learn what becomes of those who have waited already: chosen beforehand,
   * for a moment chosen by what happened would not tell what happens. */
  readonly againAt: Millis | null;
  again: Telling | null;
}

/** Of every so many tickets one is remembered once more, after a part of the median first told. */
const AGAIN = [null, 0.3, null, 0.6, null, 1, null, 1.6];

export interface Joined {
  readonly service: string;
  readonly class: TicketClass;
  readonly at: Millis;
}

export interface WaitEnded {
  readonly ticket: string;
  readonly service: string;
  readonly at: Millis;
  readonly waitSeconds: number;
}

export class Estimator {
  readonly #learned: Learned;
  #today: Today;
  readonly #correction: Correction;
  readonly #p50: Calibration;
  readonly #p90: Calibration;
  readonly #told = new Map<string, Told>();
  readonly #orderOf: OrderOf;
  /** Tickets remembered so far. */
  #turn = 0;

  constructor({ state, orderOf = hallOrder }: { state?: EstimatorState | undefined; orderOf?: OrderOf } = {}) {
    this.#learned = new Learned(state?.learned);
    this.#today = new Today(state?.today);
    this.#correction = new Correction(state?.correction);
    this.#p50 = new Calibration(MIDDLE, state?.p50);
    this.#p90 = new Calibration(HIGH, state?.p90);
    this.#orderOf = orderOf;
  }

  /** Estimates for everybody in the picture and for a would-be ticket of each service; the same seed, the same answer. */
  tell(picture: HallPicture, seed: number): Estimates {
    const order = this.#orderOf(picture);
    const asked = picture.waiting.length + picture.asked.length;
    const futures = simulate({
      picture,
      order,
      learned: this.#learned,
      random: seeded(seed),
      futures: Math.round(Math.min(FUTURES.most, Math.max(FUTURES.least, FUTURES.tickets / Math.max(1, asked)))),
      joining: this.#joining(picture),
    });
    const rows = describe({ picture, futures, learned: this.#learned, today: this.#today });
    const tickets = new Map<string, Estimate | null>();
    for (const [row, { id, service }] of picture.waiting.entries()) {
      tickets.set(id, this.#estimate(rows, { row, at: picture.at, service: serviceId(picture, service), ticket: id }));
    }
    const services = new Map<string, Estimate | null>();
    for (const [index, service] of picture.asked.entries()) {
      const row = picture.waiting.length + index;
      const id = serviceId(picture, service);
      services.set(id, this.#estimate(rows, { row, at: picture.at, service: id, ticket: null }));
    }
    return { tickets, services };
  }

  /** A new day of the hall begins; what was learned by the last is put to use. */
  startDay(seed: number): void {
    this.#today = new Today();
    this.#told.clear();
    this.#learned.startDay();
    this.#p50.startDay();
    this.#p90.startDay();
    this.#correction.train(seeded(seed));
  }

  joined({ service, class: ticketClass, at }: Joined): void {
    this.#today.joined(at, service, ticketClass);
  }

  /** Somebody's wait ended with a call. */
  called({ ticket, service, at, waitSeconds }: WaitEnded): void {
    this.#learned.waited(service, waitSeconds, false);
    this.#today.called({ at, service, waitSeconds });
    const told = this.#told.get(ticket);
    if (!told) return;
    this.#told.delete(ticket);
    const wait = logOf((at - told.first.at) / 1000);
    this.#p50.learn(service, wait > told.first.told[0]);
    this.#p90.learn(service, wait > told.first.told[1]);
    for (const telling of [told.first, told.again]) {
      if (telling === null) continue;
      const { features, simulated } = telling;
      this.#correction.add({ features, simulated, wait: logOf((at - telling.at) / 1000) });
    }
  }

  /** Somebody's wait ended without a call. */
  left({ ticket, service, waitSeconds }: WaitEnded): void {
    this.#learned.waited(service, waitSeconds, true);
    this.#told.delete(ticket);
  }

  served(served: ServedCase): void {
    this.#learned.served(served);
  }

  /** A counter called again so long after its last service, though somebody had waited for it all the while. */
  calledAgainAfter(seconds: number): void {
    this.#learned.calledAgainAfter(seconds);
  }

  /** What was told can no longer be held against what comes: the clock in between was set. */
  forgetTold(): void {
    this.#told.clear();
  }

  toJSON(): EstimatorState {
    return {
      learned: this.#learned.toJSON(),
      today: this.#today.toJSON(),
      correction: this.#correction.toJSON(),
      p50: this.#p50.toJSON(),
      p90: this.#p90.toJSON(),
    };
  }

  #estimate(
    rows: Rows,
    { row, at, service, ticket }: { row: number; at: Millis; service: string; ticket: string | null },
  ): Estimate | null {
    const simulated = [rows.p50[row] ?? NaN, rows.p90[row] ?? NaN] as const;
    if (Number.isNaN(simulated[0])) return null;
    const [middle, high] = this.#correction.correct(rows.values, row * FEATURES, simulated);
    const p50 = middle + this.#p50.shiftOf(service);
    const p90 = Math.max(p50, high + this.#p90.shiftOf(service));
    if (ticket !== null)
      this.#remember(ticket, at, () => {
        const features = rows.values.slice(row * FEATURES, (row + 1) * FEATURES);
        return { at, features, simulated, told: [p50, p90] };
      });
    return { p50: wholeSeconds(p50), p90: wholeSeconds(p90) };
  }

  #remember(ticket: string, at: Millis, tellingOf: () => Telling): void {
    const told = this.#told.get(ticket);
    if (told) {
      if (told.againAt !== null && told.again === null && at >= told.againAt) told.again = tellingOf();
      return;
    }
    if (this.#told.size >= TOLD_KEPT) return;
    const first = tellingOf();
    const part = AGAIN[this.#turn % AGAIN.length] ?? null;
    this.#turn += 1;
    const againAt = part === null ? null : at + part * wholeSeconds(first.told[0]) * 1000;
    this.#told.set(ticket, { first, againAt, again: null });
  }

  #joining(picture: HallPicture): Float64Array {
    const rates = this.#today.joiningPerSecond(picture.at);
    const joining = new Float64Array(picture.services.length * 4);
    for (const [service, { id }] of picture.services.entries()) {
      for (const [ticketClass, name] of ["statutory", "appointment", "courtesy", "normal"].entries()) {
        joining[laneOf(service, ticketClass)] = rates.get(laneKey(id, name)) ?? 0;
      }
    }
    return joining;
  }
}

function serviceId({ services }: HallPicture, service: number): string {
  return services[service]?.id ?? "";
}

function wholeSeconds(log: number): number {
  return Math.max(0, Math.round(Math.exp(log) - OFFSET_SECONDS));
}
