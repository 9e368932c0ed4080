/**
 * One client of `/live`: which topics it watches, what it may, and how much it may owe us.
 * Frames it sends are checked; what is no frame ends the connection, what it may not have is refused by topic.
 */
import type { RefusalCode } from "../../shared/domain/refusal.ts";
import type { ClientFrame, HubFrame } from "../../shared/wire/live.ts";
import type { ScreenReport } from "../../shared/wire/lobby.ts";
import type { HubTopics, PassingEvent, Stretch, Watcher } from "./hub-topics.ts";
import { nameOf, type JournalTopic } from "./told.ts";
import { parseTopic, type TopicName } from "./topic-names.ts";
import type { Turns } from "./turns.ts";

/** The socket, as far as a connection needs it. `buffered`: bytes not yet taken by the network. */
export interface Socket {
  /** `taken` is called when the network has taken this text, or there is nobody left to take it. */
  send(text: string, taken?: () => void): void;
  close(code: number): void;
  drop(): void;
  readonly buffered: number;
}

export interface LiveHub {
  readonly topics: HubTopics;
  readonly turns: Turns;
  readonly epoch: () => string;
  readonly seq: () => number;
  /** The present instant as the hall writes it. */
  readonly now: () => string;
  readonly isFrame: (value: unknown) => value is ClientFrame;
  /** The ticket a token opens. */
  readonly ticketOf: (token: string) => string | null;
  /** Whether there is such a thing. */
  readonly exists: (topic: JournalTopic) => boolean;
  /** How a topic stands now; null if there is no such thing. `has`: the version of its content that the client holds. */
  readonly snapshot: (topic: TopicName, has?: string) => unknown;
  /** What passes on a topic, as it is now: a snapshot bears it, a resumed watch would wait for its next change. */
  readonly passing: (topic: JournalTopic) => readonly PassingEvent[];
  /** A frame could not be served, through no fault of the client's. */
  readonly failed: (error: unknown) => void;
}

/** What this client may do; may change with a `hello`. */
export interface Rights {
  /** Bytes it may owe before it is too slow to be kept. */
  readonly mayOwe: number;
  /** Whether it may ask for anything more just now. Counts what it asks. */
  mayAsk(): boolean;
  mayWatch(topic: TopicName): RefusalCode | null;
  /** Whether it is told what staff have written by hand. */
  readsNotes(): boolean;
  /** Takes a device's token; false if nobody holds it. */
  hello(token: string): boolean;
  /** The client gave a sign of life. */
  heard(): void;
  /** The client tells how it is. */
  reported(report: ScreenReport): void;
  /** The client says that it has shown a call. */
  seen(frame: ClientFrame & { readonly t: "seen" }): void;
}

const TOPICS = 32;
/** Missed frames that go out together. */
const FRAMES_TOGETHER = 128;
const NOT_A_FRAME = 4400;
export const TOO_MANY = 4429;
const FAULT = 1011;

/** A topic somebody may watch: by the name they call it, and by the hub's own. */
interface Watched {
  readonly name: string;
  readonly topic: TopicName;
  readonly key: string;
  /** The version of the topic's content that the client holds. */
  readonly has: string | undefined;
}

export class Connection implements Watcher {
  /** How to end each watch. */
  readonly #topics = new Map<string, () => void>();
  #isClosed = false;

  constructor(
    private readonly socket: Socket,
    private readonly hub: LiveHub,
    private readonly rights: Rights,
  ) {}

  send(frame: string): void {
    this.#send(frame);
  }

  /** A text frame has come. One that cannot be served costs this connection and nothing else. */
  received(text: string): void {
    if (this.#isClosed) return;
    if (!this.rights.mayAsk()) {
      this.#end(TOO_MANY);
      return;
    }
    const frame = parse(text);
    if (!this.hub.isFrame(frame)) {
      this.#end(NOT_A_FRAME);
      return;
    }
    this.#serve(() => {
      this.#take(frame);
    });
  }

  /** The connection has ended: nothing is watched any more. */
  closed(): void {
    this.#isClosed = true;
    for (const unwatch of this.#topics.values()) unwatch();
    this.#topics.clear();
  }

  #send(frame: string, taken?: () => void): void {
    if (this.#isClosed) return;
    if (this.socket.buffered > this.rights.mayOwe) {
      this.closed();
      this.socket.drop();
      return;
    }
    this.socket.send(frame, taken);
  }

  #end(code: number): void {
    this.socket.close(code);
    this.closed();
  }

  #serve(work: () => void): void {
    try {
      work();
    } catch (error) {
      this.hub.failed(error);
      this.#end(FAULT);
    }
  }

  #take(frame: ClientFrame): void {
    this.rights.heard();
    switch (frame.t) {
      case "watch":
        this.#watch(frame);
        return;
      case "unwatch":
        this.#unwatch(frame.topic);
        return;
      case "hello":
        if (!this.rights.hello(frame.token)) this.#refuse("", "not-signed-in");
        return;
      case "heartbeat":
        if (frame.screen) this.rights.reported(frame.screen);
        this.#send(`{"t":"heartbeat","now":${JSON.stringify(this.hub.now())}}`);
        return;
      case "seen":
        this.rights.seen(frame);
        return;
      default:
        frame satisfies never;
    }
  }

  #watch({ topic: name, since, epoch, has }: ClientFrame & { readonly t: "watch" }): void {
    const topic = this.#topicOf(name);
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
    const journal = inJournal(topic, ticket);
    const watched: Watched = { name, topic, key: journal === null ? name : nameOf(journal), has };
    const isKnownEpoch = epoch === undefined || epoch === this.hub.epoch();
    if (since === undefined || !isKnownEpoch || journal === null) this.#begin(watched);
    else if (this.hub.exists(journal)) this.#resume(watched, journal, since);
    else this.#refuse(name, "not-found");
  }

  /** What a name means to this client; null for what is no topic. */
  #topicOf(name: string): TopicName | null {
    const topic = parseTopic(name);
    return topic?.kind === "queue" && !this.rights.readsNotes() ? { kind: "queue-without-notes" } : topic;
  }

  /** Tells how a topic stands, and from then on what happens there. */
  #begin(watched: Watched): void {
    const data = this.hub.snapshot(watched.topic, watched.has);
    if (data === null) {
      this.#refuse(watched.name, "not-found");
      return;
    }
    const frame: HubFrame = {
      t: "snapshot",
      topic: watched.name,
      seq: this.hub.seq(),
      epoch: this.hub.epoch(),
      now: this.hub.now(),
      data,
    };
    this.#send(JSON.stringify(frame));
    this.#goOn(watched);
  }

  /**
   * Tells what was missed, some frames at a time and no faster than the client takes them. What happens meanwhile is
   * kept with it and comes in its turn; the topic is watched from the moment there is nothing more to catch up with.
   */
  #resume(watched: Watched, topic: JournalTopic, since: number): void {
    const { topics, turns } = this.hub;
    let after = since;
    let isOver = false;
    const tellMore = (): number => {
      if (isOver) return 0;
      let cost = 1;
      this.#serve(() => {
        const missed = topics.missed({ topic, name: watched.name, after, most: FRAMES_TOGETHER }, this.hub.seq());
        if (!missed) {
          this.#unwatch(watched.name);
          this.#begin(watched);
          return;
        }
        after = missed.upTo;
        cost = missed.cost;
        this.#tell(missed, () => {
          turns.take(tellMore);
        });
        if (!missed.isLast) return;
        for (const event of this.hub.passing(topic)) this.#sendPassing(watched.name, event);
        this.#goOn(watched);
      });
      return cost;
    };
    this.#unwatch(watched.name);
    this.#topics.set(watched.name, () => {
      isOver = true;
    });
    turns.take(tellMore);
  }

  /** `goOn` is called once the network has taken these frames, where there are more to come. */
  #tell({ frames, isLast }: Stretch, goOn: () => void): void {
    if (isLast) {
      for (const frame of frames) this.#send(frame);
      return;
    }
    const last = frames.at(-1);
    for (const frame of frames.slice(0, -1)) this.#send(frame);
    if (last === undefined) goOn();
    else this.#send(last, goOn);
  }

  #goOn({ name, key }: Watched): void {
    if (this.#isClosed) return;
    this.#unwatch(name);
    this.#topics.set(name, this.hub.topics.watch(key, name, this));
  }

  #unwatch(name: string): void {
    this.#topics.get(name)?.();
    this.#topics.delete(name);
  }

  #sendPassing(name: string, event: PassingEvent): void {
    this.#send(JSON.stringify({ t: "event", topic: name, event } satisfies HubFrame));
  }

  #refuse(topic: string, code: RefusalCode): void {
    const frame: HubFrame = { t: "refused", topic, code };
    this.#send(JSON.stringify(frame));
  }
}

/** The same topic among those of the journal; null for one of which nothing stands there, so that nothing could be resumed. */
function inJournal(topic: TopicName, ticket: string | null): JournalTopic | null {
  switch (topic.kind) {
    case "ticket":
      return ticket === null ? null : { kind: "ticket", id: ticket };
    case "screen":
    case "health":
    case "next":
      return null;
    default:
      return topic;
  }
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
