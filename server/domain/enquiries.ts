/** The tally of plain enquiries: how many questions the desk has answered without a number, day by day. */
import type { Millis } from "../../shared/domain/vocabulary.ts";
import type { Actor } from "./events.ts";

/** Two years, so that a year can be held against the one before. */
const DAYS_KEPT = 731;

/** One question answered today. */
export interface Enquiry {
  /** Place of its event. */
  readonly seq: number;
  readonly at: Millis;
  readonly by: Actor;
}

export interface Enquiries {
  /** By business day, oldest first; days without any are left out. */
  readonly days: Map<string, number>;
  /** Those of the present day, in their order. */
  readonly today: Enquiry[];
}

export function noEnquiries(): Enquiries {
  return { days: new Map(), today: [] };
}

/** A new day: what was answered before can be taken back no longer, and days long past are forgotten. */
export function turnEnquiries({ days, today }: Enquiries): void {
  today.length = 0;
  for (const date of [...days.keys()].sort().slice(0, Math.max(0, days.size - DAYS_KEPT))) days.delete(date);
}
