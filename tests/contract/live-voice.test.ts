import { afterEach, beforeEach, describe, expect, it } from "vitest";
import type { Clerk, Person } from "../support/desk.ts";
import { sampleHall } from "../support/hub.ts";
import type { LiveClient, LiveFrame } from "../support/live-client.ts";
import { LiveHall } from "../support/live-hall.ts";

const at = "2026-11-25T09:00:00.000+08:00";

describe("which screen says a call", () => {
  let hall: LiveHall;
  let clerk: Clerk;
  let manager: Person;
  let screens: { readonly id: string; readonly client: LiveClient }[];
  const area = sampleHall().counters.find(({ number }) => number === 4)?.area ?? "";

  const isCall = ({ event }: LiveFrame): boolean => event?.type === "called";
  const isSpeak = ({ event }: LiveFrame): boolean => event?.type === "speak";
  const addScreen = async (): Promise<void> => {
    const person = await hall.desk.device("screen");
    const { client } = await hall.watching("lobby", person);
    const { body } = await person.get<{ id: string }>("/api/devices/self");
    screens.push({ id: body.id, client });
    hall.hub.clock.advance({ seconds: 1 });
  };

  beforeEach(async () => {
    hall = await LiveHall.start();
    screens = [];
    await addScreen();
    await addScreen();
    clerk = await hall.desk.clerkAt(4);
    manager = await hall.desk.manager();
    const station = await hall.desk.station();
    await station.take("household");
    await station.take("household");
  });
  afterEach(async () => {
    await hall.end();
  });

  it("is named with the call, and another a second later where it does not begin, once", async () => {
    const [first, second] = screens;
    await clerk.next();
    const called = await second?.client.until(isCall);
    expect(called?.event).toMatchObject({ speakers: { [area]: first?.id } });
    const speak = await first?.client.until(isSpeak);
    expect(speak?.event).toMatchObject({ type: "speak", call: called?.seq, area, screen: second?.id });
    expect(speak?.seq).toBeUndefined();
  });

  it("keeps the call where it says that it has begun, and the panel hears it", async () => {
    const [first, second] = screens;
    const { client: panel } = await hall.watching("counter/4", clerk);
    const { number } = await clerk.next();
    const called = await first?.client.until(isCall);
    first?.client.send({ t: "seen", topic: "lobby", seq: called?.seq, painted: at, spoken: at });
    const word = await panel.until(({ event }) => event?.type === "shown");
    expect(word.event).toMatchObject({ number, screens: 1, spoken: true });
    const saying = await second?.client.until(({ event }) => event?.type === "saying");
    expect(saying?.event).toMatchObject({ call: called?.seq, area: null, screen: first?.id });
    expect(saying?.event?.["millis"]).toBeGreaterThan(1_000);
    expect(saying?.seq).toBeUndefined();
    await clerk.does("recall");
    const recalled = await second?.client.until(({ event }) => event?.type === "called" && event["times"] === 2);
    expect(recalled?.event).toMatchObject({ speakers: { [area]: first?.id } });
    const { payload } = await hall.hub.app.inject("/metrics");
    expect(payload).toMatch(/^lundao_call_painted_seconds_count 1$/m);
    expect(payload).toMatch(/^lundao_call_spoken_seconds_count 1$/m);
  });

  it("is none that is set to be silent, and none of another area is waited for by the panel", async () => {
    const [first, second] = screens;
    const other = sampleHall().areas.find(({ id }) => id !== area)?.id ?? null;
    await manager.ask("PUT", `/api/screens/${first?.id ?? ""}`, {
      body: { speaks: false, ...(other && { area: other }) },
    });
    const { client: panel } = await hall.watching("counter/4", clerk);
    const { number } = await clerk.next();
    const called = await first?.client.until(isCall);
    expect(called?.event).toMatchObject({ speakers: { [area]: second?.id } });
    if (other !== null) {
      first?.client.send({ t: "seen", topic: "lobby", seq: called?.seq, painted: at });
      const word = await panel.until(({ event }) => event?.type === "shown" || event?.type === "not-shown");
      expect(word.event).toMatchObject({ type: "not-shown", number });
    }
  });

  it("is none that shows no calls at all", async () => {
    const [first, second] = screens;
    await manager.ask("PUT", `/api/screens/${first?.id ?? ""}`, { body: { layout: "content-only" } });
    await clerk.next();
    expect((await second?.client.until(isCall))?.event).toMatchObject({ speakers: { [area]: second?.id } });
  });

  it("is another than one whose browser blocks its sound, as it reports", async () => {
    const [first, second] = screens;
    const cache = { version: null, files: 0, missing: 0, bytes: 0 };
    const screen = { sound: "blocked", cache, clockErrorMs: 0, browser: "Chromium 109", uptimeSeconds: 9 };
    first?.client.send({ t: "heartbeat", screen });
    await first?.client.until(({ t }) => t === "heartbeat");
    await clerk.next();
    expect((await first?.client.until(isCall))?.event).toMatchObject({ speakers: { [area]: second?.id } });
  });

  it("hears that a service has begun, so that nobody is called any more", async () => {
    const [first] = screens;
    const { number } = await clerk.next();
    await clerk.does("start");
    const isBegun = ({ event, seq }: LiveFrame): boolean => event?.type === "counter" && seq === undefined;
    const begun = await first?.client.until(isBegun);
    expect(begun?.event).toMatchObject({ counter: { counter: 4, number, serving: true } });
  });
});

describe("a hall in its silent hours", () => {
  it("is spoken to by nobody, and a silent counter's calls are never sounded", async () => {
    const file = sampleHall();
    const counters = file.counters.map((counter) => (counter.number === 4 ? { ...counter, silent: true } : counter));
    const hall = await LiveHall.start({ hall: { ...file, counters, voice: { silentHours: [["08:00", "09:30"]] } } });
    const { client } = await hall.watching("lobby", await hall.desk.device("screen"));
    const station = await hall.desk.station();
    await station.take("household");
    const clerk = await hall.desk.clerkAt(4);
    await clerk.next();
    const called = await client.until(({ event }) => event?.type === "called");
    expect(called.event).toMatchObject({ silent: true, speakers: {} });
    await hall.end();
  });
});
