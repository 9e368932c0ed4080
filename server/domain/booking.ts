/** Bookings as the state holds them: those of today and later, of those given up the last. Only `evolve` changes them. */
import type { BookingState, Channel, Language, Millis } from "../../shared/domain/vocabulary.ts";
import type { Rules } from "./hall.ts";
import { SortedList } from "./sorted-list.ts";

export interface Booking {
  readonly id: string;
  readonly personId: string;
  readonly service: string;
  readonly start: Millis;
  readonly end: Millis;
  /** The local date of its slot. */
  readonly date: string;
  readonly state: BookingState;
  readonly channel: Channel;
  readonly lang: Language;
  readonly madeAt: Millis;
  /** The ticket it became. */
  readonly ticket: string | null;
  /** Checked in after its place had been given up: it takes none any more. */
  readonly isLate: boolean;
}

const byStart = (a: Booking, b: Booking): number => a.start - b.start || (a.id < b.id ? -1 : a.id > b.id ? 1 : 0);

/** So many that were given up are still told of; whoever makes bookings to give them up fills no hall's memory. */
const GIVEN_UP_KNOWN = 500;

/** The slots of a date, or of one span of it. */
interface Slots {
  readonly date: string;
  readonly within: { readonly from: Millis; readonly to: Millis } | null;
}

/** The bookings with what is asked of them over and over: how many places are taken, and who should be here by now. */
export class BookingBook {
  readonly #all = new Map<string, Booking>();
  /** Places taken, by service and date, then by start of the slot. */
  readonly #taken = new Map<string, Map<Millis, number>>();
  readonly #expected = new SortedList<Booking>(byStart);
  /** How many are still to come, by service and date, and by start of the slot: a day has only so many. */
  readonly #expectedOn = new Map<string, Map<Millis, number>>();
  /** Those given up last, in that order. */
  readonly #givenUp = new Set<string>();

  get size(): number {
    return this.#all.size;
  }

  get(id: string): Booking | undefined {
    return this.#all.get(id);
  }

  all(): IterableIterator<Booking> {
    return this.#all.values();
  }

  /** The next of those who are still to come. */
  get firstExpected(): Booking | undefined {
    return this.#expected.first;
  }

  /** Those still to come whose slot began before this instant, earliest first. */
  expectedBefore(at: Millis): Booking[] {
    const found: Booking[] = [];
    for (const booking of this.#expected) {
      if (booking.start >= at) break;
      found.push(booking);
    }
    return found;
  }

  /** How many are still to come to a service on a date, or within one period of it. */
  stillToCome(service: string, { date, within }: Slots): number {
    return sumWithin(this.#expectedOn.get(slotDay(service, date)) ?? NONE_TAKEN, within);
  }

  /** Writes a booking, new or changed. */
  put(booking: Booking): void {
    this.remove(booking.id);
    this.#all.set(booking.id, booking);
    this.#count(booking, 1);
    if (booking.state === "booked") {
      this.#expected.insert(booking);
      this.#expect(booking, 1);
    }
    if (booking.state !== "cancelled") return;
    this.#givenUp.add(booking.id);
    const [earliest] = this.#givenUp;
    if (earliest !== undefined && this.#givenUp.size > GIVEN_UP_KNOWN) this.remove(earliest);
  }

  remove(id: string): void {
    const was = this.#all.get(id);
    if (!was) return;
    this.#all.delete(id);
    this.#givenUp.delete(id);
    this.#count(was, -1);
    if (was.state !== "booked") return;
    this.#expected.remove(was);
    this.#expect(was, -1);
  }

  /** Places taken in the slots of a service on a date, or in those that begin within one span of it. */
  taken(service: string, { date, within }: Slots): number {
    return sumWithin(this.takenOn(service, date), within);
  }

  /** Places taken on a date, by start of the slot. */
  takenOn(service: string, date: string): ReadonlyMap<Millis, number> {
    return this.#taken.get(slotDay(service, date)) ?? NONE_TAKEN;
  }

  #count(booking: Booking, step: 1 | -1): void {
    if (holdsPlace(booking)) count(this.#taken, slotDay(booking.service, booking.date), { start: booking.start, step });
  }

  #expect({ service, date, start }: Booking, step: 1 | -1): void {
    count(this.#expectedOn, slotDay(service, date), { start, step });
  }
}

function sumWithin(starts: ReadonlyMap<Millis, number>, within: Slots["within"]): number {
  let sum = 0;
  for (const [start, counted] of starts)
    if (within === null || (within.from <= start && start < within.to)) sum += counted;
  return sum;
}

/** Leaves nothing of what is counted no more. */
function count(
  counts: Map<string, Map<Millis, number>>,
  key: string,
  { start, step }: { readonly start: Millis; readonly step: 1 | -1 },
): void {
  const starts = counts.get(key) ?? new Map<Millis, number>();
  const counted = (starts.get(start) ?? 0) + step;
  if (counted === 0) starts.delete(start);
  else starts.set(start, counted);
  if (starts.size === 0) counts.delete(key);
  else counts.set(key, starts);
}

const NONE_TAKEN: ReadonlyMap<Millis, number> = new Map();

/** Ids of services hold no blank. */
function slotDay(service: string, date: string): string {
  return `${service} ${date}`;
}

/** Up to this instant, itself included, somebody booked is in time. Source: domain.md, `lateGraceMinutes`. */
export function inTimeUntil(
  { start }: Pick<Booking, "start">,
  { lateGraceMinutes }: Pick<Rules, "lateGraceMinutes">,
): Millis {
  return start + lateGraceMinutes * 60_000;
}

/** Whether nobody else can have its place. */
export function holdsPlace({ state, isLate }: Booking): boolean {
  return state === "booked" || (state === "checked-in" && !isLate);
}
