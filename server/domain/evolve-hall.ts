/** How days, halls and counters change the state. */
import { turnEnquiries } from "./enquiries.ts";
import { forgetBookingsBefore } from "./evolve-booking.ts";
import type { Actor, CounterEvent, DayEvent, Recorded } from "./events.ts";
import { hallFrom, rulesOf } from "./hall.ts";
import { counterOf } from "./lookups.ts";
import { countPaper, goBehindPaper } from "./numbering.ts";
import type { HallState } from "./state.ts";
import { newToday } from "./today.ts";
import { WaitingQueue } from "./waiting-queue.ts";

export function evolveDay(state: HallState, event: Recorded<DayEvent>): void {
  switch (event.type) {
    case "hall-loaded":
      state.hall = hallFrom(event.hall);
      goBehindPaper(state);
      forgetSteps(state);
      loadCounters(state);
      rebuildQueue(state);
      return;
    case "day-opened":
      state.day = { date: event.date, isClosed: false };
      state.today = newToday(event.at);
      state.sequences.clear();
      for (const [prefix, last] of Object.entries(event.given ?? {})) state.sequences.set(prefix, last);
      for (const [prefix, sequences] of Object.entries(event.paper ?? {}))
        for (const sequence of sequences) countPaper(state.today, prefix, sequence);
      goBehindPaper(state);
      state.issued.clear();
      state.tickets.clear();
      state.openTickets.clear();
      state.held.clear();
      forgetBookingsBefore(state, event.date, event.at);
      turnEnquiries(state.enquiries);
      for (const counter of state.counters.values()) counter.run = 0;
      forgetSteps(state);
      loadCounters(state);
      rebuildQueue(state);
      return;
    case "day-closed":
      // Everything has ended by now, and what has ended lives on in the projections.
      if (state.day) state.day.isClosed = true;
      state.enquiries.today.length = 0;
      forgetSteps(state);
      state.tickets.clear();
      state.openTickets.clear();
      state.held.clear();
      return;
    case "epoch-begun":
      state.epoch = event.epoch;
      for (const [prefix, last] of Object.entries(event.sequences)) {
        state.sequences.set(prefix, Math.max(last, state.sequences.get(prefix) ?? 0));
      }
      return;
    default:
      event satisfies never;
  }
}

/** Another day or another hall: what was done before cannot be taken back. */
function forgetSteps(state: HallState): void {
  for (const counter of state.counters.values()) counter.last = null;
}

/** Counters of the hall file; one that is gone keeps its place while somebody is at it or a ticket still names it. */
function loadCounters(state: HallState): void {
  const hall = state.hall;
  if (!hall) return;
  const named = new Set(
    [...state.tickets.values()].flatMap((ticket) => [ticket.counter, ticket.directed?.counter ?? null]),
  );
  for (const [number, counter] of state.counters) {
    if (!hall.counters.has(number) && counter.state === "closed" && !named.has(number)) state.counters.delete(number);
  }
  for (const { number, tiers } of hall.counters.values()) {
    const counter = state.counters.get(number);
    if (counter) counter.tiers = tiers;
    else {
      state.counters.set(number, {
        number,
        state: "closed",
        clerk: null,
        ticket: null,
        tiers,
        run: 0,
        returnAt: null,
        pauseNote: null,
        last: null,
        help: null,
      });
    }
  }
}

/** Lines are an index: a changed rule or a loaded snapshot makes them anew. */
export function rebuildQueue(state: HallState): void {
  state.queue = new WaitingQueue(rulesOf(state).overflowMinutes * 60_000);
  for (const ticket of state.tickets.values()) if (ticket.state === "waiting") state.queue.add(ticket);
}

export function evolveCounter(state: HallState, event: Recorded<CounterEvent>): void {
  const counter = counterOf(state, event.counter);
  switch (event.type) {
    case "counter-opened":
      counter.state = "open";
      counter.since = event.at;
      counter.clerk = event.clerk;
      counter.returnAt = null;
      counter.pauseNote = null;
      state.clerks.set(event.clerk, counter.number);
      return;
    case "counter-paused":
      counter.state = "paused";
      counter.since = event.at;
      counter.returnAt = event.returnAt;
      counter.pauseNote = event.note;
      return;
    case "counter-taken-over":
      state.clerks.delete(event.from);
      state.clerks.set(event.clerk, counter.number);
      counter.clerk = event.clerk;
      counter.since = event.at;
      return;
    case "counter-tiers-set":
      counter.tiers = event.tiers;
      return;
    case "counter-closed":
      if (counter.clerk !== null) state.clerks.delete(counter.clerk);
      counter.state = "closed";
      counter.since = event.at;
      counter.clerk = null;
      counter.last = counter.help = null;
      counter.returnAt = null;
      counter.pauseNote = null;
      return;
    case "counter-help-asked":
      counter.help = { askedAt: event.at, answeredAt: null, answeredBy: null };
      return;
    case "counter-help-answered":
      if (counter.help) counter.help = { ...counter.help, answeredAt: event.at, answeredBy: userIn(event.by) };
      return;
    default:
      event satisfies never;
  }
}

function userIn(by: Actor): string | null {
  return by.startsWith("user:") ? by.slice("user:".length) : null;
}
