/** Proof of play summed up: one row for each item on each screen. Pure. */
import type { Play } from "../../shared/wire/plays.ts";

export interface PlayRow {
  readonly item: string;
  readonly screen: string;
  readonly screenName: string;
  readonly title: Play["title"];
  /** The versions that were shown. */
  readonly versions: readonly number[];
  readonly plays: number;
  readonly seconds: number;
  readonly firstAt: string;
  readonly lastAt: string;
}

/** What was shown most stands first; of each item its screens by name. */
export function playRows(plays: readonly Play[]): readonly PlayRow[] {
  const rows = new Map<string, PlayRow>();
  for (const play of plays) {
    const key = `${play.item} ${play.screen}`;
    rows.set(key, added(rows.get(key), play));
  }
  const ofItem = new Map<string, number>();
  for (const { item, plays: count } of rows.values()) ofItem.set(item, (ofItem.get(item) ?? 0) + count);
  return [...rows.values()].sort(
    (one, other) =>
      (ofItem.get(other.item) ?? 0) - (ofItem.get(one.item) ?? 0) ||
      one.item.localeCompare(other.item) ||
      one.screenName.localeCompare(other.screenName),
  );
}

function added(row: PlayRow | undefined, play: Play): PlayRow {
  const { item, screen, screenName, title, version, plays, seconds, firstAt, lastAt } = play;
  if (!row) return { item, screen, screenName, title, versions: [version], plays, seconds, firstAt, lastAt };
  const isNewer = version >= Math.max(...row.versions);
  return {
    ...row,
    // As it was called last.
    title: isNewer ? title : row.title,
    versions: [...new Set([...row.versions, version])].sort((a, b) => a - b),
    plays: row.plays + plays,
    seconds: row.seconds + seconds,
    firstAt: Date.parse(firstAt) < Date.parse(row.firstAt) ? firstAt : row.firstAt,
    lastAt: Date.parse(lastAt) > Date.parse(row.lastAt) ? lastAt : row.lastAt,
  };
}
