/**
 * The eight digits by which people name a booking: made from its id, so that nothing of them is stored. Each is worked out
 * once and looked up both ways, since working one out takes longer than all else about a booking.
 */
import type { Booking } from "../domain/booking.ts";
import { dateAfter } from "../domain/calendar.ts";
import type { Recorded } from "../domain/events.ts";
import type { HallState } from "../domain/state.ts";
import type { Follower, Reads } from "./ports.ts";

/** Whoever comes with a booking of so many days ago is told its day; older ones nobody knows. */
export const DAYS_REMEMBERED = 7;
/** So many that are gone may stand in the index before it is looked through. */
const MOST_GONE = 1000;

interface Known {
  readonly reference: string;
  readonly date: string;
}

/** Follows the journal; what a commit that failed has shown it is known too, and found in no state. */
export class BookingReferences implements Follower {
  readonly #byId = new Map<string, Known>();
  readonly #ids = new Map<string, string>();
  /** Those it has seen: a state that was folded anew has others. */
  #bookings: HallState["bookings"] | null = null;
  #sweepAt = MOST_GONE;

  constructor(private readonly referenceOf: (bookingId: string) => string) {}

  of(id: string): string {
    return this.#byId.get(id)?.reference ?? this.referenceOf(id);
  }

  /** The id that goes by a reference, among the bookings of today and later and those of the last days. */
  find(reference: string): string | null {
    return this.#ids.get(reference) ?? null;
  }

  /** An id whose reference none of these has. */
  newId(make: () => string): string {
    for (;;) {
      const id = make();
      if (!this.#ids.has(this.referenceOf(id))) return id;
    }
  }

  prepare(event: Recorded, state: HallState): void {
    if (state.bookings !== this.#bookings) this.#learnAll(state);
    if (event.type === "booking-made" || event.type === "booking-moved") this.#learn([{ ...event, id: event.booking }]);
    if (event.type === "day-opened" || this.#byId.size > this.#sweepAt) this.#sweep(state);
  }

  publish(): void {
    // What it knows goes nowhere.
  }

  discard(): void {
    // What did not happen is in no state, where whoever asks looks it up.
  }

  /** Knows the bookings of a state, and those of the days before it that the state does not hold any more. */
  begin(state: HallState, { listBookings }: Pick<Reads, "listBookings">): void {
    const today = state.day?.date;
    if (today !== undefined)
      this.#learn(listBookings({ from: dateAfter(today, -DAYS_REMEMBERED), until: dateAfter(today, -1) }));
    this.#learnAll(state);
  }

  #learnAll({ bookings }: HallState): void {
    this.#bookings = bookings;
    this.#learn(bookings.all());
  }

  #learn(bookings: Iterable<Pick<Booking, "id" | "date">>): void {
    for (const { id, date } of bookings) {
      const reference = this.of(id);
      this.#byId.set(id, { reference, date });
      this.#ids.set(reference, id);
    }
  }

  /** Forgets those of long ago, and those to come that the state does not hold any more: given up, or never made. */
  #sweep({ bookings, day }: HallState): void {
    const today = day?.date ?? "";
    const first = today && dateAfter(today, -DAYS_REMEMBERED);
    for (const [id, { reference, date }] of this.#byId) {
      const isLately = first <= date && date < today;
      if (isLately || bookings.get(id)) continue;
      this.#byId.delete(id);
      if (this.#ids.get(reference) === id) this.#ids.delete(reference);
    }
    this.#sweepAt = 2 * this.#byId.size + MOST_GONE;
  }
}
