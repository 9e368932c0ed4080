import fc from "fast-check";
import { beforeEach, describe, expect, it } from "vitest";
import { Moments } from "../../../server/commands/context.ts";
import { Connection, type LiveHub, type Socket } from "../../../server/live/connection.ts";
import { HubTopics } from "../../../server/live/hub-topics.ts";
import { Turns } from "../../../server/live/turns.ts";
import { Story } from "../domain/story.ts";

interface Frame {
  readonly t: string;
  readonly seq?: number;
  readonly event?: { readonly type: string };
}

/** A socket whose network takes what it is given at once, or only when it is told to. */
class Network implements Socket {
  readonly frames: Frame[] = [];
  buffered = 0;
  /** The most it ever owed. */
  most = 0;
  isDropped = false;
  isBlocked = false;
  #owed: { readonly bytes: number; readonly taken: (() => void) | undefined }[] = [];

  send(text: string, taken?: () => void): void {
    // The hub alone makes frames.
    this.frames.push(JSON.parse(text) as Frame);
    this.buffered += text.length;
    this.most = Math.max(this.most, this.buffered);
    this.#owed.push({ bytes: text.length, taken });
  }

  /** What it owes is taken now. */
  flows(): void {
    if (this.isBlocked) return;
    for (let next = this.#owed.shift(); next; next = this.#owed.shift()) {
      this.buffered -= next.bytes;
      next.taken?.();
    }
  }

  close(): void {
    this.isDropped = true;
  }

  drop(): void {
    this.isDropped = true;
  }

  get seqs(): (number | undefined)[] {
    return this.frames.map(({ seq }) => seq);
  }
}

/** A hub whose event loop the test turns. */
class SlowHub {
  readonly story = new Story({ counters: { 1: [["a"]] } });
  readonly topics: HubTopics;
  readonly networks: Network[] = [];
  #next: (() => void)[] = [];
  #told = 0;

  constructor() {
    const moments = new Moments();
    this.topics = new HubTopics(
      (state, now) => moments.of(state, now),
      { name: () => "李敏", note: () => null },
      (error) => {
        throw error;
      },
    );
    this.tell();
  }

  readonly #turns = new Turns((run) => this.#next.push(run));

  get last(): number {
    return this.story.state.seq;
  }

  happens(times: number): void {
    for (let count = 0; count < times; count += 1)
      this.story.does({ type: "pause", counter: 1, clerk: "clerk-1", returnAt: null, note: "none" });
    this.tell();
  }

  tell(): void {
    for (const event of this.story.journal.slice(this.#told)) this.topics.prepare(event, this.story.state);
    this.#told = this.story.journal.length;
    this.topics.publish();
  }

  connects(): { readonly network: Network; readonly says: (frame: object) => void; readonly leaves: () => void } {
    const network = new Network();
    this.networks.push(network);
    const hub: LiveHub = {
      topics: this.topics,
      turns: this.#turns,
      epoch: () => "one",
      seq: () => this.last,
      now: () => "now",
      isFrame: (value): value is never => value !== null,
      ticketOf: () => null,
      exists: () => true,
      snapshot: () => ({}),
      passing: () => [{ type: "passing", at: "now" }],
      failed: (error) => {
        throw error;
      },
    };
    const connection = new Connection(network, hub, {
      mayOwe: 4 * 1024 * 1024,
      mayAsk: () => true,
      mayWatch: () => null,
      readsNotes: () => true,
      hello: () => true,
      heard: () => undefined,
      reported: () => undefined,
      seen: () => undefined,
    });
    return {
      network,
      says: (frame) => {
        connection.received(JSON.stringify(frame));
      },
      leaves: () => {
        connection.closed();
      },
    };
  }

  /** One turn of the event loop; answers whether there is anything for a next one. */
  turns(): boolean {
    const due = this.#next;
    this.#next = [];
    for (const run of due) run();
    for (const network of this.networks) network.flows();
    return this.#next.length > 0;
  }

  /** As many turns as it takes; fails where they do not end. */
  rests(): number {
    let turns = 0;
    for (const network of this.networks) network.flows();
    while (this.turns()) {
      turns += 1;
      if (turns > 10_000) throw new Error("the hub does not come to rest");
    }
    return turns;
  }
}

describe("who comes back", () => {
  let hub: SlowHub;

  beforeEach(() => {
    hub = new SlowHub();
  });

  it("is told ten thousand events it missed and never owes much, though they are many megabytes", () => {
    const since = hub.last;
    hub.happens(10_000);
    const { network, says } = hub.connects();
    says({ t: "watch", topic: "queue", since, epoch: "one" });
    const turns = hub.rests();
    expect(network.isDropped).toBe(false);
    expect(network.seqs).toEqual([...Array.from({ length: 10_000 }, (_, index) => since + 1 + index), undefined]);
    expect(network.most).toBeLessThan(256 * 1024);
    expect(turns).toBeGreaterThan(20);
  });

  it("costs the hub only so much in a turn of its event loop, however many come back and however often they ask", () => {
    const since = hub.last;
    hub.happens(1000);
    const clients = Array.from({ length: 50 }, () => hub.connects());
    const told = () => clients.reduce((sum, { network }) => sum + network.frames.length, 0);
    let before = 0;
    do {
      expect(told() - before).toBeLessThan(600);
      before = told();
      for (const { says } of clients) says({ t: "watch", topic: "lobby", since, epoch: "one" });
    } while (hub.turns() && before < 20_000);
    for (const { says } of clients) says({ t: "watch", topic: "lobby", since, epoch: "one" });
    hub.rests();
    for (const { network } of clients) {
      const begun = network.seqs.lastIndexOf(since + 1);
      expect(network.seqs.slice(begun)).toEqual([
        ...Array.from({ length: 1000 }, (_, index) => since + 1 + index),
        undefined,
      ]);
    }
  });

  it("is told what happens meanwhile after what it missed, and what passes after both", () => {
    const since = hub.last;
    hub.happens(1000);
    const { network, says } = hub.connects();
    says({ t: "watch", topic: "queue", since, epoch: "one" });
    hub.happens(1);
    hub.turns();
    hub.topics.pass("queue", { type: "passing", at: "then" });
    hub.happens(2);
    hub.rests();
    hub.happens(1);
    expect(network.seqs).toEqual([
      ...Array.from({ length: 1003 }, (_, index) => since + 1 + index),
      undefined,
      since + 1004,
    ]);
  });

  it("is told no faster than it takes, and the rest once it takes it", () => {
    const since = hub.last;
    hub.happens(3000);
    const { network, says } = hub.connects();
    network.isBlocked = true;
    says({ t: "watch", topic: "queue", since, epoch: "one" });
    hub.rests();
    expect(network.frames.length).toBeLessThan(200);
    network.isBlocked = false;
    hub.rests();
    expect(network.frames).toHaveLength(3001);
  });

  it("begins anew where it asks again, and hears nothing more where it unwatches or leaves", () => {
    const since = hub.last;
    hub.happens(1000);
    const { network, says } = hub.connects();
    says({ t: "watch", topic: "queue", since, epoch: "one" });
    says({ t: "watch", topic: "queue", since: hub.last - 2, epoch: "one" });
    hub.rests();
    expect(network.seqs.slice(-3)).toEqual([hub.last - 1, hub.last, undefined]);
    expect(network.frames.length).toBeLessThan(200);
    for (const ends of [
      (client: ReturnType<SlowHub["connects"]>) => client.says({ t: "unwatch", topic: "queue" }),
      (client: ReturnType<SlowHub["connects"]>) => client.leaves(),
    ]) {
      const client = hub.connects();
      client.says({ t: "watch", topic: "queue", since, epoch: "one" });
      const sofar = client.network.frames.length;
      ends(client);
      hub.rests();
      hub.happens(1);
      expect(client.network.frames).toHaveLength(sofar);
    }
    expect([...hub.topics.watched()]).toEqual(["queue"]);
  });

  it("gets a snapshot where the hub has forgotten, by the time it takes more, what comes next", () => {
    const since = hub.last;
    hub.happens(12_000);
    const { network, says } = hub.connects();
    network.isBlocked = true;
    says({ t: "watch", topic: "queue", since, epoch: "one" });
    hub.happens(6000);
    network.isBlocked = false;
    hub.rests();
    hub.happens(1);
    expect(network.frames.slice(-2)).toMatchObject([
      { t: "snapshot", seq: hub.last - 1 },
      { t: "event", seq: hub.last },
    ]);
  });

  it("misses nothing and hears nothing twice, whatever happens while it catches up", () => {
    const step = fc.oneof(
      { weight: 4, arbitrary: fc.record({ happens: fc.integer({ min: 1, max: 300 }) }) },
      { weight: 4, arbitrary: fc.constant("turn") },
      { weight: 2, arbitrary: fc.constant("block") },
      { weight: 2, arbitrary: fc.constant("flow") },
      { weight: 1, arbitrary: fc.constant("leave") },
      { weight: 2, arbitrary: fc.constant("come") },
    );
    fc.assert(
      fc.property(fc.array(step, { maxLength: 40 }), (steps) => {
        const run = new SlowHub();
        const begun = run.last;
        const heard: (number | undefined)[] = [];
        let seen = begun;
        let client: ReturnType<SlowHub["connects"]> | null = null;
        const comes = () => {
          client = run.connects();
          client.says({ t: "watch", topic: "lobby", since: seen, epoch: "one" });
        };
        const leaves = () => {
          if (!client) return;
          client.leaves();
          heard.push(...client.network.seqs.filter((seq) => seq !== undefined));
          seen = heard.at(-1) ?? seen;
          client = null;
        };
        for (const each of steps) {
          if (typeof each === "object") run.happens(each.happens);
          else if (each === "turn") run.turns();
          else if (each === "come") {
            leaves();
            comes();
          } else if (each === "leave") leaves();
          else for (const network of run.networks) network.isBlocked = each === "block";
        }
        for (const network of run.networks) network.isBlocked = false;
        leaves();
        comes();
        run.rests();
        leaves();
        expect(heard).toEqual(Array.from({ length: run.last - begun }, (_, index) => begun + 1 + index));
      }),
      { seed: 7, numRuns: 60 },
    );
  });
});
