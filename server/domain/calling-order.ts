/**
 * Who is next, and how many go before somebody. Pure functions over the waiting lines.
 * Source: domain.md, "Who is next".
 */
import { ticketClasses, type Millis, type TicketClass } from "../../shared/domain/vocabulary.ts";
import type { Rules } from "./hall.ts";
import type { SortedList } from "./sorted-list.ts";
import type { HallState } from "./state.ts";
import type { Counter } from "./ticket.ts";
import { comparePositions } from "./position.ts";
import type { Waiting, WaitingQueue } from "./waiting-queue.ts";

type Lane = SortedList<Waiting>;

/** What the order needs to know of a counter: its tiers, its run, and whether overflow reaches it. */
export interface CallingCounter extends Pick<Counter, "number" | "tiers" | "run"> {
  readonly takesOverflow: boolean;
}

export function callingCounter(state: HallState, counter: Counter): CallingCounter {
  return { ...counter, takesOverflow: state.hall?.counters.get(counter.number)?.overflow !== false };
}

/**
 * The ticket that `call next` takes at this counter; null if nobody waits for it.
 * `service` narrows the choice to one service, otherwise by the same order.
 */
export function nextTicket(
  queue: WaitingQueue,
  counter: CallingCounter,
  rules: Pick<Rules, "priorityRun">,
  now: Millis,
  service?: string,
): Waiting | null {
  queue.advance(now);
  const wants = (entry: Waiting): boolean => service === undefined || entry.service === service;
  for (const entry of queue.directedTo(counter.number)) if (wants(entry)) return entry;

  for (const [tier] of counter.tiers.entries()) {
    const chosen = firstByClass(counter.run >= rules.priorityRun, (ticketClass) =>
      lanes(queue, counter, tier, ticketClass, service),
    );
    if (chosen) return chosen;
  }
  const notDue = counter.tiers.flat().filter((id) => service === undefined || id === service);
  return firstOf(notDue.map((id) => queue.lines(id).notDue));
}

/** The run after a call-next of this class: statutory tickets leave it as it is. */
export function runAfter(run: number, called: TicketClass): number {
  switch (called) {
    case "statutory":
      return run;
    case "appointment":
    case "courtesy":
      return run + 1;
    case "normal":
      return 0;
    default:
      return called satisfies never;
  }
}

/**
 * How many waiting tickets this counter would call before the given one as things stand;
 * null where it would not call it (another's by name, not its service, not yet due).
 */
export function aheadAt(
  queue: WaitingQueue,
  counter: CallingCounter,
  rules: Pick<Rules, "priorityRun">,
  entry: Waiting,
): number | null {
  const directed = queue.directedTo(counter.number);
  if (entry.directedTo !== null) return entry.directedTo === counter.number ? directed.countBefore(entry) : null;
  if (queue.isNotDue(entry)) return null;
  const own = counter.tiers.findIndex((services) => services.includes(entry.service));
  if (own < 0) return null;
  const tier = counter.takesOverflow && queue.isOverflowed(entry.ticket) ? 0 : own;

  let count = directed.size;
  let run = runAfterAll(directed, counter.run);
  for (let before = 0; before < tier; before += 1) {
    const [statutory, priority, normal] = sizes(queue, counter, before);
    count += statutory + priority + normal;
    run = runAfterDraining(run, rules.priorityRun, priority, normal);
  }
  return count + aheadInTier(queue, counter, rules.priorityRun, run, tier, entry);
}

function aheadInTier(queue: WaitingQueue, counter: CallingCounter, limit: number, run: number, tier: number, entry: Waiting): number {
  const size = (ticketClass: TicketClass): number => total(lanes(queue, counter, tier, ticketClass));
  const inClass = sum(lanes(queue, counter, tier, entry.class), (lane) => lane.countBefore(entry));
  if (entry.class === "statutory") return inClass;
  const statutory = size("statutory");
  if (entry.class === "normal") {
    const priority = size("appointment") + size("courtesy");
    return statutory + inClass + Math.min(priority, Math.max(0, limit - run) + inClass * limit);
  }
  const priority = inClass + (entry.class === "courtesy" ? size("appointment") : 0);
  return statutory + priority + Math.min(size("normal"), normalsBefore(priority, limit, run));
}

/** Normal tickets that the run lets in before the priority ticket with so many priority ones before it. */
function normalsBefore(priority: number, limit: number, run: number): number {
  const untilFirst = Math.max(0, limit - run);
  return priority < untilFirst ? 0 : Math.floor((priority - untilFirst) / limit) + 1;
}

function runAfterDraining(run: number, limit: number, priority: number, normal: number): number {
  if (priority === 0) return normal > 0 ? 0 : run;
  const normalsUsed = normalsBefore(priority - 1, limit, run);
  if (normal > normalsUsed) return 0;
  if (normal === 0) return run + priority;
  return priority - (Math.max(0, limit - run) + (normal - 1) * limit);
}

function runAfterAll(entries: Iterable<Waiting>, run: number): number {
  let after = run;
  for (const entry of entries) after = runAfter(after, entry.class);
  return after;
}

function sizes(queue: WaitingQueue, counter: CallingCounter, tier: number): [statutory: number, priority: number, normal: number] {
  const size = (ticketClass: TicketClass): number => total(lanes(queue, counter, tier, ticketClass));
  return [size("statutory"), size("appointment") + size("courtesy"), size("normal")];
}

/**
 * The lines of one class that are candidates in a tier. Overflow makes a ticket a candidate of the first tier
 * wherever its service is listed, so there it is taken out of its own.
 */
function lanes(queue: WaitingQueue, counter: CallingCounter, tier: number, ticketClass: TicketClass, service?: string): Lane[] {
  const found: Lane[] = [];
  const isListed = (id: string): boolean => service === undefined || id === service;
  for (const id of counter.tiers[tier] ?? []) {
    if (!isListed(id)) continue;
    const lines = queue.lines(id);
    found.push(lines.fresh[ticketClass]);
    if (!counter.takesOverflow) found.push(lines.overflowed[ticketClass]);
  }
  if (tier === 0 && counter.takesOverflow) {
    for (const id of new Set(counter.tiers.flat())) if (isListed(id)) found.push(queue.lines(id).overflowed[ticketClass]);
  }
  return found;
}

function firstByClass(isRunOver: boolean, of: (ticketClass: TicketClass) => Lane[]): Waiting | null {
  const order: readonly TicketClass[] = isRunOver ? ["statutory", "normal", "appointment", "courtesy"] : ticketClasses;
  for (const ticketClass of order) {
    const first = firstOf(of(ticketClass));
    if (first) return first;
  }
  return null;
}

function firstOf(candidates: readonly Lane[]): Waiting | null {
  let first: Waiting | null = null;
  for (const lane of candidates) {
    const head = lane.first;
    if (head && (!first || comparePositions(head.position, first.position) < 0)) first = head;
  }
  return first;
}

function total(of: readonly Lane[]): number {
  return sum(of, (lane) => lane.size);
}

function sum<T>(items: readonly T[], amount: (item: T) => number): number {
  let result = 0;
  for (const item of items) result += amount(item);
  return result;
}
