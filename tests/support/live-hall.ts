/** A hub that listens, its people, and everybody who is connected to it. */
import type { ClientOptions } from "ws";
import { Desk, type Person } from "./desk.ts";
import { forget, startHub, type TestHub, type TestHubOptions } from "./hub.ts";
import { LiveClient, type LiveFrame } from "./live-client.ts";

export class LiveHall {
  desk: Desk;
  #clients: LiveClient[] = [];

  private constructor(
    public hub: TestHub,
    public url: string,
  ) {
    this.desk = new Desk(hub);
  }

  static async start(options: TestHubOptions = {}): Promise<LiveHall> {
    const hub = await startHub(options);
    return new LiveHall(hub, await listening(hub));
  }

  async open(person?: Person, options: ClientOptions = {}): Promise<LiveClient> {
    const client = await LiveClient.open(this.url, { ...options, headers: { ...person?.headers, ...options.headers } });
    this.#clients.push(client);
    return client;
  }

  /** Somebody who has got their first snapshot. */
  async watching(topic: string, person?: Person): Promise<{ client: LiveClient; snapshot: LiveFrame }> {
    const client = await this.open(person);
    client.watch(topic);
    const snapshot = await client.next();
    if (snapshot?.t !== "snapshot") throw new Error(`no snapshot of ${topic} but ${JSON.stringify(snapshot)}`);
    return { client, snapshot };
  }

  /** Everybody's line is cut. */
  leave(): void {
    for (const client of this.#clients) client.close();
    this.#clients = [];
  }

  /** A new hub on the same data, with nobody connected. */
  async restart(options: TestHubOptions = {}): Promise<void> {
    this.leave();
    const { data, clock } = this.hub;
    await this.hub.stop();
    this.hub = await startHub({ data, clock, ...options });
    this.desk = new Desk(this.hub);
    this.url = await listening(this.hub);
  }

  async end(): Promise<void> {
    this.leave();
    await this.hub.stop();
    forget(this.hub.data);
  }
}

/** Where somebody who has read up to a snapshot or event goes on from. */
export function from(snapshot: LiveFrame, seq = snapshot.seq): { since: number; epoch: string } {
  return { since: seq ?? -1, epoch: snapshot.epoch ?? "" };
}

/** What frames tell of, in their order. */
export const types = (frames: readonly LiveFrame[]): string[] => frames.map(({ t, event }) => event?.type ?? t);

function listening(hub: TestHub): Promise<string> {
  return hub.app.listen({ port: 0, host: "127.0.0.1" });
}
