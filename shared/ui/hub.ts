/**
 * A page's live line to the hub: one WebSocket for all topics, resumed by `seq` after every loss, without a call
 * missed or repeated. Knows nothing of any framework. Source: contract, "Live".
 */
import type { RefusalCode } from "../domain/refusal.ts";
import { instantAt, offsetMinutesOf } from "../text/times.ts";
import type { ScreenReport } from "../wire/lobby.ts";
import type { ClientFrame, HubFrame } from "../wire/live.ts";
import { makeableEventTarget } from "./event-target.ts";

export type HubStatus = "connecting" | "live" | "lost";

/** An event as it came; what more it carries depends on its topic (see `shared/wire/live.ts`). */
export type LiveEvent = { readonly type: string; readonly at: string } & Readonly<Record<string, unknown>>;

/** What a page does with a topic. `seq` is undefined for passing frames, which are never resumed. */
export interface Watcher {
  snapshot(data: unknown, seq: number): void;
  event?(event: LiveEvent, seq: number | undefined): void;
  refused?(code: RefusalCode): void;
  /** The version that is held already of what the topic would tell again; null for none. */
  has?(): string | null;
}

/** The hub's clock as it was known before the page was loaded. */
export interface KeptClock {
  /** The hub's time now, as far as it can be told, in milliseconds since 1970. */
  readonly millis: number;
  readonly offsetMinutes: number;
}

/** The part of a WebSocket this needs; tests give their own. */
export interface SocketLike {
  onopen: ((event: never) => void) | null;
  onmessage: ((event: never) => void) | null;
  onclose: ((event: never) => void) | null;
  send(text: string): void;
  close(): void;
}

export interface HubOptions {
  /** Address of `/live`; by default the hub that served the page. */
  readonly url?: string;
  /** A device's token; staff are known by their cookie, strangers need none. */
  readonly token?: string | null;
  readonly openSocket?: (url: string) => SocketLike;
  /** From 0 up to 1; spreads the reconnections of many screens. */
  readonly random?: () => number;
  /** What a lobby screen tells of itself with each heartbeat. */
  readonly report?: () => ScreenReport;
  /** Stands in for the hub's clock until the hub has spoken; without it the device's own does. */
  readonly clock?: KeptClock | null;
}

interface Subscription {
  readonly watchers: Set<Watcher>;
  seq: number | null;
  epoch: string | null;
}

const heartbeatMillis = 5_000;
/** An unanswered heartbeat makes 12 s of silence: then the line is dead, whatever the socket says. */
const answerMillis = 7_000;
const openMillis = 8_000;
const firstRetryMillis = 500;
const lastRetryMillis = 5_000;
/** A line that lived so long was no failed attempt; one that falls at once, again and again, waits ever longer. */
const steadyMillis = 10_000;

/**
 * Dispatches `status` whenever `status` changed.
 * Made once a page; it connects at once and stays until `close()`.
 */
export class HubConnection extends makeableEventTarget(EventTarget) {
  private readonly subscriptions = new Map<string, Subscription>();
  private readonly url: string;
  private readonly openSocket: (url: string) => SocketLike;
  private readonly random: () => number;
  private readonly report: HubOptions["report"];
  private token: string | null;
  private socket: SocketLike | null = null;
  private isOpen = false;
  private isClosed = false;
  private current: HubStatus = "connecting";
  private attempts = 0;
  /** When the hub first spoke on this line, by the device's clock; null before that. */
  private liveSince: number | null = null;
  /** When the hub's last word came, by the device's clock; null before the first. */
  private heard: number | null = null;
  private retry: ReturnType<typeof setTimeout> | undefined;
  private beat: ReturnType<typeof setInterval> | undefined;
  private deadline: ReturnType<typeof setTimeout> | undefined;
  private hubMinusMonotonic: number | null = null;
  private offsetMinutes = 0;
  private hasHubTold = false;

  constructor(options: HubOptions = {}) {
    super();
    this.url = options.url ?? liveAddress();
    this.token = options.token ?? null;
    this.openSocket = options.openSocket ?? ((url) => new WebSocket(url));
    this.random = options.random ?? Math.random;
    this.report = options.report;
    if (options.clock) {
      this.hubMinusMonotonic = options.clock.millis - performance.now();
      this.offsetMinutes = options.clock.offsetMinutes;
    }
    if (typeof window !== "undefined") window.addEventListener("online", this.hurry);
    this.connect();
  }

  get status(): HubStatus {
    return this.current;
  }

  /** The hub's clock in milliseconds since 1970; the device's own until the hub has spoken. */
  now(): number {
    return this.hubMinusMonotonic === null ? Date.now() : performance.now() + this.hubMinusMonotonic;
  }

  /** The hub's clock as an instant with the hall's offset, for `shared/text/times.ts`. */
  instant(): string {
    return instantAt(this.now(), this.offsetMinutes);
  }

  /** The instant, by the hub's clock, at which the hub was last heard: what it said since may be missing. */
  heardAt(): string {
    const silentMillis = this.heard === null ? 0 : performance.now() - this.heard;
    return instantAt(this.now() - silentMillis, this.offsetMinutes);
  }

  /** Whether the hub has told its time yet. */
  get isClockKnown(): boolean {
    return this.hasHubTold;
  }

  /** Watches a topic; the watcher gets a snapshot first, then every event once. The answer ends it. */
  watch(topic: string, watcher: Watcher): () => void {
    const known = this.subscriptions.get(topic);
    const subscription = known ?? { watchers: new Set<Watcher>(), seq: null, epoch: null };
    subscription.watchers.add(watcher);
    this.subscriptions.set(topic, subscription);
    if (known) {
      // Only a snapshot brings the newcomer up to date; those already here take it as well.
      subscription.seq = null;
      this.send({ t: "unwatch", topic });
    }
    this.sendWatch(topic, subscription);
    return () => {
      if (!subscription.watchers.delete(watcher) || subscription.watchers.size > 0) return;
      this.subscriptions.delete(topic);
      this.send({ t: "unwatch", topic });
    };
  }

  /** Reports that a call was painted, that it was spoken, or both; instants by `instant()`. */
  seen(topic: string, seq: number, ...[painted, spoken]: [painted: string | undefined, spoken?: string]): void {
    const instants = { ...(painted !== undefined && { painted }), ...(spoken !== undefined && { spoken }) };
    this.send({ t: "seen", topic, seq, ...instants });
  }

  /** Uses another token from now on: connects anew, as a line keeps who it was opened for. */
  setToken(token: string | null): void {
    if (token === this.token) return;
    this.token = token;
    this.reconnect();
  }

  /** Connects anew, for instance after signing in or out. Topics stay and get a snapshot of what is now allowed. */
  reconnect(): void {
    for (const subscription of this.subscriptions.values()) subscription.seq = null;
    this.attempts = 0;
    this.drop();
    this.connect();
  }

  /** Ends the line for good. */
  close(): void {
    this.isClosed = true;
    if (typeof window !== "undefined") window.removeEventListener("online", this.hurry);
    this.drop();
    this.become("lost");
  }

  /** The network is back, for every screen behind the same switch at once: each takes its own moment. */
  private readonly hurry = () => {
    if (this.isOpen || this.isClosed) return;
    this.attempts = 0;
    this.drop();
    this.connectSoon();
  };

  private connect(): void {
    if (this.isClosed) return;
    const socket = this.openSocket(this.url);
    this.socket = socket;
    socket.onopen = () => this.opened();
    socket.onmessage = (event: MessageEvent<unknown>) => this.received(event.data);
    socket.onclose = () => this.lost();
    this.deadline = setTimeout(() => this.lost(), openMillis);
  }

  private opened(): void {
    this.isOpen = true;
    clearTimeout(this.deadline);
    this.deadline = undefined;
    if (this.token !== null) this.send({ t: "hello", token: this.token });
    for (const [topic, subscription] of this.subscriptions) this.sendWatch(topic, subscription);
    // Last: its answer says that all topics asked for are answered too.
    this.heartbeat();
    this.beat = setInterval(() => this.heartbeat(), heartbeatMillis);
  }

  private heartbeat(): void {
    this.send({ t: "heartbeat", ...(this.report && { screen: this.report() }) });
    this.deadline ??= setTimeout(() => this.lost(), answerMillis);
  }

  private received(data: unknown): void {
    clearTimeout(this.deadline);
    this.deadline = undefined;
    this.heard = performance.now();
    this.liveSince ??= this.heard;
    const frame = parseFrame(data);
    this.become("live");
    if (!frame) return;
    switch (frame.t) {
      case "heartbeat":
        return this.setClock(frame.now);
      case "snapshot":
        this.setClock(frame.now);
        return this.deliverSnapshot(frame);
      case "event":
        return this.deliverEvent(frame);
      case "refused":
        return this.tell(frame.topic, (watcher) => watcher.refused?.(frame.code));
      default:
        frame satisfies never;
    }
  }

  private deliverSnapshot(frame: HubFrame & { t: "snapshot" }): void {
    const subscription = this.subscriptions.get(frame.topic);
    if (!subscription) return;
    subscription.seq = frame.seq;
    subscription.epoch = frame.epoch;
    this.tell(frame.topic, (watcher) => watcher.snapshot(frame.data, frame.seq));
  }

  private deliverEvent(frame: HubFrame & { t: "event" }): void {
    const subscription = this.subscriptions.get(frame.topic);
    // Before its snapshot a topic has no ground to stand on; the snapshot will hold this event.
    if (subscription?.seq == null) return;
    if (frame.seq !== undefined) {
      if (frame.seq <= subscription.seq) return;
      subscription.seq = frame.seq;
    }
    this.tell(frame.topic, (watcher) => watcher.event?.(frame.event, frame.seq));
  }

  /** A watcher that fails is reported by the browser and keeps nobody else from hearing. */
  private tell(topic: string, telling: (watcher: Watcher) => void): void {
    for (const watcher of [...(this.subscriptions.get(topic)?.watchers ?? [])]) {
      try {
        telling(watcher);
      } catch (error) {
        setTimeout(() => {
          throw error;
        });
      }
    }
  }

  private setClock(now: string): void {
    const hub = Date.parse(now);
    if (Number.isNaN(hub)) return;
    this.hubMinusMonotonic = hub - performance.now();
    this.hasHubTold = true;
    this.offsetMinutes = offsetMinutesOf(now) ?? this.offsetMinutes;
  }

  private sendWatch(topic: string, { watchers, seq, epoch }: Subscription): void {
    const has = [...watchers].map((watcher) => watcher.has?.()).find((version) => version != null);
    const resumed = seq !== null && epoch !== null ? { since: seq, epoch } : {};
    this.send({ t: "watch", topic, ...resumed, ...(has != null && { has }) });
  }

  private send(frame: ClientFrame): void {
    if (this.isOpen) this.socket?.send(JSON.stringify(frame));
  }

  private lost(): void {
    if (this.liveSince !== null && performance.now() - this.liveSince >= steadyMillis) this.attempts = 0;
    this.drop();
    this.become("lost");
    this.connectSoon();
  }

  /** After a pause that doubles with each attempt, and differs so widely that no hub meets all its screens at once. */
  private connectSoon(): void {
    const pause = Math.min(lastRetryMillis, firstRetryMillis * 2 ** this.attempts);
    this.attempts += 1;
    this.retry = setTimeout(() => this.connect(), pause * (0.2 + 0.8 * this.random()));
  }

  private drop(): void {
    clearTimeout(this.retry);
    clearTimeout(this.deadline);
    clearInterval(this.beat);
    this.deadline = undefined;
    this.isOpen = false;
    this.liveSince = null;
    const socket = this.socket;
    this.socket = null;
    if (!socket) return;
    socket.onopen = null;
    socket.onmessage = null;
    socket.onclose = null;
    socket.close();
  }

  private become(status: HubStatus): void {
    if (status === this.current) return;
    this.current = status;
    this.dispatchEvent(new Event("status"));
  }
}

function liveAddress(): string {
  return `${location.protocol === "https:" ? "wss" : "ws"}://${location.host}/live`;
}

function parseFrame(data: unknown): HubFrame | null {
  if (typeof data !== "string") return null;
  try {
    // The hub speaks only frames of the wire; anything else falls through every case.
    return JSON.parse(data) as HubFrame;
  } catch {
    return null;
  }
}
