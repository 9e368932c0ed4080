/** What is kept of bookings beside the journal, in the transaction of their events: one row each, as it stands last. */
import { and, asc, eq, gte, lte, sql } from "drizzle-orm";
import type { Reads } from "../commands/ports.ts";
import type { Booking } from "../domain/booking.ts";
import type { Db } from "./database.ts";
import { bookings } from "./tables.ts";

export function bookingTable(db: Db) {
  return {
    save(booking: Booking): void {
      const { id, date, start } = booking;
      db.insert(bookings)
        .values({ id, date, start, data: JSON.stringify(booking) })
        .onConflictDoUpdate({
          target: bookings.id,
          set: { date: sql`excluded.date`, start: sql`excluded.start`, data: sql`excluded.data` },
        })
        .run();
    },
    find(id: string): Booking | null {
      const row = db.select({ data: bookings.data }).from(bookings).where(eq(bookings.id, id)).get();
      return row ? parse(row.data) : null;
    },
    list({ from, until }: Parameters<Reads["listBookings"]>[0]): Booking[] {
      const rows = db
        .select({ data: bookings.data })
        .from(bookings)
        .where(and(gte(bookings.date, from), lte(bookings.date, until)))
        .orderBy(asc(bookings.start), asc(bookings.id))
        .all();
      return rows.map(({ data }) => parse(data));
    },
  };
}

/** Rows are written by `save` alone, so their shape is known. */
function parse(data: string): Booking {
  return JSON.parse(data) as Booking;
}
