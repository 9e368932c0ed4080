/** What connections need of the hub: how topics stand, what passes on them, and the hall's time. */
import type { ClientFrame } from "../../shared/wire/live.ts";
import type { LivePorts } from "../commands/live-ports.ts";
import type { Ticket } from "../domain/ticket.ts";
import { counterSnapshot, counterThen, withoutNotes } from "../views/counter-view.ts";
import { residentView, withPrint, type Moment } from "../views/ticket-view.ts";
import type { LiveHub } from "./connection.ts";
import { healthSnapshot, screenSnapshot } from "./device-snapshots.ts";
import type { HubTopics, PassingEvent } from "./hub-topics.ts";
import { aheadEvent, nextAt, printEvent, readyEvent } from "./passing.ts";
import type { Presence } from "./presence.ts";
import { lobbySnapshot, queueSnapshot } from "./snapshots.ts";
import type { JournalTopic } from "./told.ts";
import type { TopicName } from "./topic-names.ts";
import { Turns } from "./turns.ts";

export interface LiveParts extends LivePorts {
  readonly topics: HubTopics;
  readonly presence: Presence;
  readonly isFrame: (value: unknown) => value is ClientFrame;
}

export function liveHub(parts: LiveParts, failed: (error: unknown) => void): LiveHub {
  const { writer } = parts.context;
  return {
    topics: parts.topics,
    turns: new Turns(),
    failed,
    isFrame: parts.isFrame,
    epoch: () => writer.state.epoch,
    seq: () => writer.state.seq,
    now: () => {
      const { zone, now } = present(parts);
      return zone.iso(now);
    },
    ticketOf: parts.keys.ticketOf,
    exists: (topic) => exists(parts, topic),
    snapshot: (topic, has) => snapshotOf(parts, topic, has),
    passing: (topic) => passingOn(parts, topic),
  };
}

function present({ context: { writer, moments } }: LiveParts): Moment {
  return moments.sure(writer.state, writer.now());
}

function exists(parts: LiveParts, topic: JournalTopic): boolean {
  switch (topic.kind) {
    case "counter":
      return parts.context.writer.state.counters.has(topic.number);
    case "ticket":
      return ticketOf(parts, topic.id) !== null;
    case "lobby":
    case "queue":
    case "queue-without-notes":
      return true;
    default:
      return topic satisfies never;
  }
}

function snapshotOf(parts: LiveParts, topic: TopicName, has?: string): unknown {
  const moment = present(parts);
  switch (topic.kind) {
    case "lobby":
      return lobbySnapshot(moment, parts.topics.calls, parts.wall.version);
    case "queue":
      return queueSnapshot(moment, parts.context.words);
    case "queue-without-notes":
      return queueSnapshot(moment, withoutNotes(parts.context.words));
    case "counter": {
      const counter = moment.state.counters.get(topic.number);
      return counter ? counterSnapshot(counterThen(moment, counter)) : null;
    }
    case "next": {
      const counter = moment.state.counters.get(topic.number);
      return counter ? nextAt(moment, counter) : null;
    }
    case "ticket": {
      const id = parts.keys.ticketOf(topic.token);
      const ticket = id === null ? null : ticketOf(parts, id);
      return ticket && withPrint(residentView(moment, ticket), parts.context.store.printJobs.latestOf(ticket));
    }
    case "screen":
      return screenSnapshot(parts, topic.id, has);
    case "health":
      return healthSnapshot(parts);
    default:
      return topic satisfies never;
  }
}

function passingOn(parts: LiveParts, topic: JournalTopic): PassingEvent[] {
  const moment = present(parts);
  if (topic.kind === "lobby") return [readyEvent(moment)];
  const ticket = topic.kind === "ticket" ? ticketOf(parts, topic.id) : null;
  if (!ticket) return [];
  const job = parts.context.store.printJobs.latestOf(ticket);
  return [aheadEvent(moment, ticket), ...(job && job.state !== "kept" ? [printEvent(moment, job)] : [])];
}

/** A ticket of today or of a day before. */
function ticketOf({ context: { writer, store } }: LiveParts, id: string): Ticket | null {
  return writer.state.tickets.get(id) ?? store.findTicket(id);
}
