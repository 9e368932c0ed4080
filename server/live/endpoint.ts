/** `GET /live`: the WebSocket on which screens, panels and phones hear what happens. */
import type { WebSocket } from "@fastify/websocket";
import type { FastifyInstance, FastifyRequest } from "fastify";
import { readsNotes, type Caller } from "../commands/caller.ts";
import { Connection, TOO_MANY, type Rights, type Socket } from "./connection.ts";
import { Delivery } from "./delivery.ts";
import { deviceSnapshot } from "./device-snapshots.ts";
import { FrameBudget } from "./frame-budget.ts";
import { liveHub, type LiveParts } from "./live-hub.ts";
import { mayWatch } from "./rights.ts";

const PING_MILLIS = 15_000;
const PER_ADDRESS = 256;
const MAY_OWE_BYTES = 4 * 1024 * 1024;
/** They come in crowds, and what they may watch is small. */
const STRANGERS_MAY_OWE_BYTES = 512 * 1024;
const SIGNED_OUT = 4401;

interface Client {
  caller: Caller;
  isAlive: boolean;
  /** Says that its device has gone. */
  leave: (() => void) | null;
  /** Says that one stranger less is connected from its address. */
  leaveStrangers: (() => void) | null;
  readonly socket: WebSocket;
  /** Spent while it is a stranger. */
  readonly budget: FrameBudget;
}

/** Registers the endpoint; who is calling has been settled before a socket is opened. */
export function serveLive(app: FastifyInstance, parts: LiveParts): void {
  const clients = new Set<Client>();
  const strangers = new Strangers();
  const live = liveHub(parts, (error) => {
    app.log.error({ err: { name: "live", message: error instanceof Error ? error.message : "unknown" } }, "live");
  });
  const delivery = new Delivery(parts.topics, live.now);

  const tellDevice = (id: string): void => {
    const device = deviceSnapshot(parts, id);
    if (device) parts.topics.pass(`screen/${id}`, { type: "device", at: live.now(), ...device });
  };
  parts.access.onDeviceChanged(tellDevice);
  parts.wall.onSet(tellDevice);
  parts.access.onEnded((isOver) => {
    for (const client of clients) if (isOver(client.caller)) client.socket.close(SIGNED_OUT);
  });
  const pings = setInterval(() => {
    for (const client of clients) ping(client);
  }, PING_MILLIS).unref();
  app.addHook("onClose", (_, done) => {
    clearInterval(pings);
    delivery.stop();
    done();
  });

  app.get("/live", { websocket: true, schema: { hide: true } }, (socket: WebSocket, request: FastifyRequest) => {
    const client: Client = {
      caller: request.caller,
      isAlive: true,
      leave: null,
      leaveStrangers: null,
      socket,
      budget: new FrameBudget(() => performance.now()),
    };
    if (client.caller.kind === "stranger") {
      client.leaveStrangers = strangers.enter(request.ip);
      if (client.leaveStrangers === null) {
        socket.close(TOO_MANY);
        return;
      }
    }
    clients.add(client);
    arrive(parts, client);
    const connection = new Connection(socketPort(socket), live, rightsOf(client, parts, delivery));
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
      client.leaveStrangers?.();
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
    send: (text, taken) => {
      socket.send(text, taken);
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

/** A client is somebody, from the beginning or since its `hello`. */
function arrive({ presence, context }: LiveParts, client: Client): void {
  client.leave?.();
  if (client.caller.kind !== "stranger") {
    client.leaveStrangers?.();
    client.leaveStrangers = null;
  }
  client.leave =
    client.caller.kind === "device" ? presence.arrived(client.caller.device.id, context.writer.now()) : null;
}

function rightsOf(client: Client, parts: LiveParts, delivery: Delivery): Rights {
  return {
    get mayOwe() {
      return client.caller.kind === "stranger" ? STRANGERS_MAY_OWE_BYTES : MAY_OWE_BYTES;
    },
    mayAsk: () => client.caller.kind !== "stranger" || client.budget.spend(),
    mayWatch: (topic) => mayWatch(client.caller, topic),
    readsNotes: () => readsNotes(client.caller),
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
    reported(report) {
      const { caller } = client;
      if (caller.kind === "device" && caller.device.kind === "screen") parts.wall.heard(caller.device.id, report);
    },
    seen({ topic, seq, painted }) {
      const { caller } = client;
      const isScreen = caller.kind === "device" && caller.device.kind === "screen";
      if (isScreen && topic === "lobby" && painted !== undefined) delivery.seen(caller.device.id, seq);
    },
  };
}
