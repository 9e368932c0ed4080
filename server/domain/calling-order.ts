/**
 * Who is next, and how many go before somebody. Pure functions over the waiting lines.
 * Source: domain.md, "Who is next".
 */
import { ticketClasses, type Millis, type TicketClass } from "../../shared/domain/vocabulary.ts";
import { rulesOf } from "./hall.ts";
import type { SortedList } from "./sorted-list.ts";
import type { HallState } from "./state.ts";
import type { Counter } from "./ticket.ts";
import { callsResumeAt } from "./today.ts";
import { comparePositions } from "./position.ts";
import type { Waiting, WaitingQueue } from "./waiting-queue.ts";

type Lane = SortedList<Waiting>;

/** A counter at the moment of its call: its tiers and run, the hall's rule of the run, and the waiting lines. */
export interface Calling extends Pick<Counter, "number" | "tiers" | "run"> {
  readonly queue: WaitingQueue;
  readonly priorityRun: number;
  readonly takesOverflow: boolean;
  /** Narrows the choice to one service, otherwise by the same order. */
  readonly service: string | null;
  /** Services that are stopped: whoever waits for one keeps the place and is not called. */
  readonly stopped?: { has(service: string): boolean } | null;
  /** Nobody is called before this instant: those who wait have been carried to the next period. */
  readonly resumesAt?: Millis | null;
}

export function callingAt(state: HallState, counter: Counter, service: string | null = null): Calling {
  return {
    number: counter.number,
    tiers: counter.tiers,
    run: counter.run,
    queue: state.queue,
    priorityRun: rulesOf(state).priorityRun,
    takesOverflow: state.hall?.counters.get(counter.number)?.overflow !== false,
    service,
    stopped: state.today.stopped.size > 0 ? state.today.stopped : null,
    resumesAt: callsResumeAt(state.today, state.at),
  };
}

/** The ticket that `call next` takes at this counter; null if nobody waits for it. */
export function nextTicket(calling: Calling, now: Millis): Waiting | null {
  const { queue, resumesAt } = calling;
  queue.advance(now);
  if (resumesAt != null && now < resumesAt) return null;
  for (const entry of queue.directedTo(calling.number)) if (wants(calling, entry.service)) return entry;

  for (const tier of calling.tiers.keys()) {
    const chosen = firstByClass(calling, tier);
    if (chosen) return chosen;
  }
  let first: Waiting | null = null;
  for (const id of calling.tiers.flat()) if (wants(calling, id)) first = earlier(first, queue.lines(id).notDue.first);
  return first;
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
export function aheadAt(calling: Calling, entry: Waiting): number | null {
  const { queue, number, tiers, priorityRun: limit } = calling;
  const directed = queue.directedTo(number);
  if (entry.directedTo !== null) return entry.directedTo === number ? wantedBefore(calling, entry) : null;
  if (queue.isNotDue(entry)) return null;
  const own = tiers.findIndex((services) => services.includes(entry.service));
  if (own < 0) return null;
  const tier = calling.takesOverflow && queue.isOverflowed(entry.ticket) ? 0 : own;

  let count = 0;
  let { run } = calling;
  // Asked first, since few wait for a counter by name, and walking through nobody has its price.
  if (directed.size > 0) {
    for (const { service, class: ticketClass } of directed) {
      if (!wants(calling, service)) continue;
      count += 1;
      run = runAfter(run, ticketClass);
    }
  }
  for (let before = 0; before < tier; before += 1) {
    const sizes = sizesOf(calling, before);
    count += sizes.statutory + sizes.priority + sizes.normal;
    run = runAfterDraining(run, limit, sizes);
  }
  return count + aheadInTier({ calling, tier, run }, entry);
}

function aheadInTier({ calling, tier, run }: { calling: Calling; tier: number; run: number }, entry: Waiting): number {
  const limit = calling.priorityRun;
  let inClass = 0;
  eachLane({ calling, tier, ticketClass: entry.class }, (lane) => (inClass += lane.countBefore(entry)));
  if (entry.class === "statutory") return inClass;
  const sizes = sizesOf(calling, tier);
  if (entry.class === "normal") {
    return sizes.statutory + inClass + Math.min(sizes.priority, Math.max(0, limit - run) + inClass * limit);
  }
  const appointments = entry.class === "courtesy" ? sizeOf({ calling, tier, ticketClass: "appointment" }) : 0;
  const priority = inClass + appointments;
  return sizes.statutory + priority + Math.min(sizes.normal, normalsBefore(priority, limit, run));
}

/** Those who wait for this counter by name and are called before the given one. */
function wantedBefore(calling: Calling, entry: Waiting): number {
  let count = 0;
  for (const other of calling.queue.directedTo(calling.number)) {
    if (other.ticket === entry.ticket) break;
    if (wants(calling, other.service)) count += 1;
  }
  return count;
}

/** Normal tickets that the run lets in before the priority ticket with so many priority ones before it. */
function normalsBefore(priority: number, limit: number, run: number): number {
  const untilFirst = Math.max(0, limit - run);
  return priority < untilFirst ? 0 : Math.floor((priority - untilFirst) / limit) + 1;
}

function runAfterDraining(run: number, limit: number, { priority, normal }: Sizes): number {
  if (priority === 0) return normal > 0 ? 0 : run;
  const normalsUsed = normalsBefore(priority - 1, limit, run);
  if (normal > normalsUsed) return 0;
  if (normal === 0) return run + priority;
  return priority - (Math.max(0, limit - run) + (normal - 1) * limit);
}

/** How many of a tier wait; appointments and courtesy together, since the run counts them alike. */
interface Sizes {
  readonly statutory: number;
  readonly priority: number;
  readonly normal: number;
}

function sizesOf(calling: Calling, tier: number): Sizes {
  return {
    statutory: sizeOf({ calling, tier, ticketClass: "statutory" }),
    priority:
      sizeOf({ calling, tier, ticketClass: "appointment" }) + sizeOf({ calling, tier, ticketClass: "courtesy" }),
    normal: sizeOf({ calling, tier, ticketClass: "normal" }),
  };
}

/** The lines of one class that are candidates in a tier. */
interface Lanes {
  readonly calling: Calling;
  readonly tier: number;
  readonly ticketClass: TicketClass;
}

function sizeOf(lanes: Lanes): number {
  let size = 0;
  eachLane(lanes, (lane) => (size += lane.size));
  return size;
}

/**
 * Overflow makes a ticket a candidate of the first tier wherever its service is listed, so there it is taken out of
 * its own. Asked for every counter with every number taken, so nothing is collected.
 */
function eachLane({ calling, tier, ticketClass }: Lanes, visit: (lane: Lane) => void): void {
  const { queue, tiers, takesOverflow } = calling;
  for (const id of tiers[tier] ?? []) {
    if (!wants(calling, id)) continue;
    const lines = queue.lines(id);
    visit(lines.fresh[ticketClass]);
    if (!takesOverflow) visit(lines.overflowed[ticketClass]);
  }
  if (tier !== 0 || !takesOverflow || !queue.hasOverflowed) return;
  for (const id of new Set(tiers.flat())) if (wants(calling, id)) visit(queue.lines(id).overflowed[ticketClass]);
}

function wants({ service, stopped }: Calling, id: string): boolean {
  return (service === null || id === service) && stopped?.has(id) !== true;
}

function firstByClass(calling: Calling, tier: number): Waiting | null {
  const isRunOver = calling.run >= calling.priorityRun;
  const order: readonly TicketClass[] = isRunOver ? ["statutory", "normal", "appointment", "courtesy"] : ticketClasses;
  const found: { first: Waiting | null } = { first: null };
  for (const ticketClass of order) {
    eachLane({ calling, tier, ticketClass }, (lane) => (found.first = earlier(found.first, lane.first)));
    if (found.first) return found.first;
  }
  return null;
}

function earlier(one: Waiting | null, other: Waiting | undefined): Waiting | null {
  if (!other) return one;
  return one && comparePositions(one.position, other.position) <= 0 ? one : other;
}
