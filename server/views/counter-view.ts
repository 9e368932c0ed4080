/** A counter as staff and screens see it. */
import type { Counter as CounterOnWire } from "../../shared/wire/counter.ts";
import type { CounterSnapshot, LobbyCounter } from "../../shared/wire/live.ts";
import type { Text } from "../../shared/wire/common.ts";
import { counterLabel } from "../domain/hall.ts";
import { ticketInHand } from "../domain/state.ts";
import type { Counter } from "../domain/ticket.ts";
import { ticketView, type Moment } from "./ticket-view.ts";

/** What staff are called, and what a note says; both lie outside the journal. */
export interface Words {
  readonly name: (userId: string) => string;
  readonly note: (id: string) => string | null;
}

export function counterView(moment: Moment, words: Words, counter: Counter): CounterOnWire {
  const { state, zone } = moment;
  const inHand = ticketInHand(state, counter);
  const about = aboutCounter(moment, counter);
  return {
    number: counter.number,
    label: about.label,
    name: about.name,
    area: about.area,
    state: counter.state,
    clerk: counter.clerk === null ? null : { id: counter.clerk, name: words.name(counter.clerk) },
    pause:
      counter.state === "paused"
        ? {
            reason: counter.pauseNote === null ? null : words.note(counter.pauseNote),
            returnAt: counter.returnAt === null ? null : zone.iso(counter.returnAt),
          }
        : null,
    tiers: counter.tiers.map((tier) => [...tier]),
    ticket: inHand && ticketView(moment, inHand),
    waiting: waitingFor(moment, counter),
  };
}

export function lobbyCounter(moment: Moment, counter: Counter): LobbyCounter {
  const { label, area } = aboutCounter(moment, counter);
  return {
    counter: counter.number,
    label,
    area,
    state: counter.state,
    returnAt: counter.returnAt === null ? null : moment.zone.iso(counter.returnAt),
    number: ticketInHand(moment.state, counter)?.number ?? null,
    services: [...new Set(counter.tiers.flat())],
  };
}

export function counterSnapshot(moment: Moment, counter: Counter): CounterSnapshot {
  const inHand = ticketInHand(moment.state, counter);
  return {
    counter: lobbyCounter(moment, counter),
    name: aboutCounter(moment, counter).name,
    inHand: inHand && {
      number: inHand.number,
      state: inHand.state,
      service: inHand.service,
      calledAt: inHand.calledAt === null ? null : moment.zone.iso(inHand.calledAt),
      calls: inHand.calls,
    },
  };
}

/** What residents read of a counter; null if the hall has none of that number. */
export function labelOf({ state }: Moment, number: number): Text | null {
  const counter = state.hall?.counters.get(number);
  return counter ? counterLabel(counter) : null;
}

/** Waiting tickets of the services it lists, and those that wait for it by name. */
function waitingFor({ state }: Moment, counter: Counter): number {
  let waiting = 0;
  const listed = new Set(counter.tiers.flat());
  for (const service of listed) waiting += state.queue.waitingOf(service);
  for (const entry of state.queue.directedTo(counter.number)) if (!listed.has(entry.service)) waiting += 1;
  return waiting;
}

function aboutCounter({ state }: Moment, { number }: Counter): Pick<CounterOnWire, "label" | "name" | "area"> {
  const counter = state.hall?.counters.get(number);
  const fallback = { zh: String(number), en: String(number) };
  return {
    label: counter ? counterLabel(counter) : fallback,
    name: counter?.name ?? fallback,
    area: counter?.area ?? "",
  };
}
