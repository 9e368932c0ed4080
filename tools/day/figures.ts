/** Figures of a day: what became of everybody, and how long they waited. */
import type { RecordRow } from "./record.ts";
import { mean, median, quantile } from "./statistics.ts";

/** What became of somebody. `home`: sent home when the day was over. */
export interface Fate {
  readonly kind: string;
  readonly end: "served" | "left" | "home";
  /** Seconds from joining to the first call; null for whoever was never called. */
  readonly wait: number | null;
}

export interface Figures {
  readonly came: number;
  readonly served: number;
  readonly left: number;
  readonly home: number;
  /** Seconds that those who were served had waited; NaN where nobody was. */
  readonly meanWait: number;
  readonly medianWait: number;
  readonly p90Wait: number;
}

export function figuresOf(fates: readonly Fate[]): Figures {
  const waits = fates.flatMap(({ end, wait }) => (end === "served" && wait !== null ? [wait] : []));
  const count = (end: Fate["end"]): number => fates.filter((fate) => fate.end === end).length;
  return {
    came: fates.length,
    served: count("served"),
    left: count("left"),
    home: count("home"),
    meanWait: mean(waits),
    medianWait: median(waits),
    p90Wait: quantile(waits, 0.9),
  };
}

export function fateInRecord({ service, served, wait }: RecordRow): Fate {
  return { kind: service, end: served ? "served" : "left", wait: served ? wait : null };
}

/** A ticket's history as the hub tells it. */
export interface HistoryItem {
  readonly type: string;
  readonly at: string;
}

/** Reads a ticket's history; the hub's seconds are scaled back to the day's. Null while the ticket is still open. */
export function fateInHub(kind: string, history: readonly HistoryItem[], speed: number): Fate | null {
  const first = (type: string): number | null => {
    const item = history.find((event) => event.type === type);
    return item ? Date.parse(item.at) : null;
  };
  const [issued, called] = [first("ticket-issued"), first("ticket-called")];
  const wait = issued === null || called === null ? null : ((called - issued) / 1000) * speed;
  const ended = history.findLast(({ type }) => type in ends);
  const end = ended && ends[ended.type];
  return end ? { kind, end, wait } : null;
}

const ends: Readonly<Record<string, Fate["end"]>> = {
  "ticket-finished": "served",
  "ticket-left-unfinished": "served",
  "ticket-cancelled": "left",
  "ticket-expired": "home",
};
