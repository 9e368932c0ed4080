/** Bookings as the state holds them: those of today and later, and who did not come. Only `evolve` changes them. */
import type { BookingState, Channel, Language, Millis } from "../../shared/domain/vocabulary.ts";
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

/** The bookings with what is asked of them over and over: how many places are taken, and who should be here by now. */
export class BookingBook {
  readonly #all = new Map<string, Booking>();
  /** Places taken, by service and start of the slot. */
  readonly #taken = new Map<string, Map<Millis, number>>();
  readonly #expected = new SortedList<Booking>(byStart);

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
  stillToCome(
    service: string,
    { date, within }: { readonly date: string; readonly within: { readonly from: Millis; readonly to: Millis } | null },
  ): number {
    let count = 0;
    for (const booking of this.#expected) {
      if (booking.date > date) break;
      const isWithin = within === null || (within.from <= booking.start && booking.start < within.to);
      if (booking.service === service && booking.date === date && isWithin) count += 1;
    }
    return count;
  }

  /** Writes a booking, new or changed. */
  put(booking: Booking): void {
    this.remove(booking.id);
    this.#all.set(booking.id, booking);
    this.#count(booking, 1);
    if (booking.state === "booked") this.#expected.insert(booking);
  }

  remove(id: string): void {
    const was = this.#all.get(id);
    if (!was) return;
    this.#all.delete(id);
    this.#count(was, -1);
    if (was.state === "booked") this.#expected.remove(was);
  }

  /** Places taken in slots of a service that begin from here until before there. */
  taken(service: string, { from, to }: { readonly from: Millis; readonly to: Millis }): number {
    let taken = 0;
    for (const [start, count] of this.#taken.get(service) ?? []) if (from <= start && start < to) taken += count;
    return taken;
  }

  #count(booking: Booking, step: 1 | -1): void {
    if (!holdsPlace(booking)) return;
    const starts = this.#taken.get(booking.service) ?? new Map<Millis, number>();
    this.#taken.set(booking.service, starts);
    const count = (starts.get(booking.start) ?? 0) + step;
    if (count === 0) starts.delete(booking.start);
    else starts.set(booking.start, count);
  }
}

/** Whether nobody else can have its place. */
export function holdsPlace({ state, isLate }: Booking): boolean {
  return state === "booked" || (state === "checked-in" && !isLate);
}
