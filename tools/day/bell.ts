/** Wakes idle clerks when somebody comes to wait, as the lobby's own chime would. Hears it on the hub's live topic. */
import WebSocket from "ws";
import type { Headers } from "./hub-api.ts";

interface Idle {
  readonly services: ReadonlySet<string>;
  readonly wake: () => void;
}

const RECONNECT_MILLIS = 1000;

export class Bell {
  #idle: Idle[] = [];
  #rings = 0;
  #socket: WebSocket | null = null;
  #isStopped = false;

  /** How often it has rung; a clerk who looked in vain compares, lest somebody came in the meantime. */
  get rings(): number {
    return this.#rings;
  }

  /** Listens to the hub; after a break it connects again. */
  listen(base: string, as: Headers): void {
    const socket = new WebSocket(`${base.replace(/^http/, "ws")}/live`, { headers: as });
    this.#socket = socket;
    socket.on("open", () => socket.send(JSON.stringify({ t: "watch", topic: "queue" })));
    socket.on("message", (data: Buffer) => this.#heard(data.toString("utf8")));
    socket.on("error", () => socket.terminate());
    socket.on("close", () => {
      if (!this.#isStopped) setTimeout(() => this.#isStopped || this.listen(base, as), RECONNECT_MILLIS).unref();
    });
  }

  stop(): void {
    this.#isStopped = true;
    this.#socket?.terminate();
  }

  /** Somebody waits for this service now: all who are idle and serve it hear it, who idled longest first. */
  ring(service: string): void {
    this.#rings += 1;
    const called = this.#idle.filter(({ services }) => services.has(service));
    this.#idle = this.#idle.filter((idle) => !called.includes(idle));
    for (const { wake } of called) wake();
  }

  /** Resolves at the next ring for one of these services, or when `orElse` does. */
  async wait(services: ReadonlySet<string>, orElse: Promise<unknown>): Promise<void> {
    let own: Idle | null = null;
    const rung = new Promise<void>((resolve) => {
      own = { services, wake: resolve };
      this.#idle.push(own);
    });
    await Promise.race([rung, orElse]);
    this.#idle = this.#idle.filter((idle) => idle !== own);
  }

  #heard(text: string): void {
    const frame: unknown = JSON.parse(text);
    const ticket = ticketIn(frame);
    if (ticket?.state === "waiting") this.ring(ticket.service);
  }
}

/** The ticket that an event of `queue` tells of. */
function ticketIn(frame: unknown): { readonly state: string; readonly service: string } | null {
  if (!isObject(frame) || !isObject(frame["event"]) || !isObject(frame["event"]["ticket"])) return null;
  const { state, service } = frame["event"]["ticket"];
  return typeof state === "string" && typeof service === "string" ? { state, service } : null;
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === "object" && value !== null;
}
