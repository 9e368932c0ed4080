import { Ajv } from "ajv";
import { beforeEach, describe, expect, it } from "vitest";
import { Moments } from "../../../server/commands/context.ts";
import { Connection, type LiveHub, type Rights, type Socket } from "../../../server/live/connection.ts";
import { HubTopics } from "../../../server/live/hub-topics.ts";
import { Turns } from "../../../server/live/turns.ts";
import { parseTopic } from "../../../server/live/topic-names.ts";
import { ClientFrame, type ClientFrame as ClientFrameOnWire } from "../../../shared/wire/live.ts";
import { Story } from "../domain/story.ts";

const isFrame = new Ajv({ strict: false }).compile(ClientFrame);

class FakeSocket implements Socket {
  readonly sent: string[] = [];
  buffered = 0;
  closedWith: number | null = null;
  isDropped = false;

  send(text: string): void {
    this.sent.push(text);
  }

  close(code: number): void {
    this.closedWith = code;
  }

  drop(): void {
    this.isDropped = true;
  }

  /** What was sent, by kind of frame and topic or code. */
  get kinds(): string[] {
    return this.sent.map((text) => {
      const frame = JSON.parse(text) as { t: string; topic?: string; code?: string };
      return [frame.t, frame.topic, frame.code].filter((part) => part !== undefined).join(" ");
    });
  }
}

describe("a live connection", () => {
  const story = new Story({ counters: { 1: [["a"]] } });
  const moments = new Moments();
  let topics: HubTopics;
  let socket: FakeSocket;
  let connection: Connection;
  let mayWatch: Rights["mayWatch"];
  let snapshot: LiveHub["snapshot"];
  let exists: LiveHub["exists"];
  let failures: unknown[];
  let seen: object[];
  let asks: number;

  beforeEach(() => {
    const words = { name: () => "", note: () => null };
    failures = [];
    topics = new HubTopics(
      (state, now) => moments.of(state, now),
      words,
      (error) => failures.push(error),
    );
    socket = new FakeSocket();
    mayWatch = () => null;
    snapshot = () => ({});
    exists = () => true;
    seen = [];
    asks = 1000;
    const hub: LiveHub = {
      topics,
      turns: new Turns(() => undefined),
      epoch: () => "one",
      seq: () => story.state.seq,
      now: () => "now",
      isFrame: (value): value is ClientFrameOnWire => isFrame(value),
      ticketOf: (token) => (token === "TOKEN" ? "anna" : null),
      snapshot: (topic) => snapshot(topic),
      exists: (topic) => exists(topic),
      passing: () => [],
      failed: (error) => failures.push(error),
    };
    const rights: Rights = {
      mayOwe: 4 * 1024 * 1024,
      mayAsk: () => asks-- > 0,
      mayWatch: (topic) => mayWatch(topic),
      readsNotes: () => true,
      hello: (token) => token === "KEY",
      heard: () => undefined,
      reported: () => undefined,
      seen: (frame) => seen.push(frame),
    };
    connection = new Connection(socket, hub, rights);
  });

  const says = (frame: object): void => {
    connection.received(JSON.stringify(frame));
  };

  it("gets a snapshot of what it watches, then what passes there, until it unwatches", () => {
    says({ t: "watch", topic: "lobby" });
    topics.pass("lobby", { type: "ready", at: "now" });
    says({ t: "unwatch", topic: "lobby" });
    topics.pass("lobby", { type: "ready", at: "later" });
    expect(socket.kinds).toEqual(["snapshot lobby", "event lobby"]);
  });

  it("hears an event once though it watches twice", () => {
    says({ t: "watch", topic: "lobby" });
    says({ t: "watch", topic: "lobby" });
    topics.pass("lobby", { type: "ready", at: "now" });
    expect(socket.kinds).toEqual(["snapshot lobby", "snapshot lobby", "event lobby"]);
  });

  it("watches thirty-two topics and no more, and may exchange one", () => {
    for (let number = 1; number <= 33; number += 1) says({ t: "watch", topic: `counter/${String(number)}` });
    expect(socket.kinds.slice(31)).toEqual(["snapshot counter/32", "refused counter/33 too-many-requests"]);
    says({ t: "watch", topic: "counter/7" });
    says({ t: "unwatch", topic: "counter/8" });
    says({ t: "watch", topic: "counter/33" });
    expect(socket.kinds.slice(33)).toEqual(["snapshot counter/7", "snapshot counter/33"]);
  });

  it("is refused what it may not have and what there is not, and goes on", () => {
    mayWatch = ({ kind }) => (kind === "queue" ? "not-allowed" : null);
    for (const topic of ["queue", "nothing", "ticket/FORGED", "counter/0", "lobby"]) says({ t: "watch", topic });
    expect(socket.kinds).toEqual([
      "refused queue not-allowed",
      "refused nothing not-found",
      "refused ticket/FORGED not-found",
      "refused counter/0 not-found",
      "snapshot lobby",
    ]);
  });

  it("is told where its token is nobody's", () => {
    says({ t: "hello", token: "KEY" });
    says({ t: "hello", token: "FORGED" });
    expect(socket.kinds).toEqual(["refused  not-signed-in"]);
  });

  it("has its heartbeat answered with the hall's time", () => {
    says({ t: "heartbeat" });
    expect(socket.sent).toEqual(['{"t":"heartbeat","now":"now"}']);
  });

  it.each([
    "",
    "not json",
    "null",
    "[]",
    "{}",
    '{"t":"watch"}',
    '{"t":"watch","topic":""}',
    '{"t":"watch","topic":"lobby","since":-1}',
    '{"t":"watch","topic":"lobby","since":1.5}',
    '{"t":"watch","topic":"lobby","more":true}',
    '{"t":"dance"}',
    '{"t":"watch","topic":"lobby","__proto__":{"since":1}}',
    `{"t":"watch","topic":"${"x".repeat(300)}"}`,
  ])("ends where something comes that is no frame: %s", (text) => {
    connection.received(text);
    expect(socket.closedWith).toBe(4400);
    topics.pass("lobby", { type: "ready", at: "now" });
    expect(socket.sent).toEqual([]);
  });

  it("is dropped once it owes more than four megabytes, and is sent nothing more", () => {
    says({ t: "watch", topic: "lobby" });
    socket.buffered = 4 * 1024 * 1024;
    topics.pass("lobby", { type: "ready", at: "now" });
    expect(socket.isDropped).toBe(false);
    socket.buffered += 1;
    topics.pass("lobby", { type: "ready", at: "now" });
    expect(socket.isDropped).toBe(true);
    topics.pass("lobby", { type: "ready", at: "now" });
    expect(socket.sent).toHaveLength(2);
    expect(topics.isWatched("lobby")).toBe(false);
  });

  it("ends where the hub itself cannot serve a frame, and the hub goes on", () => {
    const fault = new Error("the disk is gone");
    snapshot = () => {
      throw fault;
    };
    says({ t: "watch", topic: "lobby" });
    expect(socket.closedWith).toBe(1011);
    expect(failures).toEqual([fault]);
  });

  it("is heard no more once it has ended, though frames of its may still be on their way", () => {
    says({ t: "watch", topic: "lobby" });
    connection.received("not json");
    says({ t: "watch", topic: "lobby" });
    says({ t: "hello", token: "FORGED" });
    expect(socket.kinds).toEqual(["snapshot lobby"]);
    expect(topics.isWatched("lobby")).toBe(false);
  });

  it("watches nothing where its first snapshot is already more than it can take", () => {
    socket.buffered = 5 * 1024 * 1024;
    says({ t: "watch", topic: "lobby" });
    expect(socket.isDropped).toBe(true);
    expect(topics.isWatched("lobby")).toBe(false);
  });

  it("gets a snapshot of its own device and of the hall's health however much it has seen, since nothing of them stands in the journal", () => {
    for (const topic of ["lobby", "screen/one", "health"])
      says({ t: "watch", topic, since: story.state.seq, epoch: "one" });
    expect(socket.kinds).toEqual(["snapshot screen/one", "snapshot health"]);
  });

  it("ends where it asks more than it may, and what it asks then is not looked at", () => {
    asks = 2;
    for (let count = 0; count < 3; count += 1) says({ t: "watch", topic: "lobby" });
    expect(socket.closedWith).toBe(4429);
    expect(socket.kinds).toEqual(["snapshot lobby", "snapshot lobby"]);
    expect(topics.isWatched("lobby")).toBe(false);
  });

  it("goes on after a seq without naming an epoch, and gets a snapshot where it names one that is over", () => {
    says({ t: "watch", topic: "lobby", since: story.state.seq });
    expect(socket.kinds).toEqual([]);
    expect(topics.isWatched("lobby")).toBe(true);
    says({ t: "watch", topic: "lobby", since: story.state.seq, epoch: "another" });
    expect(socket.kinds).toEqual(["snapshot lobby"]);
  });

  it("is refused what there is not, also where it says that it has seen all of it", () => {
    exists = (topic) => topic.kind !== "counter" || topic.number === 1;
    for (const topic of ["counter/1", "counter/99"]) says({ t: "watch", topic, since: story.state.seq, epoch: "one" });
    expect(socket.kinds).toEqual(["refused counter/99 not-found"]);
    expect([...topics.watched()]).toEqual(["counter/1"]);
  });

  it("hands on what it says it has shown", () => {
    const frame = { t: "seen", topic: "lobby", seq: 3, painted: "2026-11-25T09:00:00.000+08:00" };
    says(frame);
    expect(seen).toEqual([frame]);
  });

  it("leaves nothing behind when it closes", () => {
    says({ t: "watch", topic: "lobby" });
    says({ t: "watch", topic: "ticket/TOKEN" });
    connection.closed();
    expect([...topics.watched()]).toEqual([]);
  });
});

describe("a topic's name", () => {
  it("is one of the contract's", () => {
    expect(parseTopic("lobby")).toEqual({ kind: "lobby" });
    expect(parseTopic("counter/12")).toEqual({ kind: "counter", number: 12 });
    expect(parseTopic("ticket/a-B_9")).toEqual({ kind: "ticket", token: "a-B_9" });
    expect(parseTopic("screen/id")).toEqual({ kind: "screen", id: "id" });
  });

  it("is nothing else", () => {
    for (const name of [
      "Lobby",
      "lobby/",
      "counter/",
      "counter/01",
      "counter/1/2",
      "counter/-1",
      "ticket/",
      "ticket/a b",
      "ticket/../x",
      "screen/",
      "__proto__",
      "constructor",
    ]) {
      expect(parseTopic(name)).toBeNull();
    }
  });
});
