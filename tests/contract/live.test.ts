import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import type { ClientOptions } from "ws";
import { expected, type Desk, type Person } from "../support/desk.ts";
import { startHub, type TestHub } from "../support/hub.ts";
import type { LiveClient, LiveFrame } from "../support/live-client.ts";
import { LiveHall, types } from "../support/live-hall.ts";

describe("the live protocol", () => {
  let hall: LiveHall;
  let hub: TestHub;
  let desk: Desk;
  let station: Person;

  const open = (person?: Person, options?: ClientOptions): Promise<LiveClient> => hall.open(person, options);
  const watching = (topic: string, person?: Person) => hall.watching(topic, person);

  beforeEach(async () => {
    hall = await LiveHall.start({ env: { LUNDAO_PUBLIC_URL: "https://hall.example" } });
    ({ hub, desk } = hall);
    station = await desk.station();
  });

  afterEach(async () => {
    vi.useRealTimers();
    await hall.end();
  });

  describe("snapshot and events", () => {
    it("begins with how things stand, then tells what happens, in journal order, each once", async () => {
      await station.take("household");
      const clerk = await desk.clerkAt(4);
      const { client, snapshot } = await watching("lobby");
      expect(snapshot).toMatchObject({
        topic: "lobby",
        data: { date: "2026-11-25", calls: [], waiting: { household: 1 } },
      });
      expect(snapshot.now).toBe("2026-11-25T09:00:00.000+08:00");
      await station.take("household");
      await clerk.next();
      await clerk.does("recall");
      await clerk.serves();
      const events = await client.numbered();
      expect(types(events)).toEqual(["waiting", "called", "called", "left"]);
      const seqs = events.map(({ seq }) => seq ?? 0);
      expect(seqs).toEqual([...new Set(seqs)].sort((a, b) => a - b));
      expect(seqs[0]).toBeGreaterThan(snapshot.seq ?? 0);
      expect(events[1]?.event).toMatchObject({
        number: "H001",
        counter: 4,
        service: "household",
        times: 1,
        waiting: 1,
      });
      expect(events[2]?.event).toMatchObject({ number: "H001", counter: 4, times: 2 });
    });

    it("tells of a call only once it is on disk: nothing of one that was refused, or could not be written", async () => {
      const clerk = await desk.clerkAt(4);
      const { client } = await watching("lobby");
      expect((await clerk.press("call-next")).status).toBe(409);
      expect(await client.numbered()).toEqual([]);
      await station.take("household");
      await client.until(({ event }) => event?.type === "ready");
      const { store } = hub.hub.context;
      const commit = store.commit.bind(store);
      // The disk fails at the last moment, when all has been decided.
      vi.spyOn(store, "commit").mockImplementationOnce((work) =>
        commit((tx) => {
          work(tx);
          throw new Error("the disk is gone");
        }),
      );
      expect((await clerk.press("call-next")).status).toBe(503);
      expect(await client.numbered()).toEqual([]);
      const { number } = await clerk.next();
      expect(await client.numbered()).toMatchObject([{ event: { type: "called", number, times: 1 } }]);
    });

    it("gives each counter's screen its own counter", async () => {
      const [four, five] = [await desk.clerkAt(4), await desk.clerkAt(5)];
      const screen = await desk.device("counter-screen", { counter: 4 });
      const { client, snapshot } = await watching("counter/4", screen);
      expect(snapshot.data).toMatchObject({ counter: { counter: 4, state: "open", number: null }, inHand: null });
      await station.take("household");
      await station.take("veterans");
      await five.next();
      await four.next();
      const events = await client.rest();
      expect(types(events)).toEqual(["counter"]);
      expect(events[0]?.event).toMatchObject({ inHand: { number: "H001", state: "called", calls: 1 } });
    });

    it("tells a counter's panel whom the next press would call", async () => {
      const clerk = await desk.clerkAt(4);
      const { client, snapshot } = await watching("counter/4/next", clerk);
      expect(snapshot.data).toEqual({ ticket: null, number: null });
      const { id, number } = await station.take("household");
      expect(await client.next()).toMatchObject({ t: "event", event: { type: "next", ticket: id, number } });
      expect((await clerk.next()).id).toBe(id);
      expect(await client.next()).toMatchObject({ event: { type: "next", ticket: null, number: null } });
    });

    it("gives staff every open ticket and counter, and what changed of them", async () => {
      const clerk = await desk.clerkAt(4);
      const ticket = await station.take("household");
      const { client, snapshot } = await watching("queue", clerk);
      expect(snapshot.data).toMatchObject({ tickets: [{ id: ticket.id, state: "waiting" }] });
      await clerk.next();
      expected(await clerk.press("pause", { reason: "换药二十分钟" }), 200);
      const [called, paused] = await client.rest();
      expect(called?.event).toMatchObject({
        type: "ticket-called",
        ticket: { id: ticket.id },
        counters: [{ number: 4 }],
      });
      expect(paused?.event).toMatchObject({
        type: "counter-paused",
        counters: [{ state: "paused", pause: { reason: "换药二十分钟" } }],
      });
    });

    it("gives a resident their own ticket and no reason of a priority", async () => {
      const [four, five] = [await desk.clerkAt(4), await desk.clerkAt(5)];
      const guide = await desk.staff("guide");
      const ticket = await guide.take("household", { class: "courtesy", reason: "elderly" });
      await station.take("household");
      const { client, snapshot } = await watching(`ticket/${ticket.token}`);
      expect(snapshot.data).toMatchObject({ id: ticket.id, reason: null, ahead: 0 });
      await four.next();
      await four.does("transfer", { counter: 5 });
      expected(await five.press("close"), 200);
      const events = await client.numbered();
      expect(types(events)).toEqual(["ticket-called", "ticket-transferred", "ticket-returned"]);
      expect(events.map(({ topic }) => topic)).toEqual(events.map(() => `ticket/${ticket.token}`));
      expect(JSON.stringify(events)).not.toContain("elderly");
      expect(events[2]?.event).toMatchObject({ ticket: { counter: null } });
    });

    it("sends the same to everybody who watches, however many topics one of them has", async () => {
      const { client: one } = await watching("lobby");
      const { client: other } = await watching("lobby");
      const ticket = await station.take("household");
      other.watch(`ticket/${ticket.token}`);
      await station.take("household");
      const seen = (frames: readonly LiveFrame[]) =>
        frames.filter(({ topic, t }) => topic === "lobby" && t === "event");
      expect(seen(await other.numbered())).toEqual(seen(await one.numbered()));
    });

    it("stops telling of a topic that is no longer watched", async () => {
      const { client } = await watching("lobby");
      client.send({ t: "unwatch", topic: "lobby" });
      expect(await client.rest()).toEqual([]);
      await station.take("household");
      expect(await client.rest()).toEqual([]);
    });
  });

  describe("those whose right has ended", () => {
    it("a device that is cut off loses its connection at once", async () => {
      const screen = await desk.device("screen");
      const { client } = await watching("lobby", screen);
      const other = await open();
      other.send({ t: "hello", token: screen.headers["authorization"]?.replace("Bearer ", "") });
      await other.rest();
      expect((await (await desk.manager()).ask("DELETE", `/api/devices/${screen.id}`)).status).toBe(204);
      expect(await Promise.all([client.ended, other.ended])).toEqual([4401, 4401]);
    });

    it("who signs out loses theirs, and nobody else", async () => {
      const clerk = await desk.staff("clerk");
      const colleague = await desk.staff("clerk");
      const { client } = await watching("queue", clerk);
      const { client: stays } = await watching("queue", colleague);
      await clerk.ask("DELETE", "/api/session");
      expect(await client.ended).toBe(4401);
      expect(await stays.numbered()).toEqual([]);
    });

    it("so does who has another role, or is deleted", async () => {
      const manager = await desk.manager();
      const [one, other] = [await desk.staff("clerk"), await desk.staff("clerk")];
      const { client: first } = await watching("queue", one);
      const { client: second } = await watching("queue", other);
      await manager.ask("PATCH", `/api/users/${one.id}`, { body: { role: "editor" } });
      await manager.ask("DELETE", `/api/users/${other.id}`);
      expect(await Promise.all([first.ended, second.ended])).toEqual([4401, 4401]);
    });

    it("a new password closes every connection but those of the sign-in that set it", async () => {
      const here = await desk.staff("guide");
      const { body } = await here.get<{ user: { user: string } }>("/api/session");
      const there = await desk.signIn(body.user.user, `password-of-${body.user.user}`);
      const { client: stays } = await watching("queue", here);
      const { client: ends } = await watching("queue", there);
      expect(
        (await here.post("/api/session/password", { old: `password-of-${body.user.user}`, new: "a-new-password" }))
          .status,
      ).toBe(200);
      expect(await ends.ended).toBe(4401);
      expect(await stays.numbered()).toEqual([]);
    });
  });

  describe("clients that misbehave", () => {
    it("are closed where what they send is no frame", async () => {
      const client = await open();
      client.socket.send("{not json");
      expect(await client.ended).toBe(4400);
      const binary = await open();
      binary.socket.send(Buffer.from('{"t":"heartbeat"}'), { binary: true });
      expect(await binary.ended).toBe(4400);
    });

    it("are closed where a frame is larger than 64 KiB", async () => {
      const client = await open();
      client.socket.send("x".repeat(64 * 1024 + 1));
      expect(await client.ended).toBe(1009);
    });

    it("ask for more than a page would and lose their line, where they are strangers; staff and devices may", async () => {
      const flood = (client: LiveClient): void => {
        for (let count = 0; count < 100; count += 1) client.watch("lobby");
      };
      const stranger = await open();
      flood(stranger);
      expect(await stranger.ended).toBe(4429);
      expect(stranger.frames.length).toBeLessThan(80);
      const screen = await desk.device("screen");
      for (const known of [await open(await desk.staff("clerk")), await open(screen)]) {
        flood(known);
        expect(await known.rest()).toHaveLength(100);
      }
    });

    it("watch thirty-two topics and no more", async () => {
      const tokens: string[] = [];
      for (let count = 0; count < 33; count += 1) tokens.push((await station.take("proof")).token);
      const client = await open();
      for (const token of tokens) client.watch(`ticket/${token}`);
      const frames = (await client.rest()).filter(({ t }) => t !== "event");
      expect(frames.map(({ t, code }) => code ?? t).slice(30)).toEqual(["snapshot", "snapshot", "too-many-requests"]);
    });

    it("are dropped where they are too slow to read, and nobody else is", async () => {
      const { client: quick } = await watching("lobby");
      const slow = await open(await desk.staff("clerk"));
      for (let count = 0; count < 60; count += 1) await station.take("proof");
      slow.socket.pause();
      const held = hub.app.websocketServer.clients.size;
      for (let count = 0; count < 600; count += 1) slow.watch("queue");
      await vi.waitFor(
        () => {
          expect(hub.app.websocketServer.clients.size).toBe(held - 1);
        },
        { timeout: 10_000 },
      );
      slow.socket.resume();
      expect(await slow.ended).toBe(1006);
      const owed = slow.frames.reduce((bytes, frame) => bytes + JSON.stringify(frame).length, 0);
      expect(owed).toBeLessThan(16 * 1024 * 1024);
      expect(await quick.numbered()).toHaveLength(60);
    });

    it("are two hundred and fifty-six an address at most, where they are strangers", async () => {
      const first = await open();
      for (let count = 1; count < 256; count += 1) await open();
      const tooMany = await open();
      expect(await tooMany.ended).toBe(4429);
      const staff = await open(await desk.staff("clerk"));
      expect(await staff.rest()).toEqual([]);
      first.close();
      await vi.waitFor(
        async () => {
          expect(await (await open()).rest()).toEqual([]);
        },
        { timeout: 5000 },
      );
    });

    it("are gone where they answer no ping for two turns of fifteen seconds", async () => {
      vi.useFakeTimers({ toFake: ["setInterval", "clearInterval"] });
      await hall.restart();
      const deaf = await open(undefined, { autoPong: false });
      const healthy = await open();
      const pinged = Promise.all(
        [deaf, healthy].map(({ socket }) => new Promise((resolve) => socket.once("ping", resolve))),
      );
      vi.advanceTimersByTime(15_000);
      await pinged;
      // Its answer to the ping goes before its heartbeat.
      expect(await healthy.rest()).toEqual([]);
      vi.advanceTimersByTime(15_000);
      expect(await deaf.ended).toBe(1006);
      expect(await healthy.rest()).toEqual([]);
    });
  });

  it("tells the hall's time in answer to a heartbeat, also to who watches nothing", async () => {
    const client = await open();
    hub.clock.set("2026-11-25T10:15:00+08:00");
    client.send({ t: "heartbeat" });
    expect(await client.next()).toEqual({ t: "heartbeat", now: "2026-11-25T10:15:00.000+08:00" });
  });

  it("tells screens that the day has turned", async () => {
    const { client } = await watching("lobby");
    hub.clock.set("2026-11-26T09:00:00+08:00");
    await station.take("household");
    const events = await client.numbered();
    expect(types(events)).toEqual(["day", "waiting"]);
    expect(events[0]?.event).toMatchObject({ date: "2026-11-26" });
  });

  it("ends connections when the hub stops, and the hub does not wait for those that hang", async () => {
    const { client } = await watching("lobby");
    const hanging = await open();
    hanging.socket.pause();
    const begun = performance.now();
    await hub.stop();
    expect(performance.now() - begun).toBeLessThan(5000);
    expect(await client.ended).toBeGreaterThan(0);
    hall.hub = await startHub({ data: hub.data, clock: hub.clock });
  });
});
