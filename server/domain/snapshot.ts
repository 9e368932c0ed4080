/**
 * The state at a day's close, written so that the next start need not fold years. Nothing is open then,
 * so a snapshot is small: the hall, its counters, the day and the last numbers given.
 */
import type { HallFile } from "../../shared/wire/hall-file.ts";
import type { Booking } from "./booking.ts";
import { rebuildQueue } from "./evolve-hall.ts";
import { hallFrom } from "./hall.ts";
import { initialState, type HallState } from "./state.ts";
import type { StatutoryLists } from "./statutory-days.ts";
import type { Counter } from "./ticket.ts";
import { keptToday, todayFrom, type TodayKept } from "./today.ts";

interface Snapshot {
  readonly v: 1;
  readonly hall: HallFile | null;
  readonly epoch: string;
  readonly seq: number;
  readonly at: number;
  readonly day: { readonly date: string; readonly isClosed: boolean } | null;
  readonly sequences: readonly (readonly [string, number])[];
  readonly issued: readonly (readonly [string, number])[];
  readonly counters: readonly Counter[];
  /** Not in those of earlier versions. */
  readonly clockDoubt?: HallState["clockDoubt"];
  readonly emergency?: HallState["emergency"];
  /** Absent where it was written before there were bookings. */
  readonly bookings?: readonly Booking[];
  readonly noShows?: readonly (readonly [string, readonly number[]])[];
  /** Absent in snapshots of hubs that knew of neither. */
  readonly calendar?: StatutoryLists;
  readonly today?: TodayKept;
  /** By day; absent where it was written before they were counted. */
  readonly enquiries?: readonly (readonly [string, number])[];
}

/** Only a state without tickets can be written; others are refused loudly. */
export function writeSnapshot(state: HallState): string {
  if (state.tickets.size > 0) throw new Error("a snapshot is taken at a day's close, when no ticket is left");
  return JSON.stringify({
    v: 1,
    hall: state.hall?.file ?? null,
    epoch: state.epoch,
    seq: state.seq,
    at: state.at,
    day: state.day,
    sequences: [...state.sequences],
    issued: [...state.issued],
    counters: [...state.counters.values()],
    clockDoubt: state.clockDoubt,
    emergency: state.emergency,
    bookings: [...state.bookings.all()],
    noShows: [...state.noShows],
    calendar: state.calendar,
    today: keptToday(state.today),
    enquiries: [...state.enquiries.days],
  } satisfies Snapshot);
}

/** What counters written by earlier versions do not say yet. */
const atFirst = { last: null, help: null } satisfies Partial<Counter>;

export function readSnapshot(text: string): HallState {
  // What stands there was written by `writeSnapshot`.
  const snapshot = JSON.parse(text) as Snapshot;
  const state = initialState();
  state.hall = snapshot.hall && hallFrom(snapshot.hall);
  state.epoch = snapshot.epoch;
  state.seq = snapshot.seq;
  state.at = snapshot.at;
  state.day = snapshot.day && { ...snapshot.day };
  if (snapshot.calendar) state.calendar = snapshot.calendar;
  if (snapshot.today) state.today = todayFrom(snapshot.today);
  for (const [prefix, last] of snapshot.sequences) state.sequences.set(prefix, last);
  for (const [service, count] of snapshot.issued) state.issued.set(service, count);
  for (const counter of snapshot.counters) state.counters.set(counter.number, { ...atFirst, ...counter });
  state.clockDoubt = snapshot.clockDoubt ?? null;
  state.emergency = snapshot.emergency ?? null;
  for (const booking of snapshot.bookings ?? []) state.bookings.put({ ...booking });
  for (const [person, missed] of snapshot.noShows ?? []) state.noShows.set(person, missed);
  for (const [date, count] of snapshot.enquiries ?? []) state.enquiries.days.set(date, count);
  rebuildQueue(state);
  return state;
}
