/**
 * A hall in which somebody is called and somebody waits: as it is, and where nothing goes on there now, with a few numbers made up
 * from its own services and counters, so that whoever writes for a screen sees it as residents will. Pure.
 */
import { instantAt, offsetMinutesOf } from "../../shared/text/times.ts";
import type { HallNow } from "../../shared/wire/hall.ts";
import { callsOfToday, type ListedCall, type Picture } from "../lobby/picture.ts";

/** As many calls as most screens have room for. */
const mostCalls = 4;
const betweenCallsMillis = 150_000;
const firstPlace = 12;
/** How many wait for each service, one after the other. */
const counts = [8, 3, 5, 2];
const mostReady = 2;

export interface BusyHall {
  readonly picture: Picture;
  readonly isMadeUp: boolean;
}

/** @param now the hub's time as an instant. */
export function busyHall(hall: HallNow, picture: Picture, now: string): BusyHall {
  const isWaitedIn = Object.values(picture.waiting).some((count) => count > 0);
  const isCalledIn = callsOfToday(picture, now).length > 0;
  if (isWaitedIn && isCalledIn) return { picture, isMadeUp: false };
  const services = hall.services.filter(({ hidden }) => !hidden);
  const waiting = isWaitedIn
    ? picture.waiting
    : Object.fromEntries(services.map(({ id }, index) => [id, counts[index % counts.length] ?? 0]));
  const ready = isWaitedIn
    ? picture.ready
    : services.slice(0, mostReady).map(({ prefix }) => numberOf(prefix, firstPlace + 1));
  const calls = isCalledIn ? picture.calls : madeUpCalls(hall, now);
  const called = new Map(calls.map(({ counter, number }) => [counter, number]));
  const counters = isCalledIn
    ? picture.counters
    : picture.counters.map((each) => {
        const number = called.get(each.counter);
        return number === undefined ? each : { ...each, state: "open" as const, returnAt: null, number };
      });
  return { picture: { ...picture, date: now.slice(0, 10), waiting, ready, calls, counters }, isMadeUp: true };
}

function madeUpCalls({ counters, services }: HallNow, now: string): readonly ListedCall[] {
  const prefixes = new Map(services.map(({ id, prefix }) => [id, prefix]));
  const staffed = counters.flatMap(({ number, label, area, services: [service] }) => {
    const prefix = service === undefined ? undefined : prefixes.get(service);
    return service === undefined || prefix === undefined ? [] : [{ counter: number, label, area, service, prefix }];
  });
  return staffed.slice(0, mostCalls).map(({ prefix, ...where }, index) => ({
    type: "called",
    ...where,
    number: numberOf(prefix, firstPlace - index),
    lang: "zh",
    times: 1,
    at: instantAt(Date.parse(now) - index * betweenCallsMillis, offsetMinutesOf(now) ?? 0),
    seq: mostCalls - index,
  }));
}

function numberOf(prefix: string, place: number): string {
  return `${prefix}${String(place).padStart(3, "0")}`;
}
