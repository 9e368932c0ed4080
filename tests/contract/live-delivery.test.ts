import { afterEach, beforeEach, describe, expect, it } from "vitest";
import type { Clerk, Person } from "../support/desk.ts";
import type { LiveClient, LiveFrame } from "../support/live-client.ts";
import { LiveHall } from "../support/live-hall.ts";

const painted = "2026-11-25T09:00:00.000+08:00";

describe("whether screens have shown a call", () => {
  let hall: LiveHall;
  let clerk: Clerk;
  let station: Person;
  let panel: LiveClient;

  /** A client of somebody's that says it has shown each call as it comes. */
  const showing = async (person?: Person): Promise<LiveClient> => {
    const { client } = await hall.watching("lobby", person);
    client.socket.on("message", (data: Buffer) => {
      // The hub sends frames of the contract alone.
      const { event, seq } = JSON.parse(data.toString("utf8")) as LiveFrame;
      if (event?.type === "called") client.send({ t: "seen", topic: "lobby", seq, painted });
    });
    return client;
  };
  const isWord = ({ event }: LiveFrame): boolean => event?.type === "shown" || event?.type === "not-shown";

  beforeEach(async () => {
    hall = await LiveHall.start();
    station = await hall.desk.station();
    clerk = await hall.desk.clerkAt(4);
    ({ client: panel } = await hall.watching("counter/4", clerk));
    await station.take("household");
    await station.take("household");
  });

  afterEach(async () => {
    await hall.end();
  });

  it("is told to its counter, with how many have, and anew for a recall", async () => {
    for (let count = 0; count < 2; count += 1) await showing(await hall.desk.device("screen"));
    const { number } = await clerk.next();
    const shown = await panel.until(isWord);
    expect(shown).toMatchObject({ topic: "counter/4", event: { type: "shown", number, screens: 2 } });
    expect(shown.seq).toBeUndefined();
    await clerk.does("recall");
    expect(await panel.until(isWord)).toMatchObject({ event: { type: "shown", number, screens: 2 } });
  });

  it("is told after a second where none has, and again once one has after all", async () => {
    const screen = await hall.desk.device("screen");
    const { client: late } = await hall.watching("lobby", screen);
    const { number } = await clerk.next();
    const called = await late.until(({ event }) => event?.type === "called");
    expect(await panel.until(isWord)).toMatchObject({ event: { type: "not-shown", number } });
    late.send({ t: "seen", topic: "lobby", seq: called.seq, painted });
    expect(await panel.until(isWord)).toMatchObject({ event: { type: "shown", number, screens: 1 } });
  });

  it("is believed of screens alone: of no stranger, no station, and not without an instant", async () => {
    await showing();
    await showing(station);
    await showing(clerk);
    const { client: screen } = await hall.watching("lobby", await hall.desk.device("screen"));
    screen.socket.on("message", (data: Buffer) => {
      const { event, seq } = JSON.parse(data.toString("utf8")) as LiveFrame;
      if (event?.type === "called") screen.send({ t: "seen", topic: "lobby", seq });
    });
    await clerk.next();
    expect(await panel.until(isWord)).toMatchObject({ event: { type: "not-shown" } });
  });
});
