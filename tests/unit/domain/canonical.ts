/** A hall's state as plain data, so that two of them can be compared whatever way they came about. */
import type { Recorded } from "../../../server/domain/events.ts";
import { evolve } from "../../../server/domain/evolve.ts";
import { initialState, type HallState } from "../../../server/domain/state.ts";
import { ticketClasses } from "../../../shared/domain/vocabulary.ts";

/** Everything that the state holds, the waiting lines as they stand at `now` included. */
export function canonical(state: HallState, now: number): unknown {
  state.queue.advance(now);
  const services = new Set([
    ...(state.hall?.services.keys() ?? []),
    ...[...state.tickets.values()].map(({ service }) => service),
  ]);
  const sorted = <K, V>(map: ReadonlyMap<K, V>): [K, V][] => [...map].sort(([a], [b]) => (a < b ? -1 : 1));
  return {
    hall: state.hall?.file ?? null,
    epoch: state.epoch,
    seq: state.seq,
    at: state.at,
    day: state.day,
    calendar: state.calendar,
    today: {
      ...state.today,
      stopped: sorted(state.today.stopped),
      given: sorted(state.today.given),
      paper: sorted(state.today.paper).map(([prefix, sequences]) => [prefix, [...sequences].sort((a, b) => a - b)]),
    },
    sequences: sorted(state.sequences),
    issued: sorted(state.issued),
    tickets: sorted(state.tickets),
    byPhone: [...services].sort().map((service) => [service, state.openTickets.byPhone(service)]),
    ofPeople: [...new Set([...state.tickets.values()].map(({ personId }) => personId ?? ""))]
      .sort()
      .map((person) => [person, [...state.openTickets.ofPerson(person)].map(({ id }) => id).sort()]),
    counters: sorted(state.counters),
    clerks: sorted(state.clerks),
    clockDoubt: state.clockDoubt,
    emergency: state.emergency,
    held: [...state.held].sort(),
    bookings: [...state.bookings.all()].sort((a, b) => (a.id < b.id ? -1 : 1)),
    noShows: sorted(state.noShows),
    enquiries: { days: sorted(state.enquiries.days), today: state.enquiries.today },
    lines: [...services].sort().map((service) => {
      const { fresh, overflowed, notDue } = state.queue.lines(service);
      const ids = (entries: Iterable<{ readonly ticket: string }>): string[] =>
        [...entries].map(({ ticket }) => ticket);
      const byClass = ticketClasses.map((name) => [name, ids(fresh[name]), ids(overflowed[name])]);
      return [service, state.queue.waitingOf(service), byClass, ids(notDue)];
    }),
    named: sorted(state.counters).map(([number]) => [...state.queue.directedTo(number)].map(({ ticket }) => ticket)),
    waiting: state.queue.size,
  };
}

/** The journal folded from its beginning or from a given state, as it comes back from the disk. */
export function folded(journal: readonly Recorded[], from: HallState = initialState()): HallState {
  for (const event of journal) evolve(from, JSON.parse(JSON.stringify(event)) as Recorded);
  return from;
}
