/** Media in the hub's lists: the rows; their bytes are on disk before, and go after. */
import { refuse } from "../../shared/domain/refusal.ts";
import type { MediaRow } from "./lobby-ports.ts";
import type { Task } from "./ports.ts";

const DAY_MILLIS = 24 * 60 * 60_000;
/** For so long a file waits for an item that shows it. */
const UNNAMED_KEPT_DAYS = 30;

/** The same bytes again are the same media, as if it had come just now: whoever sends them has an item in mind. */
export function addMedia(row: Omit<MediaRow, "at">): Task<MediaRow> {
  return ({ tx, now }) => {
    const known = tx.media.bySha256(row.sha256);
    if (known) tx.media.remove(known.id);
    const added = { ...row, ...known, at: now };
    tx.media.insert(added);
    return added;
  };
}

/** Refusals: `not-found`, `still-needed` where any version of an item names it. */
export function removeMedia(id: string): Task<MediaRow> {
  return ({ tx }) => {
    const row = tx.media.find(id);
    if (!row) return refuse("not-found");
    if (tx.media.isNeeded(id)) return refuse("still-needed", { field: "media" });
    tx.media.remove(id);
    return row;
  };
}

/** Takes away what nobody has ever put into an item; answers it. */
export const removeUnnamedMedia: Task<readonly MediaRow[]> = ({ tx, now }) => {
  const rows = tx.media.unnamedBefore(now - UNNAMED_KEPT_DAYS * DAY_MILLIS);
  for (const { id } of rows) tx.media.remove(id);
  return rows;
};
