/** `GET /live`: the WebSocket on which screens, panels and phones hear what happens. */
import type { WebSocket } from "@fastify/websocket";
import type { FastifyRequest } from "fastify";
import { ClientFrame, type ClientFrame as ClientFrameOnWire } from "../../shared/wire/live.ts";
import type { RefusalCode } from "../../shared/domain/refusal.ts";
import { hasRole, type Caller } from "../access/caller.ts";
import type { Ended } from "../access/access.ts";
import { Connection, type LiveHub, type Rights, type Socket } from "../live/connection.ts";
import { lobbySnapshot, queueSnapshot } from "../live/snapshots.ts";
import type { TopicName } from "../live/topic-names.ts";
import { counterSnapshot } from "../views/counter-view.ts";
import { residentView } from "../views/ticket-view.ts";
import { present, type App, type Hub } from "./kit.ts";
import { deviceSnapshot, healthSnapshot } from "./device-snapshots.ts";

const PING_MILLIS = 15_000;
const PER_ADDRESS = 256;
const SIGNED_OUT = 4401;
const TOO_MANY = 4429;

interface Client {
  caller: Caller;
  isAlive: boolean;
  leave: (() => void) | null;
  readonly socket: WebSocket;
}

export function liveRoutes(app: App, hub: Hub, checks: { readonly compile: (schema: unknown) => (value: unknown) => boolean }): void {
  const clients = new Set<Client>();
  const strangers = new Map<string, number>();
  const isFrame = checks.compile(ClientFrame);
  const live = liveHub(hub, (value): value is ClientFrameOnWire => isFrame(value));

  hub.access.onEnded((ended) => {
    for (const client of clients) if (isOver(client.caller, ended)) client.socket.close(SIGNED_OUT);
  });
  const pings = setInterval(() => {
    for (const client of clients) {
      if (!client.isAlive) client.socket.terminate();
      client.isAlive = false;
      client.socket.ping();
    }
  }, PING_MILLIS).unref();
  app.addHook("onClose", (_, done) => {
    clearInterval(pings);
    done();
  });

  app.get("/live", { websocket: true, schema: { hide: true } }, (socket: WebSocket, request: FastifyRequest) => {
    const count = (strangers.get(request.ip) ?? 0) + 1;
    const isStranger = request.caller.kind === "stranger";
    if (isStranger && count > PER_ADDRESS) {
      socket.close(TOO_MANY);
      return;
    }
    if (isStranger) strangers.set(request.ip, count);
    const client: Client = { caller: request.caller, isAlive: true, leave: null, socket };
    clients.add(client);
    arrive(hub, client);
    const connection = new Connection(socketPort(socket), live, rightsOf(hub, client));
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
      if (isStranger) strangers.set(request.ip, (strangers.get(request.ip) ?? 1) - 1);
      if (strangers.get(request.ip) === 0) strangers.delete(request.ip);
    });
  });
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

function arrive(hub: Hub, client: Client): void {
  client.leave?.();
  client.leave = client.caller.kind === "device" ? hub.presence.arrived(client.caller.device.id, hub.now()) : null;
}

function rightsOf(hub: Hub, client: Client): Rights {
  return {
    mayWatch: (topic) => mayWatch(client.caller, topic),
    hello(token) {
      const device = hub.access.deviceByToken(token);
      if (!device) return false;
      client.caller = { kind: "device", device };
      arrive(hub, client);
      return true;
    },
    heard() {
      if (client.caller.kind === "device") hub.presence.heard(client.caller.device.id, hub.now());
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

function isOver(caller: Caller, ended: Ended): boolean {
  if ("device" in ended) return caller.kind === "device" && caller.device.id === ended.device;
  if (caller.kind !== "staff") return false;
  return "session" in ended ? caller.session === ended.session : caller.user.id === ended.user && caller.session !== ended.keep;
}

function liveHub(hub: Hub, isFrame: LiveHub["isFrame"]): LiveHub {
  const { writer, words } = hub.context;
  return {
    topics: hub.topics,
    isFrame,
    epoch: () => writer.state.epoch,
    seq: () => writer.state.seq,
    now: () => {
      const { zone, now } = present(hub);
      return zone.iso(now);
    },
    ticketOf: (token) => hub.keys.ticketOf(token),
    snapshot: (topic) => {
      const moment = present(hub);
      switch (topic.kind) {
        case "lobby":
          return lobbySnapshot(moment, hub.topics.calls);
        case "queue":
          return queueSnapshot(moment, words);
        case "counter": {
          const counter = moment.state.counters.get(topic.number);
          return counter ? counterSnapshot(moment, counter) : null;
        }
        case "ticket": {
          const id = hub.keys.ticketOf(topic.token);
          const ticket = id === null ? null : (moment.state.tickets.get(id) ?? hub.context.store.findTicket(id));
          return ticket ? residentView(moment, ticket) : null;
        }
        case "screen":
          return deviceSnapshot(hub, topic.id);
        case "health":
          return healthSnapshot(hub);
        default:
          return topic satisfies never;
      }
    },
  };
}
