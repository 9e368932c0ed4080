/** Numbers people see and hear. Source: domain.md, "Numbers". */
import type { Recorded } from "./events.ts";
import type { HallState } from "./state.ts";
import type { Today } from "./today.ts";

const DIGITS = 3;

/** Prefix and daily sequence, padded to three digits: `A001`; after `A999` comes `A1000`. */
export function ticketNumber(prefix: string, sequence: number): string {
  return prefix + String(sequence).padStart(DIGITS, "0");
}

/** What was given on a date: the last number of each prefix, and all of the printed block's, which come in any order. */
export interface NumbersGiven {
  readonly given: Readonly<Record<string, number>>;
  readonly paper: Readonly<Record<string, readonly number[]>>;
}

/** The numbers that a day's events have given, or that a restored backup was told of. */
export function numbersGiven(events: Iterable<Recorded>): NumbersGiven {
  const given = new Map<string, number>();
  const reaches = (prefix: string, sequence: number): void =>
    void given.set(prefix, Math.max(sequence, given.get(prefix) ?? 0));
  const paper = new Map<string, number[]>();
  for (const event of events) {
    if (event.type === "ticket-issued" && event.channel === "paper")
      paper.set(event.prefix, [...(paper.get(event.prefix) ?? []), event.sequence]);
    else if (event.type === "ticket-issued") reaches(event.prefix, event.sequence);
    if (event.type === "epoch-begun")
      for (const [prefix, last] of Object.entries(event.sequences)) reaches(prefix, last);
  }
  return { given: Object.fromEntries(given), paper: Object.fromEntries(paper) };
}

/** Whether somebody holds this number of the printed block: it was entered today, or its prefix was the hub's own before. */
export function isPaperGiven(
  { sequences, today }: Pick<HallState, "sequences" | "today">,
  prefix: string,
  sequence: number,
): boolean {
  return sequence <= (sequences.get(prefix) ?? 0) || today.paper.get(prefix)?.has(sequence) === true;
}

/** Writes down a number of the printed block. */
export function countPaper({ paper }: Pick<Today, "paper">, prefix: string, sequence: number): void {
  paper.set(prefix, (paper.get(prefix) ?? new Set()).add(sequence));
}

/** Where the hub gives a prefix whose numbers stood on the printed block today, it goes on behind those. */
export function goBehindPaper({ hall, sequences, today }: Pick<HallState, "hall" | "sequences" | "today">): void {
  for (const { prefix } of hall?.file.services ?? [])
    for (const sequence of today.paper.get(prefix) ?? [])
      sequences.set(prefix, Math.max(sequence, sequences.get(prefix) ?? 0));
}

/** The next number of a prefix: right after the last one given today, whichever way somebody comes to it. */
export function nextNumber(
  { sequences }: Pick<HallState, "sequences">,
  prefix: string,
): { readonly number: string; readonly prefix: string; readonly sequence: number } {
  const sequence = (sequences.get(prefix) ?? 0) + 1;
  return { number: ticketNumber(prefix, sequence), prefix, sequence };
}
