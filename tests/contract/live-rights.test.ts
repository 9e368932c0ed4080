import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import type { ClientOptions } from "ws";
import { expected, type Desk, type Person } from "../support/desk.ts";
import { LiveClient } from "../support/live-client.ts";
import { LiveHall } from "../support/live-hall.ts";

describe("who may watch what", () => {
  let hall: LiveHall;
  let desk: Desk;
  let station: Person;

  const open = (person?: Person, options?: ClientOptions): Promise<LiveClient> => hall.open(person, options);
  const watching = (topic: string, person?: Person) => hall.watching(topic, person);

  beforeEach(async () => {
    hall = await LiveHall.start({ env: { LUNDAO_PUBLIC_URL: "https://hall.example" } });
    ({ desk } = hall);
    station = await desk.station();
  });

  afterEach(async () => {
    vi.useRealTimers();
    await hall.end();
  });

  const topics = ["lobby", "ticket/TOKEN", "counter/4", "counter/4/next", "queue", "screen/OTHER", "health"] as const;
  const yes = "snapshot";
  const no = "not-allowed";
  const sign = "not-signed-in";
  /** A row for each person, a verdict for each topic. */
  const table = [
    ["stranger", yes, yes, sign, sign, sign, sign, sign],
    ["screen", yes, yes, yes, no, no, no, no],
    ["station", yes, yes, yes, no, no, no, no],
    ["clerk", yes, yes, yes, yes, yes, yes, no],
    ["guide", yes, yes, yes, yes, yes, yes, no],
    ["supervisor", yes, yes, yes, yes, yes, yes, yes],
    ["technician", yes, yes, yes, yes, yes, yes, yes],
  ] as const;

  it("tells what staff have written by hand to those who meet the person alone", async () => {
    const clerk = await desk.clerkAt(4);
    const ticket = await station.take("household");
    const told: unknown[] = [];
    const people = [await desk.staff("guide"), await desk.staff("supervisor"), await desk.staff("technician")];
    const watched = await Promise.all(people.map((person) => watching("queue", person)));
    expected(await clerk.post("/api/counters/4/call", { ticket: ticket.id, reason: "李敏取身份证" }), 200);
    expected(await clerk.press("pause", { reason: "送李敏" }), 200);
    for (const [index, person] of people.entries()) {
      type Pause = { readonly pause: { readonly reason: string | null } | null };
      const history = await person.get<{ items: object[] }>(`/api/tickets/${ticket.id}/history`);
      const counters = expected(await person.get<{ items: Pause[] }>("/api/counters"), 200);
      const paused = (await watched[index]?.client.rest())?.at(-1);
      const later = await watching("queue", person);
      told.push({
        called: history.body.items.at(-1),
        counters: counters.items.flatMap(({ pause }) => pause?.reason ?? []),
        live: JSON.stringify([paused, later.snapshot]).includes("送李敏"),
        topic: paused?.topic,
      });
    }
    const without = { called: { how: "number", reason: null }, counters: [], live: false, topic: "queue" };
    const withNotes = { called: { how: "number", reason: "李敏取身份证" }, counters: ["送李敏"], live: true };
    expect(told).toMatchObject([withNotes, without, without]);
  });

  it("follows the table, topic by topic", async () => {
    const other = await desk.device("screen");
    const { token } = await station.take("household");
    const people: Readonly<Record<string, Person>> = {
      stranger: desk.stranger(),
      screen: await desk.device("screen"),
      station,
      clerk: await desk.staff("clerk"),
      guide: await desk.staff("guide"),
      supervisor: await desk.staff("supervisor"),
      technician: await desk.staff("technician"),
    };
    for (const [who, ...verdicts] of table) {
      const client = await open(people[who]);
      for (const topic of topics) client.watch(topic.replace("OTHER", other.id).replace("TOKEN", token));
      const frames = (await client.rest()).filter(({ t }) => t === "snapshot" || t === "refused");
      const answers = frames.map(({ t, code }) => code ?? t);
      expect([who, ...answers]).toEqual([who, ...verdicts]);
    }
  });

  it("lets a device watch its own place", async () => {
    const screen = await desk.device("screen");
    const { snapshot } = await watching(`screen/${screen.id}`, screen);
    expect(snapshot.data).toMatchObject({ id: screen.id, kind: "screen" });
  });

  it("does not find what is no topic, a counter that is none, or a ticket nobody signed", async () => {
    const client = await open(await desk.staff("clerk"));
    const none = ["nothing", "counter/99", "counter/x", "ticket/forged", "screen/none", "__proto__"];
    for (const topic of none) client.watch(topic);
    const frames = await client.rest();
    expect(frames.map(({ topic, code }) => [topic, code])).toEqual(none.map((topic) => [topic, "not-found"]));
  });

  it("takes a device's token in a first frame, for pages that can set no header", async () => {
    const screen = await desk.device("screen");
    const client = await open();
    client.watch("counter/4");
    client.send({ t: "hello", token: screen.headers["authorization"]?.replace("Bearer ", "") });
    client.watch("counter/4");
    client.send({ t: "hello", token: "nobody's" });
    expect((await client.rest()).map(({ t, code }) => code ?? t)).toEqual([
      "not-signed-in",
      "snapshot",
      "not-signed-in",
    ]);
  });

  it("refuses a handshake with a token that nobody holds, rather than taking it for a stranger's", async () => {
    await expect(open(undefined, { headers: { authorization: "Bearer forged" } })).rejects.toThrow("401");
  });

  it("refuses a handshake from somebody else's page, and allows the hall's own and none at all", async () => {
    await expect(open(undefined, { origin: "http://elsewhere.example" })).rejects.toThrow("403");
    await expect(open(undefined, { origin: "null" })).rejects.toThrow("403");
    await open(undefined, { origin: hall.url });
    await open(undefined, { origin: "https://hall.example" });
    await open();
  });

  it("opens a socket nowhere else", async () => {
    const { token } = await station.take("household");
    for (const path of [`/api/t/${token}`, "/api/hall", "/none"]) {
      await expect(LiveClient.open(hall.url, {}, path)).rejects.toThrow("404");
    }
  });
});
