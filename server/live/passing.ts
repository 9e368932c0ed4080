/**
 * What changes without an event of its own: how many are ahead, who should be ready, and whom a counter calls next.
 * Coalesced, so that a busy hall costs its watchers one frame a moment and commits nothing.
 */
import type { Millis } from "../../shared/domain/vocabulary.ts";
import type { PrintJobRow } from "../commands/ports.ts";
import type { Estimate } from "../../shared/wire/ticket.ts";
import type { Alarms, NextAtCounter } from "../../shared/wire/live.ts";
import { calendarAlarm, unserved } from "../domain/alarms.ts";
import { aheadOf, nextToBeReady } from "../domain/ahead.ts";
import { callingAt, nextTicket } from "../domain/calling-order.ts";
import type { HallState } from "../domain/state.ts";
import type { Counter, Ticket } from "../domain/ticket.ts";
import { counterThen, lobbyCounter } from "../views/counter-view.ts";
import { estimateOf } from "../views/estimates.ts";
import type { Moment } from "../views/ticket-view.ts";
import type { HubTopics, PassingEvent } from "./hub-topics.ts";
import { parseTopic } from "./topic-names.ts";

const READY = 2;
const COALESCE_MILLIS = 250;
/** A call is said so long after it was made. */
const SAID_MILLIS = 60_000;
/** Estimates; a frame is of 64 KiB at most. */
const IN_A_FRAME = 500;
/** Time alone changes the order too: appointments fall due, waits overflow. */
const EVERY_MILLIS = 20_000;

export class PassingFrames {
  readonly #ahead = new Map<string, Told>();
  /** By waiting ticket, what staff were told last. */
  #estimates = new Map<string, Estimate | null>();
  /** By counter, the ticket told last; null where nobody waits for it. */
  readonly #next = new Map<number, string | null>();
  #ready = "";
  /** As it was told last, to whoever watched. */
  #alarms = "";
  #pending: NodeJS.Timeout | null = null;
  readonly #regular: NodeJS.Timeout;

  constructor(
    private readonly topics: HubTopics,
    private readonly moment: () => Moment | null,
  ) {
    topics.onPublish(() => {
      this.soon();
    });
    this.#regular = setInterval(() => {
      this.soon();
    }, EVERY_MILLIS).unref();
  }

  stop(): void {
    clearInterval(this.#regular);
    if (this.#pending) clearTimeout(this.#pending);
  }

  /** Tells in a moment what has changed by then. */
  soon(): void {
    this.#pending ??= setTimeout(() => {
      this.#pending = null;
      this.#send();
    }, COALESCE_MILLIS).unref();
  }

  #send(): void {
    const moment = this.moment();
    if (!moment) return;
    if (this.topics.isWatched("lobby")) {
      const numbers = readyNumbers(moment.state, moment.now);
      if (numbers.join() !== this.#ready) this.topics.pass("lobby", readyEvent(moment));
      this.#ready = numbers.join();
    }
    this.#sendAhead(moment);
    this.#sendEstimates(moment);
    this.#sendNext(moment);
    this.#sendAlarms(moment);
  }

  #sendAlarms(moment: Moment): void {
    const watched = ["queue", "queue-without-notes", "health"].filter((topic) => this.topics.isWatched(topic));
    if (watched.length === 0) return;
    const alarms = alarmsOf(moment);
    const text = JSON.stringify(alarms);
    if (text === this.#alarms) return;
    this.#alarms = text;
    for (const topic of watched)
      this.topics.pass(topic, { type: "alarms", at: moment.zone.iso(moment.now), ...alarms });
  }

  #sendAhead(moment: Moment): void {
    const watched = new Set<string>();
    for (const topic of this.topics.watched()) {
      const id = topic.startsWith("ticket:") ? topic.slice("ticket:".length) : null;
      const ticket = id === null ? undefined : moment.state.tickets.get(id);
      if (!ticket) continue;
      watched.add(ticket.id);
      const ahead = aheadOf(moment.state, ticket, moment.now);
      const estimate = estimateOf(moment, ticket);
      const told = this.#ahead.get(ticket.id);
      if (told?.ahead === ahead && isNearly(told.estimate, estimate)) continue;
      this.topics.pass(topic, aheadEvent(moment, ticket));
      this.#ahead.set(ticket.id, { ahead, estimate });
    }
    for (const id of this.#ahead.keys()) if (!watched.has(id)) this.#ahead.delete(id);
  }

  /** To staff, all that have changed together; whoever watches anew has had them with the tickets. */
  #sendEstimates(moment: Moment): void {
    if (!this.topics.isWatched("queue")) {
      this.#estimates.clear();
      return;
    }
    const known = this.#estimates;
    this.#estimates = new Map();
    let changed: [string, Estimate | null][] = [];
    // Whoever has joined since was told with the ticket.
    for (const id of new Set([...known.keys(), ...(moment.estimates?.tickets.keys() ?? [])])) {
      const ticket = moment.state.tickets.get(id);
      if (ticket?.state !== "waiting") continue;
      const told = known.get(id) ?? null;
      const estimate = estimateOf(moment, ticket);
      const isSame = isNearly(told, estimate);
      this.#estimates.set(id, isSame ? told : estimate);
      if (!isSame) changed.push([id, estimate]);
    }
    for (; changed.length > 0; changed = changed.slice(IN_A_FRAME)) {
      const estimates = Object.fromEntries(changed.slice(0, IN_A_FRAME));
      this.topics.pass("queue", { type: "estimates", at: moment.zone.iso(moment.now), estimates });
    }
  }

  /** Only at counters that somebody watches: else nobody asks who is next. */
  #sendNext(moment: Moment): void {
    const watched = new Set<number>();
    for (const name of this.topics.watched()) {
      const topic = parseTopic(name);
      const counter = topic?.kind === "next" ? moment.state.counters.get(topic.number) : undefined;
      if (!counter) continue;
      watched.add(counter.number);
      const { ticket } = nextAt(moment, counter);
      if (this.#next.get(counter.number) !== ticket) this.topics.pass(name, nextEvent(moment, counter));
      this.#next.set(counter.number, ticket);
    }
    for (const number of this.#next.keys()) if (!watched.has(number)) this.#next.delete(number);
  }
}

interface Told {
  readonly ahead: number | null;
  readonly estimate: Estimate | null;
}

/** A difference that nobody would be told of, in seconds. */
const NEARLY = { p50: 15, p90: 60 };

function isNearly(one: Estimate | null, other: Estimate | null): boolean {
  if (one === null || other === null) return one === other;
  return Math.abs(one.p50 - other.p50) < NEARLY.p50 && Math.abs(one.p90 - other.p90) < NEARLY.p90;
}

export function readyEvent(moment: Moment): PassingEvent {
  return { type: "ready", at: moment.zone.iso(moment.now), numbers: readyNumbers(moment.state, moment.now) };
}

/** Counters whose latest call is a moment old and answered: whoever comes back hears that call, and this with it. */
export function begunEvents({ state, zone, now, ...moment }: Moment): PassingEvent[] {
  return [...state.counters.values()].flatMap((counter) => {
    const inHand = counter.ticket === null ? undefined : state.tickets.get(counter.ticket);
    if (inHand?.state !== "serving" || (inHand.calledAt ?? 0) < now - SAID_MILLIS) return [];
    const lobby = lobbyCounter(counterThen({ state, zone, now, ...moment }, counter));
    return lobby.serving === true ? [{ type: "counter", at: zone.iso(now), counter: lobby }] : [];
  });
}

export function aheadEvent(moment: Moment, ticket: Ticket): PassingEvent {
  return {
    type: "ahead",
    at: moment.zone.iso(moment.now),
    ahead: aheadOf(moment.state, ticket, moment.now),
    estimate: estimateOf(moment, ticket),
  };
}

/** What somebody has to look after as things stand. */
export function alarmsOf({ state, now }: Moment): Alarms {
  return { calendar: calendarAlarm(state, now), unserved: unserved(state, now) };
}

/** Whom a call-next at this counter takes. */
export function nextAt({ state, now }: Moment, counter: Counter): NextAtCounter {
  const id = nextTicket(callingAt(state, counter), now)?.ticket ?? null;
  return { ticket: id, number: id === null ? null : (state.tickets.get(id)?.number ?? null) };
}

function nextEvent(moment: Moment, counter: Counter): PassingEvent {
  return { type: "next", at: moment.zone.iso(moment.now), ...nextAt(moment, counter) };
}

/** How a ticket's slip fares. */
export function printEvent({ zone, now }: Moment, { id, state, problem }: PrintJobRow): PassingEvent {
  return { type: "print", at: zone.iso(now), print: { job: id, state, problem } };
}

/** The numbers under 请准备. */
export function readyNumbers(state: HallState, now: Millis): string[] {
  return nextToBeReady(state, now, READY).flatMap(({ ticket }) => state.tickets.get(ticket)?.number ?? []);
}
