/** Rows of a made-up record. */
import type { RecordRow } from "../../../tools/day/record.ts";

/** Somebody served by a clerk, at once. */
export function servedBy(
  server: string | null,
  { start, seconds, service = "AA" }: { start: number; seconds: number; service?: string },
): RecordRow {
  return { date: "2001-05-07", joined: start, service, isPriority: false, wait: 0, served: { start, seconds }, server };
}

/** Somebody who gave up after so many seconds. */
export function leftAfter(wait: number, joined: number, service = "AA"): RecordRow {
  return { date: "2001-05-07", joined, service, isPriority: false, wait, served: null, server: null };
}
