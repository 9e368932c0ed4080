/** `GET /live`: the WebSocket on which screens, panels and phones hear what happens. */
import type { WebSocket } from "@fastify/websocket";
import type { FastifyInstance, FastifyRequest } from "fastify";
import type { ClientFrame } from "../../shared/wire/live.ts";
import type { RefusalCode } from "../../shared/domain/refusal.ts";
import { hasRole, type Caller } from "../commands/caller.ts";
import type { LivePorts } from "../commands/live-ports.ts";
import { residentView } from "../views/ticket-view.ts";
import { counterSnapshot } from "../views/counter-view.ts";
import { Connection, type LiveHub, type Rights, type Socket } from "./connection.ts";
import { deviceSnapshot, healthSnapshot } from "./device-snapshots.ts";
import type { HubTopics } from "./hub-topics.ts";
import { aheadEvent, readyEvent } from "./passing.ts";
import type { Presence } from "./presence.ts";
import { lobbySnapshot, queueSnapshot } from "./snapshots.ts";
import type { TopicName } from "./topic-names.ts";

const PING_MILLIS = 15_000;
const PER_ADDRESS = 256;
const SIGNED_OUT = 4401;
const TOO_MANY = 4429;

export interface LiveParts extends LivePorts {
  readonly topics: HubTopics;
  readonly presence: Presence;
  readonly isFrame: (value: unknown) => value is ClientFrame;
}

interface Client {
  caller: Caller;
  isAlive: boolean;
  leave: (() => void) | null;
  readonly socket: WebSocket;
}

/** Registers the endpoint; who is calling has been settled before a socket is opened. */
export function serveLive(app: FastifyInstance, parts: LiveParts): void {
  const clients = new Set<Client>();
  const strangers = new Strangers();
  const live = liveHub(parts);

  parts.access.onEnded((isOver) => {
    for (const client of clients) if (isOver(client.caller)) client.socket.close(SIGNED_OUT);
  });
  const pings = setInterval(() => {
    for (const client of clients) ping(client);
  }, PING_MILLIS).unref();
  app.addHook("onClose", (_, done) => {
    clearInterval(pings);
    done();
  });

  app.get("/live", { websocket: true, schema: { hide: true } }, (socket: WebSocket, request: FastifyRequest) => {
    const leaveStrangers = request.caller.kind === "stranger" ? strangers.enter(request.ip) : () => undefined;
    if (leaveStrangers === null) {
      socket.close(TOO_MANY);
      return;
    }
    const client: Client = { caller: request.caller, isAlive: true, leave: null, socket };
    clients.add(client);
    arrive(parts, client);
    const connection = new Connection(socketPort(socket), live, rightsOf(parts, client));
    socket.on("message", (data: Buffer, isBinary: boolean) => {
      client.isAlive = true;
      connection.received(isBinary ? "" : data.toString("utf8"));
    });
    socket.on("pong", () => {
      client.isAlive = true;
    });
    socket.on("error", () => {
      socket.terminate();
    });
    socket.on("close", () => {
      connection.closed();
      clients.delete(client);
      client.leave?.();
      leaveStrangers();
    });
  });
}

/** How many strangers each address has connected. */
class Strangers {
  readonly #connected = new Map<string, number>();

  /** The function that says they have gone, or null where the address has its fill. */
  enter(address: string): (() => void) | null {
    const count = this.#connected.get(address) ?? 0;
    if (count >= PER_ADDRESS) return null;
    this.#connected.set(address, count + 1);
    return () => {
      const left = (this.#connected.get(address) ?? 1) - 1;
      if (left === 0) this.#connected.delete(address);
      else this.#connected.set(address, left);
    };
  }
}

function ping(client: Client): void {
  if (!client.isAlive) {
    client.socket.terminate();
    return;
  }
  client.isAlive = false;
  client.socket.ping();
}

function socketPort(socket: WebSocket): Socket {
  return {
    send: (text) => {
      socket.send(text);
    },
    close: (code) => {
      socket.close(code);
    },
    drop: () => {
      socket.terminate();
    },
    get buffered() {
      return socket.bufferedAmount;
    },
  };
}

function arrive({ presence, context }: LiveParts, client: Client): void {
  client.leave?.();
  client.leave =
    client.caller.kind === "device" ? presence.arrived(client.caller.device.id, context.writer.now()) : null;
}

function rightsOf(parts: LiveParts, client: Client): Rights {
  return {
    mayWatch: (topic) => mayWatch(client.caller, topic),
    hello(token) {
      const device = parts.access.deviceByToken(token);
      if (!device) return false;
      client.caller = { kind: "device", device };
      arrive(parts, client);
      return true;
    },
    heard() {
      if (client.caller.kind === "device") parts.presence.heard(client.caller.device.id, parts.context.writer.now());
    },
  };
}

/** Lobby and a ticket's own page are public; the rest is for staff, and for devices what concerns them. */
function mayWatch(caller: Caller, topic: TopicName): RefusalCode | null {
  if (topic.kind === "lobby" || topic.kind === "ticket") return null;
  if (caller.kind === "stranger") return "not-signed-in";
  switch (topic.kind) {
    case "queue":
      return caller.kind === "staff" ? null : "not-allowed";
    case "counter":
      return null;
    case "screen":
      return caller.kind === "staff" || caller.device.id === topic.id ? null : "not-allowed";
    case "health":
      return hasRole(caller, ["technician", "manager", "supervisor"]) ? null : "not-allowed";
    default:
      return topic satisfies never;
  }
}

function liveHub(parts: LiveParts): LiveHub {
  const { writer, moments } = parts.context;
  const present = () => moments.sure(writer.state, writer.now());
  return {
    topics: parts.topics,
    isFrame: parts.isFrame,
    epoch: () => writer.state.epoch,
    seq: () => writer.state.seq,
    now: () => {
      const { zone, now } = present();
      return zone.iso(now);
    },
    ticketOf: parts.keys.ticketOf,
    snapshot: (topic) => snapshotOf(parts, topic),
    passing(topic) {
      if (topic.kind === "lobby") return readyEvent(present());
      const id = topic.kind === "ticket" ? parts.keys.ticketOf(topic.token) : null;
      const ticket = id === null ? undefined : writer.state.tickets.get(id);
      return ticket ? aheadEvent(present(), ticket) : null;
    },
  };
}

function snapshotOf(parts: LiveParts, topic: TopicName): unknown {
  const { writer, moments, words, store } = parts.context;
  const moment = moments.sure(writer.state, writer.now());
  switch (topic.kind) {
    case "lobby":
      return lobbySnapshot(moment, parts.topics.calls);
    case "queue":
      return queueSnapshot(moment, words);
    case "counter": {
      const counter = moment.state.counters.get(topic.number);
      return counter ? counterSnapshot(moment, counter) : null;
    }
    case "ticket": {
      const id = parts.keys.ticketOf(topic.token);
      const ticket = id === null ? null : (moment.state.tickets.get(id) ?? store.findTicket(id));
      return ticket ? residentView(moment, ticket) : null;
    }
    case "screen":
      return deviceSnapshot(parts, topic.id);
    case "health":
      return healthSnapshot(parts);
    default:
      return topic satisfies never;
  }
}
