/** A lobby screen by the product's own rules: it folds what it hears, and comes back by seq and epoch. */
import { blankPicture, fold, pictureOf, type Picture } from "../../display/lobby/picture.ts";
import type { LobbyEvent, LobbySnapshot } from "../../shared/wire/live.ts";
import { LiveClient, type LiveFrame } from "../support/live-client.ts";

export class WatchingScreen {
  picture: Picture = blankPicture;
  /** Every frame of an event, by its place in the journal; one that came twice is kept twice. */
  readonly heard: { readonly seq: number; readonly event: LobbyEvent }[] = [];
  snapshots = 0;
  #from: { since: number; epoch: string } | null = null;
  #client: LiveClient | null = null;
  #reading: Promise<void> = Promise.resolve();

  get seq(): number {
    return this.#from?.since ?? 0;
  }

  async comes(url: string): Promise<void> {
    const client = await LiveClient.open(url);
    this.#client = client;
    client.watch("lobby", this.#from ?? undefined);
    this.#reading = this.#readAll(client);
  }

  /** The connection has been lost, or is. */
  async goes(): Promise<void> {
    this.#client?.close();
    await this.#reading;
    this.#client = null;
  }

  async #readAll(client: LiveClient): Promise<void> {
    for (let frame = await client.next(); frame; frame = await client.next()) this.#take(frame);
  }

  #take({ t, seq, epoch, data, event }: LiveFrame): void {
    if (t === "snapshot" && data) {
      this.snapshots += 1;
      // What the lobby's frames carry is the wire's, and the hub sends nothing else.
      this.picture = pictureOf(data as unknown as LobbySnapshot);
      this.#from = { since: seq ?? 0, epoch: epoch ?? "" };
    }
    if (t !== "event" || !event) return;
    const lobbyEvent = event as unknown as LobbyEvent;
    this.picture = fold(this.picture, lobbyEvent, seq);
    if (seq === undefined || !this.#from) return;
    this.heard.push({ seq, event: lobbyEvent });
    this.#from = { ...this.#from, since: seq };
  }
}

/** How a screen that has just come in sees the lobby. */
export async function freshPicture(url: string): Promise<Picture> {
  const client = await LiveClient.open(url);
  client.watch("lobby");
  const frame = await client.next();
  client.close();
  if (!frame?.data) throw new Error("there is no lobby");
  return pictureOf(frame.data as unknown as LobbySnapshot);
}

/** A picture as people see it: a service nobody waits for is as one never heard of. */
export function asSeen(picture: Picture): Picture {
  return { ...picture, waiting: Object.fromEntries(Object.entries(picture.waiting).filter(([, count]) => count > 0)) };
}
