/** What a watcher is told first: how its topic stands now. */
import type { LobbySnapshot, QueueSnapshot } from "../../shared/wire/live.ts";
import { isOpenState } from "../../shared/domain/vocabulary.ts";
import { counterThen, counterView, lobbyCounter, type Words } from "../views/counter-view.ts";
import { answeredToday } from "../views/enquiry-view.ts";
import { ticketView, type Moment } from "../views/ticket-view.ts";
import { alarmsOf, readyNumbers } from "./passing.ts";
import type { RecentCalls } from "./recent-calls.ts";

/** @param content version of what screens show besides calls. */
export function lobbySnapshot(moment: Moment, calls: RecentCalls, content: string): LobbySnapshot {
  const { state, zone, now } = moment;
  const services = [...(state.hall?.services.keys() ?? [])];
  return {
    date: state.day?.date ?? zone.date(now),
    calls: calls.newestFirst,
    waiting: Object.fromEntries(services.map((id) => [id, state.queue.waitingOf(id)])),
    counters: [...state.counters.values()].map((counter) => lobbyCounter(counterThen(moment, counter))),
    ready: readyNumbers(state, now),
    content,
  };
}

export function queueSnapshot(moment: Moment, words: Words): QueueSnapshot {
  const { state, zone, now } = moment;
  const alarms = alarmsOf(moment);
  return {
    date: state.day?.date ?? zone.date(now),
    ...(alarms.calendar !== null || alarms.unserved.length > 0 ? { alarms } : {}),
    tickets: [...state.tickets.values()]
      .filter((ticket) => isOpenState(ticket.state))
      .map((ticket) => ticketView(moment, ticket)),
    counters: [...state.counters.values()].map((counter) => counterView(moment, words, counter)),
    enquiries: answeredToday(moment),
  };
}
