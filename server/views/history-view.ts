/** A ticket's event as staff read it: instants in the hall's offset, notes in full, staff by their sign-in name. */
import type { ZoneClock } from "../domain/calendar.ts";
import type { Recorded } from "../domain/events.ts";

export interface HistoryWords {
  readonly user: (id: string) => string;
  readonly note: (id: string) => string | null;
}

type HistoryItem = { readonly seq: number; readonly type: string; readonly at: string } & Readonly<
  Record<string, unknown>
>;

export function historyView(event: Recorded, zone: ZoneClock, words: HistoryWords): HistoryItem {
  const { seq, type, at, by, v: _version, ...rest } = event;
  const {
    note,
    position: _position,
    personId: _person,
    dueAt: _due,
    period,
    takenAt,
    ...shown
  } = { note: null, position: null, personId: null, dueAt: null, period: null, takenAt: null, ...rest };
  return {
    seq,
    type,
    at: zone.iso(at),
    by: by.startsWith("user:") ? words.user(by.slice("user:".length)) : by,
    ...shown,
    ...(period !== null && { period: zone.iso(period) }),
    ...(takenAt !== null && { takenAt: zone.iso(takenAt) }),
    ...(note !== null && { reason: words.note(note) }),
  };
}
