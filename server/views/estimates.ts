/** The waiting times told last, as tickets and services show them. */
import type { Millis } from "../../shared/domain/vocabulary.ts";
import type { Estimate } from "../../shared/wire/ticket.ts";
import type { HallState } from "../domain/state.ts";
import { listsService, type Ticket } from "../domain/ticket.ts";

/** Waiting times by the picture of an instant; never changed, but replaced by the next. */
export interface EstimateBoard {
  readonly at: Millis;
  /** By id: the tickets that waited then; null where nothing can be promised. */
  readonly tickets: ReadonlyMap<string, Estimate | null>;
  /** By id: for whoever took a normal number then. */
  readonly services: ReadonlyMap<string, Estimate | null>;
}

/** What was told so long ago says nothing any more. */
const GOOD_MILLIS = 3 * 60_000;

interface Looking {
  readonly state: HallState;
  readonly now: Millis;
  readonly estimates?: EstimateBoard | null;
}

/**
 * How long a waiting ticket still waits; null for all others, and where nothing can be promised. Whoever has taken a
 * number since the last picture is told what a would-be ticket of the service was; those moved since wait for the next.
 */
export function estimateOf(looking: Looking, ticket: Ticket): Estimate | null {
  const board = goodBoard(looking);
  if (!board || ticket.state !== "waiting" || !isServed(looking.state, ticket)) return null;
  const known = ticket.queuedAt <= board.at ? board.tickets.get(ticket.id) : undefined;
  if (known !== undefined) return known;
  const isNew = ticket.issuedAt >= board.at && ticket.queuedAt === ticket.issuedAt && ticket.legs.length === 1;
  return isNew && ticket.class === "normal" ? (board.services.get(ticket.service) ?? null) : null;
}

/** How long a normal ticket of a service would wait; null where no counter at work takes it. */
export function estimateFor(looking: Looking, service: string): Estimate | null {
  const board = goodBoard(looking);
  return board && isServed(looking.state, { service, directed: null }) ? (board.services.get(service) ?? null) : null;
}

function goodBoard({ estimates, now }: Looking): EstimateBoard | null {
  return estimates && now - estimates.at <= GOOD_MILLIS ? estimates : null;
}

/** A counter may have closed since the last picture. */
function isServed(
  { counters, today }: HallState,
  { service, directed }: Pick<Ticket, "service" | "directed">,
): boolean {
  if (today.stopped.has(service)) return false;
  for (const counter of counters.values()) {
    if (counter.state === "closed") continue;
    if (directed === null ? listsService(counter, service) : directed.counter === counter.number) return true;
  }
  return false;
}
