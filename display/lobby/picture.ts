/**
 * What a lobby screen knows, folded from a snapshot and the events after it. Pure: no clock, no DOM.
 * However often the line is lost and resumed, `calls` equals the hub's own list of the day's calls.
 */
import type { LobbyCounter, LobbyEvent, LobbySnapshot } from "../../shared/wire/live.ts";

/** A call as the list holds it: newest first, a number once. `seq` is the journal's. */
export type ListedCall = LobbySnapshot["calls"][number];

export type Picture = Pick<LobbySnapshot, "date" | "calls" | "waiting" | "counters" | "ready">;

/** As many as the hub keeps for screens that come in later. */
const keptCalls = 30;
/** Of 2026-11-25 in an instant. */
const dateLength = 10;

export const blankPicture: Picture = { date: "", calls: [], waiting: {}, counters: [], ready: [] };

export function pictureOf({ date, calls, waiting, counters, ready }: LobbySnapshot): Picture {
  return { date, calls, waiting, counters, ready };
}

/**
 * The calls of the day that is now: a hall that stood empty over night or a weekend has opened no new day yet.
 * @param now the hub's time as an instant; calls carry the same offset.
 */
export function callsOfToday({ calls }: Picture, now: string): readonly ListedCall[] {
  return calls.filter(({ at }) => at.slice(0, dateLength) === now.slice(0, dateLength));
}

/**
 * Whether somebody is still wanted where this call asks to come: the counter has that number in hand. Of a counter that
 * is not known nothing speaks against its call.
 */
export function isWanted({ counters }: Pick<Picture, "counters">, { counter, number }: ListedCall): boolean {
  const own = counters.find((each) => each.counter === counter);
  return own === undefined || own.number === number;
}

/** Whether this call is still to be said: somebody is wanted, and has not come yet. */
export function isAwaited(picture: Pick<Picture, "counters">, call: ListedCall): boolean {
  const hasCome = picture.counters.some(({ counter, serving }) => counter === call.counter && serving === true);
  return isWanted(picture, call) && !hasCome;
}

/** The picture after an event. `seq` is undefined for passing events. Kinds of event this screen does not know change nothing. */
export function fold(picture: Picture, event: LobbyEvent, seq: number | undefined): Picture {
  switch (event.type) {
    case "called": {
      const { waiting, ...call } = event;
      const others = picture.calls.filter(({ number }) => number !== call.number);
      return {
        ...picture,
        calls: [{ ...call, seq: seq ?? 0 }, ...others].slice(0, keptCalls),
        waiting: { ...picture.waiting, [call.service]: waiting },
        counters: holding(picture.counters, call.counter, call.number),
        // Who is ready next comes a moment later; till then nobody is told to get ready who is told to come.
        ready: picture.ready.filter((number) => number !== call.number),
      };
    }
    case "left":
      return {
        ...picture,
        waiting: { ...picture.waiting, [event.service]: event.waiting },
        counters: emptied(picture.counters, event.counter, event.number),
      };
    case "withdrawn":
      return {
        ...picture,
        calls: picture.calls.filter(({ number }) => number !== event.number),
        waiting: { ...picture.waiting, [event.service]: event.waiting },
        counters: holding(picture.counters, event.counter, event.inHand),
      };
    case "waiting":
      return { ...picture, waiting: { ...picture.waiting, [event.service]: event.waiting } };
    case "counter":
      return {
        ...picture,
        waiting: { ...picture.waiting, ...event.counts },
        counters: replaced(picture.counters, event.counter),
      };
    case "ready":
      return { ...picture, ready: event.numbers };
    case "day":
      return { ...picture, date: event.date, calls: [], waiting: {}, ready: [] };
    case "hall":
    case "emergency":
    case "content":
    case "speak":
    case "saying":
      return picture;
    default:
      event satisfies never;
      return picture;
  }
}

function holding(counters: readonly LobbyCounter[], counter: number, number: string | null): readonly LobbyCounter[] {
  return counters.map(({ serving, ...each }) =>
    each.counter === counter ? { ...each, number } : { ...each, ...(serving && { serving }) },
  );
}

function emptied(counters: readonly LobbyCounter[], counter: number, number: string): readonly LobbyCounter[] {
  return counters.map((each) =>
    each.counter === counter && each.number === number ? { ...each, number: null } : each,
  );
}

function replaced(counters: readonly LobbyCounter[], counter: LobbyCounter): readonly LobbyCounter[] {
  const isKnown = counters.some((each) => each.counter === counter.counter);
  if (isKnown) return counters.map((each) => (each.counter === counter.counter ? counter : each));
  return [...counters, counter].sort((one, other) => one.counter - other.counter);
}
