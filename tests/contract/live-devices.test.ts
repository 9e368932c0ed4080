import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import type { HealthEvent, TicketEvent } from "../../shared/wire/live.ts";
import { expected, type Person } from "../support/desk.ts";
import { FakePrinter } from "../support/fake-printer.ts";
import type { LiveClient, LiveFrame } from "../support/live-client.ts";
import { from, LiveHall } from "../support/live-hall.ts";

type PrintEvent = Extract<TicketEvent, { readonly print: unknown }>;

/** The condition that an event of `health` tells. */
type PrinterEvent = Extract<HealthEvent, { type: "printer" }>;
const conditionIn = (event: LiveFrame["event"]): PrinterEvent["printer"]["condition"] | null =>
  // The wire's promise for this topic.
  event?.type === "printer" ? (event as unknown as PrinterEvent).printer.condition : null;

const isPrint = (event: LiveFrame["event"], state: string): boolean =>
  // The wire's promise for this topic.
  event?.type === "print" && (event as unknown as PrintEvent).print.state === state;

describe("what is told live of devices", () => {
  let hall: LiveHall;

  /** Comes back as somebody who has missed nothing that stands in the journal. */
  const comesBack = async (topic: string, person: Person, { epoch = "" }: LiveFrame): Promise<LiveFrame | null> => {
    const back = await hall.open(person);
    back.watch(topic, { since: hall.hub.hub.context.writer.state.seq, epoch });
    return back.next();
  };

  beforeEach(async () => {
    hall = await LiveHall.start();
  });

  afterEach(async () => {
    await hall.end();
  });

  it("reaches a device at once when it is renamed or moved, and one that comes back hears how it stands", async () => {
    const manager = await hall.desk.manager();
    const screen = await hall.desk.device("counter-screen", { counter: 4 });
    const topic = `screen/${screen.id}`;
    const { client, snapshot } = await hall.watching(topic, screen);
    const change = (body: object) => manager.ask("PATCH", `/api/devices/${screen.id}`, { body });
    await change({ name: "东门屏", counter: 5 });
    await change({});
    const [told, ...more] = await client.rest();
    expect(more).toEqual([]);
    expect(told?.seq).toBeUndefined();
    expect(told?.event).toMatchObject({ type: "device", id: screen.id, name: "东门屏", counter: 5 });
    expect(await comesBack(topic, screen, snapshot)).toMatchObject({
      t: "snapshot",
      data: { name: "东门屏", counter: 5 },
    });
  });

  it("tells a technician how a printer stands when that changes, and who comes back how it stands by now", async () => {
    const station = await hall.desk.station();
    const technician = await hall.desk.staff("technician");
    const { client, snapshot } = await hall.watching("health", technician);
    expect(snapshot.data).toMatchObject({ devices: [{ id: station.id, printer: { condition: "none" } }] });
    const body = { kind: "tcp", host: "127.0.0.1", port: 1, columns: 48 };
    expect((await technician.ask("PUT", `/api/devices/${station.id}/printer`, { body })).status).toBe(200);
    await station.take("household");
    const offline = await client.until(({ event }) => conditionIn(event) === "offline");
    expect(offline).toMatchObject({ topic: "health", event: { type: "printer", device: station.id } });
    expect(offline.seq).toBeUndefined();
    expect(await comesBack("health", technician, snapshot)).toMatchObject({
      t: "snapshot",
      data: { devices: [{ id: station.id, printer: { condition: "offline", pending: 1 } }] },
    });
  });

  describe("of a station's printer", () => {
    let printer: FakePrinter;
    let station: Person;

    beforeEach(async () => {
      printer = await FakePrinter.start();
      station = await hall.desk.station();
      const body = { kind: "tcp", ...printer.address, columns: 48 };
      const manager = await hall.desk.manager();
      expected(await manager.ask("PUT", `/api/devices/${station.id}/printer`, { body }), 200);
    });

    afterEach(async () => {
      await printer.turnOff();
    });

    it("tells the station when its paper has gone and when there is some again", async () => {
      printer.switches.paper = "out";
      const { client } = await hall.watching(`screen/${station.id}`, station);
      await station.take("household");
      const told = (condition: string) => client.until(({ event }) => conditionIn(event) === condition);
      expect(await told("paper-out")).toMatchObject({ topic: `screen/${station.id}` });
      printer.switches.paper = "enough";
      const ready = await told("ready");
      expect(ready.seq).toBeUndefined();
    });

    it("tells who took a number how its slip fares, and who comes back or watches later how it fared", async () => {
      printer.switches.paper = "out";
      const ticket = await station.take("household");
      const topic = `ticket/${ticket.token}`;
      const job = ticket.print?.job;
      const { client, snapshot } = await hall.watching(topic);
      expect(snapshot.data).toMatchObject({ print: { job, state: "pending" } });
      printer.switches.paper = "enough";
      const printed = await client.until(({ event }) => isPrint(event, "printed"));
      expect(printed).toMatchObject({ topic, event: { print: { job, state: "printed", problem: null } } });
      expect(printed.seq).toBeUndefined();
      const back = await hall.open();
      back.watch(topic, from(snapshot));
      expect((await back.rest()).map(({ event }) => event)).toMatchObject([
        { type: "ahead", ahead: 0 },
        { type: "print", print: { job, state: "printed", problem: null } },
      ]);
      const { snapshot: later } = await hall.watching(topic);
      expect(later.data).toMatchObject({ print: { job, state: "printed" } });
      expect(later.data).toEqual({ ...(await station.get<object>(`/api/t/${ticket.token}`)).body, token: undefined });
    });
  });

  it("says nothing of a slip where no printer is set", async () => {
    const ticket = await (await hall.desk.station()).take("household");
    const { snapshot } = await hall.watching(`ticket/${ticket.token}`);
    expect(snapshot.data).not.toHaveProperty("print");
    const back = await hall.open();
    back.watch(`ticket/${ticket.token}`, from(snapshot));
    expect((await back.rest()).map(({ event }) => event?.type)).toEqual(["ahead"]);
  });

  it("counts nobody among the strangers of an address who has said whose device it is", async () => {
    const screen = await hall.desk.device("screen");
    const token = screen.headers["authorization"]?.replace("Bearer ", "");
    const screens: LiveClient[] = [];
    for (let count = 0; count < 256; count += 1) screens.push(await hall.open());
    for (const client of screens) client.send({ t: "hello", token });
    for (const client of screens) expect(await client.rest()).toEqual([]);
    for (let count = 0; count < 256; count += 1) expect(await (await hall.open()).rest()).toEqual([]);
    for (const client of screens) client.close();
    await vi.waitFor(() => {
      expect(hall.hub.hub.presence.of(screen.id).connected).toBe(false);
    });
    expect(await (await hall.open()).ended).toBe(4429);
  });
});
