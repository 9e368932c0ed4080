/**
 * The picture that estimates go by, taken of the hall's state at an instant. Nothing in it changes with the state, so it
 * can go to another thread.
 */
import type { Millis } from "../../../shared/domain/vocabulary.ts";
import { clockOf, dayEnd } from "../calendar.ts";
import { rulesOf, type Hall } from "../hall.ts";
import { presentLeg } from "../lookups.ts";
import { hallPeriods, standingOf } from "../opening.ts";
import { comparePositions } from "../position.ts";
import { ticketInHand, type HallState } from "../state.ts";
import type { Counter } from "../ticket.ts";
import { callsResumeAt } from "../today.ts";
import type { ServiceLines, Waiting } from "../waiting-queue.ts";
import type { HallPicture, PictureBooking, PictureCounter, PictureService, PictureTicket } from "./picture.ts";

/** Of a longer line only the beginning is looked at: nobody is told how many hours they wait behind so many. */
const TICKETS_AT_MOST = 1000;
/** Bookings whose slots begin within this are expected. */
const BOOKINGS_AHEAD = 2 * 60 * 60_000;
const BOOKINGS_AT_MOST = 200;

export interface Looking {
  readonly now: Millis;
  /** Numbers are given at any hour, and periods do not end. */
  readonly anyHour: boolean;
}

/** Null while no hall is loaded. Times that the state lets pass (overflow, slots) are the picture's own affair. */
export function hallPicture(state: HallState, { now, anyHour }: Looking): HallPicture | null {
  const { hall } = state;
  if (!hall) return null;
  const places = new Map(hall.file.services.map(({ id }, index) => [id, index]));
  const atWork = [...state.counters.values()].filter((counter) => isExpected(counter));
  const counters = new Map(atWork.map(({ number }, index) => [number, index]));
  const { entries, cut } = entriesOf(state, hall);
  const rules = rulesOf(state);
  const clock = clockOf(hall.timezone);
  const away = awayOf(state, { now, anyHour });
  const oldest = oldestByService(entries, now);
  return {
    at: now,
    secondOfDay: Math.floor((now - clock.instant(clock.date(now), "00:00")) / 1000),
    services: hall.file.services.map((service): PictureService => ({
      id: service.id,
      typicalSeconds: service.typicalMinutes === undefined ? null : service.typicalMinutes * 60,
    })),
    counters: atWork.map((counter) => pictureOf({ state, counter, places, away, oldest })),
    waiting: entries.flatMap((entry, place): PictureTicket[] => {
      const service = places.get(entry.service);
      const directedTo = entry.directedTo === null ? null : counters.get(entry.directedTo);
      if (service === undefined || directedTo === undefined) return [];
      return [
        { id: entry.ticket, service, class: entry.class, place, since: entry.since, dueAt: entry.dueAt, directedTo },
      ];
    }),
    bookings: bookingsOf(state, places, now),
    asked: hall.file.services.flatMap((service, index) =>
      !cut.has(service.id) && standingOf(state, service, { now, anyHour }).closedFor === null ? [index] : [],
    ),
    priorityRun: rules.priorityRun,
    overflowAfter: rules.overflowMinutes * 60_000,
  };
}

/** Whether a counter calls, or has said when it will. */
function isExpected({ state, returnAt }: Counter): boolean {
  return state === "open" || (state === "paused" && returnAt !== null);
}

/** Those who wait and may be called, in the order of their places; stopped services call nobody. */
function entriesOf({ queue, counters, today }: HallState, { file }: Hall): { entries: Waiting[]; cut: Set<string> } {
  const services = file.services.filter(({ id }) => !today.stopped.has(id));
  const most = queue.size <= TICKETS_AT_MOST ? Infinity : Math.floor(TICKETS_AT_MOST / Math.max(1, services.length));
  const entries: Waiting[] = [];
  const cut = new Set<string>();
  for (const { id } of services) {
    const begin = entries.length;
    for (const lane of lanesOf(queue.lines(id))) {
      for (const entry of lane) {
        if (entries.length - begin >= most) {
          cut.add(id);
          break;
        }
        entries.push(entry);
      }
    }
  }
  for (const { number } of counters.values()) {
    for (const entry of queue.directedTo(number)) if (!today.stopped.has(entry.service)) entries.push(entry);
  }
  entries.sort((a, b) => comparePositions(a.position, b.position) || (a.ticket < b.ticket ? -1 : 1));
  return { entries, cut };
}

/** Those who wait longest first. */
function lanesOf({ fresh, overflowed, notDue }: ServiceLines): Iterable<Waiting>[] {
  return [...Object.values(overflowed), ...Object.values(fresh), notDue];
}

/** Since when somebody waits for each service; whoever waits for a slot or for one counter does not count. */
function oldestByService(entries: readonly Waiting[], now: Millis): ReadonlyMap<string, Millis> {
  const oldest = new Map<string, Millis>();
  for (const { service, since, dueAt, directedTo } of entries) {
    if (directedTo !== null || (dueAt !== null && dueAt > now)) continue;
    oldest.set(service, Math.min(oldest.get(service) ?? since, since));
  }
  return oldest;
}

interface AtCounter {
  readonly state: HallState;
  readonly counter: Counter;
  readonly places: ReadonlyMap<string, number>;
  readonly away: PictureCounter["away"];
  readonly oldest: ReadonlyMap<string, Millis>;
}

function pictureOf({ state, counter, places, away, oldest }: AtCounter): PictureCounter {
  const ticket = ticketInHand(state, counter);
  const service = ticket && places.get(ticket.service);
  const { stopped } = state.today;
  return {
    clerk: counter.clerk,
    tiers: counter.tiers.map((tier) =>
      tier.flatMap((id) => {
        const place = stopped.has(id) ? undefined : places.get(id);
        return place === undefined ? [] : [place];
      }),
    ),
    takesOverflow: state.hall?.counters.get(counter.number)?.overflow !== false,
    run: counter.run,
    // A ticket takes its counter from the call on; what was served before it was held counts on.
    inHand:
      ticket && service != null
        ? { service, since: ticket.calledAt === null ? null : ticket.calledAt - presentLeg(ticket).servedMillis }
        : null,
    idleSince: ticket ? null : idleSince(counter, oldest),
    backAt: counter.state === "paused" ? counter.returnAt : null,
    away,
  };
}

/** Since when nobody is in hand though somebody waits. */
function idleSince({ last, tiers }: Counter, oldest: ReadonlyMap<string, Millis>): Millis | null {
  if (last === null) return null;
  const waits = tiers.flat().flatMap((service) => oldest.get(service) ?? []);
  return waits.length === 0 ? null : Math.max(last.at, Math.min(...waits));
}

/**
 * When counters call nobody: where those who wait are carried to the next period, from one period's end to the next
 * begin; where they expire, from its end on; else from the end of the day on, for until then they are served out.
 */
function awayOf(state: HallState, { now, anyHour }: Looking): PictureCounter["away"] {
  const { hall, day, today } = state;
  if (!hall) return null;
  const clock = clockOf(hall.timezone);
  const resumesAt = callsResumeAt(today, now);
  if (resumesAt !== null) return { from: now, until: resumesAt };
  const end = dayEnd(hall.file, clock, day?.date ?? clock.date(now));
  const atEnd = { from: end, until: null };
  const { periodEnd } = rulesOf(state);
  if (anyHour || periodEnd === "serve-out") return atEnd;
  const periods = hallPeriods(state, clock.date(now));
  const index = periods.findIndex(({ from, to }) => from <= now && now < to);
  const present = periods[index];
  if (!present) return atEnd;
  if (periodEnd === "expire") return { from: present.to, until: null };
  const next = periods[index + 1];
  return next ? { from: present.to, until: next.from } : atEnd;
}

/** Those who are still to come with their slots near. */
function bookingsOf(
  { bookings, today }: HallState,
  places: ReadonlyMap<string, number>,
  now: Millis,
): readonly PictureBooking[] {
  return bookings
    .expectedBefore(now + BOOKINGS_AHEAD)
    .slice(0, BOOKINGS_AT_MOST)
    .flatMap(({ service, start }) => {
      const place = today.stopped.has(service) ? undefined : places.get(service);
      return place === undefined ? [] : [{ service: place, dueAt: start }];
    });
}
