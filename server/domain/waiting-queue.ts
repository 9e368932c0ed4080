/**
 * The waiting tickets, kept in the order in which they will be called: per service and class,
 * those beyond the overflow limit and appointments not yet due apart. An index over the state, never the truth.
 */
import type { Millis, TicketClass } from "../../shared/domain/vocabulary.ts";
import { comparePositions, type Position } from "./position.ts";
import { SortedList } from "./sorted-list.ts";
import type { Ticket } from "./ticket.ts";

export interface Waiting {
  readonly ticket: string;
  readonly service: string;
  readonly class: TicketClass;
  readonly position: Position;
  /** Since when it waits on its present leg, anew after a miss; overflow counts from here. */
  readonly since: Millis;
  readonly dueAt: Millis | null;
  /** The counter it waits for by name. */
  readonly directedTo: number | null;
}

type Line = Readonly<Record<TicketClass, SortedList<Waiting>>>;

export interface ServiceLines {
  /** Within the overflow limit. */
  readonly fresh: Line;
  /** Waiting longer than the limit. */
  readonly overflowed: Line;
  /** Appointments checked in, their slot still to come. */
  readonly notDue: SortedList<Waiting>;
}

const byPosition = (a: Waiting, b: Waiting): number => comparePositions(a.position, b.position) || compareIds(a, b);
const bySince = (a: Waiting, b: Waiting): number => a.since - b.since || compareIds(a, b);
const byDue = (a: Waiting, b: Waiting): number => (a.dueAt ?? 0) - (b.dueAt ?? 0) || compareIds(a, b);

function isDue({ dueAt }: Waiting, now: Millis): boolean {
  return (dueAt ?? 0) <= now;
}

function compareIds(a: Waiting, b: Waiting): number {
  return a.ticket < b.ticket ? -1 : a.ticket > b.ticket ? 1 : 0;
}

function newLine(): Line {
  return {
    statutory: new SortedList(byPosition),
    appointment: new SortedList(byPosition),
    courtesy: new SortedList(byPosition),
    normal: new SortedList(byPosition),
  };
}

export class WaitingQueue {
  readonly #services = new Map<string, ServiceLines>();
  readonly #entries = new Map<string, Waiting>();
  readonly #waiting = new Map<string, number>();
  readonly #byName = new Map<string, number>();
  readonly #directed = new Map<number, SortedList<Waiting>>();
  /** Who overflows next, and who falls due next; so that time moves tickets in order, each once. */
  readonly #untilOverflow = new SortedList(bySince);
  readonly #untilDue = new SortedList(byDue);
  /** Who has overflowed, and who has fallen due, for the clock may be set back. */
  readonly #sinceOverflow = new SortedList(bySince);
  readonly #sinceDue = new SortedList(byDue);
  readonly #overflowed = new Set<string>();
  readonly #notDue = new Set<string>();

  constructor(private readonly overflowAfter: Millis) {}

  /** Puts a waiting ticket into its line. */
  add(ticket: Ticket): void {
    const entry: Waiting = {
      ticket: ticket.id,
      service: ticket.service,
      class: ticket.class,
      position: ticket.directed?.order ?? ticket.position,
      since: ticket.queuedAt,
      // Whoever has another class by now does not wait for a slot, nor whoever has been served and is handed on.
      dueAt: ticket.class === "appointment" && ticket.legs.length === 1 ? ticket.dueAt : null,
      directedTo: ticket.directed?.counter ?? null,
    };
    this.#entries.set(ticket.id, entry);
    this.#waiting.set(entry.service, this.waitingOf(entry.service) + 1);
    if (entry.directedTo !== null) {
      this.#byName.set(entry.service, this.#byNameOf(entry.service) + 1);
      this.directedTo(entry.directedTo).insert(entry);
      return;
    }
    if (entry.dueAt !== null) this.#awaitSlot(entry);
    else this.#enter(entry);
  }

  /** Takes a ticket out of whatever line it stands in. */
  remove(id: string): void {
    const entry = this.#entries.get(id);
    if (!entry) return;
    this.#entries.delete(id);
    this.#waiting.set(entry.service, this.waitingOf(entry.service) - 1);
    if (entry.directedTo !== null) {
      this.#byName.set(entry.service, this.#byNameOf(entry.service) - 1);
      this.directedTo(entry.directedTo).remove(entry);
      return;
    }
    if (this.#notDue.has(id)) this.#endWait(entry);
    else {
      if (entry.dueAt !== null) this.#sinceDue.remove(entry);
      this.#leave(entry);
    }
  }

  /**
   * Lets time pass: tickets fall due and overflow. Where `now` is before that of the last look, those who did so since wait
   * again as they did: a look at the queue, however late its clock, changes nothing of who is called.
   */
  advance(now: Millis): void {
    for (let entry = this.#sinceDue.last; entry && !isDue(entry, now); entry = this.#sinceDue.last) {
      this.#sinceDue.remove(entry);
      this.#leave(entry);
      this.#awaitSlot(entry);
    }
    for (let entry = this.#sinceOverflow.last; entry && !this.#isOver(entry, now); entry = this.#sinceOverflow.last) {
      this.#leave(entry);
      this.#enter(entry);
    }
    for (let entry = this.#untilDue.first; entry && isDue(entry, now); entry = this.#untilDue.first) {
      this.#endWait(entry);
      this.#sinceDue.insert(entry);
      this.#enter(entry);
    }
    for (let entry = this.#untilOverflow.first; entry && this.#isOver(entry, now); entry = this.#untilOverflow.first) {
      this.#leave(entry);
      this.lines(entry.service).overflowed[entry.class].insert(entry);
      this.#overflowed.add(entry.ticket);
      this.#sinceOverflow.insert(entry);
    }
  }

  lines(service: string): ServiceLines {
    let lines = this.#services.get(service);
    if (!lines) {
      lines = { fresh: newLine(), overflowed: newLine(), notDue: new SortedList(byPosition) };
      this.#services.set(service, lines);
    }
    return lines;
  }

  /** Tickets that wait for this counter by name, in the order it will take them. */
  directedTo(counter: number): SortedList<Waiting> {
    let line = this.#directed.get(counter);
    if (!line) {
      line = new SortedList(byPosition);
      this.#directed.set(counter, line);
    }
    return line;
  }

  entry(ticket: string): Waiting | undefined {
    return this.#entries.get(ticket);
  }

  /** An appointment whose slot is still to come. */
  isNotDue(entry: Waiting): boolean {
    return this.#notDue.has(entry.ticket);
  }

  isOverflowed(ticket: string): boolean {
    return this.#overflowed.has(ticket);
  }

  get hasOverflowed(): boolean {
    return this.#overflowed.size > 0;
  }

  get size(): number {
    return this.#entries.size;
  }

  /** All waiting tickets of a service, those that wait for a counter by name too. */
  waitingOf(service: string): number {
    return this.#waiting.get(service) ?? 0;
  }

  /** Those of them that wait for no counter by name. */
  inLineOf(service: string): number {
    return this.waitingOf(service) - this.#byNameOf(service);
  }

  /** The waiting ticket of this service and class with so many of them before it, directed ones left out. */
  nthOf(service: string, ticketClass: TicketClass, rank: number): Waiting | undefined {
    const { fresh, overflowed } = this.lines(service);
    const older = overflowed[ticketClass];
    const newer = fresh[ticketClass];
    let fromOlder = 0;
    let fromNewer = 0;
    for (;;) {
      const a = older.at(fromOlder);
      const b = newer.at(fromNewer);
      if (!a && !b) return undefined;
      const isOlder = a !== undefined && (b === undefined || byPosition(a, b) < 0);
      if (fromOlder + fromNewer === rank) return isOlder ? a : b;
      if (isOlder) fromOlder += 1;
      else fromNewer += 1;
    }
  }

  #byNameOf(service: string): number {
    return this.#byName.get(service) ?? 0;
  }

  #isOver({ since }: Waiting, now: Millis): boolean {
    return since + this.overflowAfter < now;
  }

  #awaitSlot(entry: Waiting): void {
    this.lines(entry.service).notDue.insert(entry);
    this.#untilDue.insert(entry);
    this.#notDue.add(entry.ticket);
  }

  #endWait(entry: Waiting): void {
    this.#notDue.delete(entry.ticket);
    this.#untilDue.remove(entry);
    this.lines(entry.service).notDue.remove(entry);
  }

  #enter(entry: Waiting): void {
    this.lines(entry.service).fresh[entry.class].insert(entry);
    this.#untilOverflow.insert(entry);
  }

  #leave(entry: Waiting): void {
    const { fresh, overflowed } = this.lines(entry.service);
    if (this.#overflowed.delete(entry.ticket)) {
      overflowed[entry.class].remove(entry);
      this.#sinceOverflow.remove(entry);
    } else {
      fresh[entry.class].remove(entry);
      this.#untilOverflow.remove(entry);
    }
  }
}
