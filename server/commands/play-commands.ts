/**
 * Proof of play. Screens tell it in batches, some of them after days without the hub; of many turns an hour becomes one
 * row, so that a wall costs the queue's commits next to nothing.
 */
import { refuse } from "../../shared/domain/refusal.ts";
import type { Millis } from "../../shared/domain/vocabulary.ts";
import type { PlaysTaken } from "../../shared/wire/lobby-requests.ts";
import type { PlayReport } from "../../shared/wire/plays.ts";
import type { ZoneClock } from "../domain/calendar.ts";
import type { Context } from "./context.ts";
import type { PlayRow } from "./lobby-ports.ts";
import type { Task, Work } from "./ports.ts";

const DAY_MILLIS = 24 * 60 * 60_000;

/**
 * Adds what a screen has shown. Nothing was shown before it was approved, nor after now: an instant up to a day beside
 * that counts as the nearest that can be, one further away is refused. One that is refused takes none of the others
 * along, for its screen could not tell them again. Answers how many were taken, and names those that were not.
 * Refusals: `invalid-request` naming the first play, where all were refused.
 */
export function takePlays(
  { moments }: Pick<Context, "moments">,
  screen: string,
  { plays }: PlayReport,
): Task<PlaysTaken> {
  return (work) => {
    const { zone } = moments.sure(work.state, work.now);
    const hours = new Map<string, PlayRow>();
    const rejected: string[] = [];
    const approvals = new Map<string, Millis | null>();
    for (const [index, { item, version, at, seconds }] of plays.entries()) {
      const key = `${item} ${String(version)}`;
      const approvedAt = approvals.get(key) ?? approvalOf(work, item, version);
      approvals.set(key, approvedAt);
      const begun = playedAt({ at, approvedAt, now: work.now }, `plays.${String(index)}`);
      if (typeof begun !== "number") {
        rejected.push(begun.field);
        continue;
      }
      const hour = hourOf(zone, begun);
      const place = `${String(hour)} ${key}`;
      const row = { hour, screen, item, version, plays: 1, seconds, firstAt: begun, lastAt: begun };
      hours.set(place, together(hours.get(place), row));
    }
    const [first] = rejected;
    if (first !== undefined && rejected.length === plays.length) return refuse("invalid-request", { field: first });
    for (const row of hours.values()) work.tx.plays.add(row);
    return { plays: plays.length - rejected.length, rejected };
  };
}

/** When a version was approved; null for one that never was, or is none. */
function approvalOf({ tx }: Work, item: string, version: number): Millis | null {
  const known = tx.items.version(item, version);
  return known?.verdict === "approved" ? known.decidedAt : null;
}

/** What of a play cannot be. */
interface Wrong {
  readonly field: string;
}

function playedAt(
  { at, approvedAt, now }: { readonly at: string; readonly approvedAt: Millis | null; readonly now: Millis },
  play: string,
): Millis | Wrong {
  if (approvedAt === null) return { field: `${play}.item` };
  const told = /^\d{4}-\d{2}-\d{2}T.*([+-]\d{2}:\d{2}|Z)$/.test(at) ? Date.parse(at) : Number.NaN;
  const isPlausible = told >= approvedAt - DAY_MILLIS && told <= now + DAY_MILLIS;
  return isPlausible ? Math.min(now, Math.max(approvedAt, told)) : { field: `${play}.at` };
}

/** The beginning of the local hour. */
function hourOf(zone: ZoneClock, at: Millis): Millis {
  const [, minutes = "0", seconds = "0", millis = "0"] = /T\d\d:(\d\d):(\d\d)\.(\d{3})/.exec(zone.iso(at)) ?? [];
  return at - (Number(minutes) * 60 + Number(seconds)) * 1000 - Number(millis);
}

function together(before: PlayRow | undefined, row: PlayRow): PlayRow {
  if (!before) return row;
  return {
    ...before,
    plays: before.plays + row.plays,
    seconds: before.seconds + row.seconds,
    firstAt: Math.min(before.firstAt, row.firstAt),
    lastAt: Math.max(before.lastAt, row.lastAt),
  };
}
