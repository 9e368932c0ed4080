/**
 * One client of `/live`: which topics it watches, what it may, and how much it may owe us.
 * Frames it sends are checked; what is no frame ends the connection, what it may not have is refused by topic.
 */
import type { RefusalCode } from "../../shared/domain/refusal.ts";
import type { ClientFrame, HubFrame } from "../../shared/wire/live.ts";
import { ticketTopic } from "./frames.ts";
import type { HubTopics, PassingEvent, Watcher } from "./hub-topics.ts";
import { parseTopic, type TopicName } from "./topic-names.ts";

/** The socket, as far as a connection needs it. `buffered`: bytes not yet taken by the network. */
export interface Socket {
  send(text: string): void;
  close(code: number): void;
  drop(): void;
  readonly buffered: number;
}

export interface LiveHub {
  readonly topics: HubTopics;
  readonly epoch: () => string;
  readonly seq: () => number;
  /** The present instant as the hall writes it. */
  readonly now: () => string;
  readonly isFrame: (value: unknown) => value is ClientFrame;
  /** The ticket a token opens. */
  readonly ticketOf: (token: string) => string | null;
  /** How a topic stands now; null if there is no such thing. */
  readonly snapshot: (topic: TopicName) => unknown;
  /** What passes on a topic, as it is now: a snapshot bears it, a resumed watch would wait for its next change. */
  readonly passing: (topic: TopicName) => PassingEvent | null;
}

/** What this client may watch; may change with a `hello`. */
export interface Rights {
  mayWatch(topic: TopicName): RefusalCode | null;
  /** Takes a device's token; false if nobody holds it. */
  hello(token: string): boolean;
  /** The client gave a sign of life. */
  heard(): void;
}

const TOPICS = 32;
/** A client that owes more than this is too slow to be kept. */
const OWED_BYTES = 4 * 1024 * 1024;
const NOT_A_FRAME = 4400;

export class Connection implements Watcher {
  readonly #topics = new Map<string, () => void>();
  #isClosed = false;

  constructor(
    private readonly socket: Socket,
    private readonly hub: LiveHub,
    private readonly rights: Rights,
  ) {}

  send(frame: string): void {
    if (this.#isClosed) return;
    if (this.socket.buffered > OWED_BYTES) {
      this.closed();
      this.socket.drop();
      return;
    }
    this.socket.send(frame);
  }

  /** A text frame has come. */
  received(text: string): void {
    const frame = parse(text);
    if (!this.hub.isFrame(frame)) {
      this.socket.close(NOT_A_FRAME);
      this.closed();
      return;
    }
    this.rights.heard();
    switch (frame.t) {
      case "watch":
        this.#watch(frame.topic, frame.since, frame.epoch);
        return;
      case "unwatch":
        this.#topics.get(frame.topic)?.();
        this.#topics.delete(frame.topic);
        return;
      case "hello":
        if (!this.rights.hello(frame.token)) this.#refuse("", "not-signed-in");
        return;
      case "heartbeat":
        this.send(`{"t":"heartbeat","now":${JSON.stringify(this.hub.now())}}`);
        return;
      case "seen":
        return;
      default:
        frame satisfies never;
    }
  }

  /** The connection has ended: nothing is watched any more. */
  closed(): void {
    this.#isClosed = true;
    for (const unwatch of this.#topics.values()) unwatch();
    this.#topics.clear();
  }

  #watch(name: string, since: number | undefined, epoch: string | undefined): void {
    const topic = parseTopic(name);
    const ticket = topic?.kind === "ticket" ? this.hub.ticketOf(topic.token) : null;
    if (!topic || (topic.kind === "ticket" && ticket === null)) {
      this.#refuse(name, "not-found");
      return;
    }
    const refusal = this.rights.mayWatch(topic);
    if (refusal !== null) {
      this.#refuse(name, refusal);
      return;
    }
    if (!this.#topics.has(name) && this.#topics.size >= TOPICS) {
      this.#refuse(name, "too-many-requests");
      return;
    }
    const key = ticket === null ? name : ticketTopic(ticket);
    const missed =
      since === undefined || epoch !== this.hub.epoch()
        ? null
        : this.hub.topics.resume({ topic: key, name, since, last: this.hub.seq() });
    if (missed === null && !this.#sendSnapshot(name, topic)) return;
    for (const frame of missed ?? []) this.send(frame);
    if (missed) this.#sendPassing(name, topic);
    this.#topics.get(name)?.();
    this.#topics.set(name, this.hub.topics.watch(key, name, this));
  }

  #sendSnapshot(name: string, topic: TopicName): boolean {
    const data = this.hub.snapshot(topic);
    if (data === null) {
      this.#refuse(name, "not-found");
      return false;
    }
    const frame: HubFrame = {
      t: "snapshot",
      topic: name,
      seq: this.hub.seq(),
      epoch: this.hub.epoch(),
      now: this.hub.now(),
      data,
    };
    this.send(JSON.stringify(frame));
    return true;
  }

  #sendPassing(name: string, topic: TopicName): void {
    const event = this.hub.passing(topic);
    if (event) this.send(JSON.stringify({ t: "event", topic: name, event } satisfies HubFrame));
  }

  #refuse(topic: string, code: RefusalCode): void {
    const frame: HubFrame = { t: "refused", topic, code };
    this.send(JSON.stringify(frame));
  }
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
