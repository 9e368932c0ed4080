/** The bookings made on this phone, so that `/m/` leads back to them until their day is over. */
import { recall, remember } from "../shared/ui/memory.ts";
import type { Booking } from "../shared/wire/booking.ts";

export type KeptBooking = Pick<Booking, "token" | "start">;

const name = "lundao.bookings";
const most = 5;

/** Bookings kept of a date and later, the next first. */
export function keptBookings(date: string): KeptBooking[] {
  return read().filter(({ start }) => start.slice(0, 10) >= date);
}

/** Keeps one, or its new time. */
export function keepBooking({ token, start }: KeptBooking): void {
  const others = read().filter((kept) => kept.token !== token);
  const all = [...others, { token, start }].sort((a, b) => (a.start < b.start ? -1 : 1));
  remember(name, JSON.stringify(all.slice(-most)));
}

/** Once it is given up, nothing leads back to it. */
export function dropBooking(token: string): void {
  const kept = read();
  if (kept.some((each) => each.token === token))
    remember(name, JSON.stringify(kept.filter((each) => each.token !== token)));
}

function read(): KeptBooking[] {
  try {
    const value: unknown = JSON.parse(recall(name) ?? "[]");
    return Array.isArray(value) ? value.filter(isKept) : [];
  } catch {
    return [];
  }
}

/** Other versions of the page may have written there. */
function isKept(value: unknown): value is KeptBooking {
  if (typeof value !== "object" || value === null) return false;
  // Whatever object it is, its properties are unknown.
  const { token, start } = value as Record<string, unknown>;
  return typeof token === "string" && typeof start === "string";
}
