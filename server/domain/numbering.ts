/** Numbers people see and hear. Source: domain.md, "Numbers". */
import type { Recorded } from "./events.ts";
import type { HallState } from "./state.ts";

const DIGITS = 3;

/** Prefix and daily sequence, padded to three digits: `A001`; after `A999` comes `A1000`. */
export function ticketNumber(prefix: string, sequence: number): string {
  return prefix + String(sequence).padStart(DIGITS, "0");
}

/** The last number of each prefix that a day's events have given, or that a restored backup was told of. */
export function numbersGiven(events: Iterable<Recorded>): Record<string, number> {
  const given = new Map<string, number>();
  const reaches = (prefix: string, sequence: number): void =>
    void given.set(prefix, Math.max(sequence, given.get(prefix) ?? 0));
  for (const event of events) {
    if (event.type === "ticket-issued") reaches(event.prefix, event.sequence);
    if (event.type === "epoch-begun")
      for (const [prefix, last] of Object.entries(event.sequences)) reaches(prefix, last);
  }
  return Object.fromEntries(given);
}

/** The next number of a prefix: right after the last one given today, whichever way somebody comes to it. */
export function nextNumber(
  { sequences }: Pick<HallState, "sequences">,
  prefix: string,
): { readonly number: string; readonly prefix: string; readonly sequence: number } {
  const sequence = (sequences.get(prefix) ?? 0) + 1;
  return { number: ticketNumber(prefix, sequence), prefix, sequence };
}
