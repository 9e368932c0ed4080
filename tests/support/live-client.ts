/** A program that speaks the live protocol by itself: what a screen's maker would write from the contract. */
import WebSocket, { type ClientOptions } from "ws";

export interface LiveFrame {
  readonly t: "snapshot" | "event" | "refused" | "heartbeat";
  readonly topic: string;
  readonly seq?: number;
  readonly epoch?: string;
  readonly now?: string;
  readonly code?: string;
  /** Of a snapshot. */
  readonly data?: Readonly<Record<string, unknown>>;
  readonly event?: { readonly type: string; readonly at: string } & Readonly<Record<string, unknown>>;
}

export class LiveClient {
  readonly frames: LiveFrame[] = [];
  /** The code the connection ended with. */
  readonly ended: Promise<number>;
  #read = 0;
  readonly #waiting = new Set<() => void>();

  private constructor(readonly socket: WebSocket) {
    this.ended = new Promise((resolve) => {
      socket.once("close", (code) => {
        resolve(code);
        this.#wake();
      });
    });
    socket.on("error", () => undefined);
    socket.on("message", (data: Buffer) => {
      // The hub sends frames of the contract alone.
      this.frames.push(JSON.parse(data.toString("utf8")) as LiveFrame);
      this.#wake();
    });
  }

  /** Opens a connection to a hub's address; rejects with the status where it is refused. */
  static open(url: string, options: ClientOptions = {}, path = "/live"): Promise<LiveClient> {
    const socket = new WebSocket(`${url.replace(/^http/, "ws")}${path}`, options);
    const client = new LiveClient(socket);
    return new Promise((resolve, reject) => {
      socket.once("open", () => {
        resolve(client);
      });
      socket.once("unexpected-response", (_request, response) => {
        reject(new Error(String(response.statusCode)));
        socket.terminate();
      });
      socket.once("error", reject);
    });
  }

  send(frame: object): void {
    this.socket.send(JSON.stringify(frame));
  }

  watch(topic: string, from?: { readonly since: number; readonly epoch?: string }): void {
    this.send({ t: "watch", topic, ...from });
  }

  /** The next frame not yet read, in the order of arrival; null once the connection has ended. */
  async next(): Promise<LiveFrame | null> {
    for (;;) {
      const frame = this.frames[this.#read];
      if (frame) {
        this.#read += 1;
        return frame;
      }
      if (this.socket.readyState === WebSocket.CLOSED) return null;
      await new Promise<void>((resolve) => this.#waiting.add(resolve));
    }
  }

  /** Reads on to the first frame that fits. */
  async until(fits: (frame: LiveFrame) => boolean): Promise<LiveFrame> {
    for (;;) {
      const frame = await this.next();
      if (!frame) throw new Error("the connection ended");
      if (fits(frame)) return frame;
    }
  }

  /** All that the hub has sent so far and nobody has read; a heartbeat's answer comes behind it. */
  async rest(): Promise<LiveFrame[]> {
    const from = this.#read;
    this.send({ t: "heartbeat" });
    await this.until(({ t }) => t === "heartbeat");
    return this.frames.slice(from, this.#read - 1);
  }

  /** The same without what passes: snapshots, and events that have a place in the journal. */
  async numbered(): Promise<LiveFrame[]> {
    return (await this.rest()).filter(({ seq }) => seq !== undefined);
  }

  close(): void {
    this.socket.terminate();
  }

  #wake(): void {
    for (const resolve of this.#waiting) resolve();
    this.#waiting.clear();
  }
}
