/**
 * Tells a story to the domain alone: given a hall and what happened, when somebody asks, then these events or this
 * refusal. Everybody in a story goes by a name; the clerk of counter 1 is `clerk-1`.
 */
import { isRefusal, type Refusal, type RefusalCode } from "../../../shared/domain/refusal.ts";
import type { TicketClass } from "../../../shared/domain/vocabulary.ts";
import { aheadOf } from "../../../server/domain/ahead.ts";
import type { Command, IssueTicket } from "../../../server/domain/commands.ts";
import { decide } from "../../../server/domain/decide.ts";
import type { EventType, HallEvent, Recorded } from "../../../server/domain/events.ts";
import { evolve } from "../../../server/domain/evolve.ts";
import { joinedAt } from "../../../server/domain/position.ts";
import { initialState, type HallState } from "../../../server/domain/state.ts";
import type { Counter, Ticket } from "../../../server/domain/ticket.ts";
import { smallHall, type SmallHall } from "./small-hall.ts";

const DATE = "2026-11-25";
const OFFSET = "+08:00";

/** A command without who asks, which most stories do not care for. */
type Asked<C> = C extends Command ? Omit<C, "by"> : never;

export class Story {
  readonly state: HallState = initialState();
  readonly journal: Recorded[] = [];
  now: number;

  constructor(hall: SmallHall, at = "09:00") {
    this.now = instant(at);
    this.does({ type: "load-hall", hall: smallHall(hall) });
    this.does({ type: "turn-day", date: DATE });
    for (const number of this.state.counters.keys()) this.opens(number);
  }

  /** It is now so late; stories go forward. */
  at(time: string, date = DATE): this {
    this.now = instant(time, date);
    return this;
  }

  passes(minutes: number, seconds = 0): this {
    this.now += (minutes * 60 + seconds) * 1000;
    return this;
  }

  /** Asks for something that must succeed; answers the events' types. */
  does(command: Asked<Command>): EventType[] {
    const decision = decide(this.state, { by: "hub", ...command }, this.now);
    if (isRefusal(decision)) throw new Error(`${command.type} was refused: ${decision.refused}`);
    return this.happened(...decision).map((event) => event.type);
  }

  /** Asks for something that must be refused; answers the code. */
  refuses(command: Asked<Command>): RefusalCode {
    return this.refusal(command).refused;
  }

  /** The same; answers all that the refusal says. */
  refusal(command: Asked<Command>): Refusal {
    const decision = decide(this.state, { by: "hub", ...command }, this.now);
    if (!isRefusal(decision)) throw new Error(`${command.type} was not refused`);
    return decision;
  }

  /** Writes events into the journal as they are, decided by nobody. */
  happened(...events: readonly HallEvent[]): Recorded[] {
    return events.map((event) => {
      const recorded: Recorded = { ...event, seq: this.state.seq + 1 };
      evolve(this.state, recorded);
      this.journal.push(recorded);
      return recorded;
    });
  }

  /** Somebody takes a number; their name is the ticket's id. */
  issues(name: string, service: string, more: Partial<IssueTicket> = {}): Ticket {
    this.does({
      type: "issue",
      ticket: name,
      service,
      class: "normal",
      reason: null,
      channel: "station",
      lang: "zh",
      matters: 1,
      personId: null,
      ...more,
    });
    return this.ticket(name);
  }

  /** Several normal tickets of a service, one after the other. */
  issuesAll(service: string, ...names: readonly string[]): void {
    for (const name of names) this.issues(name, service);
  }

  /** Somebody with an appointment checks in; it joins at its slot's start. */
  checksIn(name: string, service: string, slot: string): void {
    const sequence = (this.state.sequences.get("B") ?? 0) + 1;
    this.happened({
      type: "ticket-issued",
      v: 1,
      at: this.now,
      by: "hub",
      ticket: name,
      number: `B${String(sequence).padStart(3, "0")}`,
      prefix: "B",
      sequence,
      service,
      class: "appointment",
      reason: null,
      channel: "booking",
      lang: "zh",
      matters: 1,
      position: joinedAt(instant(slot), this.state.seq + 1),
      dueAt: instant(slot),
      personId: null,
    });
  }

  opens(counter: number): void {
    this.does({ type: "open", ...atCounter(counter) });
  }

  closes(counter: number): void {
    this.does({ type: "close", ...atCounter(counter) });
  }

  /** Calls the next at a counter; null if nobody waits for it. */
  callsNext(counter: number, service: string | null = null): string | null {
    const command = { type: "call-next", ...atCounter(counter), service, silent: false } as const;
    const decision = decide(this.state, { by: "hub", ...command }, this.now);
    if (isRefusal(decision)) {
      if (decision.refused === "nobody-waiting") return null;
      throw new Error(`call-next was refused: ${decision.refused}`);
    }
    this.happened(...decision);
    return this.counter(counter).ticket;
  }

  /** Calls by number, out of order. */
  calls(counter: number, name: string): void {
    this.does({ type: "call", ...atCounter(counter), ticket: name, note: "note" });
  }

  /** Who is served at a counter if it goes on until nobody waits for it; the story goes on without them. */
  callsAll(counter: number): string[] {
    const names: string[] = [];
    for (let name = this.callsNext(counter); name !== null; name = this.callsNext(counter)) {
      names.push(name);
      this.finishes(counter);
    }
    return names;
  }

  starts(counter: number): void {
    this.does({ type: "start", ...inHand(counter) });
  }

  finishes(counter: number): void {
    this.does({ type: "finish", ...inHand(counter), arrived: true, outcome: "done", quantity: 1, next: false });
  }

  holds(counter: number): void {
    this.does({ type: "hold", ...inHand(counter), note: null });
  }

  /** Somebody is called to a counter, three times in vain, and is missed. */
  misses(counter: number, name: string): void {
    this.calls(counter, name);
    for (const _ of [2, 3]) this.does({ type: "recall", ...inHand(counter) });
    this.passes(1);
    this.does({ type: "miss", ...inHand(counter), next: false });
  }

  /** Lets a missed one back in. */
  requeues(name: string, nextHereAt: number | null = null): void {
    this.does({
      type: "requeue",
      ticket: name,
      nextHere: nextHereAt !== null,
      clerk: nextHereAt === null ? null : `clerk-${String(nextHereAt)}`,
    });
  }

  /** Sends the ticket in hand on to a service, to a counter by name, or both. */
  transfers(counter: number, to: { service?: string; counter?: number; position?: "front" | "issued" | "back" }): void {
    this.does({
      type: "transfer",
      ...inHand(counter),
      service: to.service ?? null,
      to: to.counter ?? null,
      position: to.position ?? null,
    });
  }

  reclassifies(name: string, ticketClass: TicketClass): void {
    this.does({ type: "reclassify", ticket: name, class: ticketClass, reason: null, note: null });
  }

  ticket(name: string): Ticket {
    const ticket = this.state.tickets.get(name);
    if (!ticket) throw new Error(`nobody goes by ${name}`);
    return ticket;
  }

  counter(number: number): Counter {
    const counter = this.state.counters.get(number);
    if (!counter) throw new Error(`there is no counter ${String(number)}`);
    return counter;
  }

  /** How many go before somebody, as the ticket says. */
  ahead(name: string): number | null {
    return aheadOf(this.state, this.ticket(name), this.now);
  }
}

export function instant(time: string, date = DATE): number {
  return Date.parse(`${date}T${time.length === 5 ? `${time}:00` : time}${OFFSET}`);
}

export function atCounter(counter: number): { readonly counter: number; readonly clerk: string } {
  return { counter, clerk: `clerk-${String(counter)}` };
}

/** What is done with the ticket in hand, whichever it is. */
export function inHand(counter: number): { readonly counter: number; readonly clerk: string; readonly ticket: null } {
  return { ...atCounter(counter), ticket: null };
}
