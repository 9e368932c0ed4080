/** The tickets taken on this phone, so that `/m/` leads back to them. Only today's are kept. */
import { recall, remember } from "../shared/ui/memory.ts";
import type { Ticket } from "../shared/wire/ticket.ts";

export interface KeptTicket {
  readonly token: string;
  readonly number: string;
  /** The hall's date, e.g. 2026-11-23. */
  readonly date: string;
}

const name = "lundao.tickets";
const most = 5;

/** Tickets kept of a date, newest first. */
export function keptTickets(date: string): KeptTicket[] {
  return read().filter((kept) => kept.date === date);
}

export function keepTicket(token: string, { number, issuedAt }: Pick<Ticket, "number" | "issuedAt">): void {
  const date = issuedAt.slice(0, 10);
  const others = keptTickets(date).filter((kept) => kept.token !== token);
  remember(name, JSON.stringify([{ token, number, date }, ...others].slice(0, most)));
}

/** Once a visit is over, nothing leads back to it. */
export function dropTicket(token: string): void {
  const kept = read();
  if (kept.some((each) => each.token === token))
    remember(name, JSON.stringify(kept.filter((each) => each.token !== token)));
}

function read(): KeptTicket[] {
  try {
    const value: unknown = JSON.parse(recall(name) ?? "[]");
    return Array.isArray(value) ? value.filter(isKept) : [];
  } catch {
    return [];
  }
}

/** Other versions of the page may have written there. */
function isKept(value: unknown): value is KeptTicket {
  if (typeof value !== "object" || value === null) return false;
  // Whatever object it is, its properties are unknown.
  const { token, number, date } = value as Record<string, unknown>;
  return typeof token === "string" && typeof number === "string" && typeof date === "string";
}
