import { beforeAll, describe, expect, it } from "vitest";
import type { HallFile } from "../../shared/wire/hall-file.ts";
import { Desk, type Clerk, type Person } from "../support/desk.ts";
import { end, sampleHall, startHub, type TestHub } from "../support/hub.ts";
import { ask, type Answer } from "./program.ts";
import { seeded } from "./seeded.ts";

const ROUNDS = 500;
const random = seeded(500);
const between = (least: number, most: number): number => Math.floor(least + random() * (most - least + 1));

/** The sample hall, where every counter takes everything. */
function openHall(): HallFile {
  const file = sampleHall();
  const all = [file.services.map(({ id }) => id)];
  return {
    ...file,
    counters: file.counters.map(({ presets: _, ...counter }) => ({ ...counter, tiers: all, overflow: true })),
  };
}

describe("clerks who press at once", () => {
  let hub: TestHub;
  let url: string;
  let station: Person;
  const clerks: Clerk[] = [];
  const given: string[] = [];
  const called: string[] = [];

  beforeAll(async () => {
    hub = await startHub({ hall: openHall() });
    url = await hub.app.listen({ port: 0, host: "127.0.0.1" });
    const desk = new Desk(hub);
    station = await desk.station();
    for (let counter = 1; counter <= 8; counter += 1) clerks.push(await desk.clerkAt(counter));
    return () => end(hub);
  });

  const take = async (count: number): Promise<void> => {
    const services = ["household", "proof", "pension"];
    const asked = Array.from({ length: count }, () =>
      ask(url, "/api/tickets", { headers: station.headers, body: { service: services[between(0, 2)] } }),
    );
    for (const { status, body } of await Promise.all(asked)) {
      expect(status).toBe(201);
      given.push(String(body["id"]));
    }
  };

  /** All press in the same instant, each twice now and then. */
  const press = (pressing: readonly Clerk[], command: string, body: object = {}): Promise<Answer[]> =>
    Promise.all(
      pressing
        .flatMap((clerk) => (random() < 0.2 ? [clerk, clerk] : [clerk]))
        .map(({ counter, headers }) => ask(url, `/api/counters/${String(counter)}/${command}`, { headers, body })),
    );

  const waiting = (): number => hub.hub.context.writer.state.queue.size;

  it(`never get the same ticket twice, nor lose one, in ${String(ROUNDS)} rounds`, { timeout: 120_000 }, async () => {
    for (let round = 0; round < ROUNDS; round += 1) {
      await take(between(0, 6));
      const pressing = clerks.slice(0, between(2, 8));
      const before = waiting();
      const answers = await press(pressing, "call-next");
      const tickets = answers.filter(({ status }) => status === 200).map(({ body }) => String(body["id"]));
      expect(new Set(tickets).size).toBe(tickets.length);
      expect(tickets.length).toBe(Math.min(before, pressing.length));
      expect(waiting()).toBe(before - tickets.length);
      for (const { status, body } of answers) {
        if (status !== 200)
          expect([status, ["nobody-waiting", "counter-busy"].includes(String(body["code"]))]).toEqual([409, true]);
      }
      called.push(...tickets);
      const withNext = random() < 0.5;
      const ended = await press(pressing, "finish", { arrived: true, next: withNext });
      for (const { status, body } of ended) {
        if (status === 200 && body["next"]) called.push((body["next"] as { readonly id: string }).id);
        else if (status !== 200) expect([status, body["code"]]).toEqual([409, "not-in-hand"]);
      }
      await press(pressing, "finish", { arrived: true });
      await press(pressing, "finish", { arrived: true });
    }
    while (waiting() > 0) {
      called.push(
        ...(await press(clerks.slice(0, 1), "call-next")).flatMap(({ status, body }) =>
          status === 200 ? [String(body["id"])] : [],
        ),
      );
      await press(clerks.slice(0, 1), "finish", { arrived: true });
    }
    expect(new Set(called).size).toBe(called.length);
    expect([...called].sort()).toEqual([...given].sort());
    expect(given.length).toBeGreaterThan(ROUNDS * 2);
  });

  it("were called in no other order than the numbers of their services rise", () => {
    const calls = hub.hub.context.store;
    const issued = new Map(given.map((id) => [id, calls.findTicket(id)]));
    const lastOf = new Map<string, number>();
    const inOrder = [...issued.values()].flatMap((ticket) => ticket ?? []).sort((a, b) => callOf(a.id) - callOf(b.id));
    for (const { service, number } of inOrder) {
      const sequence = Number(number.slice(1));
      expect(sequence).toBeGreaterThan(lastOf.get(service) ?? 0);
      lastOf.set(service, sequence);
    }
    function callOf(id: string): number {
      return calls.history(id).find(({ type }) => type === "ticket-called")?.seq ?? 0;
    }
  });
});
