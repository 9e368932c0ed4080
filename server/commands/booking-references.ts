/** The eight digits by which people name a booking: made from its id, so that nothing of them is stored. */
import type { Booking } from "../domain/booking.ts";

/** Two weeks of a large hall; worked out anew beyond that. */
const REMEMBERED = 20_000;

export class BookingReferences {
  readonly #known = new Map<string, string>();

  constructor(private readonly referenceOf: (bookingId: string) => string) {}

  of(id: string): string {
    let reference = this.#known.get(id);
    if (reference === undefined) {
      if (this.#known.size >= REMEMBERED) this.#known.clear();
      reference = this.referenceOf(id);
      this.#known.set(id, reference);
    }
    return reference;
  }

  /** The booking among these that goes by a reference. */
  find(reference: string, bookings: Iterable<Booking>): Booking | null {
    for (const booking of bookings) if (this.of(booking.id) === reference) return booking;
    return null;
  }

  /** An id whose reference none of these has. */
  newId(make: () => string, bookings: Iterable<Booking>): string {
    const taken = new Set<string>();
    for (const { id } of bookings) taken.add(this.of(id));
    for (;;) {
      const id = make();
      if (!taken.has(this.of(id))) return id;
    }
  }
}
